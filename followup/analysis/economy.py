"""Outcome, budget and forecast: by account class, by activity and by month.

All figures are kronor with revenue + and cost −, so a deviation above 0 is better than budget. Source: the ledger
(`utfall.xlsx`) and the committee's own workbook (sheet `Prognos`).
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Literal, get_args

from followup.analysis.extremes import rank
from followup.ground.figure import PERCENT, Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

NET = "Nettokostnad"
REST = "Övriga verksamheter"
# Characters of an account's number.
_LONGEST = 20

# Kronor that a percentage of growth is reckoned on at least: the last digit of an amount in mnkr is 2 per cent of it.
LEAST_BASE = 5_000_000
SMALL_BASE = "för litet belopp i fjol"

# What the ledger alone can tell.
LedgerColumn = Literal[
    "outcome",  # January to the period's month
    "budget",  # the same months
    "deviation",  # outcome − budget
    "previous_year",  # the same months last year
    "change",  # cost growth since last year, per cent
    "year_budget",  # the full year
]
Column = Literal[
    LedgerColumn,
    "forecast",  # the full year
    "forecast_deviation",  # forecast − year_budget
    "previous_forecast",  # the full year, as of the previous report
    "forecast_change",  # forecast − previous_forecast
]
LEDGER_COLUMNS: tuple[LedgerColumn, ...] = get_args(LedgerColumn)
COLUMNS: tuple[Column, ...] = get_args(Column)
# Net cost of one month.
MonthColumn = Literal["outcome", "budget", "previous_year"]
MONTH_COLUMNS: tuple[MonthColumn, ...] = get_args(MonthColumn)
AccumulatedColumn = Literal["deviation"]

EconomyTable = FigureTable[Column]
EconomyRow = FigureRow[Column]
LedgerTable = FigureTable[LedgerColumn]
MonthTable = FigureTable[MonthColumn]
AccumulatedTable = FigureTable[AccumulatedColumn]


def ledger_row(ledger: SourceTable, period: Period) -> dict[str, Figure]:
    """The figures of LEDGER_COLUMNS for the given rows of the ledger."""
    so_far = ledger.where(period=period.so_far)
    outcome, budget = so_far.total("outcome"), so_far.total("budget")
    previous_year = so_far.total("previous_year")
    year_budget = ledger.total("budget")
    return {
        "outcome": outcome,
        "budget": budget,
        "deviation": outcome - budget,
        "previous_year": previous_year,
        "change": _growth(outcome, previous_year, year_budget),
        "year_budget": year_budget,
    }


def economy_row(ledger: SourceTable, forecast: SourceTable, period: Period, first: bool = False) -> dict[str, Figure]:
    """The ten figures of COLUMNS for the given rows of the ledger and of the forecast.

    At the year's `first` forecast there is no previous one, whatever stands in its column.
    """
    row = ledger_row(ledger, period)
    year_forecast = forecast.total("forecast")
    previous = Figure.missing("årets första prognos") if first else forecast.total("previous_forecast")
    return row | {
        "forecast": year_forecast,
        "forecast_deviation": year_forecast - row["year_budget"],
        "previous_forecast": previous,
        "forecast_change": year_forecast - previous,
    }


def account_classes(ledger: SourceTable) -> list[str]:
    """The account classes in the order of the chart of accounts: that of the lowest account of each.

    The rows of the ledger stand by activity, and the first of these need not have all classes.
    """
    found = ledger.values("account_class")
    if "account" not in ledger.frame:
        return found
    # Padded, so that 900 comes before 4010.
    accounts = ledger.frame["account"].astype(str).str.zfill(_LONGEST)
    lowest = accounts.groupby(ledger.frame["account_class"].to_numpy()).min()
    return sorted(found, key=lambda name: lowest[name])


def by_account_class(ledger: SourceTable, forecast: SourceTable, period: Period, first: bool = False) -> EconomyTable:
    """One row per account class in the order of `account_classes`, then NET, their sum. Columns: COLUMNS."""
    rows = {
        name: economy_row(ledger.where(account_class=name), forecast.where(account_class=name), period, first)
        for name in account_classes(ledger)
    }
    rows[NET] = economy_row(ledger, forecast, period, first)
    return FigureTable.of(rows, COLUMNS)


def by_activity(ledger: SourceTable, forecast: SourceTable, period: Period, first: bool = False) -> EconomyTable:
    """One row per activity (net cost), the largest accumulated deviation first, then NET. Columns: COLUMNS."""
    rows = {
        name: economy_row(ledger.where(activity=name), forecast.where(activity=name), period, first)
        for name in ledger.values("activity")
    }
    ordered = sorted(rows, key=lambda name: _size(rows[name]["deviation"]), reverse=True)
    net = {NET: economy_row(ledger, forecast, period, first)}
    return FigureTable.of({name: rows[name] for name in ordered} | net, COLUMNS)


def largest_first(
    table: EconomyTable, shown: int, rest: str = REST, named: Collection[str] = (), most: int = sys.maxsize
) -> EconomyTable:
    """The first `shown` rows, the others summed into one row named `rest` with their number, then NET.

    Those that the report has `named` elsewhere stand for themselves too, as long as there are at most `most` rows with
    the summed one. A single row is never replaced by a sum of one. Percentages are computed anew from the sums.
    """
    parts = [name for name in table.names if name != NET]
    visible = [name for place, name in enumerate(parts) if place < shown or name in named][: max(shown, most - 1)]
    others = [name for name in parts if name not in visible]
    if len(others) <= 1:
        return table
    hidden = table.only(others)
    summed: dict[str, Figure] = {name: Figure.sum(hidden.figures(name)) for name in COLUMNS if name != "change"}
    summed["change"] = _growth(summed["outcome"], summed["previous_year"], summed["year_budget"])
    label = f"{rest} ({len(hidden)} st)"
    return table.only(visible).then(FigureTable.of({label: summed}, COLUMNS)).then(table.only([NET]))


def by_month(ledger: SourceTable, period: Period) -> MonthTable:
    """Net cost per month, rows 1-12: `outcome` (missing after the period), `budget`, `previous_year`."""
    rows = {}
    for month in range(1, 13):
        part = ledger.where(period=str(Period(period.year, month)))
        reported = month <= period.month
        rows[month] = {
            "outcome": part.total("outcome") if reported else Figure.missing("ännu inte redovisat"),
            "budget": part.total("budget"),
            "previous_year": part.total("previous_year"),
        }
    return FigureTable.of(rows, MONTH_COLUMNS)


def accumulated_deviation(monthly: MonthTable) -> AccumulatedTable:
    """From `by_month`: the deviation accumulated to each month, rows 1-12, column `deviation`."""
    rows = {}
    for place, month in enumerate(monthly.names, 1):
        so_far = monthly.only(monthly.names[:place])
        rows[month] = {"deviation": Figure.sum(so_far.figures("outcome")) - Figure.sum(so_far.figures("budget"))}
    return FigureTable.of(rows, get_args(AccumulatedColumn))


def frame_of_budget(frames: SourceTable, lines: Sequence[str]) -> Figure:
    """The decided budget frame of the year, from the budget table's rows `lines`; a cost, so below 0."""
    return frames.where(line=list(lines)).total("year_0")


