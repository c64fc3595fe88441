"""Total rows of every form in the workbooks of the small set: kept out of the sums, and compared with their rows.

A month of DNKS is 15 250 000 kr and a year 183 mnkr; DNKT has 10 000 000 kr and 120 mnkr. Outcomes are 1 % more, and
the year before 2 % less, in whole kronor.
"""

from __future__ import annotations

import openpyxl
import pytest
import workbooks
from cases import read_as, read_case
from workbooks import DNKS, INVESTMENTS, LEDGER, STAFF, edit

from followup.checks.rows import stated_totals
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from tests.small_set import problems_for

pytestmark = pytest.mark.slow

APRIL = Period(2024, 4)
NBSP = "\u00a0"
REGION = """
  - code: REGION
    name: Region Halland
    short_name: Region Halland
"""


@pytest.fixture
def params(tmp_path):
    """The small set's params, with the region among the committees."""
    return load_params(workbooks.write_params(tmp_path / "params", committees=workbooks.COMMITTEES + REGION))


def append(path, sheet, *rows):
    book = openpyxl.load_workbook(path)
    for row in rows:
        book[sheet].append(list(row))
    book.save(path)


def sums(by):
    """The ledger's sums by some of its columns, counted from 0: key → (budget, outcome, previous year)."""
    found = {}
    for row in workbooks.ledger_rows():
        amounts = found.setdefault(tuple(row[place] for place in by), [0, 0, 0])
        for place in range(3):
            amounts[place] += row[6 + place] or 0
    return found


def problems(data, params, committee="DNKS"):
    return problems_for(data, params, committee)


FORMS = {
    "the whole region, month by month": (
        [0],
        lambda key: [key[0], "Region Halland", "Totalt", "Totalt", "Totalt", "Totalt"],
    ),
    "the region's code": ([0], lambda key: [key[0], "REGION", None, None, None, None]),
    "Konto = Summa": ([0, 1, 2, 3], lambda key: [*key, "Summa", None]),
    "Kontoklass = Nettokostnad": ([0, 1, 2], lambda key: [*key, "Nettokostnad", None, None]),
    "Kontoklass = Resultat": ([0, 1, 2], lambda key: [*key, "Resultat", None, None]),
    "Verksamhet = Totalt": ([0, 1, 3], lambda key: [key[0], key[1], "Totalt", key[2], None, None]),
    "Verksamhet = Summa, with class and account": (
        [0, 1, 3, 4, 5],
        lambda key: [key[0], key[1], "Summa", *key[2:]],
    ),
    "Summa DNHS": ([1], lambda key: [None, f"Summa {key[0]}", None, None, None, None]),
    "a pivot table's": ([1], lambda key: [f"{key[0]} Totalt", None, None, None, None, None]),
    "a grand total": ([], lambda key: ["Totalsumma", None, None, None, None, None]),
    "Grand Total": ([], lambda key: [None, None, None, None, None, "Grand Total"]),
    "a year for a month": ([1, 2], lambda key: [2024, *key, "Totalt", None, None]),
    "Helår": ([1, 2, 3, 4, 5], lambda key: ["Helår", *key]),
    "Delsumma": ([0, 1], lambda key: [*key, "Delsumma", None, None, None]),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ["below", "above"])
def test_totals_of_every_form_are_kept_out_and_agree(data, params, form, place):
    by, label = FORMS[form]
    totals = [(*label(key), *amounts) for key, amounts in sums(by).items()]
    book = openpyxl.load_workbook(data / LEDGER)
    sheet = book["Huvudbok"]
    if place == "above":
        sheet.insert_rows(6, len(totals))
    first = 6 if place == "above" else sheet.max_row + 1
    for row, cells in enumerate(totals, start=first):
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column, value)
    book.save(data / LEDGER)
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.problems == ()
    assert sources.ledger.total("budget").value == -183e6
    case = read_case(data, "2024-04", "DNKS", params)
    stated = case.reads["ledger"].totals
    assert len({total.row for total in stated}) == len(totals)
    # Nobody is told of anything, the region neither.
    assert list(stated_totals.check(read_as(case, "region"))) == []


