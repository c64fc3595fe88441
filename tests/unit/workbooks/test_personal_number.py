"""Personal identity numbers in texts and workbooks. The numbers are the Swedish Tax Agency's own examples."""

import random
from datetime import date

import openpyxl
import pytest
import workbooks
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from raw_books import MAIN, NAME, PACKAGE, cell, raw_book, with_parts
from workbooks import DNKS, INDICATORS, LEDGER, STAFF, edit

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.ground.personal_number import has_personal_number, masked
from followup.ground.wording import quoted
from followup.params.loading import load_params
from followup.workbooks.files.personal_cells import PersonalNumber
from followup.workbooks.files.workbook import open_workbook
from tests.small_set import problems_for

NBSP = "\u00a0"

EXPECTED = "Personnummer får inte stå någonstans i underlaget, inte heller där rapporten inte läser."
HERE = "Här står ett personnummer, ÅÅMMDD-XXXX."
REMOVE = "Ta bort det och spara arbetsboken."
NO_TEXT = f"{REMOVE} Är det ett annat slags nummer: dela upp siffrorna med mellanslag i grupper om tre."
NO_AMOUNT = f"{REMOVE} Är det ett belopp: ge cellen ett talformat med tusentalsavgränsare."


@pytest.mark.parametrize(
    "text",
    [
        *("811218-9876", "8112189876", "19811218-9876", "198112189876", "811218+9876", "811218 - 9876", "811218 9876"),
        *(f"811218{NBSP}-{NBSP}9876", "811218\u20139876", "811218\u22129876", "811218\u20119876", "811218- 9876"),
        *("640823-3234", "19121212-1212", "19640823-3234", "1981-12-18-9876", "81-12-18-9876"),
        # A coordination number: the 3rd of October.
        *("701063-2391", "7010632391", "19701063-2391"),
        *("Anna (811218-9876) är", "pnr:8112189876.", "se 811218-9876, 640823-3234", "pnr8112189876", "811218-9876;"),
    ],
)
def test_a_personal_identity_number_however_it_is_written(text):
    assert has_personal_number(text)
    assert "9876" not in masked(text)
    assert "3234" not in masked(text)
    assert "ÅÅMMDD-XXXX" in quoted(f"Se {text}")


@pytest.mark.parametrize(
    "text",
    [
        # Another check digit, another date.
        *("811218-9875", "8112189877", "811318-9876", "810230-9878", "19811232-9876", "701093-2390"),
        # Organisation numbers, two of them regions', and bank and postal numbers.
        *("232100-0115", "2321000115", "16232100-0115", "556677-8899", "5050-1055", "123 45 67-8"),
        # Amounts, codes, times and telephones.
        *(
            "8 112 189 876",
            "8112189876,50",
            "12,8112189876",
            "0.8112189876",
            "SE811218987601",
            "81121898761",
            "A8112189876",
        ),
        *("20240508-1430", "202405081430", "2024-05-08 14:30", "2024-05-08", "tel. 0701010011", "Ring 0701010011"),
        *("811218/9876", "811218.9876", "2024-01-01-2024-12-31", "", "811218-", "811218", "000000-0000"),
    ],
)
def test_what_is_none(text):
    assert not has_personal_number(text)
    assert masked(text) == text


def written(year, month, day, serial):
    """A number with its check digit, worked out as the Tax Agency's brochure does it: with products written out."""
    digits = f"{year % 100:02}{month:02}{day:02}{serial:03}"
    products = "".join(str(int(digit) * (2, 1)[place % 2]) for place, digit in enumerate(digits))
    return f"{year:04}{month:02}{day:02}", f"{serial:03}{-sum(map(int, products)) % 10}"


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(1, 999), st.booleans(), st.text("-+ ", max_size=1))
def test_every_number_is_found(born, serial, coordinated, hyphen):
    day, last = written(born.year, born.month, born.day + 60 * coordinated, serial)
    if born.year >= 2015:
        # After 2014 the last four digits could be a time of day.
        hyphen = hyphen or "-"
        day = day[2:]
    if born.year < 2100:
        assert has_personal_number(f"x {day[2:] if born.year < 2015 else day}{hyphen or '-'}{last} y")
        assert has_personal_number(f"x {day}{hyphen}{last} y")


@given(st.text(max_size=60))
def test_no_text_crashes(text):
    assert has_personal_number(text) == (masked(text) != text)


# --- in workbooks


def found_in(content):
    return open_workbook(content, NAME).personal_numbers


def of(data, params, committee="DNKS"):
    return problems_for(data, params, committee)


def saved(path, change):
    book = openpyxl.load_workbook(path, rich_text=True)
    change(book)
    book.save(path)


