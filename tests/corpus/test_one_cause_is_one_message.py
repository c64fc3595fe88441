"""Each slip of an office, seen by all reports of the period together as `followup check` sees them, is one message."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followup.ground.errors import Problem, Severity
from followup.run.check import checked
from followup.run.request import Request, work_list
from followup.workbooks import cache
from tests.corpus.books import (
    ACCOUNT_CLASS,
    ACTIVITY,
    BEFORE,
    BUDGET,
    COMMITTEE,
    FRAMES,
    HEAD,
    INVESTMENTS,
    LEDGER,
    MONTH,
    OUTCOME,
    PERIOD,
    PREVIOUS_YEAR,
    REGION,
    STAFF,
    Books,
    own,
)
from tests.corpus.ledger_rows import MONTHS, at_the_end, scale, total_row

Change = Callable[[Books], None]
AMOUNTS = (BUDGET, OUTCOME, PREVIOUS_YEAR)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("causes")


@pytest.fixture(autouse=True)
def own_cache(folder, monkeypatch):
    monkeypatch.setenv("FOLLOWUP_CACHE", str(folder / "cache"))
    yield
    cache.forget()


def problems(data) -> list[Problem]:
    return list(checked(work_list(Request(PERIOD, (), str(data)))).problems)


@pytest.fixture(scope="module")
def untouched(folder) -> set[Problem]:
    return set(problems(Books(folder / "untouched").write()))


def times(workbook: str, sheet: str, factor: float, *columns: int) -> Change:
    """Every amount of some columns, the totals' too: whoever exports in another unit exports them in it."""

    def change(books: Books) -> None:
        totals = [row for row in books.rows(workbook, sheet) if str(row[0]).startswith("Summa")]
        for row in [*books.body(workbook, sheet), *totals]:
            for column in columns:
                if isinstance(row[column], int | float):
                    row[column] *= factor

    return change


def ledger_times(factor: float, *columns: int) -> Change:
    def change(books: Books) -> None:
        for column in columns:
            scale(books.ledger(), column, factor)

    return change


def swapped(workbook: str, sheet: str, one: int, other: int) -> Change:
    def change(books: Books) -> None:
        for row in books.body(workbook, sheet):
            row[one], row[other] = row[other], row[one]

    return change


def total_in(word: str, place: str) -> Change:
    """Each month's total of DNKS in words that nobody knows; nothing stands in its other cells."""

    def change(books: Books) -> None:
        for month in MONTHS:
            texts = {"month": month, "committee": "DNKS", place: word}
            at_the_end(books, total_row(books.ledger("DNKS", month=month), **texts))

    return change


def total_of_classes(books: Books) -> None:
    """DNKS's total by account class, whole rows in every cell."""
    for month in MONTHS:
        for number, name in enumerate(dict.fromkeys(row[ACCOUNT_CLASS] for row in books.untouched_ledger("DNKS"))):
            rows = [row for row in books.ledger("DNKS", month=month, account_class=name) if row[ACTIVITY] != "Nämnden"]
            texts = {"activity": "Nämnden", "klass": name, "account": f"999{number}", "name": "Alla konton"}
            at_the_end(books, total_row(rows, month=month, committee="DNKS", **texts))


def total_of_the_year(books: Books) -> None:
    at_the_end(books, total_row(books.ledger("DNKS"), activity="Alla enheter tillsammans"))


