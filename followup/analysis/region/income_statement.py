"""The region's income statement (resultaträkning): the operations out of the ledger, the rest as the region gives it.

Kronor with revenue + and cost −, so a deviation above 0 is better than budget. Sources: `utfall.xlsx`, the forecasts of
the holders of a budget frame, and sheet `Resultaträkning` of the region's workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from followup.analysis.economy import LedgerTable
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.tables.region_accounts import STATEMENT
from followup.workbooks.source_table import SourceTable

REVENUE = "Verksamhetens intäkter"
COSTS = "Verksamhetens kostnader"
DEPRECIATION = "Avskrivningar"
NET = "Verksamhetens nettokostnad"
TAXES, GRANTS = STATEMENT["taxes"], STATEMENT["grants"]
OPERATING = "Verksamhetens resultat"
FINANCIAL_INCOME, FINANCIAL_COSTS = STATEMENT["financial_income"], STATEMENT["financial_costs"]
AFTER_FINANCE = "Resultat efter finansiella poster"
# The row is called "Periodens resultat" where it is not the year's.
RESULT = "Årets resultat"

SUMS = (NET, OPERATING, AFTER_FINANCE, RESULT)

Column = Literal[
    "outcome",  # January to the period's month
    "budget",  # the same months
    "deviation",  # outcome − budget
    "previous_year",  # the same months last year
    "year_budget",  # the full year
    "forecast",  # the full year; its outcome when the year is over
    "forecast_deviation",  # forecast − year_budget
    "previous_forecast",  # the full year, as of the forecast before; the last one when the year is over
    "forecast_change",  # forecast − previous_forecast
]
COLUMNS: tuple[Column, ...] = get_args(Column)
StatementTable = FigureTable[Column]
StatementRow = FigureRow[Column]
_LEDGER: tuple[Literal["outcome", "budget", "previous_year", "year_budget"], ...] = (
    "outcome",
    "budget",
    "previous_year",
    "year_budget",
)
_GIVEN: tuple[Column, ...] = ("outcome", "budget", "previous_year", "year_budget", "forecast", "previous_forecast")
_NO_CLASS = "finns inte i huvudboken"
_NO_FORECAST = "alla lämnar inte prognos per slag"
_FIRST = "årets första prognos"


def statement(
    classes: LedgerTable,
    net: Mapping[str, Figure],
    lines: SourceTable,
    names: tuple[str, str],
    *,
    year_end: bool = False,
    first: bool = False,
) -> StatementTable:
    """One row per line of the statement, in its order. Columns: COLUMNS.

    `classes`: region_economy.by_account_class; `net`: the region's ten figures; `lines`: table `income_statement`;
    `names`: the ledger's names of revenue and of depreciation. Revenue, costs and depreciation have a forecast only
    when the year is over, since some holders forecast their net cost alone. At the year's `first` forecast there is
    none before it. A year that is over has its outcome for forecast, and the last forecast as the one before.
    """
    revenue, depreciation = (_class_row(classes, name) for name in names)
    own: dict[str, Figure] = {column: net[column] for column in _GIVEN}
    costs: dict[str, Figure] = {
        column: (own[column] - revenue[column] - depreciation[column]).alone for column in _LEDGER
    }
    unknown: dict[str, Figure] = {column: Figure.missing(_NO_FORECAST) for column in _GIVEN[4:]}
    rows: dict[str, dict[str, Figure]] = {
        REVENUE: revenue | unknown,
        COSTS: costs | unknown,
        DEPRECIATION: depreciation | unknown,
        NET: own,
    }
    for code, name in STATEMENT.items():
        row = lines.where(line=code)
        rows[name] = {column: row.figure(column) for column in _GIVEN}
    rows = {name: _in_time(row, year_end=year_end, first=first) for name, row in rows.items()}
    rows[OPERATING] = _sum(rows, NET, TAXES, GRANTS)
    rows[AFTER_FINANCE] = _sum(rows, OPERATING, FINANCIAL_INCOME, FINANCIAL_COSTS)
    rows[RESULT] = rows[AFTER_FINANCE]
    order = (REVENUE, COSTS, DEPRECIATION, NET, TAXES, GRANTS, OPERATING, FINANCIAL_INCOME, FINANCIAL_COSTS)
    whole = {name: _with_differences(rows[name]) for name in (*order, AFTER_FINANCE, RESULT)}
    return FigureTable.of(whole, COLUMNS)


def _class_row(classes: LedgerTable, name: str) -> dict[str, Figure]:
    if name not in classes:
        return {column: Figure.missing(_NO_CLASS) for column in _LEDGER}
    return {column: classes[name, column] for column in _LEDGER}


def _in_time(row: dict[str, Figure], *, year_end: bool, first: bool) -> dict[str, Figure]:
    if year_end:
        return row | {"forecast": row["outcome"], "previous_forecast": row["forecast"]}
    return row | {"previous_forecast": Figure.missing(_FIRST)} if first else row


def _sum(rows: Mapping[str, Mapping[str, Figure]], *names: str) -> dict[str, Figure]:
    return {column: Figure.sum(rows[name][column] for name in names) for column in _GIVEN}


def _with_differences(row: Mapping[str, Figure]) -> dict[str, Figure]:
    return {
        **row,
        "deviation": row["outcome"] - row["budget"],
        "forecast_deviation": row["forecast"] - row["year_budget"],
        "forecast_change": row["forecast"] - row["previous_forecast"],
    }