def test_a_committees_total_that_differs_stops_that_committee(data, params):
    append(data / LEDGER, "Huvudbok", (202403, "DNKS", "Summa", None, None, None, 15_350_000, None, None))
    told = Problem(
        LEDGER,
        "Huvudbok",
        "G66",
        f"Raden ”Summa” anger 15{NBSP}350{NBSP}000 kr i kolumnen ”Budget”, där raderna ger 15{NBSP}250{NBSP}000 kr.",
        "En summarad ska vara summan av raderna som den gäller (2024-03, DNKS).",
        "Rätta raderna eller summan. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln summarader "
        "och värdet ”15 350 000 kr”.",
    )
    assert problems(data, params) == [told]
    assert problems(data, params, "DNKT") == []


CONFIRMED = f"""
confirmations:
  - workbook: {LEDGER}
    sheet: Huvudbok
    cell: G66
    rule: summarader
    value: "15 350 000 kr"
    why: Summan har med en periodisering som bokförs i maj.
    decided_by: controller, Kultur och skola
    decided_on: "2024-05-13"
"""


def test_the_remedy_that_confirms_it_lets_it_through(data, tmp_path):
    """A system's own total may count what its rows lack: whoever knows why writes it down."""
    append(data / LEDGER, "Huvudbok", (202403, "DNKS", "Summa", None, None, None, 15_350_000, None, None))
    files = {"committees": workbooks.COMMITTEES + REGION, "confirmations": CONFIRMED}
    changed = load_params(workbooks.write_params(tmp_path / "confirmed", **files))
    sources = load_sources(subject_of(data, APRIL, "DNKS", changed))
    assert [one.why for one in sources.confirmations] == ["Summan har med en periodisering som bokförs i maj."]
    assert load_sources(subject_of(data, APRIL, "DNKT", changed)).problems == ()


def test_a_total_of_everything_that_differs_is_the_regions_to_mend(data, params):
    append(data / LEDGER, "Huvudbok", ("Totalsumma", *[None] * 5, 303_000_000 + 61_000, None, None))
    assert problems(data, params) == []
    case = read_as(read_case(data, "2024-04", "DNKS", params), "region")
    (problem,) = stated_totals.check(case)
    assert (problem.severity, problem.cell) == (Severity.ERROR, "G66")


def test_a_total_that_cannot_be_read_is_told_to_whom_it_is_for(data, params):
    append(data / LEDGER, "Huvudbok", (202403, "DNKS", "Summa", None, None, None, "se bilaga", "#REF!", None))
    (told,) = problems(data, params)
    assert (told.severity, told.cell) == (Severity.WARNING, "G66,H66")
    assert told.found == (
        "Raden ”Summa” har inget tal i kolumnerna ”Budget” och ”Utfall”, och summan är därför inte jämförd med "
        "raderna. Här står ”se bilaga”, som inte kan läsas som ett tal."
    )
    assert problems(data, params, "DNKT") == []


@pytest.mark.parametrize("content", [None, "", "–", " "])
def test_a_total_row_may_leave_a_column_out(data, params, content):
    append(data / LEDGER, "Huvudbok", (202403, "DNKS", "Summa", None, None, None, content, None, None))
    assert problems(data, params) == []


def test_a_sum_that_is_much_larger_than_the_total_is_told_as_it_is(data, params):
    # Nearer to the total than the rows' sum is the sum of no rows at all.
    append(data / LEDGER, "Huvudbok", ("Totalsumma", *[None] * 5, 1_000_000, None, None))
    case = read_as(read_case(data, "2024-04", "DNKS", params), "region")
    (problem,) = stated_totals.check(case)
    assert "där raderna ger 303\u00a0000\u00a0000 kr" in problem.found