@pytest.mark.parametrize(
    ("path", "sheet", "reference"),
    [
        (DNKS, "Kommentarer", "C2"),
        (DNKS, "Rapport", "A1"),
        (DNKS, "Mål", "Z40"),
        (LEDGER, "Huvudbok", "F7"),
        (LEDGER, "Huvudbok", "A1"),
        (STAFF, "Sjukfrånvaro", "K3"),
        (INDICATORS, "Utfall", "D2"),
    ],
)
def test_a_number_in_any_cell_is_an_error_that_does_not_repeat_it(data, params, path, sheet, reference):
    edit(data / path, sheet, {reference: "Se ärende om 811218-9876, tack"})
    problems = of(data, params)
    assert Problem(path, sheet, reference, HERE, EXPECTED, NO_TEXT) in problems
    assert not any("811218" in str(problem.as_dict()) or "9876" in str(problem.as_dict()) for problem in problems)


def test_a_number_on_a_sheet_that_no_layout_reads(data, params):
    saved(data / STAFF, lambda book: book.create_sheet("Underlag").append(["Anna", "8112189876"]))
    (problem,) = of(data, params)
    assert problem == Problem(STAFF, "Underlag", "B1", HERE, EXPECTED, NO_TEXT)


def test_many_on_one_sheet_are_one_error(data, params):
    rows = [[f"{day[2:]}-{last}"] for day, last in (written(1980, 1, 1 + number, 123) for number in range(20))]

    def change(book):
        sheet = book.create_sheet("Personal")
        for one in rows:
            sheet.append(one)

    saved(data / STAFF, change)
    found = f"{HERE} Detsamma gäller 19 andra celler på bladet."
    assert of(data, params) == [Problem(STAFF, "Personal", "A1", found, EXPECTED, NO_TEXT)]


def test_a_column_of_numbers_and_the_special_format_of_excel(data, params):
    def change(book):
        sheet = book.create_sheet("Personal")
        for number in range(3):
            day, last = written(1980, 1, 1 + number, 123)
            # The second column's were born in 2003, and have lost their leading zero.
            young, its_last = written(2003, 1, 1 + number, 123)
            sheet.append([int(day[2:] + last), int(young[2:] + its_last), 5_000_000_000 + number, int(day + last)])
            sheet.cell(number + 1, 2).number_format = "000000-0000"

    saved(data / STAFF, change)
    found = f"{HERE} Detsamma gäller 8 andra celler på bladet."
    assert of(data, params) == [Problem(STAFF, "Personal", "A1", found, EXPECTED, NO_AMOUNT)]


def test_an_amount_in_a_column_of_amounts_is_none(data, params):
    amounts = {"G6": "8112189876", "G7": 8_112_189_876, "H7": 198_112_189_876, "I7": 6_408_233_234}
    edit(data / LEDGER, "Huvudbok", amounts)
    assert not [problem for problem in of(data, params) if "personnummer" in problem.found]


def test_a_number_as_an_account_is_one(data, params):
    edit(data / LEDGER, "Huvudbok", {"E7": 8_112_189_876})
    problems = of(data, params)
    assert Problem(LEDGER, "Huvudbok", "E7", HERE, EXPECTED, NO_AMOUNT) in problems
    assert "8112189876" not in str([problem.as_dict() for problem in problems])


def test_comments_and_threads(data, params):
    def change(book):
        book["Mål"]["C3"].comment = Comment("Gäller 811218-9876", "controller")

    saved(data / DNKS, change)
    found = "En kommentar till cellen innehåller ett personnummer, ÅÅMMDD-XXXX."
    assert of(data, params) == [Problem(DNKS, "Mål", "C3", found, EXPECTED, NO_TEXT)]
    thread = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="D7" dT="2024-05-08T10:00:00.00"><text>Anna 640823-3234</text></threadedComment>'
        "</ThreadedComments>"
    )
    relation = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Target="../threadedComments/t1.xml" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>'
    )
    content = with_parts(
        raw_book(""), {"xl/threadedComments/t1.xml": thread, "xl/worksheets/_rels/sheet1.xml.rels": relation}
    )
    assert found_in(content) == [PersonalNumber("Blad", (6, 3), "En kommentar till cellen")]


def test_a_number_with_one_bold_digit():
    texts = ["<t>a</t>", '<r><t>8112</t></r><r><rPr><b/></rPr><t xml:space="preserve">18-9876</t></r>']
    content = raw_book('<row r="1"><c r="B1" t="s"><v>1</v></c></row>', texts=texts)
    assert found_in(content) == [PersonalNumber("Blad", (0, 1))]
    assert found_in(raw_book("", texts=texts)) == [
        PersonalNumber("", None, "En text som är borttagen men finns kvar i filen")
    ]


