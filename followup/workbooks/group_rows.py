"""Rows that hold nothing but a word for the rows below them: `Reinvesteringar` above the reinvestments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup.ground.wording import column_letter
from followup.workbooks.cells.cell_values import CellReader, Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.shape import Shape
from followup.workbooks.total_rows import TotalRow


@dataclass(frozen=True)
class GroupRows:
    """`positions` are such rows; `contents` and `cells` those of the column that has their words, as in `FilledWords`.

    `letters` says in which column of the sheet the words stand.
    """

    positions: list[int] = field(default_factory=list)
    contents: dict[str, Sequence[Any]] = field(default_factory=dict)
    cells: dict[str, dict[int, int]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def group_rows(
    shape: Shape,
    readers: Mapping[str, CellReader],
    contents: Mapping[str, Sequence[Any]],
    totals: Mapping[int, TotalRow],
    end: int,
) -> GroupRows:
    """The group rows of a table whose layout has a column for them, down to `end`; a row above the first is an error.

    A row is one only where its word is one of the column's: the name of a row that lacks its numbers is none.
    """
    own = next((name for name, column in shape.layout.columns.items() if column.group_row), "")
    if not own:
        return GroupRows()
    first_row = shape.header.row + 2
    # A month that a heading says stands in every row.
    month = shape.layout.column_of_type("period") if shape.stack else ""
    seen = {name: cells for name, cells in contents.items() if name not in (own, month)}
    said: list[Any] = [""] * len(contents[own])
    cells: dict[int, int] = {}
    positions: list[int] = []
    findings: list[Finding] = []
    column, current, block = "", -1, 0
    for position in range(end):
        filled = [name for name, column_cells in seen.items() if not is_blank(column_cells[position])]
        if shape.place_of(first_row + position)[1] != block:
            current, block = -1, shape.place_of(first_row + position)[1]
        if (total := totals.get(position)) and total.kind == "sum" and current in cells.values():
            # What comes after a group's sum is no longer the group's.
            current = -1
        if total or not filled:
            continue
        content = seen[filled[0]][position]
        is_alone = len(filled) == 1 and filled[0] == (column or filled[0]) and isinstance(content, str)
        if is_alone and readers[own].read(content).value is not None:
            column, current = filled[0], position
            positions.append(position)
        elif current >= 0:
            said[position], cells[position] = seen[column][current], current
        else:
            findings.append(_without_group(first_row + position, shape, filled[0]))
    letter = column_letter(shape.header.positions[column]) if column else ""
    return GroupRows(positions, {own: said}, {own: cells}, {own: letter}, findings)


def _without_group(row: int, shape: Shape, name: str) -> Finding:
    header = next(column.header for column in shape.layout.columns.values() if column.group_row)
    doubt = Doubt(
        f"Ovanför raden står ingen rad med ett av orden för {header.lower()}.",
        "En rad med bara ett sådant ord väntas ovanför de rader som det gäller.",
        "Lägg till raden med ordet. Heter den något annat: skriv ordet under choices i params/layouts.",
    )
    return Finding(row, column_letter(shape.header.positions[name]), doubt)
