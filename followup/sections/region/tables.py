"""Tables with one row per committee: labelled with its short name, keyed by its code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from followup.analysis.region.region_economy import TOTAL
from followup.document.blocks import Table
from followup.document.tables import FigureColumn, figure_table

if TYPE_CHECKING:
    from followup.ground.figure_table import AnyFigureTable
    from followup.reports.region import RegionReport


def committee_table(
    report: RegionReport,
    table_id: str,
    caption: str,
    table: AnyFigureTable,
    columns: Sequence[FigureColumn],
    *,
    unit_line: str,
    notes: Sequence[str] = (),
    source: str,
    label_width: float = 2.2,
    sums: Mapping[str, str] | None = None,
) -> Table:
    """A report's table of a table whose rows are named by codes of committees; TOTAL is the region's and a total.

    `sums` are the names of other totals by key.
    """
    others = sums or {}
    return figure_table(
        table_id,
        caption,
        table,
        "Nämnd",
        columns,
        named=lambda code: others.get(code) or report.name_of(code, short=True),
        totals=(TOTAL, *others),
        unit_line=unit_line,
        notes=notes,
        source=source,
        label_width=label_width,
    )
