"""How large the amounts of a judged column are beside each other, for the bars that every format draws of them.

A bar begins in the middle of its place: to the right what is better, to the left what is worse. So it is told apart
without its colour, and without its number being read.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.document.blocks import Table
from followup.document.cells import Cell
from followup.ground.rounding import rounded

Shares = tuple[float | None, ...]


def shares(table: Table) -> tuple[Shares, ...]:
    """For each row a share for each of its cells: −1 to 1 of the column's largest amount, by its sign; none of a group.

    A total has no say in what is largest, or it would make all others look alike: its own share may be outside −1 to 1.
    None where nothing is drawn: in a column that is not judged, and where no figure stands. 0 for what is shown as 0.
    """
    parts = [row.cells for row in table.rows if row.role not in ("group", "total")]
    rows = parts if len(parts) > 1 else [row.cells for row in table.rows if row.role != "group"]
    largest = [
        max((abs(_amount(cells[position]) or 0) for cells in rows), default=0.0) if column.judged else None
        for position, column in enumerate(table.columns)
    ]
    return tuple(() if row.role == "group" else _of_row(row.cells, largest) for row in table.rows)


def _of_row(cells: Sequence[Cell], largest: Sequence[float | None]) -> Shares:
    return tuple(_share(_amount(cell), most) for cell, most in zip(cells, largest, strict=True))


def _share(amount: float | None, most: float | None) -> float | None:
    if amount is None or most is None:
        return None
    return round(amount / most, 3) if most else 0.0


def _amount(cell: Cell) -> float | None:
    """As it is shown: what is written 0,0 has no side."""
    return None if cell.value is None else float(rounded(cell.value, cell.decimals))
