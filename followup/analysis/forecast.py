"""The committee's own forecasts over time, as deviations from the year's budget in kronor (+ is better)."""

from __future__ import annotations

from typing import Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

OccasionColumn = Literal["report", "deviation"]
OCCASION_COLUMNS: tuple[OccasionColumn, ...] = get_args(OccasionColumn)
HistoryColumn = Literal[OccasionColumn, "change"]
OccasionTable = FigureTable[OccasionColumn]
HistoryTable = FigureTable[HistoryColumn]


def occasions(forecast_history: SourceTable, period: Period) -> OccasionTable:
    """One row per occasion up to the period, all years, oldest first, named `2022-02` …; `report` and `deviation`.

    The row of a December is that year's outcome and no forecast.
    """
    told = {
        row.text("period"): {"report": row.text("report"), "deviation": row.figure("deviation")}
        for row in forecast_history.rows()
        if Period.parse(row.text("period")) <= period
    }
    ordered = {occasion: told[occasion] for occasion in sorted(told)}
    return FigureTable.of(ordered, OCCASION_COLUMNS)


def history(forecast_history: SourceTable, period: Period) -> HistoryTable:
    """As `occasions`, of this year and of the year before; with `change` since the occasion before in the same year.

    The change is missing for a year's first occasion, since a new year is a new budget.
    """
    told = occasions(forecast_history, period)
    told = told.only(name for name in told.names if Period.parse(str(name)).year >= period.year - 1)
    names = [str(name) for name in told.names]
    changes = []
    for occasion in names:
        earlier = Period.parse(occasion).previous_among(names)
        first = Figure.missing("årets första prognos")
        changes.append(told[occasion, "deviation"] - told[earlier, "deviation"] if earlier else first)
    columns: tuple[HistoryColumn, ...] = get_args(HistoryColumn)
    return told.with_columns({"change": changes}, columns)
