"""Investments of the period. Amounts are kronor without sign; a deviation above 0 is less spent than budgeted.

Source: `investeringar.xlsx`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

TOTAL = "Summa investeringar"
# The groups' codes in the order in which tables show them.
GROUPS = ("decided", "new", "reinvestment", "property")
# Of one year. `deviation` is year_budget − outcome, which says something when the year is over; `forecast_deviation` is
# year_budget − forecast.
YearColumn = Literal["year_budget", "outcome", "deviation", "forecast", "forecast_deviation"]
Column = Literal["group", "comment", "total_budget", YearColumn]
YEAR_COLUMNS: tuple[YearColumn, ...] = get_args(YearColumn)
COLUMNS: tuple[Column, ...] = get_args(Column)
InvestmentTable = FigureTable[Column]


def by_project(investments: SourceTable, period: Period) -> InvestmentTable:
    """One row per project, the largest budget of the year first within its group, then TOTAL.

    Columns: COLUMNS, of which `group` (a code of the layout) and `comment` are words. `total_budget` is missing for a
    reinvestment that has only yearly amounts, and is not summed.
    """
    reported = investments.where(period=period)
    rows: dict[str, dict[str, object]] = {}
    for row in reported.rows():
        rows[row.text("project")] = {
            "group": row.text("group"),
            "comment": row.text("comment"),
            "total_budget": row.figure("total_budget"),
        } | year_of(row)
    found = largest_first(rows, "year_budget")
    if rows:
        unsummed: dict[str, object] = {"group": "", "comment": "", "total_budget": Figure.missing("summeras inte")}
        found[TOTAL] = unsummed | year_of(reported)
    return FigureTable.of(found, COLUMNS)


def largest_first(rows: Mapping[str, dict[str, object]], column: str) -> dict[str, dict[str, object]]:
    """The rows by group, the largest in the column first within its group."""

    def place(row: Mapping[str, object]) -> tuple[int, float]:
        group, figure = row["group"], row[column]
        assert isinstance(group, str)
        assert isinstance(figure, Figure)
        return GROUPS.index(group), -(figure.value or 0.0)

    return dict(sorted(rows.items(), key=lambda item: place(item[1])))


def year_of(investments: SourceTable) -> dict[str, Figure]:
    """The sums of some rows of one period: the figures of YEAR_COLUMNS."""
    sums = {name: investments.total(name) for name in ("year_budget", "outcome", "forecast")}
    budget = sums["year_budget"]
    return sums | {"deviation": budget - sums["outcome"], "forecast_deviation": budget - sums["forecast"]}