@pytest.mark.parametrize(
    ("more", "severity"), [(0, None), (1, Severity.WARNING), (60_000, Severity.WARNING), (60_001, Severity.ERROR)]
)
def test_the_tolerance_decides_between_an_error_and_a_warning(data, params, more, severity):
    append(data / LEDGER, "Huvudbok", (202403, "DNKS", "Summa", None, None, None, 15_250_000 + more, None, None))
    assert [problem.severity for problem in problems(data, params)] == ([severity] if severity else [])


def test_an_error_names_only_the_columns_that_are_wrong(data, params):
    """What rounding may explain stands in a printed total for good reason, and mending it would be a new fault."""
    edit(data / workbooks.BUDGET, "Budgetramar", {"B6": 310, "C6": 316})
    case = read_as(read_case(data, "2024-04", "DNKS", params), "region")
    assert [(one.severity, one.cell, one.found) for one in stated_totals.check(case)] == [
        (
            Severity.ERROR,
            "B6",
            "Raden ”Summa” anger 310 mnkr i kolumnen ”2024”, där raderna ger 303 mnkr.",
        ),
        (
            Severity.WARNING,
            "C6",
            "Raden ”Summa” anger 316 mnkr i kolumnen ”2025”, där raderna ger 315 mnkr.",
        ),
    ]


def test_many_totals_that_differ_are_told_as_five_and_a_number(data, params):
    rows = [(key[0], key[1], "Summa", *[None] * 3, one[0] + 1e6, None, None) for key, one in sums([0, 1]).items()]
    append(data / LEDGER, "Huvudbok", *rows)
    found = problems(data, params)
    assert [problem.cell for problem in found if problem.cell] == ["G66", "G68", "G70", "G72", "G74"]
    assert found[0].message == (
        "Samma slags fel finns på 7 rader till, den första med cell G76. En summarad ska vara summan av de rader som "
        "den gäller. Rätta raderna eller summorna, eller gör om uttaget."
    )


PART = "Raden ”varav läkemedel” är en del av raden ovanför och räknas inte en gång till."


def test_a_part_of_a_row_is_not_added_once_more(data, params):
    """The last row is DNKT's cost of 10 000 000 kr in December."""
    part = [202412, "DNKT", "Trafik", "Övriga kostnader", "varav läkemedel", "Köp"]
    append(data / LEDGER, "Huvudbok", (*part, 4_000_000, None, 3_000_000))
    (problem,) = problems(data, params, "DNKT")
    assert problem == Problem(
        LEDGER,
        "Huvudbok",
        "G66,I66",
        PART,
        "En rad som börjar med ”varav” ingår redan i en annan.",
        "Är den en rad för sig: ge den ett eget namn.",
        Severity.WARNING,
    )
    assert load_sources(subject_of(data, APRIL, "DNKT", params)).ledger.total("budget").value == -120e6
    assert problems(data, params, "DNKS") == []
    edit(data / LEDGER, "Huvudbok", {"G66": 11_000_000})
    (problem,) = problems(data, params, "DNKT")
    assert problem.severity is Severity.ERROR
    assert problem.message == (
        f"Raden ”varav läkemedel” anger 11{NBSP}000{NBSP}000 kr i kolumnen ”Budget”, men raden ovanför har "
        f"10{NBSP}000{NBSP}000 kr. En rad som börjar med ”varav” är en del av raden ovanför, och kan inte vara större "
        "än den. Är den en rad för sig: ge den ett eget namn. Annars: rätta beloppet, eller ta bort raden."
    )


