"""A sheet's table as the long table that is read: where it begins and ends, its headings, its units, its months.

What another shape becomes here has nothing of its own: `table_reader` reads the result as if it had stood so in the
sheet, and every value keeps the cell that it stood in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from followup.ground.places import place
from followup.ground.wording import column_index, column_letter
from followup.params.layouts import TableLayout
from followup.workbooks.cells.findings import Finding
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.shapes.bounds import Bounds, bounds_of
from followup.workbooks.shapes.header_row import Header, find_header
from followup.workbooks.shapes.month_columns import Stack, stacked
from followup.workbooks.shapes.repeated_headings import repeated_headings
from followup.workbooks.shapes.stated_units import resolved, unit_by_row


@dataclass(frozen=True)
class Shape:
    """`rows` are those that are read, by `header`, with `layout`; `first` is where notes about the table may begin.

    `stack` says where each row of a table with months as columns stands; None where the rows are the sheet's own.
    """

    rows: Sequence[list[Any]]
    layout: TableLayout
    header: Header
    first: int = 0
    findings: list[Finding] = field(default_factory=list)
    stack: Stack | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every column was found that the table must have."""
        columns = self.layout.columns
        return self.header.row >= 0 and all(
            name in self.header.positions or column.may_lack for name, column in columns.items()
        )

    @property
    def blocks(self) -> list[Mapping[str, int]]:
        """The positions in the sheet of each column, once for each block of it that stands side by side."""
        return [self.header.positions] if self.stack is None else list(self.stack.blocks)

    @property
    def letters_of_blocks(self) -> dict[str, list[str]]:
        """The letters of each column, one for each block; empty where there is only one."""
        if self.stack is None:
            return {}
        names = self.stack.blocks[0]
        return {name: [column_letter(block[name]) for block in self.stack.blocks] for name in names}

    def place_of(self, number: int) -> tuple[int, int]:
        """The number in the sheet, from 1, of a row that is read, and its block."""
        return (number, 0) if self.stack is None else self.stack.places[number - 1]

    def row(self, number: int) -> int:
        """The number in the sheet, from 1, of a row that is read."""
        return self.place_of(number)[0]

    def placed(self, number: int) -> int:
        """The number that a row of the table gets: see `ground/places.py`."""
        return number if self.stack is None else place(*self.stack.places[number - 1])

    def placed_finding(self, finding: Finding) -> Finding:
        """A finding about a row that is read, at the cell where it stands in the sheet."""
        if self.stack is None or not finding.row or finding.row > len(self.stack.places):
            return finding
        row, block = self.stack.places[finding.row - 1]
        return replace(finding, row=place(row, block), letter=self.letter(finding.letter, block))

    def letter(self, letter: str, block: int) -> str:
        """The letter in the sheet of a column that is read."""
        if self.stack is None or not letter:
            return letter
        name = self.stack.columns.get(column_index(letter))
        return column_letter(self.stack.blocks[block][name]) if name else letter


def shape_of(sheet: Sheet, layout: TableLayout) -> Shape:
    """How a sheet is read by its layout. Faults are findings of the result."""
    bounds: Bounds = bounds_of(sheet.rows, layout)
    if bounds.finding:
        return Shape(sheet.rows, layout, Header(-1, {}, []), findings=[bounds.finding])
    rows: Sequence[list[Any]] = sheet.rows[: bounds.end]
    header = find_header(rows, layout, sheet.merged, bounds.first)
    shape = Shape(rows, layout, header, bounds.first, list(header.findings))
    if not shape.is_whole:
        return shape
    layout, findings = resolved(layout, header, rows, bounds.first)
    findings += repeated_headings(rows, header, layout)
    if layout.unit_column:
        layout, rows, more = unit_by_row(layout, header, rows)
        findings += more
    shape = replace(shape, rows=rows, layout=layout, findings=[*shape.findings, *findings])
    has_months = bool(header.months) or any(column.spread for column in layout.columns.values())
    return _with_months(shape) if has_months else shape


def _with_months(shape: Shape) -> Shape:
    stack, findings = stacked(shape.rows, shape.layout, shape.header)
    found = replace(shape, findings=[*shape.findings, *findings])
    if stack is None:
        return replace(found, header=Header(-1, {}, []))
    named = {
        name: column.model_copy(update={"header": column.shown_header}) for name, column in shape.layout.columns.items()
    }
    layout = shape.layout.model_copy(update={"columns": named})
    return replace(found, rows=stack.rows, layout=layout, header=stack.header, stack=stack)
