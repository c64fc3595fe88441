"""What a person who looks at the sheet sees, against what is read: formats, hidden parts, struck-through cells."""

import zipfile
from contextlib import contextmanager

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from raw_books import SHEET, raw_book, row, sheet_of, with_parts
from workbooks import DNKS, INDICATORS, INVESTMENTS, LEDGER, TARGETS, write_params

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from tests.small_set import problems_for

APRIL = Period(2024, 4)
NBSP = "\u00a0"
PLAIN = "Skriv det tal som gäller, i mnkr, och ge cellen ett vanligt talformat."


@contextmanager
def changed(path, sheet):
    book = openpyxl.load_workbook(path)
    yield book[sheet]
    book.save(path)


def first_sheet(path):
    """The part of a workbook's first sheet, and its XML."""
    with zipfile.ZipFile(path) as archive:
        return SHEET, archive.read(SHEET).decode()


def of(data, params, committee="DNKS"):
    return problems_for(data, params, committee)


def warning(*texts):
    return Problem(*texts, severity=Severity.WARNING)


# --- number formats


@pytest.mark.parametrize("code", ['0.0" %"', "0.0\\%", "0.0\\ \\%", '0.0"%"', "0.0_%", '[Blue]0.0" procent"'])
def test_a_percent_sign_of_letters_is_no_percentage(data, params, code):
    with changed(data / TARGETS, "Målvärden") as sheet:
        sheet["C2"] = 90
    with changed(data / INDICATORS, "Utfall") as sheet:
        sheet["D2"] = 89.6
        sheet["D2"].number_format = code
    assert of(data, params) == []
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).indicator_values.total("value").value == 89.6


@pytest.mark.parametrize("code", ["0%", "0.0 %", '0.0%" av alla"', "[Red]0.0%", "0.0%;-0.0%"])
def test_a_real_percentage_is_read_as_it_is_shown(data, params, code):
    with changed(data / TARGETS, "Målvärden") as sheet:
        sheet["C2"] = 90
    with changed(data / INDICATORS, "Utfall") as sheet:
        sheet["D2"] = 0.896
        sheet["D2"].number_format = code
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).indicator_values.total("value").value == pytest.approx(
        89.6
    )
    (told,) = of(data, params)
    assert told.found == "Cellen är formaterad som procent. Den har lästs som 89,6."
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("code", "stored", "shown"),
    [
        ("#,##0.0,,", 2_600_000, "Excel visar ”2,6”, men cellen håller 2 600 000."),
        ('0.0,,"mnkr"', 2_600_000, "Excel visar ”2,6mnkr”, men cellen håller 2 600 000."),
        ('#,##0" tkr"', 2_600, "Excel visar ”2 600 tkr”, men cellen håller 2 600."),
        (";;;", 2.6, "Excel visar ingenting, men cellen håller 2,6."),
        ('"saknas"', 2.6, "Excel visar ”saknas”, men cellen håller 2,6."),
        ("-0.0;0.0", 2.6, "Excel visar ”-2,6”, men cellen håller 2,6."),
        ('0","0', 26, "Excel visar ”2,6”, men cellen håller 26."),
        ("[$€-2] 0.0", 2.6, "Excel visar ”€ 2,6”, men cellen håller 2,6."),
        ('0.0" %"', 2.6, "Excel visar ”2,6 %”, men cellen håller 2,6."),
    ],
)
def test_a_number_that_is_shown_as_another_is_an_error_that_says_both(data, params, code, stored, shown):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        sheet["G2"] = stored
        sheet["G2"].number_format = code
    expected = "Ett belopp i mnkr väntas i kolumnen ”Utfall”."
    found = shown.replace("håller 2 600 000", f"håller 2{NBSP}600{NBSP}000").replace(
        "håller 2 600.", f"håller 2{NBSP}600."
    )
    assert of(data, params) == [Problem(INVESTMENTS, "Investeringar", "G2", found, expected, PLAIN)]
    # The other committee has its report.
    assert of(data, params, "DNKT") == []


