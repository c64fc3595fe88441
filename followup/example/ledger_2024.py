"""The ledger of 2024.

The budget is in whole hundreds of kronor and sums exactly to each activity's gross cost and revenue. The outcome to
each occasion of the story from April on sums to the budget less the story's deviation, to the öre. What stands in
February's snapshot is the first half of what was drawn for April, so that the story's deviations to February are those
of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from followup.example import story
from followup.example.accounts import CLASSES, KINDS, MIXES, REVENUE
from followup.example.activities import ACTIVITIES, Activity
from followup.example.ledger_row import MNKR, SEASONS, VOLATILITY, LedgerRow
from followup.example.randomness import Chance, split

YEAR = 2024

# The months after which the outcome meets the story.
_MEETINGS = (0, 4, 8, 10, 12)
# How much more of a deviation an account carries per krona when it is one of the activity's drivers.
_DRIVER_STRENGTH = 40.0

Months = list[list[float]]


def class_budgets(activity: Activity) -> dict[str, float]:
    """The year's budget per account class, mnkr in whole tenths, ledger sign; classes in the chart's order."""
    mix = MIXES[activity.mix]
    costs = split(round(activity.cost * 10), list(mix.values()))
    budgets = {name: cost / 10 for name, cost in zip(mix, costs, strict=True)}
    if activity.revenue:
        budgets[REVENUE] = -activity.revenue
    return {name: budgets[name] for name in CLASSES if budgets.get(name)}


@cache
def year_rows() -> tuple[LedgerRow, ...]:
    """All rows with the outcome of all months, by month, then in the order of the registers."""
    rows = [row for activities in ACTIVITIES.values() for row in _committee_rows(activities)]
    return tuple(sorted(rows, key=lambda row: row.month))


def _committee_rows(activities: tuple[Activity, ...]) -> Iterator[LedgerRow]:
    # The months after April have a chance of their own, so that they change nothing in the months before.
    chance, later = (Chance(activities[0].committee, stream) for stream in ("ledger", "ledger after April"))
    for activity in activities:
        budgets = class_budgets(activity)
        # (account class: deviation) for each stretch of months between two meetings with the story.
        stretches = [
            _by_class(activity, budgets, _growth(activity, first, last), 0.002 if first == 0 else 0.001, drawn)
            for first, last, drawn in zip(_MEETINGS, _MEETINGS[1:], (chance, later, later, later), strict=False)
        ]
        for name, budget in budgets.items():
            yield from _class_rows(activity, name, budget, [each[name] for each in stretches], chance, later)


def _growth(activity: Activity, first: int, last: int) -> float:
    """How much the story's deviation grows between the two months, mnkr."""
    until_last, until_first = (
        story.deviation_of(activity.committee, activity.name, f"{YEAR}-{month:02d}") if month else 0.0
        for month in (last, first)
    )
    return until_last - until_first


def _by_class(
    activity: Activity, budgets: dict[str, float], deviation: float, unrest: float, chance: Chance
) -> dict[str, float]:
    """The deviation per account class, mnkr: the story's on its causes, with small ones that cancel out."""
    small = {name: chance.around_zero(unrest) * abs(budget) for name, budget in budgets.items()}
    found = dict(small)
    for name, share in activity.causes.items():
        found[name] += share * (deviation - sum(small.values()))
    return found


def _class_rows(
    activity: Activity, name: str, budget: float, deviations: list[float], chance: Chance, later: Chance
) -> Iterator[LedgerRow]:
    accounts = KINDS[activity.kind][name]
    sign = -1 if budget < 0 else 1
    weights = [weight * chance.uniform(0.7, 1.3) for _, _, weight in accounts]
    years = split(round(abs(budget) * MNKR / 100), weights)
    months = [[sign * 100 * part for part in split(year, SEASONS[name])] for year in years]
    growth = chance.uniform(1.02, 1.055)
    spread = VOLATILITY[name]
    previous = [[round(part / growth * (1 + chance.around_zero(spread)), 2) for part in year] for year in months]

    strengths = [_DRIVER_STRENGTH if account in activity.drivers else 1.0 for account, _, _ in accounts]
    outcome: Months = [[] for _ in accounts]
    for first, last, deviation in zip(_MEETINGS, _MEETINGS[1:], deviations, strict=False):
        stretch = [year[first:last] for year in months]
        drawn = _outcome(stretch, deviation, strengths, spread, chance if first == 0 else later)
        for values, more in zip(outcome, drawn, strict=True):
            values += more

    for index, (account, account_name, _) in enumerate(accounts):
        for month in range(12):
            amounts = (months[index][month], outcome[index][month], previous[index][month])
            yield LedgerRow.of(activity, name, (account, account_name), (YEAR, month + 1), amounts)


def _outcome(
    budget: list[list[int]], deviation: float, strengths: list[float], spread: float, chance: Chance
) -> Months:
    """Kronor per account and month, summing to the budget less the deviation (mnkr), which grows with the months."""
    closed = range(len(budget[0]))
    raw = [[year[month] * (1 + chance.around_zero(spread)) for month in closed] for year in budget]
    pull = [
        [abs(year[month]) * chance.uniform(0.4, 1.6) * (0.85 + 0.1 * month) * strength for month in closed]
        for year, strength in zip(budget, strengths, strict=True)
    ]
    target = sum(year[month] for year in budget for month in closed) - deviation * MNKR
    missing = target - sum(map(sum, raw))
    force = sum(map(sum, pull))
    outcome = [
        [round(value + missing * weight / force, 2) for value, weight in zip(values, weights, strict=True)]
        for values, weights in zip(raw, pull, strict=True)
    ]
    # The roundings to whole öre are put on one entry, so that the sum is the story's.
    outcome[0][-1] = round(outcome[0][-1] + target - sum(map(sum, outcome)), 2)
    return outcome
