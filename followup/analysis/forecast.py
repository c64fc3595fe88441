"""The committee's own forecasts over time, as deviations from the year's budget in kronor (+ is better)."""

from __future__ import annotations

import pandas as pd

from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable


def occasions(forecast_history: SourceTable, period: Period) -> pd.DataFrame:
    """One row per occasion up to the period, all years, oldest first, index `2022-02` …; `report` and `deviation`.

    The row of a December is that year's outcome and no forecast.
    """
    told = {
        row.text("period"): {"report": row.text("report"), "deviation": row.figure("deviation")}
        for row in forecast_history.rows()
        if Period.parse(row.text("period")) <= period
    }
    ordered = {occasion: told[occasion] for occasion in sorted(told)}
    return pd.DataFrame.from_dict(ordered, orient="index", columns=["report", "deviation"], dtype=object)


def history(forecast_history: SourceTable, period: Period) -> pd.DataFrame:
    """As `occasions`, of this year and of the year before; with `change` since the occasion before in the same year.

    The change is missing for a year's first occasion, since a new year is a new budget.
    """
    told = occasions(forecast_history, period)
    told = told.loc[[name for name in told.index if Period.parse(name).year >= period.year - 1]]
    changes = []
    for occasion in told.index:
        earlier = Period.parse(occasion).previous_among(told.index)
        first = Figure.missing("årets första prognos")
        changes.append(told.at[occasion, "deviation"] - told.at[earlier, "deviation"] if earlier else first)
    return told.assign(change=pd.Series(changes, index=told.index, dtype=object))
