"""The file that the analyst names, opened as every other file is: within its limits."""

from __future__ import annotations

from pathlib import Path

from followup.ground.errors import Problem, ReportError
from followup.ground.plain_file import UnreadableFile, read_plain_file
from followup.ground.wording import listed, quoted, suggestion
from followup.plan_import.csv_table import csv_grid
from followup.plan_import.grid import Grid, check_size, has_content
from followup.workbooks.csv_sheet import LARGEST_FILE as LARGEST_CSV
from followup.workbooks.files.archive import LARGEST_FILE as LARGEST_WORKBOOK
from followup.workbooks.forms.any_workbook import open_any

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")


def tables_in(path: Path, sheet: str = "") -> tuple[list[Grid], list[Problem]]:
    """Every table of the file that holds anything, of a workbook only `sheet` if one is named; and notes on the file.

    Raises ReportError for a file that is not there or cannot be read.
    """
    name, kind = path.name, path.suffix.lower()
    try:
        content = read_plain_file(path, LARGEST_WORKBOOK if kind in WORKBOOKS else LARGEST_CSV)
    except FileNotFoundError:
        raise ReportError([no_table(path)]) from None
    except UnreadableFile as fault:
        raise ReportError([Problem(name, "", "", fault.found, fault.expected, fault.remedy)]) from fault
    if kind in TEXTS:
        grid, notes = csv_grid(content, name)
        return [grid] if has_content(grid.rows) else [], notes
    workbook = open_any(content, name)
    grids = []
    for one in [sheet] if sheet else workbook.sheet_paths:
        read = workbook.sheet(one)
        if sheet or has_content(read.rows):
            check_size(name, read.name, read.rows)
            grids.append(Grid(name, read.name, read.rows, read.merged, read.marks, read.is_hidden))
    return grids, []


def no_table(path: Path) -> Problem:
    """The problem of a table that is not where the command says, with what lies there."""
    kinds = (*WORKBOOKS, *TEXTS)
    try:
        beside = sorted(one.name for one in path.parent.iterdir() if one.suffix.lower() in kinds)
    except OSError:
        return Problem(path.name, "", "", "Filen finns inte.", "En tabell väntas.", "Kontrollera sökvägen.")
    expected = f"I mappen ligger {listed(map(quoted, beside), most=10)}." if beside else "I mappen ligger ingen tabell."
    return Problem(path.name, "", "", "Filen finns inte.", expected, suggestion(path.name, beside, "Rätta sökvägen."))
