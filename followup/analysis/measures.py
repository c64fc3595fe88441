"""Measures (åtgärder) against a deficit. Their effect is in kronor, + improves the result. Source: sheet `Åtgärder`."""

from __future__ import annotations

from typing import Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.workbooks.source_table import SourceTable

Column = Literal["decision", "status", "effect", "full_year_effect", "comment"]
MeasureTable = FigureTable[Column]
MeasureRow = FigureRow[Column]


def all_measures(measures: SourceTable) -> MeasureTable:
    """One row per measure, decided before proposed, the largest effect of the year first; named by the measure."""
    rows = {
        row.text("measure"): {
            "decision": row.text("decision"),
            "status": row.text("status"),
            "effect": row.figure("effect"),
            "full_year_effect": row.figure("full_year_effect"),
            "comment": row.text("comment"),
        }
        for row in measures.rows()
    }
    table = FigureTable.of(rows, get_args(Column))
    return table.only(sorted(table.names, key=lambda name: _place(table.row(name))))


def _place(row: MeasureRow) -> tuple[bool, float]:
    return row.text("decision") != "decided", -(row["effect"].value or 0)


def with_decision(measures: MeasureTable, decision: str) -> MeasureTable:
    """The measures with this decision: "decided" or "proposed"."""
    return measures.where(lambda row: row.text("decision") == decision)


def remaining(forecast_deviation: Figure, proposed: Figure) -> Figure:
    """What is left of a forecast's deviation when the proposed measures have their effect, as what is shown says."""
    return forecast_deviation - -proposed


def effect_of(measures: MeasureTable, decision: str) -> Figure:
    """The year's effect of all measures with this decision ("decided", "proposed"); missing if there are none."""
    return Figure.sum(with_decision(measures, decision).figures("effect"))


def full_year_effect_of(measures: MeasureTable, decision: str) -> Figure:
    """The effect in a whole year of all measures with this decision; missing if there are none."""
    return Figure.sum(with_decision(measures, decision).figures("full_year_effect"))