def test_rows_of_the_region_in_every_shared_sheet(data, params):
    """Sums by hand of the set's own rows: investments 2 + 4, 0.5 + 1, 2 + 3.5; staff 2 · 60 … ; 100 + 100 and 2 + 2."""
    append(
        data / INVESTMENTS, "Investeringar", ("2024-04", "Region Halland", "Alla", "Totalt", None, 6, 1.5, 5.5, None)
    )
    for month in ("2024-01", "2024-02", "2024-03", "2024-04"):
        women = (month, "REGION", "Kvinnor", "30–49 år", 120, 18_000, 900, 180)
        all_staff = (month, "REGION", "Totalt", "Totalt", 200, 30_000, 1380, 300)
        append(data / STAFF, "Sjukfrånvaro", women, all_staff)
        append(data / STAFF, "Personalomsättning", (month, "Region Halland", 200, 4))
    # (90 · 78 + 20 · 80) / 110 = 78.4
    append(data / STAFF, "Årliga mått", (2023, "REGION", "HME", "Alla", 110, 78))
    case = read_as(read_case(data, "2024-04", "DNKS", params), "region")
    assert list(stated_totals.check(case)) == []
    whole = {name: case.whole[name] for name in ("investments", "sickness", "turnover", "yearly")}
    assert all("REGION" not in table.values("committee") for table in whole.values())
    assert whole["investments"].total("year_budget").value == 6e6
    edit(data / STAFF, "Personalomsättning", {"D10": 5})
    edit(data / STAFF, "Årliga mått", {"F4": 80})
    found = list(stated_totals.check(read_as(read_case(data, "2024-04", "DNKS", params), "region")))
    assert [problem.message for problem in found] == [
        "Raden ”Region Halland” anger 5 i kolumnen ”Avgångar”, där raderna ger 4. En summarad ska vara summan av "
        "raderna som den gäller (2024-01). Rapporten räknar med raderna. Rätta summan om den är fel.",
        "Raden ”REGION” anger 80 i kolumnen ”Värde”, där raderna ger 78,4. En summarad ska vara radernas vägda "
        "medelvärde som den gäller (2023, HME, Alla). Rapporten räknar med raderna. Rätta summan om den är fel.",
    ]
    assert {problem.severity for problem in found} == {Severity.WARNING}


def test_names_that_only_look_like_totals_are_rows(data, params):
    """True and surprising: an activity is called so, and its money is in the sum."""
    renamed = {f"C{row}": "Totalförsvar" for row in range(6, 66) if row % 5 in (1, 2)}
    accounts = {f"F{row}": "Summa summarum AB" for row in range(6, 66)}
    edit(data / LEDGER, "Huvudbok", renamed | accounts)
    edit(data / DNKS, "Prognos", {"A2": "Totalförsvar", "A3": "Totalförsvar"})
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.problems == ()
    assert sources.ledger.values("activity") == ["Totalförsvar", "Skola"]
    assert sources.ledger.total("budget").value == -183e6


def test_the_remedy_for_an_unmarked_total_works(data, tmp_path, params):
    """total_row in the layout, as the message of the rule on unmarked totals says."""
    rows = [
        (key[0], "DNKS", "Hela nämnden", "Kostnader", "9", "Alla konton", *one)
        for key, one in sums([0, 1]).items()
        if key[1] == "DNKS"
    ]
    append(data / LEDGER, "Huvudbok", *rows)
    assert any("Hela nämnden" in problem.found for problem in problems(data, params))
    folder = workbooks.write_params(tmp_path / "mended", committees=workbooks.COMMITTEES + REGION)
    path = folder / "layouts" / "utfall.yml"
    text = path.read_text(encoding="utf-8")
    key = "    key: [period, committee, activity, account]\n"
    mended = text.replace(key, f"{key}    total_row: {{column: activity, words: [Hela nämnden]}}\n")
    path.write_text(mended, encoding="utf-8")
    assert load_sources(subject_of(data, APRIL, "DNKS", load_params(folder))).ledger.total("budget").value == -183e6


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"C6": 183.1})
    (problem,) = problems(data, params)
    assert problem.message == stated_totals.RULE.example
