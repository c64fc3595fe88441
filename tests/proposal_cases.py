"""What `followup layout` proposes for a sheet that is written as text, as in `office_tables`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from followup.ground.paths import PROJECT
from followup.layout_proposal.candidates import candidates
from followup.layout_proposal.layout_order import LayoutOrder
from followup.layout_proposal.new_table import new_table
from followup.layout_proposal.proposed import ColumnProposal, TableProposal
from followup.layout_proposal.start import ProposedLayout, proposed_layout
from followup.params.loading import load_params
from followup.params.params import Params
from followup.workbooks.files.workbook import Sheet
from tests.office_tables import YEAR, grid_of

PARAMS = load_params(PROJECT / "params")


def proposals(
    text: str, sheet: str = "Blad1", merged: tuple[tuple[int, int, int, int], ...] = ()
) -> list[TableProposal]:
    """The proposal of each table of a sheet, by no known layout."""
    found = candidates(Sheet(sheet, grid_of(text)))
    return [new_table(one, PARAMS, YEAR, []) for one in found]


def proposal(text: str, sheet: str = "Blad1") -> TableProposal:
    """The proposal of a sheet with one table."""
    (table,) = proposals(text, sheet)
    return table


def keys_of(table: TableProposal, header: str) -> dict[str, Any]:
    """The keys of a column, but for its heading."""
    keys = column_of(table, header).keys
    return {key: value for key, value in keys.items() if key != "header"}


def column_of(table: TableProposal, header: str) -> ColumnProposal:
    return next(column for column in table.columns if column.header == header)


def written(folder: Path, text: str, sheet: str = "Blad1", name: str = "okand.xlsx") -> Path:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for number, row in enumerate(grid_of(text), start=1):
        for place, content in enumerate(row, start=1):
            if content != "":
                page.cell(number, place, content)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def proposed(path: Path, params: Params = PARAMS) -> ProposedLayout:
    return proposed_layout(LayoutOrder(path, None), params)
