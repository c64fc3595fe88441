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
    """For each row a share for each of its cells: −1 to 1 of the column's largest amount, by its sign.

    None where nothing is drawn: in a column that is not judged, and where no figure stands. 0 for what is shown as 0.
    """
    rows = [row.cells if row.role != "group" else () for row in table.rows]
    largest = [
        max((abs(_amount(cells[position]) or 0) for cells in rows if cells), default=0.0) if column.judged else 0.0
        for position, column in enumerate(table.columns)
    ]
    return tuple(_of_row(cells, largest) for cells in rows)


def _of_row(cells: Sequence[Cell], largest: Sequence[float]) -> Shares:
    amounts = [_amount(cell) if most else None for cell, most in zip(cells, largest, strict=bool(cells))]
    return tuple(
        None if amount is None else round(amount / most, 3) for amount, most in zip(amounts, largest, strict=False)
    )


def _amount(cell: Cell) -> float | None:
    """As it is shown: what is written 0,0 has no side."""
    return None if cell.value is None else float(rounded(cell.value, cell.decimals))