@pytest.mark.parametrize(
    "code", ["0.0;[Red]-0.0", '#,##0.0\\ "mnkr"', "0", "_-* #,##0.0_-;-* #,##0.0_-", "0.0E+00", "# ?/?"]
)
def test_a_format_that_only_rounds_or_decorates_says_nothing(data, params, code):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        for column in "FGH":
            sheet[f"{column}2"].number_format = code
    assert of(data, params) == []
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).investments.total("outcome").value == 500_000


def test_kronor_shown_in_mnkr_with_their_unit_are_the_same_amount(data, params):
    with changed(data / LEDGER, "Huvudbok") as sheet:
        for number in range(6, 66):
            sheet[f"G{number}"].number_format = '#,##0.0,,"mnkr"'
    assert of(data, params) == []
    with changed(data / LEDGER, "Huvudbok") as sheet:
        for number in range(6, 66):
            sheet[f"G{number}"].number_format = "#,##0.0,,"
    (told,) = of(data, params)
    assert told.cell == "G6:G64"
    assert told.found == (
        f"Excel visar ”\u22121,0”, men cellen håller \u22121{NBSP}000{NBSP}000. "
        "Det står i cell G6; samma slags fel finns i 48 celler."
    )


def test_a_correction_settles_what_a_scaled_cell_means(data, params, tmp_path):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        sheet["G2"] = 500_000
        sheet["G2"].number_format = "0.0,,"
        sheet["G2"].font = Font(strike=True)
    line = "{workbook: 2024/2024-04/investeringar.xlsx, sheet: Investeringar, cell: G2, expects: 500000, value: 0.5, "
    text = f"corrections:\n  - {line}why: Kronor, decided_by: controller, decided_on: 2024-05-21}}\n"
    settled = load_params(write_params(tmp_path / "params", corrections=text))
    assert of(data, settled) == []
    assert load_sources(subject_of(data, APRIL, "DNKS", settled)).investments.total("outcome").value == 500_000


def test_an_account_keeps_its_leading_zeros(data, params):
    with changed(data / LEDGER, "Huvudbok") as sheet:
        for number in range(6, 66):
            sheet[f"E{number}"] = sheet[f"E{number}"].value - 2700
            sheet[f"E{number}"].number_format = "0000"
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).ledger.values("account") == ["0310", "1310"]


def test_a_format_of_conditional_formatting_is_told(data, params):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        style = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode="0.0,,"))
        sheet.conditional_formatting.add("G2:G3", Rule(type="expression", dxf=style, formula=["G2>1000"]))
        harmless = DifferentialStyle(numFmt=NumberFormat(numFmtId=201, formatCode="0.00"))
        sheet.conditional_formatting.add("H2:H3", Rule(type="expression", dxf=harmless, formula=["H2>1000"]))
    assert of(data, params) == [
        warning(
            INVESTMENTS,
            "Investeringar",
            "",
            "Villkorsstyrd formatering med talformatet ”0.0,,” kan visa andra tal än dem som cellerna G2:G3 håller. "
            "Cellernas egna tal har lästs.",
            "Det som visas väntas vara det som cellen håller.",
            "Ta bort talformatet ur den villkorsstyrda formateringen.",
        )
    ]


# --- hidden rows, columns and sheets

SEEN = "Det som är dolt läses som allt annat, men den som tittar i arbetsboken ser det inte."
SHOW = "Ta fram det dolda om det ska vara med i rapporten, annars ta bort det."


def test_hidden_rows_and_columns_are_told_once_for_each_sheet(data, params):
    with changed(data / LEDGER, "Huvudbok") as sheet:
        # 6 is Bibliotek's revenue, 7-9 follow, 10 is DNKT's; 66 and 67 are empty.
        for number in (6, 8, 9, 10, 66, 67):
            sheet.row_dimensions[number].hidden = True
        for letter in ("D", "H", "N"):
            sheet.column_dimensions[letter].hidden = True
    found = "Kolumnerna D och H är dolda. Raderna 6 och 8–9 är dolda."
    assert of(data, params) == [warning(LEDGER, "Huvudbok", "", found, SEEN, SHOW)]
    found = "Kolumnerna D och H är dolda. Raden 10 är dold."
    assert of(data, params, "DNKT") == [warning(LEDGER, "Huvudbok", "", found, SEEN, SHOW)]


