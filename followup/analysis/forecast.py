"""The committee's own forecasts over time, as deviations from the year's budget in kronor (+ is better)."""

from __future__ import annotations

import pandas as pd

from followup.figure import Figure
from followup.inputs.source_table import SourceTable
from followup.period import Period


def history(forecast_history: SourceTable, period: Period) -> pd.DataFrame:
    """One row per occasion of the year and of the year before, up to the period, index `2024-02` ….

    Columns `report` (its name), `deviation` and `change`: since the occasion before in the same year, missing for the
    year's first, since a new year is a new budget.
    """
    told = {}
    for row in forecast_history.rows():
        occasion = Period.parse(row.text("period"))
        if period.previous_year.year <= occasion.year and occasion <= period:
            told[str(occasion)] = {"report": row.text("report"), "deviation": row.figure("deviation")}
    rows = {}
    for occasion in sorted(told):
        earlier = Period.parse(occasion).previous_among(told)
        first = Figure.missing("årets första prognos")
        change = told[occasion]["deviation"] - told[earlier]["deviation"] if earlier else first
        rows[occasion] = told[occasion] | {"change": change}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["report", "deviation", "change"], dtype=object)
