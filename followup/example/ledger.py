"""The general ledger of the example: one row per month, committee, activity and account, in kronor.

Ledger sign: revenue −, cost +. A period's ledger is a snapshot: it has the whole year's budget and the outcome to the
period's month. 2024 is made in `ledger_2024`, and 2023 backwards from its column of the previous year in `ledger_2023`.
"""

from __future__ import annotations

from collections.abc import Iterator

from followup.example import ledger_2023, ledger_2024
from followup.example.activities import Activity
from followup.example.ledger_row import LedgerRow
from followup.example.randomness import split
from followup.ground.period import Period

_YEARS = {2023: ledger_2023, 2024: ledger_2024}


def class_budgets(activity: Activity, year: int = 2024) -> dict[str, float]:
    """The year's budget per account class, mnkr in whole tenths, ledger sign; classes in the chart's order."""
    budgets: dict[str, float] = _YEARS[year].class_budgets(activity)
    return budgets


def by_class(activity: Activity, deviation: float) -> dict[str, float]:
    """A deviation (mnkr, + better than budget) on the account classes that cause it, in whole tenths."""
    tenths = round(deviation * 10)
    size = split(abs(tenths), list(activity.causes.values()))
    sign = 1 if tenths > 0 else -1
    found = dict.fromkeys(class_budgets(activity), 0.0)
    found.update({name: sign * part / 10 for name, part in zip(activity.causes, size, strict=True)})
    return found


def ledger_rows(period: str) -> Iterator[LedgerRow]:
    """All rows of the period's year, by month, then committee, activity and account in the order of the registers."""
    told = Period.parse(period)
    for row in _YEARS[told.year].year_rows():
        yield row if row.month <= told.month else row.without_outcome()
