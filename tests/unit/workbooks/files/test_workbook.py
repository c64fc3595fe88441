"""Hostile and broken workbooks, and what calamine does not say about honest ones."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
import workbooks

from followup.ground.errors import Problem, ReportError
from followup.workbooks.cells.cell_values import ErrorCell, PercentCell, UncomputedFormula
from followup.workbooks.files import archive, cell_order, sheet_xml
from followup.workbooks.files.cell_order import is_plainly_ordered
from followup.workbooks.files.workbook import open_workbook

NAME = "2024/prov.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
SAVE_AGAIN = "Öppna filen i Excel och spara den på nytt som Excel-arbetsbok (.xlsx)."


def book(rows=(("Rubrik", 1.5),), **changes) -> bytes:
    """A workbook with one sheet, Blad, as openpyxl writes it; `changes` edit the openpyxl sheet's cells."""
    written = openpyxl.Workbook()
    sheet = written.active
    sheet.title = "Blad"
    for row in rows:
        sheet.append(row)
    for cell, value in changes.items():
        sheet[cell] = value
    target = io.BytesIO()
    written.save(target)
    return target.getvalue()


def with_parts(content: bytes, parts: dict[str, bytes | str], compression=zipfile.ZIP_DEFLATED) -> bytes:
    """The same archive with some parts replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", compression) as copy:
        for name in dict.fromkeys([*source.namelist(), *parts]):
            copy.writestr(name, parts[name] if name in parts else source.read(name))
    return target.getvalue()


def sheet_xml_of(cells: str) -> str:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}"><sheetData>{cells}</sheetData></worksheet>'


def with_cells(cells: str) -> bytes:
    return with_parts(book(), {SHEET: sheet_xml_of(cells)})


def rows_of(content: bytes):
    return open_workbook(content, NAME).sheet("Blad").rows


def problem_of(content: bytes, sheet: str = "") -> Problem:
    with pytest.raises(ReportError) as caught:
        open_workbook(content, NAME).sheet(sheet or "Blad")
    (problem,) = caught.value.problems
    return problem


def refused(found, expected="En Excel-arbetsbok (.xlsx) väntas.", remedy=SAVE_AGAIN, sheet="") -> Problem:
    return Problem(NAME, sheet, "", found, expected, remedy)


def test_an_honest_workbook():
    # Written once: the time of writing stands in it, and moves the size by a few bytes.
    content = book([("Rubrik", 1.5), (None, date(2024, 5, 8)), ("", True)])
    workbook = open_workbook(content, NAME)
    sheet = workbook.sheet(" blad ")
    assert sheet.rows == [["Rubrik", 1.5], ["", date(2024, 5, 8)], ["", True]]
    assert re.fullmatch("[0-9a-f]{64}", workbook.sha256)
    assert workbook.size == len(content)


def test_an_empty_file():
    remedy = "Lägg dit filen på nytt: överföringen har troligen avbrutits."
    assert problem_of(b"") == refused("Filen är tom.", remedy=remedy)


@pytest.mark.parametrize(
    "content",
    [
        b"Period;Belopp\n2024-01;5\n",
        book()[:1000],
        with_parts(book(), {"xl/workbook.xml": "<workbook"}),
        with_parts(book(), {"[Content_Types].xml": b"PK"}).replace(b"xl/workbook.xml", b"xl/workbokk.xml"),
    ],
    ids=["text", "cut off", "broken xml", "no workbook part"],
)
def test_no_workbook_at_all(content):
    assert problem_of(content) == refused("Filen är ingen Excel-arbetsbok, eller så är den skadad.")


def test_a_zip_bomb_is_refused_before_it_is_unzipped(monkeypatch):
    def unzipped(*args):
        raise AssertionError("the bomb was unzipped")

    content = with_parts(book(), {"xl/media/zeros.xml": bytes(301 * 2**20)})
    smaller = with_parts(book(), {"xl/media/zeros.xml": bytes(30 * 2**20)})
    assert len(content) < 2**20
    monkeypatch.setattr(zipfile.ZipFile, "read", unzipped)
    assert problem_of(content) == refused(
        "Filen packas upp till 301 MB.",
        "En arbetsbok packas upp till högst 300 MB och högst 200 gånger sin storlek.",
        "Kopiera de blad som rapporten läser till en ny arbetsbok, som värden, och spara den med filens namn.",
    )
    assert problem_of(smaller).found == "Filen packas upp till 30 MB."


def test_an_archive_that_lies_about_its_sizes_is_damaged():
    content = bytearray(with_parts(book(), {"xl/sharedStrings.xml": b"<sst>" + b" " * 100_000 + b"</sst>"}))
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        size = source.getinfo("xl/sharedStrings.xml").file_size
    for start in range(len(content) - 4):
        if content[start : start + 4] == size.to_bytes(4, "little"):
            content[start : start + 4] = (10).to_bytes(4, "little")
    assert problem_of(bytes(content)) == refused("Filen är ingen Excel-arbetsbok, eller så är den skadad.")


def test_too_many_parts(monkeypatch):
    monkeypatch.setattr(archive, "MOST_PARTS", 5)
    assert problem_of(book()).expected == "En arbetsbok har högst 5 delar."


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\..\\x.xml", "C:x.xml"])
def test_a_part_with_a_path_of_its_own(name):
    found = f"Filen innehåller en del med en otillåten sökväg, ”{name}”."
    assert problem_of(with_parts(book(), {name: "x"})) == refused(found)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_part_twice():
    target = io.BytesIO(book())
    with zipfile.ZipFile(target, "a") as copy:
        copy.writestr(SHEET, sheet_xml_of(""))
    assert problem_of(target.getvalue()) == refused(f"Filen innehåller samma del två gånger: {SHEET}.")


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_entities_of_its_own(part):
    assert problem_of(with_parts(book(), {part: BOMB + "<sst>&b;</sst>"})) == refused(
        f"Delen ”{part}” innehåller egna XML-deklarationer (DOCTYPE eller ENTITY).",
        "Excel skriver aldrig sådana. De kan användas för att slå ut den som läser filen.",
        "Ta reda på varifrån filen kommer. Öppna den i Excel och spara den på nytt om den är äkta.",
    )


def test_another_encoding_hides_nothing():
    content = with_parts(book(), {SHEET: (BOMB + sheet_xml_of("")).encode("utf-16")})
    assert problem_of(content).found == f"Delen ”{SHEET}” innehåller egna XML-deklarationer (DOCTYPE eller ENTITY)."


def test_a_declared_extent_is_not_believed():
    dimension = '<dimension ref="A1:XFD1048576"/><sheetData>'
    xml = sheet_xml_of('<row r="1"><c r="A1"><v>7</v></c></row>').replace("<sheetData>", dimension)
    assert rows_of(with_parts(book(), {SHEET: xml})) == [[7.0]]


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c s='0' r='XFD1048576'><v>1</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="e"/></row>',
        '<row r="1048576">' + "<c><v>1</v></c>" * 10 + "</row>",
    ],
)
def test_cells_far_away_are_refused(cells):
    problem = problem_of(with_cells(cells))
    assert re.fullmatch(r"Bladet sträcker sig över 1048576 rader och (16384|10) kolumner\.", problem.found)
    assert problem.expected == "Ett blad har högst 500000 rader, 1000 kolumner och 3300000 celler."
    assert problem.remedy == "Ta bort innehåll som ligger långt utanför tabellen."
    assert problem.sheet == "Blad"


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>',
        '<row r="1"><c r="A1" t="zz"><v>1</v></c></row>',
        # The tag of B1 is gone, and what is left of it stands between the cells.
        '<row r="1"><c r="A1"><v>1</v></c>r="B1"&gt;2</row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>ett</t></is>k r="B1" t="inlineStr"&gt;</c></row>',
    ],
)
def test_cells_that_cannot_be(cells):
    assert problem_of(with_cells(cells)).found == "Bladet kan inte läsas: filen är skadad."


def test_a_sheet_of_plain_values_is_not_parsed_twice(monkeypatch, tmp_path):
    def run(*args):
        raise AssertionError("the sheet was parsed")

    content = (workbooks.write_books(tmp_path) / workbooks.LEDGER).read_bytes()
    monkeypatch.setattr(sheet_xml._Scan, "run", run)
    assert len(open_workbook(content, NAME).sheet("Huvudbok").rows) == 65


def _row(number: int, *cells: str, text: str = "<v>1</v>") -> str:
    return f'<row r="{number}">' + "".join(f'<c r="{cell}">{text}</c>' for cell in cells) + "</row>"


@pytest.mark.parametrize("text", ["<v>1</v>", "<f>1</f><v>1</v>"], ids=["plain", "parsed"])
@pytest.mark.parametrize(
    ("rows", "cell", "found"),
    [
        ([(4, "A4"), (5, "A5", "B5", "B5")], "B5", "Cellen står två gånger i filen."),
        ([(5, "A5", "B5", "C5", "B5")], "B5", "Cellen kommer efter cell C5 i filen."),
        ([(5, "A5"), (5, "B5")], "rad 5", "Raden står två gånger i filen."),
        ([(5, "A5"), (6,), (5, "A5")], "rad 5", "Raden kommer efter rad 6 i filen."),
        ([(9, "A9"), (10, "A10"), (9, "B9")], "rad 9", "Raden kommer efter rad 10 i filen."),
        ([(5, "A5", "B7"), (6, "A6")], "B7", "Cellen kommer efter rad 5 i filen."),
        ([(5, "A5"), (12, "A1", "B12")], "A1", "Cellen kommer efter rad 12 i filen."),
        ([(1, "A11")], "A11", "Cellen kommer efter rad 1 i filen."),
    ],
)
def test_what_stands_twice_or_out_of_order_is_told_with_its_cell(rows, cell, found, text):
    """Readers differ in which of the values they take."""
    content = with_cells("".join(_row(number, *cells, text=text) for number, *cells in rows))
    assert problem_of(content) == Problem(
        NAME,
        "Blad",
        cell,
        f"{found} Vilket värde som läses beror på programmet.",
        "Varje rad och cell väntas en gång, och i ordning.",
        "Öppna filen i Excel, kontrollera bladet och spara den på nytt som Excel-arbetsbok (.xlsx).",
    )


def test_rows_and_cells_that_are_left_out_are_in_order(monkeypatch):
    cells = _row(2, "B2", "Z2") + _row(3) + _row(9, "A9") + _row(10, "A10", "C10") + _row(999999, "A999999")
    xml = sheet_xml_of(cells).encode()
    assert is_plainly_ordered(xml, xml.index(b"<sheetData"), xml.index(b"</sheetD"))
    # Beyond what is searched at a time, too.
    monkeypatch.setattr(cell_order, "_CHUNK", 7)
    assert is_plainly_ordered(xml, xml.index(b"<sheetData"), xml.index(b"</sheetD"))
    without = '<row><c><v>1</v></c></row><row r="7" spans="1:2"><c><v>2</v></c><c r="C7"><v>3</v></c></row>'
    rows = rows_of(with_cells(without))
    assert (len(rows), rows[0][0], rows[6][0], rows[6][2]) == (7, 1, 2, 3)


def test_columns_beyond_z_and_prefixed_names_are_read():
    assert rows_of(with_cells('<row r="1"><c r="AB1"><v>7</v></c></row>')) == [[""] * 27 + [7.0]]
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = (
        f'<x:worksheet xmlns:x="{namespace}"><x:sheetData><x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>'
        '<x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert rows_of(with_parts(book(), {SHEET: xml})) == [[ErrorCell("#N/A"), 7.0]]


def test_a_sheet_whose_xml_is_cut_off():
    content = with_parts(book(), {SHEET: sheet_xml_of('<row r="1"><c r="A1"><f>1+1</f>')[:-30]})
    assert problem_of(content) == refused(
        "Bladet kan inte läsas: filen är skadad.", "Ett blad med hela rader och kolumner väntas.", sheet="Blad"
    )


def test_failed_formulas_and_formulas_without_value_come_back():
    rows = rows_of(
        with_cells(
            '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="e"><f>X!A1</f><v>#REF!</v></c></row>'
            '<row r="2"><c r="A2"><f>SUM(A1)</f><v>7</v></c><c r="B2"><f>1/0</f></c>'
            '<c r="C2" t="str"><f>""</f><v></v></c></row>'
        )
    )
    assert rows == [[7.0, ErrorCell("#REF!"), ""], [7.0, UncomputedFormula(), ""]]


def test_an_error_beyond_the_last_value_is_seen_too():
    rows = rows_of(
        with_cells('<row r="1"><c r="A1"><v>7</v></c></row><row r="3"><c r="D3" t="e"><v>#N/A</v></c></row>')
    )
    assert rows == [[7.0, "", "", ""], ["", "", "", ""], ["", "", "", ErrorCell("#N/A")]]


def test_a_formula_that_openpyxl_wrote_has_no_value():
    assert rows_of(book(C1="=SUM(B1:B1)")) == [["Rubrik", 1.5, UncomputedFormula()]]


def test_cells_shown_as_percentages():
    written = openpyxl.Workbook()
    sheet = written.active
    sheet.title = "Blad"
    sheet.append([0.045, 0.045, 0.5, "0,5 %"])
    sheet["A1"].number_format = "0.0%"
    sheet["C1"].number_format = "0 %;[Red]-0 %"
    target = io.BytesIO()
    written.save(target)
    assert rows_of(target.getvalue()) == [[PercentCell(0.045), 0.045, PercentCell(0.5), "0,5 %"]]


def test_infinite_and_unreadable_numbers_do_not_stop_the_reading():
    rows = rows_of(with_cells('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c></row>'))
    assert rows[0][0] == float("inf")
    assert rows[0][1] != rows[0][1]


def test_strict_open_xml_is_read():
    content = book([("Rubrik", 1.5)])
    strict = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006": "http://purl.oclc.org/ooxml/officeDocument",
    }
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        for name in source.namelist():
            text = source.read(name).decode()
            for old, new in strict.items():
                text = text.replace(old, new)
            parts[name] = text
    assert rows_of(with_parts(content, parts)) == [["Rubrik", 1.5]]


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_missing_drawing_does_not_matter():
    xml = sheet_xml_of('<row r="1"><c r="A1"><v>7</v></c></row>').replace(
        "</worksheet>",
        f'<drawing xmlns:r="{OFFICE}" r:id="rId1"/></worksheet>',
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    assert rows_of(with_parts(book(), {SHEET: xml, "xl/worksheets/_rels/sheet1.xml.rels": relations})) == [[7.0]]


def test_hidden_sheets_and_merged_cells():
    written = openpyxl.Workbook()
    sheet = written.create_sheet("Dolt")
    sheet.append(["Titel", None, None, "x"])
    sheet.merge_cells("A1:C1")
    sheet.sheet_state = "veryHidden"
    target = io.BytesIO()
    written.save(target)
    found = open_workbook(target.getvalue(), NAME).sheet("Dolt")
    assert found.rows == [["Titel", "", "", "x"]]
    assert found.merged == ((0, 0, 0, 2),)


def test_a_sheet_that_is_missing():
    assert problem_of(book(), "Blaad") == refused(
        "Bladet ”Blaad” saknas. Arbetsboken har bladen ”Blad”.",
        "",
        "Menades det med ”Blad”? Byt i så fall namn på bladet till ”Blaad”.",
        sheet="Blaad",
    )


def test_a_crash_of_the_compiled_reader_is_a_damaged_sheet_and_prints_nothing(capfd):
    """calamine's arithmetic with dates gives up on a date of 1e308 days before 1900."""
    content = book([(date(2024, 5, 8),)])
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        xml = re.sub(r"<v>[^<]*</v>", "<v>-1e308</v>", source.read(SHEET).decode())
    assert problem_of(with_parts(content, {SHEET: xml})) == refused(
        "Bladet kan inte läsas: filen är skadad.", "Ett blad med hela rader och kolumner väntas.", sheet="Blad"
    )
    assert capfd.readouterr().err == ""
