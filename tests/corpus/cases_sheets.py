"""Sheets and headings: their names, order and places, and workbooks that other programs write."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from tests.corpus.books import (
    INVESTMENTS,
    TARGETS,
)
from tests.corpus.case import case, untouched
from tests.corpus.cell_edits import edited_book, parts
from tests.corpus.file_changes import BOOK, SAME, Files

# Sheets and headings -------------------------------------------------------------------------------------------------


def renamed(workbook: str, sheet: str, title: str) -> Files:
    return edited_book(workbook, lambda book: setattr(book[sheet], "title", title))


def heading(workbook: str, sheet: str, cell: str, text: Any) -> Files:
    return edited_book(workbook, lambda book: setattr(book[sheet][cell], "value", text))


case(
    "a sheet under another name", stops="Prognos", most_errors=1, files=renamed(BOOK, "Prognos", "Prognos helår 2024")
)(untouched)
case(
    "a sheet is missing",
    stops="Åtgärder",
    most_errors=1,
    files=edited_book(BOOK, lambda book: book.remove(book["Åtgärder"])),
)(untouched)
case(
    "true: a sheet's name in capitals",
    reads=SAME,
    files=parts(
        BOOK,
        lambda name, text: text.replace('name="Prognos"', 'name="PROGNOS"') if name.endswith("workbook.xml") else text,
    ),
)(untouched)
case("true: a sheet's name with a space after it", reads=SAME, files=renamed(BOOK, "Prognos", "Prognos "))(untouched)
case(
    "true: the sheets in another order", reads=SAME, files=edited_book(BOOK, lambda book: book.move_sheet("Prognos", 4))
)(untouched)
case(
    "true: an empty row above the headings",
    reads=SAME,
    files=edited_book(BOOK, lambda book: book["Prognos"].insert_rows(5)),
)(untouched)
case(
    "true: an empty column before the table",
    reads=SAME,
    files=edited_book(BOOK, lambda book: book["Prognos"].insert_cols(1)),
)(untouched)
case("true: the heading in capitals", reads=SAME, files=heading(BOOK, "Prognos", "C6", "HELÅRSPROGNOS"))(untouched)
case(
    "a heading that is hyphenated by hand",
    stops="Menades det med",
    most_errors=1,
    files=heading(BOOK, "Prognos", "C6", "Helårs-\nprognos"),
)(untouched)
case("true: a synonym that the layout knows", reads=SAME, files=heading(BOOK, "Prognos", "C6", "Prognos helår"))(
    untouched
)
case(
    "two columns of one heading",
    stops="Helårsprognos",
    most_errors=2,
    files=heading(BOOK, "Prognos", "D6", "Helårsprognos"),
)(untouched)
case(
    "last year's heading of the budget",
    stops="2023",
    most_errors=1,
    files=heading(INVESTMENTS, "Investeringar", "F6", "Budget 2023"),
)(untouched)
case(
    "last year's heading of the target",
    stops="2023",
    most_errors=1,
    files=heading(TARGETS, "Målvärden", "C6", "Målvärde 2023"),
)(untouched)
case(
    "a unit in the heading that is not the column's",
    stops="tkr",
    most_errors=1,
    files=heading(BOOK, "Prognos", "C6", "Helårsprognos (tkr)"),
)(untouched)
case(
    "a column is missing",
    stops="Helårsprognos",
    most_errors=1,
    files=edited_book(BOOK, lambda book: book["Prognos"].delete_cols(3)),
)(untouched)
case("true: an extra column of one's own", reads=SAME, files=heading(BOOK, "Prognos", "F6", "Prognos ver2"))(untouched)
case(
    "true: a sheet that is protected against changes",
    reads=SAME,
    files=edited_book(BOOK, lambda book: setattr(book["Prognos"].protection, "sheet", True)),
)(untouched)


def saved_by(program: str) -> Files:
    """Saved once more by another library, which writes other markup for the same values."""

    def change(data: Path) -> None:
        import pandas as pd

        path = data / BOOK
        sheets = pd.read_excel(path, sheet_name=None, header=None)
        path.unlink()
        with pd.ExcelWriter(path, engine=program, datetime_format="yyyy-mm-dd") as writer:
            for name, frame in sheets.items():
                frame.to_excel(writer, sheet_name=name, header=False, index=False)

    return change


case("true: saved by pandas through openpyxl", reads=SAME, files=saved_by("openpyxl"))(untouched)
case("true: saved by pandas through XlsxWriter", reads=SAME, files=saved_by("xlsxwriter"))(untouched)


def stored(data: Path) -> None:
    """An archive that is not compressed, and whose parts come in another order."""
    content = io.BytesIO((data / BOOK).read_bytes())
    (data / BOOK).unlink()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(data / BOOK, "w", zipfile.ZIP_STORED) as target:
        for name in reversed(source.namelist()):
            target.writestr(name, source.read(name))


case("true: an archive without compression", reads=SAME, files=stored)(untouched)
