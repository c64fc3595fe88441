"""The committee's own forecasts over time, as deviations from the year's budget in kronor (+ is better)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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

# Half of the last decimal that a history in mnkr has at least, in kronor.
_WRITTEN = 50_000


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


def history(forecast_history: SourceTable, period: Period, own: Mapping[str, Figure] | None = None) -> HistoryTable:
    """As `occasions`, of this year and of the year before; with `change` since the occasion before in the same year.

    The change is missing for a year's first occasion, since a new year is a new budget. `own` are the deviations that
    the report itself reckons, by occasion: one that the history says the same of is shown as the rest of the report
    shows it, by its terms.
    """
    told = occasions(forecast_history, period)
    told = told.only(name for name in told.names if Period.parse(str(name)).year >= period.year - 1)
    for occasion, figure in (own or {}).items():
        if occasion in told and _says_the_same(told[occasion, "deviation"], figure):
            deviation = replace(told[occasion, "deviation"], terms=figure.terms)
            told = told.with_row(occasion, {"report": told.text(occasion, "report"), "deviation": deviation})
    names = [str(name) for name in told.names]
    changes = []
    for occasion in names:
        earlier = Period.parse(occasion).previous_among(names)
        first = Figure.missing("årets första prognos")
        changes.append(told[occasion, "deviation"] - told[earlier, "deviation"] if earlier else first)
    columns: tuple[HistoryColumn, ...] = get_args(HistoryColumn)
    return told.with_columns({"change": changes}, columns)


def _says_the_same(written: Figure, reckoned: Figure) -> bool:
    if written.value is None or reckoned.value is None:
        return False
    return abs(written.value - reckoned.value) <= _WRITTEN
