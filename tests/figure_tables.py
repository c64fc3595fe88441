"""Tables of figures made by hand, for tests of what reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable


def table_of(rows: Mapping[str | int, Mapping[str, object]], columns: Sequence[str] = ()) -> FigureTable[str]:
    """A table of these rows, with the columns of the first; `columns` are those of a table without rows."""
    return FigureTable.of(rows, list(next(iter(rows.values()), columns)))


def lined_up(rows: Mapping[str | int, Sequence[object]], columns: Sequence[str]) -> FigureTable[str]:
    """The same from rows that only have their entries, in the order of the columns."""
    return FigureTable.of({name: dict(zip(columns, row, strict=True)) for name, row in rows.items()}, columns)


def replaced(table: FigureTable[str], row: str | int, column: str, figure: Figure) -> FigureTable[str]:
    """The table with another figure in one place."""
    return table.with_row(row, {**table.row(row).entries, column: figure})


def without_the_first(table: FigureTable[str]) -> FigureTable[str]:
    """The table as it would be if the program lost a row."""
    return table.without(table.names[0])
