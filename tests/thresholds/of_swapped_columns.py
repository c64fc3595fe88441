"""Thresholds of the rule about two columns under each other's headings."""

from __future__ import annotations

from dataclasses import replace

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.thresholds.amounts import flat, table_of
from tests.thresholds.of_columns_and_levels import whole_column
from tests.thresholds.pair import pair

HEADINGS = "kolumnernas-rubriker"


def of_accounts(params: Params, count: int) -> Case:
    """In so many of a hundred accounts the budget has öre and the outcome none. In the others only last year has."""
    columns = flat(*range(100_000, 110_000, 100))
    columns["budget"][:count] -= 0.25
    columns["previous_year"] -= 0.25
    return whole_column(params, columns, 12)


def of_months(params: Params, count: int) -> Case:
    """One account, with a budget in so many months of the year, with öre as last year has, and an outcome without."""
    columns = flat(100_000)
    columns["budget"] -= 0.25
    columns["budget"][0, count:] = 0.0
    columns["previous_year"] -= 0.25
    return whole_column(params, columns, 12)


def farther(params: Params, kronor: float) -> Case:
    """The report before has a budget of 100 000 kronor a month, and 100 400 for last year. Now each is like the other.

    By 300 kronor, each is 300 from its own and 100 from the other's.
    """
    then, now = flat(*[100_000] * 5), flat(*[100_000] * 5)
    then["previous_year"] -= 400
    now["budget"] -= kronor
    now["previous_year"] -= 400 - kronor
    now["outcome"] /= 2
    earlier = table_of(then, 2, classes=[f"Klass {number}" for number in range(5)])
    return replace(whole_column(params, now), everybodys=lambda _period, name: earlier if name == "ledger" else None)


pair(HEADINGS, "share", of_accounts, 89, 90, moved=0.91)
pair(HEADINGS, "least_amounts", of_months, 2, 3, moved=4)
pair(HEADINGS, "times_nearer", farther, 299.9, 300, moved=3.01)