def test_rows_that_a_filter_or_a_closed_group_hides(data, params):
    with changed(data / DNKS, "Prognos") as sheet:
        sheet.auto_filter.ref = "A1:E5"
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions.group(4, 4, hidden=True)
        sheet.column_dimensions.group("C", "D", hidden=True)
    found = "Kolumnerna C och D är dolda. Raderna 3–4 är dolda."
    assert of(data, params) == [warning(DNKS, "Prognos", "", found, SEEN, SHOW)]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_told_if_it_is_read(data, params, state):
    book = openpyxl.load_workbook(data / DNKS)
    book["Uppdrag"].sheet_state = state
    book.create_sheet("Arbetsblad").sheet_state = state
    book.save(data / DNKS)
    assert of(data, params) == [warning(DNKS, "Uppdrag", "", "Bladet är dolt.", SEEN, SHOW)]


def test_a_hidden_answer_in_a_form(data, params):
    with changed(data / DNKS, "Rapport") as sheet:
        sheet.row_dimensions[8].hidden = True
        # The title's row is not read.
        sheet.row_dimensions[1].hidden = True
    assert of(data, params) == [warning(DNKS, "Rapport", "", "Raden 8 är dold.", SEEN, SHOW)]


def test_hidden_is_seen_however_it_is_written():
    rows = row(1, 5, attributes=' hidden="true"') + row(2, 5, attributes=' ht="0.0" customHeight="1"') + row(3, 5)
    marks = sheet_of(
        raw_book(rows, before="<cols><col min='2' max='3' hidden='1'/><col min='5' max='5' width='0'/></cols>")
    )
    assert marks.marks.hidden_rows == {0, 1}
    assert marks.marks.hidden_columns == [(1, 2), (4, 4)]
    shown = raw_book(
        row(1, 5, attributes=' hidden="0"'), before='<cols><col min="1" max="1" hidden="0" width="9"/></cols>'
    )
    assert sheet_of(shown).marks.hidden_rows == set()
    assert sheet_of(shown).marks.hidden_columns == []


# --- struck through

KEEP = "Det som läses väntas inte vara överstruket."
UNSTRIKE = "Ta bort texten om den inte gäller, annars ta bort överstrykningen."


def test_struck_texts_are_told_once_for_each_row(data, params):
    with changed(data / DNKS, "Mål") as sheet:
        for letter in "ABD":
            sheet[f"{letter}3"].font = Font(strike=True)
        # Outside the table, and an empty cell.
        sheet["H9"] = "x"
        sheet["H9"].font = sheet["D9"].font = Font(strike=True)
    found = "Texterna i cellerna A3, B3 och D3 är överstrukna, helt eller delvis. De har lästs."
    assert of(data, params) == [warning(DNKS, "Mål", "A3", found, KEEP, UNSTRIKE)]


def test_a_text_of_which_a_part_is_struck(data, params):
    with changed(data / DNKS, "Mål") as sheet:
        parts = (TextBlock(InlineFont(strike=True), "Enligt plan."), TextBlock(InlineFont(b=True), " Försenat."))
        sheet["D3"] = CellRichText(*parts)
    found = "Texten i cell D3 är överstruken, helt eller delvis. Den har lästs."
    assert of(data, params) == [warning(DNKS, "Mål", "D3", found, KEEP, UNSTRIKE)]
    assert (
        load_sources(subject_of(data, APRIL, "DNKS", params)).goals.where(goal="2.1").text("motivation")
        == "Enligt plan. **Försenat.**"
    )


def test_a_part_of_a_shared_text_is_struck():
    texts = [
        "<t>Hel</t>",
        "<r><t>En </t></r><r><rPr><strike/></rPr><t>del</t></r>",
        '<r><rPr><strike val="0"/></rPr></r>',
    ]
    cells = "".join(f'<c r="{letter}1" t="s"><v>{number}</v></c>' for number, letter in enumerate("ABC"))
    assert sheet_of(raw_book(f'<row r="1">{cells}</row>', texts=texts)).marks.struck == {(0, 1)}