def test_a_bold_digit_as_openpyxl_writes_it(data, params):
    def change(book):
        book["Mål"]["D3"] = CellRichText("Se 8112", TextBlock(InlineFont(b=True), "18"), "-9876")

    saved(data / DNKS, change)
    assert of(data, params) == [Problem(DNKS, "Mål", "D3", HERE, EXPECTED, NO_TEXT)]


def test_headers_footers_and_rules(data, params):
    def change(book):
        book["Mål"].oddFooter.center.text = "Anna 811218-9876"
        rule = DataValidation(type="list", formula1='"640823-3234,annat"')
        rule.add("A9")
        book["Prognos"].add_data_validation(rule)

    saved(data / DNKS, change)
    found = "Sidhuvudet, sidfoten eller en regel på bladet innehåller ett personnummer, ÅÅMMDD-XXXX."
    assert of(data, params) == [
        Problem(DNKS, "Mål", "", found, EXPECTED, NO_TEXT),
        Problem(DNKS, "Prognos", "", found, EXPECTED, NO_TEXT),
    ]


@pytest.mark.parametrize(
    ("part", "xml", "what"),
    [
        ("xl/drawings/drawing1.xml", '<d xmlns:a="a"><a:t>811218-9876</a:t></d>', "En textruta"),
        ("xl/drawings/drawing1.xml", "<d><r><t>8112</t></r><r><t>18-9876</t></r></d>", "En textruta"),
        (
            "xl/pivotCache/pivotCacheRecords1.xml",
            '<r><s v="8112189876"/></r>',
            "Det sparade underlaget till en pivottabell",
        ),
        (
            "xl/externalLinks/externalLink1.xml",
            '<c t="str"><v>811218-9876</v></c>',
            "Sparade värden ur en annan arbetsbok",
        ),
        ("docProps/core.xml", "<p><title>811218-9876</title></p>", "Filens egenskaper"),
        ("xl/charts/chart1.xml", "<c><v>811218-9876</v></c>", "Ett diagram"),
    ],
)
def test_other_parts(part, xml, what):
    assert found_in(with_parts(raw_book(""), {part: xml})) == [PersonalNumber("", None, what)]


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        ("xl/pivotCache/pivotCacheRecords1.xml", '<r><n v="8112189876"/></r>'),
        ("xl/charts/chart1.xml", "<c><v>8112189876</v></c>"),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}" uid="811218-9876"/>'),
        ("xl/drawings/drawing1.xml", '<d id="{8112-18-9876}" x="8112189876"/>'),
    ],
)
def test_amounts_and_identities_of_parts_are_none(part, xml):
    assert found_in(with_parts(raw_book(""), {part: xml})) == []


def test_a_sheet_by_that_name():
    (found,) = found_in(raw_book("", sheets={"811218-9876": ""}))
    assert found == PersonalNumber("", None, "Ett bladnamn eller ett definierat namn")


def test_a_hundred_thousand_amounts_are_none():
    amounts = random.Random(7)
    rows = []
    for number in range(1, 20_001):
        values = (
            amounts.randrange(10**9, 10**10),
            amounts.randrange(10**11, 10**12),
            round(amounts.uniform(1, 1e10), 2),
            int(10 ** amounts.uniform(0, 11)),
            amounts.uniform(0, 1),
        )
        rows.append(
            f'<row r="{number}">' + "".join(map(cell, [f"{letter}{number}" for letter in "ABCDE"], values)) + "</row>"
        )
    assert found_in(raw_book("".join(rows))) == []


def test_amounts_that_would_pass_one_by_one_are_told_apart_by_their_format():
    cells = f'<row r="1">{cell("A1", 8112189876, 1)}{cell("B1", 8112189876)}</row>'
    wanted = PersonalNumber("Blad", (0, 1), is_number=True, is_digits=True)
    assert found_in(raw_book(cells, formats=["#,##0"])) == [wanted]


@pytest.mark.parametrize(
    "path", sorted((PROJECT / "data" / "example").rglob("*.xlsx"))[::12], ids=lambda path: path.name
)
def test_the_example_has_none(path):
    assert found_in(path.read_bytes()) == []


# --- in params


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("why: Gäller 811218-9876", True),
        ("why: x # 8112189876 ringde", True),
        ("value: 8112189876", False),
        ("value: 8112189876 # enligt beslut", False),
    ],
)
def test_a_number_in_params_is_an_error_with_its_line(tmp_path, line, is_found):
    folder = workbooks.write_params(tmp_path / "params", corrections=f"# rättelser\n\nx:\n  {line}\n")
    with pytest.raises(ReportError) as caught:
        load_params(folder)
    wanted = Problem(
        "params/corrections.yml",
        cell="rad 4",
        found=HERE,
        expected="Personnummer får inte stå någonstans i params, inte heller i kommentarer.",
        remedy="Ta bort det och spara filen.",
    )
    assert (wanted in caught.value.problems) is is_found
    assert "8112" not in str(caught.value) or not is_found
