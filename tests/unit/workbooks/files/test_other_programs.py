"""Workbooks as other programs than Excel pack and write them: the same cells, or refused, never other ones."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from followup.ground.errors import ReportError
from followup.workbooks.cells.cell_values import ErrorCell, PercentCell
from followup.workbooks.files import second_reader
from followup.workbooks.files.part_names import is_usual
from followup.workbooks.files.value_blanks import without_blanks
from followup.workbooks.files.workbook import Sheet, open_workbook
from followup.workbooks.files.xml_encoding import in_utf8
from tests.raw_books import raw_book

NAME = "2024/prov.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
ROWS = [
    ["Månad", "Konto", "Utfall", "Dag", "Andel"],
    ["2024-01", "Årsta", 10.5, date(2024, 4, 1), PercentCell(0.045)],
    ["2024-02", "Öbo", ErrorCell("#DIV/0!"), date(2024, 4, 2), PercentCell(0.5)],
]
DAMAGED = "Bladet kan inte läsas: filen är skadad."

Edit = Callable[[str, bytes], tuple[str, bytes]]


def book() -> bytes:
    """A sheet with texts, numbers, days, percentages, a failed formula, a merged area and a hidden row."""
    target = io.BytesIO()
    written = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = written.add_worksheet("Blad")
    day, share = written.add_format({"num_format": "yyyy-mm-dd"}), written.add_format({"num_format": "0.0%"})
    sheet.write_row(0, 0, ROWS[0])
    for number, (month, account, amount, when, part) in enumerate(ROWS[1:], start=1):
        sheet.write(number, 0, month)
        sheet.write(number, 1, account)
        if number == 2:
            sheet.write_formula(number, 2, "=1/0", None, "#DIV/0!")
        else:
            sheet.write(number, 2, amount)
        sheet.write_datetime(number, 3, when, day)
        sheet.write(number, 4, part.fraction, share)
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.merge_range(4, 0, 4, 1, "")
    written.close()
    return target.getvalue()


def edited(edit: Edit, content: bytes | None = None) -> bytes:
    """The workbook with each part's name and content changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or book())) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(*edit(name, source.read(name)))
    return target.getvalue()


def named(change: Callable[[str], str]) -> Edit:
    return lambda name, content: (change(name), content)


def replaced(part: str, old: str, new: str) -> Edit:
    def edit(name: str, content: bytes) -> tuple[str, bytes]:
        if name != part:
            return name, content
        assert old in content.decode()
        return name, content.decode().replace(old, new).encode()

    return edit


def moved(name: str, content: bytes) -> tuple[str, bytes]:
    """The workbook in a folder and a file of other names, as only its own relations say."""
    for old, new in (("xl/", "kalk/"), ("workbook.xml", "bok.xml")):
        if not name.startswith("docProps"):
            name, content = name.replace(old, new), content.replace(old.encode(), new.encode())
    return name, content


def encoded(part: str, encoding: str, declared: str) -> Edit:
    def edit(name: str, content: bytes) -> tuple[str, bytes]:
        return name, content.decode().replace("UTF-8", declared).encode(encoding) if name == part else content

    return edit


def read(content: bytes) -> Sheet:
    return open_workbook(content, NAME).sheet("Blad")


RELATIONS = "xl/_rels/workbook.xml.rels"
TEXTS = "xl/sharedStrings.xml"
EDITS = {
    "as it is": named(str),
    "backslashes": named(lambda name: name.replace("/", "\\")),
    "dots": named(lambda name: f"./{name}"),
    "large letters": named(str.upper),
    "texts and styles in other letters": named(lambda name: name.replace("sharedS", "SharedS").replace("styl", "Styl")),
    "moved": moved,
    "whole paths": replaced(RELATIONS, 'Target="', 'Target="/xl/'),
    "paths with dots": replaced(RELATIONS, 'Target="', 'Target="../xl/./'),
    "paths with backslashes": replaced(RELATIONS, "worksheets/", "worksheets\\"),
    "UTF-16": encoded(SHEET, "utf-16", "UTF-16"),
    "Latin-1": encoded(TEXTS, "latin-1", "ISO-8859-1"),
    "Windows-1252": encoded(TEXTS, "cp1252", "Windows-1252"),
    "blanks around a number": replaced(SHEET, "<v>10.5</v>", "<v>\n  10.5\n</v>"),
    "blanks around every text": replaced(SHEET, ' t="s"><v>', ' t="s"><v> '),
    "an extent that is none": replaced(SHEET, '<dimension ref="', '<dimension ref="A:'),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_same_cells(edit):
    sheet = read(edited(edit))
    assert [row[:5] for row in sheet.rows[:3]] == ROWS
    assert sheet.merged == ((4, 0, 4, 1),)
    assert sheet.marks.hidden_rows == {2}


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (replaced(SHEET, ' t="s"><v>1<', ' t="s"><v>1.0<'), DAMAGED),
        (replaced(SHEET, ' t="s"><v>1<', ' t="s"><v>-1<'), DAMAGED),
        (replaced(SHEET, ' t="s"><v>1<', ' t="x"><v>1<'), DAMAGED),
        (
            encoded(TEXTS, "utf-8", "ISO-8859-1"),
            f"Delen ”{TEXTS}” är sparad i en kodning som inte känns igen, eller som kan vara två.",
        ),
        (
            encoded(SHEET, "utf-8", "UTF-7"),
            f"Delen ”{SHEET}” är sparad i en kodning som inte känns igen, eller som kan vara två.",
        ),
        (
            named(lambda name: name.replace("xl/styles.xml", "xl/format.xml")),
            "Listan med arbetsbokens format saknas i filen.",
        ),
    ],
    ids=["1.0", "-1", "an unknown kind", "two encodings", "UTF-7", "no formats"],
)
def test_what_may_be_another_cell_is_refused(edit, found):
    with pytest.raises(ReportError) as caught:
        read(edited(edit))
    assert [one.found for one in caught.value.problems] == [found]


