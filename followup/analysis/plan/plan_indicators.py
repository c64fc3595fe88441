"""Indicators as a plan has them: with the year's target, before anything is measured. Source: `malvarden.xlsx`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Indicator

Column = Literal["indicator", "committee", "target", "decision"]
TargetTable = FigureTable[Column]


def with_targets(indicators: Iterable[Indicator], targets: SourceTable | None) -> TargetTable:
    """One row per indicator, named by its code: `indicator`, `target` (in its unit), `decision` (who set it).

    No rows where the year has no targets at all (`targets` is None); a single one without a target is kept, missing.
    In the region's table several committees may have their own target of an indicator: then there is one row each,
    named `code committee`, and `committee`; else `committee` is empty.
    """
    rows: dict[str, dict[str, object]] = {}
    if targets is None:
        return FigureTable.of(rows, get_args(Column))
    for indicator in indicators:
        found = list(targets.where(indicator=indicator.code).rows())
        for row in found:
            code = f"{indicator.code} {row.text('committee')}" if len(found) > 1 else indicator.code
            rows[code] = {
                "indicator": indicator,
                "committee": row.text("committee") if len(found) > 1 else "",
                "target": row.figure("target").in_unit(indicator.unit),
                "decision": row.text("decision"),
            }
        if not found:
            absent = Figure.missing("inget målvärde", indicator.unit)
            rows[indicator.code] = {"indicator": indicator, "committee": "", "target": absent, "decision": ""}
    return FigureTable.of(rows, get_args(Column))
