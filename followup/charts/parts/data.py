"""The table behind a picture: the very numbers that are drawn, each with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell, cell_of
from followup.ground.figure import Figure


def data_table(
    chart_id: str,
    caption: str,
    head: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[tuple[str, str, Sequence[Cell]]],
    unit_line: str,
) -> Table:
    """`columns` are (key, label) after the first, whose label is `head`; `rows` are (key, label, cells)."""
    return Table(
        id=f"{chart_id}-siffror",
        caption=caption,
        unit_line=unit_line,
        columns=(
            Column("namn", head, kind="text", width=2.0),
            *(Column(key, label) for key, label in columns),
        ),
        rows=tuple(Row(key, (Cell(label), *cells)) for key, label, cells in rows),
    )


def cells(figures: Iterable[Figure], signed: bool = False, decimals: int = 1) -> list[Cell]:
    """Figures as cells, kronor in mnkr."""
    return [cell_of(figure, decimals, signed=signed) for figure in figures]
