"""Tables with one row per committee: labelled with its short name, keyed by its code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.analysis.region.region_economy import TOTAL
from followup.document.blocks import Column, Row
from followup.document.cells import Cell, cell_of
from followup.document.tables import FigureColumn

if TYPE_CHECKING:
    from followup.ground.figure_table import AnyFigureTable
    from followup.reports.region import RegionReport


def committee_rows(report: RegionReport, frame: AnyFigureTable, columns: Sequence[FigureColumn]) -> tuple[Row, ...]:
    """One row per row of the table, whose names are codes; TOTAL is a total."""
    return tuple(
        Row(
            key=str(code),
            cells=(
                Cell(report.name_of(str(code), short=True)),
                *(cell_of(row.figure(one.key), one.decimals, signed=one.signed) for one in columns),
            ),
            role="total" if code == TOTAL else "body",
        )
        for code, row in frame.rows()
    )


def committee_columns(columns: Sequence[FigureColumn], label: str = "Nämnd", width: float = 2.2) -> tuple[Column, ...]:
    """The heads of `committee_rows`."""
    return (
        Column("label", label, "text", width),
        *(Column(one.key, one.label, "number", one.width) for one in columns),
    )
