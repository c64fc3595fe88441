"""Words that stand once for several rows: in a merged cell, on the first of its rows, or alone in a row above them.

    Nämnd  | Verksamhet | Utfall            Investering                      | 2022
    Kultur | Bibliotek  | 10                Reinvesteringar                  |
           | Konst      | 20                Larm och bevakning               | 9,7

A merged cell says itself which rows it goes for. A blank below a word, and a word alone in a row, mean something only
where the layout says so. A total or a blank row is never filled, nor a row of numbers alone, which may be a total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import CellReader, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.group_rows import GroupRows, group_rows
from followup.workbooks.shapes.headings import Merged
from followup.workbooks.shapes.shape import Shape
from followup.workbooks.total_rows import TotalRow

Contents = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class FilledWords:
    """`contents` are the columns' cells with the words filled in; `cells` the position of the row that each filled one
    stands in, by column and position.
    """

    contents: dict[str, Sequence[Any]]
    cells: dict[str, dict[int, int]]
    groups: GroupRows

    def at_cell(self, name: str, finding: Finding, first_row: int) -> Finding:
        """A finding about a filled word, at the cell where it stands."""
        source = self.cells.get(name, {}).get(finding.row - first_row)
        return finding if source is None else replace(finding, row=first_row + source)


def filled_words(
    shape: Shape,
    merged: Merged,
    readers: Mapping[str, CellReader],
    contents: Contents,
    totals: Mapping[int, TotalRow],
    end: int,
) -> FilledWords:
    """The table's cells down to `end`, with the words that stand once for several rows in each of them."""
    work = _Filling(shape, contents, totals, end)
    work.fill_merged(merged)
    work.fill_down()
    groups = group_rows(shape, readers, contents, totals, end)
    filled = {**contents, **work.contents, **groups.contents}
    return FilledWords(filled, {**work.cells, **groups.cells}, groups)


class _Filling:
    def __init__(self, shape: Shape, contents: Contents, totals: Mapping[int, TotalRow], end: int) -> None:
        self._layout: TableLayout = shape.layout
        self._places = shape.header.positions
        self._raw, self._totals, self._end = contents, totals, end
        self._blocks = [shape.place_of(shape.header.row + one + 2) for one in range(end)]
        self.contents: dict[str, list[Any]] = {}
        self.cells: dict[str, dict[int, int]] = {}
        self._column_of = {shape.blocks[0][name]: name for name in self._places}
        # A month that a heading says stands in every row.
        month = self._layout.column_of_type("period") if shape.stack else ""
        self._words = [
            name
            for name, column in self._layout.columns.items()
            if not column.is_numeric and column.type != "markdown" and name in self._places and name != month
        ]
        self._required = [name for name in self._words if self._layout.columns[name].empty == "error"]

    def fill_merged(self, merged: Merged) -> None:
        areas = [
            (self._column_of[left], top, bottom)
            for top, left, bottom, _ in merged
            if bottom > top and self._column_of.get(left, "") in self._words
        ]
        if not areas:
            return
        at: dict[tuple[int, int], int] = {
            (block, row): position for position, (row, block) in enumerate(self._blocks) if row
        }
        blocks = sorted({block for _, block in self._blocks})
        for name, top, bottom in areas:
            for block in blocks:
                # Rows of a sheet are counted from 1.
                first = at.get((block, top + 1))
                if first is None or name in getattr(self._totals.get(first), "labels", {}):
                    continue
                content = self._raw[name][first]
                for row in range(top + 2, bottom + 2) if not is_blank(content) else ():
                    position = at.get((block, row))
                    if position is not None and self._may_be_filled(name, position):
                        self._fill(name, position, first, content)

    def fill_down(self) -> None:
        names = sorted(
            (name for name in self._words if self._layout.columns[name].fill_down), key=lambda name: self._places[name]
        )
        current: dict[str, tuple[int, Any]] = {}
        block = 0
        for position in range(self._end) if names else ():
            if self._blocks[position][1] != block or self._is_blank_row(position):
                current.clear()
                block = self._blocks[position][1]
            if total := self._totals.get(position):
                for name in list(current):
                    if self._is_closed_by(total, name, names):
                        del current[name]
            for number, name in enumerate(names):
                content = self._now(name)[position]
                if not is_blank(content) and not (total and name in total.labels):
                    # What stands to its right is the first of its own.
                    for other in names[number + 1 :]:
                        current.pop(other, None)
                    current[name] = self.cells.get(name, {}).get(position, position), content
                elif name in current and not total and self._may_be_filled(name, position):
                    self._fill(name, position, *current[name])

    def _may_be_filled(self, name: str, position: int) -> bool:
        """Whether the cell is blank, in a row that is no total and has a word of its own beside it."""
        if position in self._totals or not is_blank(self._raw[name][position]):
            return False
        return any(other != name and not is_blank(self._raw[other][position]) for other in self._required)

    def _is_blank_row(self, position: int) -> bool:
        return all(is_blank(cells[position]) for cells in self._raw.values())

    def _is_closed_by(self, total: TotalRow, name: str, names: Sequence[str]) -> bool:
        """Whether a word goes for no row after the total: it stands where the total's word does, or nearest before it.

        A unit's row above its parts has no word for a total, and closes all that it does not say itself.
        """
        if not total.labels:
            return is_blank(self._raw[name][total.position])
        place = min(self._places.get(label, 0) for label in total.labels)
        before = [one for one in names if self._places[one] < place]
        return self._places[name] >= place or name == (before[-1] if before else "")

    def _now(self, name: str) -> Sequence[Any]:
        return self.contents.get(name, self._raw[name])

    def _fill(self, name: str, position: int, source: int, content: Any) -> None:
        self.contents.setdefault(name, list(self._raw[name]))[position] = content
        self.cells.setdefault(name, {})[position] = source
