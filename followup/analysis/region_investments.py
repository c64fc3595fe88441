"""Investments of the whole region: by committee and by group. Amounts are kronor without sign.

A deviation above 0 is less spent than budgeted. Source: `investeringar.xlsx`.
"""

from __future__ import annotations

import pandas as pd

from followup.figure import Figure
from followup.inputs.source_table import SourceTable
from followup.period import Period

TOTAL = "REGION"
# `deviation` is year_budget − outcome, which says something when the year is over.
COLUMNS = ("year_budget", "outcome", "deviation", "forecast", "forecast_deviation")


def by_committee(investments: SourceTable, period: Period) -> pd.DataFrame:
    """One row per committee with investments in the period, in the workbook's order, then TOTAL. Columns: COLUMNS."""
    return _summed(investments.where(period=period), "committee")


def by_group(investments: SourceTable, period: Period) -> pd.DataFrame:
    """One row per group (a code of the layout) in the workbook's order, then TOTAL. Columns: COLUMNS."""
    return _summed(investments.where(period=period), "group")


def _summed(reported: SourceTable, column: str) -> pd.DataFrame:
    rows = {str(name): _row(reported.where(**{column: name})) for name in reported.values(column)}
    if rows:
        rows[TOTAL] = _row(reported)
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS), dtype=object)


def _row(part: SourceTable) -> dict[str, Figure]:
    sums = {name: part.total(name) for name in ("year_budget", "outcome", "forecast")}
    budget = sums["year_budget"]
    return sums | {"deviation": budget - sums["outcome"], "forecast_deviation": budget - sums["forecast"]}
