"""Investments of the period. Amounts are kronor without sign; a deviation above 0 is less spent than budgeted.

Source: `investeringar.xlsx`.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

TOTAL = "Summa investeringar"
# The groups' codes in the order in which tables show them.
GROUPS = ("decided", "new", "reinvestment", "property")
# Of one year. `deviation` is year_budget − outcome, which says something when the year is over; `forecast_deviation` is
# year_budget − forecast.
YEAR_COLUMNS = ("year_budget", "outcome", "deviation", "forecast", "forecast_deviation")
COLUMNS = ("total_budget", *YEAR_COLUMNS)


def by_project(investments: SourceTable, period: Period) -> pd.DataFrame:
    """One row per project, the largest budget of the year first within its group, then TOTAL.

    Columns: `group` (a code of the layout), `comment` and the figures of COLUMNS. `total_budget` is missing for a
    reinvestment that has only yearly amounts, and is not summed.
    """
    reported = investments.where(period=period)
    rows = {}
    for row in reported.rows():
        rows[row.text("project")] = {
            "group": row.text("group"),
            "comment": row.text("comment"),
            "total_budget": row.figure("total_budget"),
        } | year_of(row)
    found = largest_first(rows, "year_budget")
    if rows:
        unsummed = {"group": "", "comment": "", "total_budget": Figure.missing("summeras inte")}
        found[TOTAL] = unsummed | year_of(reported)
    return pd.DataFrame.from_dict(found, orient="index", columns=["group", "comment", *COLUMNS], dtype=object)


def largest_first(rows: dict[str, dict[str, Any]], column: str) -> dict[str, dict[str, Any]]:
    """The rows by group, the largest in the column first within its group."""
    return dict(
        sorted(rows.items(), key=lambda item: (GROUPS.index(item[1]["group"]), -(item[1][column].value or 0.0)))
    )


def year_of(investments: SourceTable) -> dict[str, Figure]:
    """The sums of some rows of one period: the figures of YEAR_COLUMNS."""
    sums = {name: investments.total(name) for name in ("year_budget", "outcome", "forecast")}
    budget = sums["year_budget"]
    return sums | {"deviation": budget - sums["outcome"], "forecast_deviation": budget - sums["forecast"]}