def test_a_struck_number_is_an_error(data, params):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        for letter in "CG":
            sheet[f"{letter}2"].font = Font(strike=True)
    assert of(data, params) == [
        warning(
            INVESTMENTS,
            "Investeringar",
            "C2",
            "Texten i cell C2 är överstruken, helt eller delvis. Den har lästs.",
            KEEP,
            UNSTRIKE,
        ),
        Problem(
            INVESTMENTS,
            "Investeringar",
            "G2",
            "Talet är överstruket.",
            "Det går inte att veta om ett överstruket tal ska räknas med.",
            "Gäller talet: ta bort överstrykningen. Gäller hela raden inte: ta bort raden. "
            "Annars: skriv det tal som gäller.",
        ),
    ]
    assert of(data, params, "DNKT") == []


# --- other cells that are not to be seen


def test_a_text_with_a_format_that_shows_nothing(data, params):
    with changed(data / DNKS, "Mål") as sheet:
        sheet["D3"].number_format = ";;;"
    assert of(data, params) == [
        warning(
            DNKS,
            "Mål",
            "D3",
            "Texten i cellen syns inte: talformatet visar ingenting.",
            "Det som läses väntas vara synligt.",
            "Ge cellen ett vanligt format om texten ska vara med, annars ta bort den.",
        )
    ]


WHITE_ON_WHITE = (
    "Cellens innehåll syns inte: det är vitt på vit botten. Det har lästs.",
    "Det som läses väntas vara synligt.",
    "Ge texten en färg som syns om innehållet ska vara med, annars ta bort det.",
)


@pytest.mark.parametrize(
    ("colour", "fill"),
    [
        (Color(rgb="FFFFFFFF"), None),
        (Color(theme=0), None),
        (Color(indexed=9), None),
        (Color(rgb="FFFFFFFF"), PatternFill("solid", fgColor="FFFFFFFF")),
    ],
)
def test_white_on_white(data, params, colour, fill):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        for cell in ("C2", "G2"):
            sheet[cell].font = Font(color=colour)
            if fill:
                sheet[cell].fill = fill
    assert of(data, params) == [warning(INVESTMENTS, "Investeringar", cell, *WHITE_ON_WHITE) for cell in ("C2", "G2")]
    assert of(data, params, "DNKT") == []


@pytest.mark.parametrize(
    ("colour", "fill"),
    [
        (Color(rgb="FFFFFFFF"), PatternFill("solid", fgColor="FF005A9C")),
        (Color(theme=0, tint=-0.5), None),
        (Color(rgb="FF000000"), PatternFill("solid", fgColor="FFFFFFFF")),
    ],
)
def test_what_can_be_seen_is_not_told(data, params, colour, fill):
    with changed(data / INVESTMENTS, "Investeringar") as sheet:
        sheet["G2"].font = Font(color=colour)
        if fill:
            sheet["G2"].fill = fill
    assert of(data, params) == []


def test_a_number_below_merged_cells_is_an_error():
    content = raw_book(row(1, "a", 5) + row(2, "b", 7), after='<mergeCells><mergeCell ref="B1:B2"/></mergeCells>')
    sheet = sheet_of(content)
    assert sheet.merged == ((0, 1, 1, 1),)
    assert sheet.rows == [["a", 5.0], ["b", 7.0]]


def test_what_merged_cells_cover_is_told(data, params):
    path = data / INVESTMENTS
    with changed(path, "Investeringar") as sheet:
        sheet["F4"] = None
    part, xml = first_sheet(path)
    xml = xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="G2:H3"/></mergeCells>')
    path.write_bytes(with_parts(path.read_bytes(), {part: xml}))
    told = [problem for problem in of(data, params) if problem.severity is Severity.ERROR]
    assert told == [
        Problem(
            INVESTMENTS,
            "Investeringar",
            "H2",
            "Cellens innehåll syns inte: den ingår i ett område med sammanslagna celler.",
            "Det som läses väntas vara synligt.",
            "Dela upp de sammanslagna cellerna och kontrollera vad som ska stå i var och en.",
        )
    ]


