"""What only an .ods has: formats in pieces, what other workbooks held, comments in the cell."""

from datetime import time, timedelta

import pytest
from other_forms import ods_of

from followup.workbooks.files.marked_cells import ErrorCell
from followup.workbooks.forms.any_workbook import open_any

CELL = "<table:table-cell {}>{}</table:table-cell>"


def book(*cells, more=""):
    row = f"<table:table-row>{''.join(cells)}</table:table-row>"
    return open_any(ods_of(f'<table:table table:name="B">{row}</table:table>{more}'), "b.ods")


def number(value, text, more=""):
    return CELL.format(f'office:value-type="float" office:value="{value}"{more}', f"<text:p>{text}</text:p>")


@pytest.mark.parametrize("text", ["#DIV/0!", "#SAKNAS!", "Err:502", "Fel:502"])
def test_a_number_whose_cell_shows_an_error_is_one(text):
    (row,) = book(number(0, text)).sheet("B").rows
    assert isinstance(row[0], ErrorCell)


def test_an_error_as_libreoffice_writes_it():
    formula = 'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"'
    table = CELL.format(formula, "<text:p>#N/A</text:p>")
    assert book(table).sheet("B").rows == [[ErrorCell("#N/A")]]


def test_a_value_from_another_workbook_is_known():
    cell = number(5, "5", " table:formula=\"of:=['file:///tmp/bok.ods'#$Blad.A1]\"")
    sheet = book(cell).sheet("B")
    assert (sheet.rows, sheet.marks.linked) == ([[5.0]], {(0, 0)})


def test_what_another_workbook_held_is_no_sheet():
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    source = f"<table:table-source/><table:table-row>{cell}</table:table-row>"
    assert list(book(number(1, "1"), more=f'<table:table table:name="x">{source}</table:table>').sheet_paths) == ["B"]


def test_a_personal_number_in_a_comment():
    note = "<office:annotation><text:p>811218-9876</text:p></office:annotation><text:p>x</text:p>"
    (found,) = book(CELL.format('office:value-type="string"', note)).personal_numbers
    assert (found.cell, found.part) == ((0, 0), "En kommentar till cellen")


def test_spaces_tabs_and_line_breaks_in_a_text():
    text = '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e</text:p>'
    assert book(CELL.format('office:value-type="string"', text)).sheet("B").rows == [["a  b\tc\nd\ne"]]


def test_a_format_that_shows_nothing_of_what_stands_there():
    styled = ' table:style-name="c5"'
    text = CELL.format(f'office:value-type="string" office:string-value="text"{styled}', "<text:p>***</text:p>")
    sheet = book(number(5, "", styled), text).sheet("B")
    assert (str(sheet.rows[0][0]), sheet.rows[0][0].value, sheet.rows[0][1]) == ("", 5.0, "text")
    assert sheet.marks.concealed == {(0, 1)}


def test_a_formula_that_is_true():
    assert book(number(1, "SANT", ' table:formula="of:=TRUE()"')).sheet("B").rows == [[True]]


def test_hours_beyond_a_day():
    cells = [
        CELL.format(f'office:value-type="time" office:time-value="{text}"', "") for text in ("PT1H30M", "PT30H0M0S")
    ]
    assert book(*cells).sheet("B").rows == [[time(1, 30), timedelta(hours=30)]]


def test_the_name_of_a_character_in_a_text():
    assert book(CELL.format('office:value-type="string"', "<text:p>a_x0041_b</text:p>")).sheet("B").rows == [
        ["a_x0041_b"]
    ]