def test_blanks_around_the_number_of_a_text_hide_nothing():
    """What is struck through, bold or personal is known by that number too."""
    shared = (
        "<t>a</t>",
        "<r><rPr><strike/></rPr><t>b</t></r>",
        '<r><rPr><b/></rPr><t>fet</t></r><r><t xml:space="preserve"> c</t></r>',
    )
    cells = '<row r="1"><c r="A1" t="s"><v> 1 </v></c><c r="B1" t="s"><v>\n2\n</v></c></row>'
    sheet = read(raw_book(cells, texts=shared))
    assert (sheet.rows, sheet.marks.struck, sheet.marks.bold) == ([["b", "fet c"]], {(0, 0)}, {(0, 1): "**fet** c"})


def test_the_blanks_of_a_formulas_text_are_its_own():
    cells = '<row r="1"><c r="A1" t="str"><f>B1</f><v> a </v></c><c r="B1"><v> 2.5 </v></c></row>'
    assert read(raw_book(cells)).rows == [[" a ", 2.5]]


def test_two_parts_of_one_name_are_refused():
    """A workbook in two folders: which of them is read would be chance."""
    target = io.BytesIO(edited(moved))
    with zipfile.ZipFile(target, "a") as copy:
        copy.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ReportError) as caught:
        read(target.getvalue())
    assert [one.found for one in caught.value.problems] == ["Filen innehåller samma del två gånger: xl/workbook.xml."]


def test_the_second_reader_gives_what_the_first_gives(monkeypatch):
    """Kinds of values that a table has, as openpyxl and not as its own writer writes them."""
    written = openpyxl.Workbook()
    written.active.title = "Blad"
    for row in [("Text", 3, 2.5, True), (None, date(2024, 4, 1), "a_x0041_b", -0.5), (), ("Sist", None, None, None)]:
        written.active.append(row)
    target = io.BytesIO()
    written.save(target)
    for content in (target.getvalue(), book()):
        first = read(content)
        with monkeypatch.context() as patch:
            patch.setattr("followup.workbooks.files.workbook.is_needed", lambda xml: True)
            second = read(content)
        assert second.rows == first.rows
        assert [list(map(type, row)) for row in second.rows] == [list(map(type, row)) for row in first.rows]
        assert (second.merged, second.marks) == (first.merged, first.marks)


def test_the_second_reader_has_a_limit_of_its_own(monkeypatch):
    monkeypatch.setattr(second_reader, "MOST_CELLS", 5)
    with pytest.raises(ReportError) as caught:
        read(edited(EDITS["an extent that is none"]))
    assert [one.found for one in caught.value.problems] == [DAMAGED]


def test_cells_that_the_second_reader_leaves_out_are_an_error(monkeypatch):
    monkeypatch.setattr(openpyxl.worksheet._read_only.ReadOnlyWorksheet, "iter_rows", lambda *_, **__: iter([]))
    with pytest.raises(ReportError) as caught:
        read(edited(EDITS["an extent that is none"]))
    assert [one.found for one in caught.value.problems] == [DAMAGED]


def test_which_packages_are_as_excel_packs_them():
    names = zipfile.ZipFile(io.BytesIO(book())).namelist()
    assert is_usual(names)
    for change in ("large letters", "backslashes", "moved"):
        assert not is_usual(EDITS[change](name, b"")[0] for name in names)


BLANKS = b" " * 190_000


@pytest.mark.parametrize(
    "xml",
    [
        b"<c><v>" + BLANKS + b"<x>",
        b"<c " * 60_000 + b"<v> 1",
        b"<c>" * 60_000 + b"<v> 1",
        b'<c t="s"' + BLANKS + b">" + BLANKS + b"<v" + BLANKS + b">x",
        b"<?xml" + BLANKS + b"?>",
    ],
    ids=["blanks in a value", "tags without end", "cells without values", "blanks in a tag", "a long declaration"],
)
def test_what_is_made_to_be_searched_for_long_is_not(xml):
    """A search that begins anew at each blank would take minutes."""
    begun = time.process_time()
    assert without_blanks(in_utf8(xml)) == xml
    second_reader.is_needed(xml)
    assert time.process_time() - begun < 2
