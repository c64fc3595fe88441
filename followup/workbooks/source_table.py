"""A table whose every row knows where it stands in a spreadsheet.

    ledger.where(activity="Bibliotek", period=["2024-01", "2024-02"]).total("outcome")

gives a Figure with its cells: `2024/2024-04/utfall.xlsx, Huvudbok!H5:H310`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from followup.ground.figure import KRONOR, Cells, Figure, Origin, People
from followup.ground.period import Period
from followup.ground.places import address, block_of, place, row_of
from followup.ground.reading import EMPTY, ROW, Change, Condition, Conditions, Reading, narrowed
from followup.ground.wording import column_index
from followup.workbooks.synonyms import Synonym


@dataclass(frozen=True, eq=False)
class SourceTable:
    """Rows of one sheet. `frame`: index = row number in the sheet, columns = the layout's names.

    Amounts are kronor (float64, revenue + and cost −), missing is NaN; every other column holds str or None: periods as
    `2024-04`, dates as `2024-05-08`, choices, committees, indicators and goals as their codes. `letters` gives each
    column's letter in the sheet, `units` the unit of each numeric column, `form_rows` the row of each column's cell
    when the sheet is a form, and `people` what each column that is about people may tell of them. `blocks`, `before`
    and `filled` are those of the `ReadTable`, and `differences` the columns whose amounts are a row's less those of the
    one before.

    For a figure to tell how it was made: each numeric column's `factors` and `written_units`, which are those of the
    sheet; the columns that are `converted`, and the cells that are `corrected` (their addresses); and the `conditions`
    that the rows were chosen by, with the `headings` of columns and the words that the sheet has for each of a column's
    values, `said`, where they are others than the values. `synonyms` are the words that were read as others, in all
    rows of the sheet.
    """

    name: str
    workbook: str
    sheet: str
    letters: dict[str, str]
    frame: pd.DataFrame
    units: dict[str, str] = field(default_factory=dict)
    form_rows: dict[str, int] = field(default_factory=dict)
    people: dict[str, People] = field(default_factory=dict)
    blocks: dict[str, list[str]] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    differences: frozenset[str] = frozenset()
    filled: dict[str, dict[int, int]] = field(default_factory=dict)
    factors: dict[str, float] = field(default_factory=dict)
    written_units: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    converted: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    conditions: Conditions = ()
    said: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)

    def where(self, **conditions: Any) -> SourceTable:
        """The rows that meet every condition: equal to a scalar, or one of a list, tuple, set or range."""
        chosen, met = np.ones(len(self.frame), dtype=bool), self.conditions
        for column, wanted in conditions.items():
            values, heading = self.frame[column], self.headings.get(column, column)
            if isinstance(wanted, list | tuple | set | frozenset | range):
                several = [_plain(value) for value in wanted]
                met = narrowed(met, heading, self._words(column, several))
                chosen &= values.isin(several).to_numpy()
            else:
                wanted = _plain(wanted)
                met = narrowed(met, heading, self._words(column, [wanted]))
                # Arrays compare many times faster than series, and tables are small.
                chosen &= values.isna().to_numpy() if wanted is None else values.to_numpy() == wanted
        return replace(self, frame=self.frame.take(np.flatnonzero(chosen)), conditions=met)

    def _words(self, column: str, values: Sequence[Any]) -> list[str]:
        """What the sheet has for some values of a column. Of several, those that it has no word for are left out."""
        said = self.said.get(column, {})
        named = [value for value in values if value is None or value in said] if said and len(values) > 1 else values
        return [word for value in named for word in said.get(value, (_said(value),))]

    def condition(self, column: str) -> Condition:
        """The column's heading and what stands below it in these rows, in the sheet's own words."""
        values = dict.fromkeys(None if value != value else value for value in self.frame[column])
        return self.headings.get(column, column), tuple(self._words(column, list(values)))

    def rows(self) -> Iterator[SourceTable]:
        """Each row as a table of one row."""
        for position, number in enumerate(self.frame.index):
            met = narrowed(self.conditions, ROW, [str(row_of(int(number)))])
            yield replace(self, frame=self.frame.iloc[position : position + 1], conditions=met)

    def values(self, column: str) -> list[Any]:
        """The distinct values of a column in order of appearance, missing ones left out."""
        found = self.frame[column]
        if found.dtype == object:
            # Texts, and None: what pandas does for so few costs many times as much.
            return [value for value in dict.fromkeys(found.to_numpy()) if value is not None and value == value]
        return list(found.dropna().unique())

    def cells(self, column: str) -> Origin:
        """The cells of a column in these rows; empty for no rows."""
        if column in self.form_rows:
            rows: Any = [self.form_rows[column]] if len(self.frame) else []
        else:
            rows = self.frame.index.to_numpy()
        if not len(rows) or not self.letters[column]:
            return ()
        if column in self.differences:
            rows = list({*map(int, rows), *(self.before[row] for row in map(int, rows) if row in self.before)})
        if column in self.filled:
            rows = sorted({self._row_of_cell(column, int(row)) for row in rows})
        if column in self.blocks:
            return self._cells_of_blocks(column, map(int, rows))
        if len(rows) == 1:
            # Rules look at row after row: most tables that are asked for their cells have one.
            return (Cells(self.workbook, self.sheet, self.letters[column], ((int(rows[0]), int(rows[0])),)),)
        rows = np.sort(np.asarray(rows, dtype=np.int64))
        breaks = np.flatnonzero(np.diff(rows) > 1)
        firsts = [int(rows[0]), *rows[breaks + 1].tolist()]
        lasts = [*rows[breaks].tolist(), int(rows[-1])]
        return (Cells(self.workbook, self.sheet, self.letters[column], tuple(zip(firsts, lasts, strict=True))),)

    def _cells_of_blocks(self, column: str, rows: Iterable[int]) -> Origin:
        found: dict[str, list[int]] = {}
        for row in sorted(rows):
            found.setdefault(self.letter(column, row), []).append(row_of(row))
        return tuple(Cells.of(self.workbook, self.sheet, letter, same) for letter, same in found.items())

    def letter(self, column: str, row: int) -> str:
        """The column's letter in a row of the table."""
        return self.blocks[column][block_of(row)] if column in self.blocks else self.letters[column]

    def address(self, column: str, row: int) -> str:
        """The cell of a column in a row of the table, as a spreadsheet writes it: `D12`."""
        return address(self.letter(column, row), self._row_of_cell(column, row))

    def _row_of_cell(self, column: str, row: int) -> int:
        """The row in whose cell a row's word stands: its own, unless it stands once for several."""
        source = self.filled.get(column, {}).get(row_of(row))
        return row if source is None else place(source, block_of(row))

    def area(self, columns: Sequence[str], rows: Iterable[int]) -> str:
        """Whole columns from the first to the last of some rows: `D5:D310`; those side by side as one, `D5:O310`."""
        there: dict[str, list[int]] = {}
        for column in columns:
            for row in rows:
                there.setdefault(self.letter(column, int(row)), []).append(row_of(self._row_of_cell(column, int(row))))
        spans: list[tuple[str, str, int, int]] = []
        for letter, same in sorted(there.items(), key=lambda item: column_index(item[0])):
            first, last = min(same), max(same)
            if spans and spans[-1][2:] == (first, last) and column_index(spans[-1][1]) + 1 == column_index(letter):
                spans[-1] = (spans[-1][0], letter, first, last)
            else:
                spans.append((letter, letter, first, last))
        return ",".join(f"{left}{first}:{right}{last}" for left, right, first, last in spans)

    def unit(self, column: str) -> str:
        """The unit of a numeric column: kronor for an amount, else what the layout says."""
        return self.units.get(column, KRONOR)

    def total(self, column: str) -> Figure:
        """The sum of a column, with all its cells. Missing if any value is missing or if there are no rows."""
        values, unit, origin = self.frame[column].to_numpy(dtype=np.float64), self.unit(column), self.cells(column)
        if not len(values) or np.isnan(values).any():
            return Figure.missing(unit=unit, origin=origin)
        made = self.reading(column, origin)
        return Figure(math.fsum(values), unit, origin, people=self.people.get(column, ""), made=made)

    def reading(self, column: str, origin: Origin) -> Reading:
        """How these cells of a column were read."""
        change: Change = "converted" if column in self.converted else ""
        if self.corrected and any(
            self.address(column, int(row)) in self.corrected for row in self.frame.index if origin
        ):
            change = "corrected"
        unit = self.written_units.get(column, self.unit(column))
        return Reading(self.factors.get(column, 1.0), unit, change, self.conditions)

    def figure(self, column: str) -> Figure:
        """The value of exactly one row; missing without rows. Raises ValueError for several rows."""
        if len(self.frame) > 1:
            raise ValueError(f"{self.name}: one row was expected for {column}, there are {len(self.frame)}")
        return self.total(column)

    def text(self, column: str) -> str:
        """The text of exactly one row; empty without rows or value. Raises ValueError for several rows."""
        if len(self.frame) > 1:
            raise ValueError(f"{self.name}: one row was expected for {column}, there are {len(self.frame)}")
        value = self.frame[column].iloc[0] if len(self.frame) else None
        return "" if value is None or value != value else str(value)


def _said(value: Any) -> str:
    """A value as a condition names it: `2024` for the year 2024.0."""
    if value is None:
        return EMPTY
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Period) else value
