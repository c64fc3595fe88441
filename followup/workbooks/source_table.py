"""A table whose every row knows where it stands in a spreadsheet.

    ledger.where(activity="Bibliotek", period=["2024-01", "2024-02"]).total("outcome")

gives a Figure with its cells: `2024/2024-04/utfall.xlsx, Huvudbok!H5:H310`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from followup.ground.figure import KRONOR, Cells, Figure, Origin, People
from followup.ground.period import Period


@dataclass(frozen=True, eq=False)
class SourceTable:
    """Rows of one sheet. `frame`: index = row number in the sheet, columns = the layout's names.

    Amounts are kronor (float64, revenue + and cost −), missing is NaN; every other column holds str or None: periods as
    `2024-04`, dates as `2024-05-08`, choices, committees, indicators and goals as their codes. `letters` gives each
    column's letter in the sheet, `units` the unit of each numeric column, `form_rows` the row of each column's cell
    when the sheet is a form, and `people` what each column that is about people may tell of them.
    """

    name: str
    workbook: str
    sheet: str
    letters: dict[str, str]
    frame: pd.DataFrame
    units: dict[str, str] = field(default_factory=dict)
    form_rows: dict[str, int] = field(default_factory=dict)
    people: dict[str, People] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.frame)

    def where(self, **conditions: Any) -> SourceTable:
        """The rows that meet every condition: equal to a scalar, or one of a list, tuple, set or range."""
        chosen = np.ones(len(self.frame), dtype=bool)
        for column, wanted in conditions.items():
            values = self.frame[column]
            if isinstance(wanted, list | tuple | set | frozenset | range):
                chosen &= values.isin([_plain(value) for value in wanted]).to_numpy()
            else:
                wanted = _plain(wanted)
                # Arrays compare many times faster than series, and tables are small.
                chosen &= values.isna().to_numpy() if wanted is None else values.to_numpy() == wanted
        return replace(self, frame=self.frame.take(np.flatnonzero(chosen)))

    def rows(self) -> Iterator[SourceTable]:
        """Each row as a table of one row."""
        for position in range(len(self.frame)):
            yield replace(self, frame=self.frame.iloc[position : position + 1])

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
        if not len(rows):
            return ()
        if len(rows) == 1:
            # Rules look at row after row: most tables that are asked for their cells have one.
            return (Cells(self.workbook, self.sheet, self.letters[column], ((int(rows[0]), int(rows[0])),)),)
        rows = np.sort(np.asarray(rows, dtype=np.int64))
        breaks = np.flatnonzero(np.diff(rows) > 1)
        firsts = [int(rows[0]), *rows[breaks + 1].tolist()]
        lasts = [*rows[breaks].tolist(), int(rows[-1])]
        return (Cells(self.workbook, self.sheet, self.letters[column], tuple(zip(firsts, lasts, strict=True))),)

    def unit(self, column: str) -> str:
        """The unit of a numeric column: kronor for an amount, else what the layout says."""
        return self.units.get(column, KRONOR)

    def total(self, column: str) -> Figure:
        """The sum of a column, with all its cells. Missing if any value is missing or if there are no rows."""
        values, unit, origin = self.frame[column].to_numpy(dtype=np.float64), self.unit(column), self.cells(column)
        if not len(values) or np.isnan(values).any():
            return Figure.missing(unit=unit, origin=origin)
        return Figure(math.fsum(values), unit, origin, people=self.people.get(column, ""))

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


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Period) else value
