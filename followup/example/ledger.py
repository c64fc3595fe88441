"""The general ledger of the example year: one row per month, committee, activity and account, in kronor.

Ledger sign: revenue −, cost +. The budget is in whole hundreds of kronor and sums exactly to the activity's gross
cost and revenue; the outcome of January to April sums to the budget less the story's deviation, to the öre.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from followup.example.accounts import BOUGHT, CLASSES, DEPRECIATION, KINDS, MEDICINES, MIXES, OTHER, REVENUE, STAFF
from followup.example.activities import ACTIVITIES, Activity
from followup.example.randomness import Chance, split

YEAR = 2024
LAST_MONTH = 4
MNKR = 1_000_000

# How a year's amount falls on the months. Staff costs drop in July, when the holidays are paid from the liability;
# heating and snow make the winter dearer.
SEASONS: dict[str, tuple[float, ...]] = {
    REVENUE: (102, 101, 104, 103, 103, 98, 78, 92, 104, 106, 105, 104),
    STAFF: (103, 101, 103, 102, 103, 101, 84, 90, 101, 103, 104, 105),
    BOUGHT: (101, 99, 101, 100, 100, 99, 92, 97, 102, 103, 103, 103),
    MEDICINES: (102, 99, 103, 102, 102, 100, 84, 93, 103, 105, 104, 103),
    OTHER: (106, 105, 104, 100, 98, 96, 86, 93, 100, 102, 104, 106),
    DEPRECIATION: (100,) * 12,
}
VOLATILITY = {REVENUE: 0.05, STAFF: 0.02, BOUGHT: 0.05, MEDICINES: 0.06, OTHER: 0.08, DEPRECIATION: 0.01}

# How much more of a deviation an account carries per krona when it is one of the activity's drivers.
_DRIVER_STRENGTH = 40.0


@dataclass(frozen=True)
class LedgerRow:
    """One row; `outcome` is None for a month that has not been closed."""

    month: int
    committee: str
    activity: str
    account_class: str
    account: str
    account_name: str
    budget: int
    outcome: float | None
    previous_year: float

    @property
    def period(self) -> str:
        return f"{YEAR}-{self.month:02d}"


def class_budgets(activity: Activity) -> dict[str, float]:
    """The year's budget per account class, mnkr in whole tenths, ledger sign; classes in the chart's order."""
    mix = MIXES[activity.mix]
    costs = split(round(activity.cost * 10), list(mix.values()))
    budgets = {name: cost / 10 for name, cost in zip(mix, costs, strict=True)}
    if activity.revenue:
        budgets[REVENUE] = -activity.revenue
    return {name: budgets[name] for name in CLASSES if budgets.get(name)}


def by_class(activity: Activity, deviation: float) -> dict[str, float]:
    """A deviation (mnkr, + better than budget) on the account classes that cause it, in whole tenths."""
    tenths = round(deviation * 10)
    size = split(abs(tenths), list(activity.causes.values()))
    sign = 1 if tenths > 0 else -1
    found = dict.fromkeys(class_budgets(activity), 0.0)
    found.update({name: sign * part / 10 for name, part in zip(activity.causes, size, strict=True)})
    return found


def _accumulated(activity: Activity, budgets: dict[str, float], chance: Chance) -> dict[str, float]:
    """January to April's deviation per account class, mnkr: the story's, with small ones that cancel out."""
    small = {name: chance.around_zero(0.002) * abs(budget) for name, budget in budgets.items()}
    found = dict(small)
    for name, share in activity.causes.items():
        found[name] += share * (activity.accumulated - sum(small.values()))
    return found


def _class_rows(committee: str, activity: Activity, name: str, budget: float, deviation: float, chance: Chance):
    accounts = KINDS[activity.kind][name]
    sign = -1 if budget < 0 else 1
    weights = [weight * chance.uniform(0.7, 1.3) for _, _, weight in accounts]
    years = split(round(abs(budget) * MNKR / 100), weights)
    months = [[sign * 100 * part for part in split(year, SEASONS[name])] for year in years]
    growth = chance.uniform(1.02, 1.055)
    spread = VOLATILITY[name]
    previous = [[round(part / growth * (1 + chance.around_zero(spread)), 2) for part in year] for year in months]

    closed = range(LAST_MONTH)
    strengths = [_DRIVER_STRENGTH if account in activity.drivers else 1.0 for account, _, _ in accounts]
    raw = [[year[month] * (1 + chance.around_zero(spread)) for month in closed] for year in months]
    pull = [
        [abs(year[month]) * chance.uniform(0.4, 1.6) * (0.85 + 0.1 * month) * strength for month in closed]
        for year, strength in zip(months, strengths, strict=True)
    ]
    target = sum(year[month] for year in months for month in closed) - deviation * MNKR
    missing = target - sum(map(sum, raw))
    force = sum(map(sum, pull))
    outcome = [
        [round(value + missing * weight / force, 2) for value, weight in zip(values, weights, strict=True)]
        for values, weights in zip(raw, pull, strict=True)
    ]
    # The roundings to whole öre are put on one entry, so that the sum is the story's.
    outcome[0][-1] = round(outcome[0][-1] + target - sum(map(sum, outcome)), 2)

    for index, (account, account_name, _) in enumerate(accounts):
        for month in range(12):
            yield LedgerRow(
                month + 1,
                committee,
                activity.name,
                name,
                account,
                account_name,
                months[index][month],
                outcome[index][month] if month < LAST_MONTH else None,
                previous[index][month],
            )


def _committee_rows(committee: str) -> Iterator[LedgerRow]:
    chance = Chance(committee, "ledger")
    for activity in ACTIVITIES[committee]:
        budgets = class_budgets(activity)
        deviations = _accumulated(activity, budgets, chance)
        for name, budget in budgets.items():
            yield from _class_rows(committee, activity, name, budget, deviations[name], chance)


@cache
def ledger_rows() -> tuple[LedgerRow, ...]:
    """All rows, by period, then committee, activity and account in the order of the registers."""
    rows = [row for committee in ACTIVITIES for row in _committee_rows(committee)]
    return tuple(sorted(rows, key=lambda row: row.month))