# --- sheets of nearly the same name


def test_of_two_sheets_the_one_that_is_spelled_so_is_read_and_the_other_told(data, params):
    book = openpyxl.load_workbook(data / DNKS)
    other = book.create_sheet("MÅL ", 0)
    other.append(["Mål", "Bedömning", "Trend", "Motivering"])
    other.append(["1.1", "Bedöms inte uppnås", "Minskande", "Gammalt."])
    book.save(data / DNKS)
    assert of(data, params) == [
        warning(
            DNKS,
            "Mål",
            "",
            "Arbetsboken har också bladet ”MÅL ”, med nästan samma namn. Det läses inte.",
            "Ett enda blad väntas med det namnet.",
            "Kontrollera att rätt blad läses, och ta bort det andra eller ge det ett annat namn.",
        )
    ]
    assert (
        load_sources(subject_of(data, APRIL, "DNKS", params)).goals.where(goal="1.1").text("assessment") == "on_track"
    )


def test_two_sheets_of_which_none_is_spelled_so():
    content = raw_book("", sheets={"Mål ": row(1, 5), "MÅL.": row(1, 7)})
    with pytest.raises(ReportError) as caught:
        sheet_of(content, "Mål")
    (problem,) = caught.value.problems
    assert problem.message == (
        "Flera blad heter nästan ”Mål”: ”Mål ” och ”MÅL.”. Ett blad med det namnet väntas. "
        "Döp det blad som ska läsas till ”Mål”, och de andra till något annat."
    )
    assert sheet_of(content, "MÅL.").rows == [[7.0]]


def test_a_formula_from_another_workbook_is_told(data, params):
    path = data / INVESTMENTS
    part, xml = first_sheet(path)
    assert '<c r="G2" t="n"><v>0.5</v></c>' in xml
    xml = xml.replace('<c r="G2" t="n"><v>0.5</v></c>', '<c r="G2"><f>[1]Blad1!B7</f><v>0.5</v></c>')
    path.write_bytes(
        with_parts(path.read_bytes(), {part: xml, "xl/externalLinks/externalLink1.xml": "<externalLink/>"})
    )
    assert of(data, params) == [
        warning(
            INVESTMENTS,
            "Investeringar",
            "G2",
            "Formeln hämtar sitt värde utanför arbetsboken. Det senast sparade värdet har lästs.",
            "Värden väntas stå i arbetsboken själv.",
            "Öppna arbetsboken i Excel, uppdatera länkarna och spara den, eller klistra in värdena.",
        )
    ]


def test_a_formula_that_was_saved_as_zero_is_an_error(data, params):
    path = data / INVESTMENTS
    part, xml = first_sheet(path)
    path.write_bytes(
        with_parts(
            path.read_bytes(),
            {part: xml.replace('<c r="G2" t="n"><v>0.5</v></c>', '<c r="G2"><f>B7*2</f><v>0</v></c>')},
        )
    )
    expected, remedy = (
        "Ett belopp i mnkr väntas i kolumnen ”Utfall”.",
        "Öppna arbetsboken i Excel, låt den räkna om och spara den.",
    )
    lost = "Här står en formel utan beräknat värde."
    assert of(data, params) == [Problem(INVESTMENTS, "Investeringar", "G2", lost, expected, remedy)]
    both = xml.replace('<c r="G2" t="n"><v>0.5</v></c>', '<c r="G2"><f>B7*2</f><v>0</v></c>').replace(
        '<c r="H2" t="n"><v>2</v></c>', '<c r="H2"><f>1+1</f><v>2</v></c>'
    )
    path.write_bytes(with_parts(path.read_bytes(), {part: both}))
    doubtful = "Här står en formel vars värde 0 kanske aldrig har beräknats: arbetsboken väntar på att räknas om."
    assert of(data, params) == [Problem(INVESTMENTS, "Investeringar", "G2", doubtful, expected, remedy)]
