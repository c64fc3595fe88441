"""Cells of a written workbook changed as a person changes them: number format, font, hidden rows, formulas.

    files=edited(INDICATORS, "Utfall", lambda sheet: setattr(place(sheet, "NARVARO_NATURBRUK", "DNKS"), …))

The example's workbooks are linked to and not copied, so a changed one is written beside its path and put in its place.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

Files = Callable[[Path], None]


def edited(workbook: str, sheet: str, change: Callable[[Worksheet], Any]) -> Files:
    """A change of one sheet with openpyxl."""
    return edited_book(workbook, lambda book: change(book[sheet]))


def edited_book(workbook: str, change: Callable[[openpyxl.Workbook], Any]) -> Files:
    """A change of a whole workbook with openpyxl."""

    def change_file(data: Path) -> None:
        path = data / workbook
        book = openpyxl.load_workbook(path)
        change(book)
        path.unlink()
        book.save(path)

    return change_file


def parts(workbook: str, change: Callable[[str, str], str]) -> Files:
    """A change of the XML itself: `change` gets each part's name and text and gives the text that is written."""

    def change_file(data: Path) -> None:
        path = data / workbook
        with zipfile.ZipFile(path) as archive:
            content = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        path.unlink()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in content.items():
                is_text = name.endswith((".xml", ".rels"))
                archive.writestr(name, change(name, text.decode()).encode() if is_text else text)

    return change_file


def written(workbook: str, content: bytes) -> Files:
    """Other bytes in the place of a workbook."""

    def change_file(data: Path) -> None:
        (data / workbook).unlink(missing_ok=True)
        (data / workbook).parent.mkdir(parents=True, exist_ok=True)
        (data / workbook).write_bytes(content)

    return change_file


def rows_of(sheet: Worksheet, wanted: Mapping[int, str]) -> list[int]:
    """The numbers of the rows that hold some texts, by the columns' numbers from 1."""
    return [
        number
        for number in range(1, sheet.max_row + 1)
        if all(str(sheet.cell(number, column).value) == text for column, text in wanted.items())
    ]


def cells_of(sheet: Worksheet, column: int, wanted: Mapping[int, str]) -> list[Cell]:
    """The cells of a column in those rows."""
    found = [sheet.cell(number, column) for number in rows_of(sheet, wanted)]
    assert found, wanted
    return found


def shown_as(cells: list[Cell], code: str, change: Callable[[Any], Any] | None = None) -> None:
    """Cells get a number format, and another value where `change` says so."""
    for cell in cells:
        if cell.value is None:
            continue
        if change:
            cell.value = change(cell.value)
        cell.number_format = code
