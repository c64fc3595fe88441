"""Numbers and dates as texts, hidden, struck and merged cells, and what is true of them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.books import FRAMES, INDICATORS, INVESTMENTS, TARGETS
from tests.corpus.case import case, untouched
from tests.corpus.cell_edits import cells_of, edited, edited_book, parts, shown_as
from tests.corpus.known_cells import (
    ATTENDANCE,
    BOOK,
    LAST,
    MACHINES,
    SAME_ATTENDANCE,
    SAME_FORECAST,
    SAME_MACHINES,
    put,
)

# Texts ---------------------------------------------------------------------------------------------------------------

for text in ("89,6", "89.6", "89,6 %", "\u00a089,6\u00a0", "89,6%", "89,6 (prel.)"):
    case(
        f"an indicator as the text {text!r}",
        warns="text",
        reads=SAME_ATTENDANCE,
        files=put(INDICATORS, "Utfall", 4, LAST, text),
    )(untouched)
for text in ("ca 89,6", "89,6*", "89-90", ">89", "89,6 mnkr", "8 9,6", "89,,6", "89,6,0", "'89,6"):
    case(
        f"an indicator as the text {text!r}",
        stops="Här står",
        most_errors=1,
        files=put(INDICATORS, "Utfall", 4, LAST, text),
    )(untouched)
for text in ("2,6", "2,6 mnkr", "2 600 tkr", "2 600 000 kr"):
    case(
        f"an investment as the text {text!r}",
        warns="text",
        reads=SAME_MACHINES,
        files=put(INVESTMENTS, "Investeringar", 7, MACHINES, text),
    )(untouched)
for text in ("2.600", "2,6 MSEK?", "2,6 m€", "2'6", "l,6", "2;6", "(2,6)", "1E2000"):
    case(
        f"an investment as the text {text!r}",
        stops="Här står",
        most_errors=1,
        files=put(INVESTMENTS, "Investeringar", 7, MACHINES, text),
    )(untouched)
for text in ("2,6-", "-2,6", "\u22122,6"):
    case(
        f"an investment as the text {text!r}",
        stops="skrivs utan tecken",
        most_errors=1,
        files=put(INVESTMENTS, "Investeringar", 7, MACHINES, text),
    )(untouched)
case(
    "a logical value for an amount",
    stops="SANT",
    most_errors=1,
    files=put(INVESTMENTS, "Investeringar", 7, MACHINES, True),
)(untouched)
case(
    "an empty outcome of an investment",
    stops="tom",
    most_errors=1,
    files=put(INVESTMENTS, "Investeringar", 7, MACHINES, None),
)(untouched)
case(
    "a dash for an outcome that must be there",
    stops="”-”",
    most_errors=1,
    files=put(INVESTMENTS, "Investeringar", 7, MACHINES, "-"),
)(untouched)

for value in ("april 2024", "2024-04-01", datetime(2024, 4, 1), 202404, "202404", "apr 2024", "2024 04"):
    case(
        f"true: an indicator's period as {value!r}",
        reads=SAME_ATTENDANCE,
        files=put(INDICATORS, "Utfall", 3, LAST, value),
    )(untouched)
for value in ("2024-13", "2024-4", "T1 2024", "04", "24-04", 45383, "2024-04-31", "2O24-04"):
    case(
        f"an indicator's period as {value!r}",
        stops="blad Utfall",
        most_errors=1,
        files=put(INDICATORS, "Utfall", 3, LAST, value),
    )(untouched)
case(
    "an indicator's last month with a year too late",
    stops="2025",
    most_errors=1,
    files=put(INDICATORS, "Utfall", 3, LAST, "2025-04"),
)(untouched)
for value in ("jan–apr 2024", "2024-01--2024-04", "2024-02--2024-04"):
    case(
        f"several months, {value}, for an indicator's one",
        stops="som är flera månader",
        most_errors=1,
        files=put(INDICATORS, "Utfall", 3, LAST, value),
    )(untouched)
case(
    "true: an investment's period as January to April",
    files=put(INVESTMENTS, "Investeringar", 1, MACHINES, "januari–april 2024"),
)(untouched)
case(
    "an investment's period as February to April",
    stops="som inte är januari till en månad samma år",
    most_errors=1,
    files=put(INVESTMENTS, "Investeringar", 1, MACHINES, "feb–apr 2024"),
)(untouched)
case(
    "a dash in an indicator's period, that may be January to April",
    stops="”2024-01–04”, som inte är en månad",
    most_errors=1,
    files=put(INDICATORS, "Utfall", 3, LAST, "2024-01–04"),
)(untouched)


def handed_in(value: Any, code: str = "General"):
    def change(sheet: Worksheet) -> None:
        (cell,) = cells_of(sheet, 2, {1: "Lämnad den"})
        cell.value, cell.number_format = value, code

    return edited(BOOK, "Rapport", change)


for value in ("2024-05-14", "14 maj 2024", "20240514"):
    case(f"true: handed in on {value!r}", files=handed_in(value))(untouched)
case("true: a date in another format", files=handed_in(datetime(2024, 5, 14), "d mmmm yyyy"))(untouched)
for value in (
    "05/14/2024",
    "14/5 2024",
    "2024-05-14 10:30",
    "14.5.2024",
    "05/06/2024",
    "14/5",
    "2024-05-32",
    45426.0,
    "förra tisdagen",
):
    case(f"handed in on {value!r}", stops="datum", most_errors=1, files=handed_in(value))(untouched)

# Hidden, struck, merged ----------------------------------------------------------------------------------------------


def hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[8].hidden = True


def hidden_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def struck(cell: Any) -> None:
    cell.font = Font(strike=True)


def white(cell: Any) -> None:
    cell.font = Font(color="FFFFFFFF")
    cell.fill = PatternFill()


case(
    "white text on white in the forecast",
    warns="vitt på vit",
    files=edited(BOOK, "Prognos", lambda sheet: white(sheet["C12"])),
    reads=SAME_FORECAST,
)(untouched)
case("a hidden row of comments", warns="dold", files=edited(BOOK, "Kommentarer", hidden_row))(untouched)
case("a hidden row of the forecast", warns="dold", files=edited(BOOK, "Prognos", hidden_row), reads=SAME_FORECAST)(
    untouched
)
case(
    "a hidden column of the forecast", warns="dold", files=edited(BOOK, "Prognos", hidden_column), reads=SAME_FORECAST
)(untouched)
case(
    "a hidden sheet", warns="dol", files=edited(BOOK, "Uppdrag", lambda sheet: setattr(sheet, "sheet_state", "hidden"))
)(untouched)
case(
    "a very hidden sheet",
    warns="dol",
    files=edited(BOOK, "Mål", lambda sheet: setattr(sheet, "sheet_state", "veryHidden")),
)(untouched)
case(
    "a row of height 0",
    warns="dold",
    files=parts(
        BOOK,
        lambda name, text: (
            text.replace('<row r="8"', '<row r="8" ht="0" customHeight="1"') if name.endswith("sheet3.xml") else text
        ),
    ),
)(untouched)
case(
    "a column of width 0",
    warns="dold",
    files=parts(
        BOOK,
        lambda name, text: (
            re.sub(r'(<col [^>]*width=)"[^"]*"', r'\1"0"', text) if name.endswith("sheet3.xml") else text
        ),
    ),
)(untouched)
case(
    "rows that a filter hides",
    warns="dold",
    files=edited(
        INVESTMENTS,
        "Investeringar",
        lambda sheet: [
            setattr(sheet.row_dimensions[number], "hidden", True)
            for number in range(7, 80)
            if sheet.cell(number, 2).value == "DNKS"
        ],
    ),
)(untouched)
case(
    "a struck-through comment",
    warns="överstruken",
    files=edited(BOOK, "Kommentarer", lambda sheet: struck(sheet["C8"])),
)(untouched)
case(
    "a struck-through amount",
    stops="Talet är överstruket",
    most_errors=1,
    files=edited(INVESTMENTS, "Investeringar", lambda sheet: struck(cells_of(sheet, 7, MACHINES)[0])),
)(untouched)
case(
    "true: merged committee cells",
    files=edited(INVESTMENTS, "Investeringar", lambda sheet: sheet.merge_cells("B7:B11")),
    reader="RS",
)(untouched)
case(
    "true: hidden rows below the table",
    files=edited(
        BOOK,
        "Prognos",
        lambda sheet: [setattr(sheet.row_dimensions[number], "hidden", True) for number in range(60, 90)],
    ),
)(untouched)
case(
    "true: a hidden column to the right of the table",
    files=edited(BOOK, "Prognos", lambda sheet: setattr(sheet.column_dimensions["K"], "hidden", True)),
)(untouched)
case(
    "true: a second sheet of notes",
    files=edited_book(BOOK, lambda book: book.create_sheet("Anteckningar").append(["Ring ekonomi om 12,5 mnkr"])),
)(untouched)
case(
    "true: a hidden sheet of lists",
    files=edited_book(BOOK, lambda book: setattr(book.create_sheet("Listor"), "sheet_state", "hidden")),
)(untouched)


def older_copy(book: Workbook) -> None:
    """A copy of the forecast before it, whose name differs by a space alone."""
    copy = book.copy_worksheet(book["Prognos"])
    for row in range(7, copy.max_row):
        if isinstance(copy.cell(row, 3).value, float | int):
            copy.cell(row, 3).value = 1.0
    copy.title = "Prognos "
    book.move_sheet(copy, -len(book.sheetnames))


case(
    "of two sheets whose names are alike the exact one is read",
    warns="nästan samma namn",
    reads=SAME_FORECAST,
    files=edited_book(BOOK, older_copy),
)(untouched)
case(
    "true: targets with the percent sign in their format",
    files=edited(TARGETS, "Målvärden", lambda sheet: shown_as(cells_of(sheet, 3, ATTENDANCE), '0" %"')),
)(untouched)
case(
    "a target with a real percent format",
    stops="9 000",
    most_errors=1,
    files=edited(TARGETS, "Målvärden", lambda sheet: shown_as(cells_of(sheet, 3, ATTENDANCE), "0%")),
)(untouched)
case(
    "frames shown in tkr",
    stops="Excel visar",
    most_errors=2,
    files=edited(
        FRAMES, "Budgetramar", lambda sheet: shown_as(cells_of(sheet, 2, {1: "Driftnämnd Kultur och skola"}), '0" tkr"')
    ),
)(untouched)
case(
    "a comment with an identity number in a note",
    stops="personnummer",
    files=edited(BOOK, "Kommentarer", lambda sheet: setattr(sheet["C8"], "value", "Se ärende 198112189876.")),
)(untouched)
