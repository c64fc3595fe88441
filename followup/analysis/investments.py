"""Investments of the period. Amounts are kronor without sign; a deviation above 0 is less spent than budgeted.

Source: `investeringar.xlsx`.
"""

from __future__ import annotations

import pandas as pd

from followup.figure import Figure
from followup.inputs.source_table import SourceTable
from followup.period import Period

TOTAL = "Summa investeringar"
COLUMNS = ("total_budget", "year_budget", "outcome", "deviation", "forecast", "forecast_deviation")


def by_project(investments: SourceTable, period: Period) -> pd.DataFrame:
    """One row per project, the largest budget of the year first within its group, then TOTAL.

    Columns: `group` (a code of the layout), `comment` and the figures of COLUMNS; `forecast_deviation` is year_budget −
    forecast, and `deviation` year_budget − outcome, which says something when the year is over. `total_budget` is
    missing for a reinvestment that has only yearly amounts, and is not summed.
    """
    reported = investments.where(period=period)
    rows = {}
    for row in reported.rows():
        budget, forecast = row.figure("year_budget"), row.figure("forecast")
        rows[row.text("project")] = {
            "group": row.text("group"),
            "comment": row.text("comment"),
            "total_budget": row.figure("total_budget"),
            "year_budget": budget,
            "outcome": row.figure("outcome"),
            "deviation": budget - row.figure("outcome"),
            "forecast": forecast,
            "forecast_deviation": budget - forecast,
        }
    order = {"decided": 0, "new": 1, "reinvestment": 2, "property": 3}
    ordered = sorted(rows.items(), key=lambda item: (order[item[1]["group"]], -(item[1]["year_budget"].value or 0)))
    found = dict(ordered)
    if rows:
        sums = {name: reported.total(name) for name in ("year_budget", "outcome", "forecast")}
        found[TOTAL] = sums | {
            "group": "",
            "comment": "",
            "total_budget": Figure.missing("summeras inte"),
            "deviation": sums["year_budget"] - sums["outcome"],
            "forecast_deviation": sums["year_budget"] - sums["forecast"],
        }
    return pd.DataFrame.from_dict(found, orient="index", columns=["group", "comment", *COLUMNS], dtype=object)
