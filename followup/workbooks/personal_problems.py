"""The error about a personal identity number: it names the cell, and never the number."""

from __future__ import annotations

from collections.abc import Iterable

from followup.ground.errors import Problem
from followup.ground.personal_number import MASK, masked
from followup.ground.wording import column_letter
from followup.params.layouts import WorkbookLayout
from followup.workbooks.cells.findings import MOST_LISTED
from followup.workbooks.files.personal_cells import PersonalNumber
from followup.workbooks.read_table import ReadTable

EXPECTED = "Personnummer får inte stå någonstans i underlaget, inte heller där rapporten inte läser."
_REMEDY = "Ta bort det och spara arbetsboken."
_IS_TEXT = "Är det ett annat slags nummer: dela upp siffrorna med mellanslag i grupper om tre."
_IS_NUMBER = "Är det ett belopp: ge cellen ett talformat med tusentalsavgränsare."


def personal_problems(
    found: Iterable[PersonalNumber], layout: WorkbookLayout, tables: dict[str, ReadTable]
) -> list[Problem]:
    """An error for each cell, or one for a sheet that holds many. A number in a column of numbers is an amount."""
    amounts = {
        (table.sheet, letter)
        for name, table in tables.items()
        for column, letter in table.letters.items()
        if layout.tables[name].columns[column].is_numeric and not layout.tables[name].form
    }
    problems: list[Problem] = []
    by_sheet: dict[tuple[str, str, bool], list[str]] = {}
    for one in found:
        letter = column_letter(one.cell[1]) if one.cell else ""
        if not one.is_digits or (one.sheet, letter) not in amounts:
            cell = f"{letter}{one.cell[0] + 1}" if one.cell else ""
            by_sheet.setdefault((one.sheet, one.part, one.is_number), []).append(cell)
    for (sheet, part, is_number), cells in by_sheet.items():
        what = f"{part} innehåller ett personnummer, {MASK}." if part else f"Här står ett personnummer, {MASK}."
        remedy = f"{_REMEDY} {_IS_NUMBER if is_number else _IS_TEXT}"
        if len(cells) > MOST_LISTED:
            what = f"{what} Detsamma gäller {len(cells) - 1} andra celler på bladet."
            cells = cells[:1]
        problems += [Problem(layout.workbook, masked(sheet), cell, what, EXPECTED, remedy) for cell in cells]
    return problems
