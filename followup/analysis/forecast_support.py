"""A computed forecast beside the committee's own: what the year ends at if what has been seen so far goes on.

Two proposals, each for the full year in kronor with revenue + and cost −:

`run_rate`   outcome so far + budget of the months that remain + the mean monthly deviation so far × those months. As a
             deviation from the year's budget it is deviation so far × 12 / months so far.
`seasonal`   outcome so far / the share of last year's outcome that had been reached in the same months. It is made for
             each account class, where all amounts have one sign, and summed: a net has no such share.

`low` and `high` hold an interval of 80 per cent around `run_rate`: ± t × s × √(12 × months left / months so far),
where s is the standard deviation of the monthly deviations and t the 90th percentile of Student's distribution with one
degree of freedom less than there are months. That is the prediction interval of the sum of the months that remain,
with the uncertainty of the mean in it, if months vary independently around one mean.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import stdev
from typing import Literal, get_args

from followup.analysis.economy import NET, MonthTable, account_classes, by_month
from followup.ground.figure import Figure, Made, joined
from followup.ground.figure_table import FigureTable
from followup.ground.period import MONTHS, Period
from followup.workbooks.source_table import SourceTable

# With fewer months there is neither a season nor a variation to speak of.
FEWEST_MONTHS = 3
LEVEL = 80
# Student's t, 90th percentile, by degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
_T90 = {2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 6: 1.440, 7: 1.415, 8: 1.397, 9: 1.383, 10: 1.372, 11: 1.363}

TOO_EARLY = "färre än tre månader har gått"

DeviationColumn = Literal[
    "forecast",  # the committee's own, of the full year
    "run_rate",
    "seasonal",
    "low",
    "high",
]
Column = Literal["year_budget", DeviationColumn]
Proposal = Literal["run_rate", "seasonal"]
HindsightColumn = Literal[Proposal, "low", "high"]
COLUMNS: tuple[Column, ...] = get_args(Column)
DEVIATION_COLUMNS: tuple[DeviationColumn, ...] = get_args(DeviationColumn)
PROPOSALS: tuple[Proposal, ...] = get_args(Proposal)
HINDSIGHT_COLUMNS: tuple[HindsightColumn, ...] = get_args(HindsightColumn)
SupportTable = FigureTable[Column]
HindsightTable = FigureTable[HindsightColumn]


def support(ledger: SourceTable, forecast: Mapping[str, Figure], period: Period) -> SupportTable:
    """One row per account class in the order of `account_classes`, then NET. Columns: COLUMNS.

    `ledger` may hold one committee or many: its rows are summed. `forecast` gives the full-year forecast by account
    class and for NET, which need not be their sum; a name that is not in it has no forecast. A month without rows or
    with an empty outcome makes what rests on it missing.
    """
    classes = account_classes(ledger)
    rows = {name: _row(by_month(ledger.where(account_class=name), period), period) for name in classes}
    whole = _row(by_month(ledger, period), period)
    rows[NET] = whole | {"seasonal": Figure.sum(row["seasonal"] for row in rows.values())}
    for name, row in rows.items():
        row["forecast"] = forecast.get(name, Figure.missing("prognos saknas"))
    return FigureTable.of(rows, COLUMNS)


def deviations(supported: SupportTable) -> FigureTable[DeviationColumn]:
    """From `support`: every column but `year_budget`, less the year's budget, so that + is better than budget."""
    rows = {
        name: {column: row[column] - row["year_budget"] for column in DEVIATION_COLUMNS}
        for name, row in supported.rows()
    }
    return FigureTable.of(rows, DEVIATION_COLUMNS)


def in_hindsight(ledger: SourceTable, occasions: Sequence[str], period: Period) -> HindsightTable:
    """What would have been proposed at earlier occasions of the year, net, as deviations from the year's budget.

    One row per occasion before the period, columns HINDSIGHT_COLUMNS.
    """
    rows = {}
    for occasion in occasions:
        earlier = Period.parse(occasion)
        if earlier.year == period.year and earlier < period:
            net = deviations(support(ledger, {}, earlier)).row(NET)
            rows[occasion] = {column: net[column] for column in HINDSIGHT_COLUMNS}
    return FigureTable.of(rows, HINDSIGHT_COLUMNS)


def side_of(amount: Figure, low: Figure, high: Figure) -> str:
    """Where a forecast or an outcome lies against an interval: "below", "end", "inside", "above"; "" if one is missing.

    As all three are shown: an amount that a reader sees at one of the interval's ends is at its "end".
    """
    if amount.is_missing or low.is_missing or high.is_missing:
        return ""
    shown, least, most = (figure.as_shown(1) for figure in (amount, low, high))
    if shown in (least, most):
        return "end"
    return "below" if shown < least else "above" if shown > most else "inside"


def _row(monthly: MonthTable, period: Period) -> dict[str, Figure]:
    budget = Figure.sum(monthly.figures("budget"))
    gaps = [MONTHS[month - 1] for month in period.months if monthly[month, "outcome"].is_missing]
    if gaps or budget.is_missing:
        absent = Figure.missing(f"utfall saknas för {', '.join(gaps)}" if gaps else "årets budget är inte komplett")
        return {"year_budget": budget} | dict.fromkeys(("run_rate", "seasonal", "low", "high"), absent)
    monthly_deviations = [monthly[month, "outcome"] - monthly[month, "budget"] for month in period.months]
    run_rate = budget + Figure.sum(monthly_deviations).times(Fraction(12, period.month))
    low, high = _interval(run_rate, monthly_deviations)
    return {
        "year_budget": budget,
        "run_rate": run_rate,
        "seasonal": _seasonal(monthly, period),
        "low": low,
        "high": high,
    }


def _seasonal(monthly: MonthTable, period: Period) -> Figure:
    if period.month < FEWEST_MONTHS:
        return Figure.missing(TOO_EARLY)
    so_far = monthly.only(period.months)
    outcome = Figure.sum(so_far.figures("outcome"))
    last_year, reached = (Figure.sum(months.figures("previous_year")) for months in (monthly, so_far))
    origin = joined((outcome.origin, last_year.origin))
    if outcome.value is None or last_year.value is None or reached.value is None:
        return Figure.missing("fjolårets utfall är inte komplett", origin=origin)
    if outcome.value == 0 and last_year.value == 0:
        return Figure(0.0, outcome.unit, origin, made=Made("sum", (outcome, last_year)))
    # Of a share outside 0-1 the amounts have had both signs: then it says nothing about a season.
    if last_year.value == 0 or not 0 < reached.value / last_year.value <= 1:
        return Figure.missing("fjolåret ger ingen andel att räkna med", origin=origin)
    made = Made("proportion", (outcome, last_year, reached))
    return Figure(outcome.value * last_year.value / reached.value, outcome.unit, origin, made=made)


def _interval(run_rate: Figure, monthly_deviations: Sequence[Figure]) -> tuple[Figure, Figure]:
    values = [figure.value for figure in monthly_deviations if figure.value is not None]
    months = len(values)
    if months < FEWEST_MONTHS or run_rate.value is None:
        absent = Figure.missing(TOO_EARLY)
        return absent, absent
    half = _T90[months - 1] * stdev(values) * math.sqrt(12 * (12 - months) / months)
    made = Made("computed", (run_rate,))
    return (
        Figure(run_rate.value - half, run_rate.unit, run_rate.origin, made=made),
        Figure(run_rate.value + half, run_rate.unit, run_rate.origin, made=made),
    )