def short(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    rows[:] = [row for row in rows if str(row[MONTH])[-2:] not in ("10", "11", "12")]


def next_years_frames(books: Books) -> None:
    totals = [row for row in books.rows(FRAMES, "Budgetramar") if row[0] == "Summa"]
    for row in [*books.body(FRAMES, "Budgetramar"), *totals]:
        row[1:6] = [*row[2:6], row[5]]


def another_year(books: Books) -> None:
    for row in books.ledger():
        row[MONTH] = row[MONTH].replace("2024", "2023")


def misspelt(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[COMMITTEE] = "DKNS"


def other_book(workbook: str, other: str) -> Change:
    return lambda books: books.sheets(workbook).update(books.sheets(other))


def headings_swapped(workbook: str, sheet: str, one: int, other: int) -> Change:
    """The two headings alone: the totals stand below the wrong ones too."""

    def change(books: Books) -> None:
        row = books.rows(workbook, sheet)[HEAD - 1]
        row[one], row[other] = row[other], row[one]

    return change


INCOME, BALANCE, REQUIREMENT, OTHERS = "Resultaträkning", "Balansräkning", "Balanskrav", "Prognos övriga"
CAUSES: dict[str, tuple[Change, str]] = {
    "the income statement in kr": (times(REGION, INCOME, 1e6, *range(1, 7)), "en miljon gånger för stora"),
    "the income statement in tkr": (times(REGION, INCOME, 1e3, *range(1, 7)), "cell B7:G10"),
    "its outcome in tkr": (times(REGION, INCOME, 1e3, 2), "cell C7:C10"),
    "its forecast before in kr": (times(REGION, INCOME, 1e6, 6), "cell G7:G10"),
    "its budget with turned signs": (times(REGION, INCOME, -1, 1), "har omvänt tecken"),
    **{
        f"its columns {one} and {other} swapped": (swapped(REGION, INCOME, one, other), "REGION.xlsx")
        for one, other in [(1, 2), (2, 3), (2, 4), (3, 5), (4, 5)]
    },
    "the frames in tkr": (times(FRAMES, "Budgetramar", 1e3, *range(1, 6)), "De ser ut att vara i tkr"),
    "the frames in kr": (times(FRAMES, "Budgetramar", 1e6, *range(1, 6)), "De ser ut att vara i kronor"),
    "the frames in billions": (times(FRAMES, "Budgetramar", 1e-3, *range(1, 6)), "tusen gånger för små"),
    "the frames with turned signs": (times(FRAMES, "Budgetramar", -1, *range(1, 6)), "har omvänt tecken"),
    "next year's frames": (next_years_frames, "inte den beslutade ramen för 9 av 13 nämnder"),
    "the ledger in tkr": (ledger_times(1e-3, *AMOUNTS), "De ser ut att vara i tkr: skriv dem i kronor"),
    "the ledger in öre": (ledger_times(100, *AMOUNTS), "De ser ut att vara i öre"),
    "its outcome alone in tkr": (ledger_times(1e-3, OUTCOME), "tusen gånger för små"),
    "its budget alone in tkr": (ledger_times(1e-3, BUDGET), "tusen gånger för små"),
    "its budget and outcome in tkr": (ledger_times(1e-3, BUDGET, OUTCOME), "”Budget” och ”Utfall” är tusen"),
    "its last year in tkr": (ledger_times(1e-3, PREVIOUS_YEAR), "tusen gånger för små"),
    "its signs turned": (ledger_times(-1, *AMOUNTS), "har omvänt tecken"),
    "its last year's signs turned": (ledger_times(-1, PREVIOUS_YEAR), "har omvänt tecken"),
    "the ledger of another year": (another_year, "Lägg dit uttaget för 2024"),
    "the ledger of another period": (other_book(LEDGER, f"2024/{BEFORE}/utfall.xlsx"), "uttagsdatum 2024-03-06"),
    "a ledger that ends too early": (short, "Rader för oktober, november och december 2024 saknas för alla."),
    "a misspelt committee in the ledger": (misspelt, "”DKNS”, som är okänt"),
    **{
        f"a total by month, as {word} in {place}": (total_in(word, place), f"Raden ”{word}” kan inte läsas")
        for word, place in [("Hela nämnden", "activity"), ("Alla enheter tillsammans", "name")]
    },
    "a total of the year": (total_of_the_year, "Raden ”Alla enheter tillsammans” kan inte läsas"),
    "a total of every account class": (total_of_classes, "”Nämnden” i kolumnen ”Verksamhet” är i varje belopp summan"),
    "the balance sheet in tkr": (times(REGION, BALANCE, 1e3, 1, 2), "tusen gånger för stora"),
    "the balance sheet in kr": (times(REGION, BALANCE, 1e6, 1, 2), "en miljon gånger för stora"),
    "its closing balance in tkr": (times(REGION, BALANCE, 1e3, 2), "tusen gånger för stora"),
    "its signs all turned": (times(REGION, BALANCE, -1, 1, 2), "anges beloppen utan tecken"),
    "the balance requirement in tkr": (times(REGION, REQUIREMENT, 1e3, 1, 2, 3), "3 belopp till är lika orimliga"),
    "the other holders' forecasts in tkr": (times(REGION, OTHERS, 1e3, 1, 2), "tusen gånger för stora"),
    "the region's workbook of another period": (other_book(REGION, f"2024/{BEFORE}/REGION.xlsx"), "perioden 2024-02"),
    "a forecast in tkr": (times(own("DNKS"), "Prognos", 1e3, 2, 3), "tusen gånger för stora"),
    "a forecast with turned signs": (times(own("DNKS"), "Prognos", -1, 2, 3), "har omvänt tecken"),
    "forecasts before in tkr": (times(own("DNKS"), "Prognoshistorik", 1e3, 2), "tusen gånger för stora"),
    "another committee's workbook": (other_book(own("DNKS"), own("DNHS")), "Försättsbladet anger nämnden DNHS"),
    "another period's workbook": (other_book(own("DNKS"), own("DNKS", BEFORE)), "perioden 2024-02"),
    "investments in kr": (times(INVESTMENTS, "Investeringar", 1e6, 4, 5, 6, 7), "en miljon gånger för stora"),
    "hours in minutes": (times(STAFF, "Sjukfrånvaro", 60, 5, 6, 7), "De ser ut att vara i minuter"),
    "sick leave in minutes": (times(STAFF, "Sjukfrånvaro", 60, 6, 7), "De ser ut att vara i minuter"),
    "the ledger's budget and outcome swapped": (
        swapped(LEDGER, "Huvudbok", BUDGET, OUTCOME),
        "”Budget” och ”Utfall” har varandras belopp",
    ),
    "the ledger's outcome and last year swapped": (
        swapped(LEDGER, "Huvudbok", OUTCOME, PREVIOUS_YEAR),
        "”Utfall” och ”Utfall föregående år” har varandras belopp",
    ),
    "the ledger's budget and last year swapped": (
        swapped(LEDGER, "Huvudbok", BUDGET, PREVIOUS_YEAR),
        "”Budget” och ”Utfall föregående år” har varandras belopp",
    ),
    "a forecast and the one before swapped": (swapped(own("DNKS"), "Prognos", 2, 3), "men inte summornas"),
    "their headings swapped": (headings_swapped(own("DNKS"), "Prognos", 2, 3), "Låt de två rubrikerna byta plats"),
    **{
        f"investments' columns {one} and {other} swapped": (
            swapped(INVESTMENTS, "Investeringar", one, other),
            "har varandras belopp: ”2024-02”, ”RHF”, ”Vårdbyggnad, etapp 1”",
        )
        for one, other in [(4, 5), (4, 7), (5, 6)]
    },
    "investments' headings swapped": (headings_swapped(INVESTMENTS, "Investeringar", 5, 6), "Låt de två rubrikerna"),
    **{
        f"hours' columns {one} and {other} swapped": (swapped(STAFF, "Sjukfrånvaro", one, other), "har varandras tal")
        for one, other in [(4, 5), (5, 6), (6, 7)]
    },
    "this year's and next year's frames swapped": (
        swapped(FRAMES, "Budgetramar", 1, 2),
        "ramen för RGK är 92 mnkr i cell B20 och 671 mnkr i cell C20, men ”2024” är 671 mnkr enligt årets budget",
    ),
    "the opening and the closing balance swapped": (
        swapped(REGION, BALANCE, 1, 2),
        "”Avsättningar” är 4 820 mnkr i cell B11 och 4 410 mnkr i cell C11, men ”Ingående balans” är 4 410 mnkr i",
    ),
}


def errors(folder, untouched: set[Problem], *changes: Change) -> list[str]:
    books = Books(folder)
    for change in changes:
        change(books)
    found = [one for one in problems(books.write()) if one not in untouched and one.severity is Severity.ERROR]
    return [f"{one.place}: {one.message}".replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize("name", CAUSES)
def test_one_cause(name, tmp_path, untouched):
    change, text = CAUSES[name]
    (told,) = errors(tmp_path / "data", untouched, change)
    assert text in told


def pensions(books: Books) -> None:
    next(row for row in books.body(REGION, BALANCE) if row[0].startswith("Ansvarsförbindelse"))[2] *= 1000


def turned_class(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Personalkostnader"), PREVIOUS_YEAR, -1)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("the income statement in tkr", CAUSES["the frames in tkr"][0], ("Resultaträkning", "Budgetramar")),
        ("the income statement in tkr", pensions, ("Resultaträkning", "Ansvarsförbindelse")),
        ("its columns 2 and 4 swapped", pensions, ("bytt plats", "Ansvarsförbindelse")),
        ("the ledger in tkr", CAUSES["a forecast in tkr"][0], ("Huvudbok", "Prognos")),
        # Held against each other they are a million times apart: each is told in its own unit.
        (
            "the ledger in tkr",
            CAUSES["the frames in tkr"][0],
            ("Huvudbok", "De ser ut att vara i tkr: skriv dem i mnkr"),
        ),
        # In the same column of the same sheet.
        ("its outcome alone in tkr", turned_class, ("tusen gånger för små", "har omvänt tecken för DNKS")),
        ("investments in kr", CAUSES["hours in minutes"][0], ("Investeringar", "minuter")),
        ("the ledger's budget and outcome swapped", CAUSES["the frames in tkr"][0], ("varandras", "Budgetramar")),
        ("the ledger's budget and outcome swapped", turned_class, ("varandras", "har omvänt tecken för DNKS")),
        ("this year's and next year's frames swapped", turned_class, ("varandras", "har omvänt tecken för DNKS")),
    ],
)
def test_two_causes_are_two_messages(first, second, told, tmp_path, untouched):
    found = errors(tmp_path / "data", untouched, CAUSES[first][0], second)
    assert all(any(text in one for one in found) for text in told), found
    assert len(found) == 2, found


def test_a_cause_of_one_committee_is_told_for_it_alone(tmp_path, untouched):
    (told,) = errors(tmp_path / "data", untouched, lambda books: scale(books.ledger("DNKS"), OUTCOME, 1 / 1000))
    assert "tusen gånger för små för DNKS (alla rader)" in told


def test_columns_swapped_for_one_committee_are_told_for_it_alone(tmp_path, untouched):
    def change(books: Books) -> None:
        for row in books.ledger("DNKS"):
            row[BUDGET], row[OUTCOME] = row[OUTCOME], row[BUDGET]

    (told,) = errors(tmp_path / "data", untouched, change)
    assert "har varandras belopp för DNKS: 2024-" in told
    assert "Låt radernas belopp i de två kolumnerna byta plats, eller gör om uttaget." in told
