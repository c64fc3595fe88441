"""What a sheet tells about its cells beside their values, and how it gets into the sheet's rows."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from followup.workbooks.files.cell_styles import CellStyles
from followup.workbooks.files.marked_cells import ErrorCell, UncomputedFormula, marked
from followup.workbooks.files.number_format import NumberFormat
from followup.workbooks.files.part_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

Place = tuple[int, int]


@dataclass(frozen=True)
class SheetContext:
    """What reading a sheet needs to know about its workbook.

    `struck_texts` are the shared texts that are struck through in whole or in part. `recalculates` is whether the
    workbook asks to be recalculated when it is opened, `is_outdated` whether it was saved before its formulas had been
    computed anew, `has_links` whether they refer to other workbooks, `linked_names` the names, in small letters, that
    do. `bold_texts` are the shared texts of which a part is bold, with their marks. `from_1904` is whether its
    days are counted from that year.
    """

    styles: CellStyles = field(default_factory=CellStyles)
    struck_texts: frozenset[int] = frozenset()
    recalculates: bool = False
    is_outdated: bool = False
    has_links: bool = False
    linked_names: frozenset[str] = frozenset()
    bold_texts: dict[int, str] = field(default_factory=dict)
    from_1904: bool = False


@dataclass
class Marks:
    """Cells by (row, column), counted from 0, that are more than their value.

    `struck` are crossed out, `concealed` texts with a format that shows nothing, `unseen` white on white, `linked`
    formulas on other workbooks, `outdated` formulas that were saved before they had been computed anew.
    `hidden_columns` are first and last column. `conditional` are areas as they are written, with the format that their
    numbers may be shown in. `rows` and `columns` say how far the content of a sheet that is not plain reaches; cells
    that are only coloured do not count. `disorder` is the first cell, or row, that does not come after the one before
    it, and a sentence about it. `bold` are texts of which a part is bold, with `**` around it.
    """

    cells: dict[Place, ErrorCell | UncomputedFormula] = field(default_factory=dict)
    formats: dict[Place, NumberFormat] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    concealed: set[Place] = field(default_factory=set)
    unseen: set[Place] = field(default_factory=set)
    linked: set[Place] = field(default_factory=set)
    outdated: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[Place] = field(default_factory=list)
    conditional: list[tuple[str, NumberFormat]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    disorder: tuple[str, str] | None = None
    bold: dict[Place, str] = field(default_factory=dict)

    @property
    def is_too_large(self) -> bool:
        return self.rows > MOST_ROWS or self.columns > MOST_COLUMNS or self.rows * self.columns > MOST_CELLS

    def is_hidden_column(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)

    def forget(self, place: Place) -> None:
        """A cell that has been corrected is what the correction says, however it stood."""
        for places in (self.struck, self.concealed, self.unseen, self.linked, self.outdated):
            places.discard(place)
        self.bold.pop(place, None)


def with_marks(rows: list[list[object]], marks: Marks) -> list[list[object]]:
    """The sheet's rows with the marked cells in place, every row equally long. Changes `rows`."""
    width = max([len(row) for row in rows[:1]] + [column + 1 for _, column in marks.cells], default=0)
    height = max([len(rows)] + [row + 1 for row, _ in marks.cells])
    if rows and len(rows[0]) < width:
        for short in rows:
            short.extend([""] * (width - len(short)))
    rows.extend([""] * width for _ in range(height - len(rows)))
    for (row, column), mark in marks.cells.items():
        rows[row][column] = mark
    for (row, column), format_ in marks.formats.items():
        if row < len(rows) and column < width:
            content = rows[row][column]
            if isinstance(content, float | int) and not isinstance(content, bool) and math.isfinite(content):
                rows[row][column] = marked(float(content), format_)
    return rows