def nets_to_zero(year_budget: Figure) -> bool:
    """Whether the year's budget is 0 to the öre, as for an activity that is paid by what it sells to the others.

    What is left in such a net is a small rest of large amounts: a percentage of it says nothing.
    """
    return year_budget.value is not None and abs(year_budget.value) < 0.005


def _growth(outcome: Figure, previous_year: Figure, year_budget: Figure) -> Figure:
    growth = growth_of(outcome, previous_year)
    return Figure(None, PERCENT, growth.origin, "årsbudgeten är noll") if nets_to_zero(year_budget) else growth


def growth_of(outcome: Figure, previous_year: Figure) -> Figure:
    """The growth since last year in per cent; missing where a net cost has become a surplus or the other way round.

    Also of less than LEAST_BASE last year: of what is near zero, a percentage is large and no news.
    """
    growth = (outcome - previous_year).per(previous_year)
    if previous_year.value is not None and abs(previous_year.value) < LEAST_BASE:
        return Figure(None, PERCENT, growth.origin, SMALL_BASE)
    if (outcome.value or 0.0) * (previous_year.value or 0.0) < 0:
        return Figure(None, PERCENT, growth.origin, "beloppet har bytt tecken")
    return growth


def _size(figure: Figure) -> tuple[Decimal, float]:
    """What is larger as a reader sees it comes first; what is missing comes last."""
    if figure.is_missing:
        return Decimal(-1), 0.0
    seen, value = rank(figure)
    return abs(seen), abs(value)
