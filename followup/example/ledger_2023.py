"""The ledger of 2023, made backwards from the ledger of 2024.

Its outcome is the previous year's column there, and its budget is the outcome and the story's deviation.

To keep the workbooks small, an account class shows its largest accounts, and the others as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from followup.example import ledger_2024, story
from followup.example.accounts import BOUGHT, DEPRECIATION, MEDICINES, OTHER, REVENUE, STAFF
from followup.example.activities import ACTIVITIES, Activity
from followup.example.ledger_row import MNKR, SEASONS, VOLATILITY, LedgerRow
from followup.example.randomness import Chance, split

YEAR = 2023

_SHOWN = 3
_OTHERS = {REVENUE: "3999", STAFF: "4999", BOUGHT: "5399", MEDICINES: "5999", OTHER: "6999", DEPRECIATION: "7999"}
_MEETINGS = (0, *story.MONTHS)

# (account, its name): outcome per month in kronor
Accounts = dict[tuple[str, str], list[float]]


def class_budgets(activity: Activity) -> dict[str, float]:
    """The year's budget per account class, mnkr in whole tenths, ledger sign: outcome and deviation, rounded.

    The activity's sum is rounded first and the classes so that they make it up.
    """
    return _class_budgets()[activity.committee, activity.name]


@cache
def year_rows() -> tuple[LedgerRow, ...]:
    """All rows with the outcome of all months, by month, then in the order of the registers."""
    rows = [row for activities in ACTIVITIES.values() for row in _committee_rows(activities)]
    return tuple(sorted(rows, key=lambda row: row.month))


@cache
def _outcomes() -> dict[tuple[str, str], dict[str, Accounts]]:
    """By committee and activity, then account class."""
    found: dict[tuple[str, str], dict[str, Accounts]] = {}
    for row in ledger_2024.year_rows():
        classes = found.setdefault((row.committee, row.activity), {})
        accounts = classes.setdefault(row.account_class, {})
        accounts.setdefault((row.account, row.account_name), [0.0] * 12)[row.month - 1] = row.previous_year
    return {key: {name: _fewer(name, each) for name, each in classes.items()} for key, classes in found.items()}


def _fewer(account_class: str, accounts: Accounts) -> Accounts:
    """The largest accounts in the order of the chart, and the sum of the others."""
    if len(accounts) <= _SHOWN + 1:
        return accounts
    shown = sorted(accounts, key=lambda account: -abs(sum(accounts[account])))[:_SHOWN]
    others = [months for account, months in accounts.items() if account not in shown]
    fewer = {account: months for account, months in accounts.items() if account in shown}
    name = f"Övriga konton, {account_class[0].lower()}{account_class[1:]}"
    return fewer | {(_OTHERS[account_class], name): [round(sum(each), 2) for each in zip(*others, strict=True)]}


@cache
def _class_budgets() -> dict[tuple[str, str], dict[str, float]]:
    return {
        (activity.committee, activity.name): _rounded_budgets(activity)
        for activities in ACTIVITIES.values()
        for activity in activities
    }


def _rounded_budgets(activity: Activity) -> dict[str, float]:
    outcome = {name: _sum(each) / MNKR for name, each in _outcomes()[activity.committee, activity.name].items()}
    deviation = story.deviation_of(activity.committee, activity.name, f"{YEAR}-12")
    exact = {name: 10 * (value + deviation * activity.causes.get(name, 0.0)) for name, value in outcome.items()}
    tenths = {name: round(value) for name, value in exact.items()}
    missing = round(sum(exact.values())) - sum(tenths.values())
    step = 1 if missing > 0 else -1
    by_remainder = sorted(tenths, key=lambda name: step * (tenths[name] - exact[name]))
    for name in by_remainder[: abs(missing)]:
        tenths[name] += step
    return {name: value / 10 for name, value in tenths.items()}


def _committee_rows(activities: tuple[Activity, ...]) -> Iterator[LedgerRow]:
    chance = Chance(activities[0].committee, "ledger 2023")
    for activity in activities:
        classes = _outcomes()[activity.committee, activity.name]
        accumulated = _accumulated(activity, chance)
        for name, accounts in classes.items():
            yield from _class_rows(activity, name, accounts, accumulated[name], chance)


def _accumulated(activity: Activity, chance: Chance) -> dict[str, list[float]]:
    """The deviation per account class from January to each meeting, kronor; the first meeting is no month at all.

    The story's falls on its causes, with small ones that cancel out; at the year's end it is budget less outcome.
    """
    budgets = class_budgets(activity)
    found = {name: [0.0] for name in budgets}
    for month in story.MONTHS[:-1]:
        deviation = story.deviation_of(activity.committee, activity.name, f"{YEAR}-{month:02d}")
        unrest = {name: chance.around_zero(0.0005) * abs(each) * month / 12 for name, each in budgets.items()}
        for name in budgets:
            share = activity.causes.get(name, 0.0)
            found[name].append(MNKR * (unrest[name] + share * (deviation - sum(unrest.values()))))
    outcomes = _outcomes()[activity.committee, activity.name]
    for name, budget in budgets.items():
        found[name].append(budget * MNKR - _sum(outcomes[name]))
    return found


def _class_rows(
    activity: Activity, name: str, accounts: Accounts, accumulated: list[float], chance: Chance
) -> Iterator[LedgerRow]:
    budgets: list[list[int]] = [[] for _ in accounts]
    # In whole hundreds of kronor; what a rounding leaves is made up for in the next stretch of months.
    left = 0.0
    for (first, last), (before, after) in zip(pairwise(_MEETINGS), pairwise(accumulated), strict=True):
        target = left + after - before + sum(sum(months[first:last]) for months in accounts.values())
        hundreds = round(target / 100)
        left = target - 100 * hundreds
        weights = [abs(sum(months[first:last])) * chance.uniform(0.97, 1.03) for months in accounts.values()]
        sign = -1 if hundreds < 0 else 1
        for budget, part in zip(budgets, split(abs(hundreds), weights), strict=True):
            budget += [sign * 100 * each for each in split(part, SEASONS[name][first:last])]
    growth = chance.uniform(1.02, 1.06)
    for ((account, account_name), months), budget in zip(accounts.items(), budgets, strict=True):
        for month, outcome in enumerate(months):
            earlier = round(outcome / growth * (1 + chance.around_zero(VOLATILITY[name])), 2)
            amounts = (budget[month], outcome, earlier)
            yield LedgerRow.of(activity, name, (account, account_name), (YEAR, month + 1), amounts)


def _sum(accounts: Accounts) -> float:
    return sum(map(sum, accounts.values()))
