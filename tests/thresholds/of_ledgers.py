"""Thresholds of the rules about parts of a ledger: units, signs, copies, sums, columns, months.

In January alone nothing can grow, so most pairs have one month. An account that is much larger than the others, or that
has nothing booked, only makes the committee large.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from followup.checks.common.case import Case
from followup.ground.errors import Problem
from followup.params.params import Params
from tests.thresholds.amounts import Columns, Make, flat, ledger_case, unlike
from tests.thresholds.pair import of_all_rows, pair

M = 1_000_000


def is_whole_column(problem: Problem) -> bool:
    """An error about a whole column cannot be confirmed."""
    return problem.value == ""


def times(columns: Columns, factor: float, accounts: int, column: str = "outcome") -> Columns:
    """The first accounts with another outcome."""
    columns[column][:accounts] *= factor
    return columns


def not_booked(columns: Columns) -> Columns:
    """The last account without any outcome."""
    columns["outcome"][-1] = np.nan
    return columns


def of_two_classes(first: int, second: int) -> tuple[str, ...]:
    return ("Köpt vård",) * first + ("Övriga kostnader",) * second


def january(change: Callable[[float], Columns]) -> Make:
    return lambda params, value: ledger_case(params, change(value), 1)


def first_class(factor: float, monthly: float = 100_000, other: float = 10 * M) -> Make:
    """So many accounts of a class, with another outcome in January, beside a large account of another class."""

    def make(params: Params, count: int) -> Case:
        columns = times(flat(*[monthly] * count, other), factor, count)
        return ledger_case(params, columns, 1, classes=of_two_classes(count, 1))

    return make


def three_of_a_class(params: Params, factor: float) -> Case:
    return first_class(factor, other=5 * M)(params, 3)


def three_beside(factor: float) -> Make:
    """Three accounts of a class; the pair gives what the account of the other class costs a month."""
    return lambda params, other: first_class(factor, other=other)(params, 3)


def four_of_five(factor: float) -> Make:
    """Four accounts of 100 000 kronor with another outcome; the pair gives what the fifth costs a month."""
    return january(lambda fifth: times(flat(*[100_000] * 4, fifth), factor, 4))


def some_of(everything: int, factor: float) -> Make:
    """So many accounts here and there."""
    return january(lambda count: times(flat(*[100_000] * everything), factor, count))


UNIT = "huvudbokens-enhet"
pair(UNIT, "times", january(lambda factor: times(flat(*[100_000] * 6), factor, 6)), 2.99, 3, moved=3.1)
pair(UNIT, "share", four_of_five(5), 101_000, 100_000, moved=0.81)
pair(UNIT, "least_amounts", january(lambda count: times(flat(*[100_000] * count), 5, count)), 2, 3, moved=4)
# Four amounts, four times their own too large: 16 · 6 250.
pair(
    UNIT,
    "kronor",
    january(lambda monthly: times(not_booked(flat(*[monthly] * 4, M)), 5, 4)),
    6_249,
    6_250,
    moved=110_000,
)
pair(UNIT, "least_series", first_class(5), 3, 4, moved=5)
pair(
    UNIT,
    "impossible_times",
    january(lambda factor: times(flat(*[100_000] * 6), factor, 6)),
    29.99,
    30.01,
    moved=31,
    only=is_whole_column,
)
# Some 2,1 mnkr more: a large part of a year of 63,6.
pair(UNIT, "large_times", three_of_a_class, 7.99, 8.01, moved=9)
# 2,7 mnkr more; the year is 135,6 and 134,4 mnkr.
pair(UNIT, "large_share", three_beside(10), 11 * M, 10.9 * M, moved=0.0205)
pair(UNIT, "least_scattered", some_of(40, 1000), 5, 6, moved=7)
# 0,04 of 200.
pair(UNIT, "scattered", some_of(200, 10), 7, 8, moved=0.046)

SIGN = "huvudbokens-tecken"
pair(SIGN, "share", four_of_five(-1), 101_000, 100_000, moved=0.81)
pair(SIGN, "least_amounts", first_class(-1, M), 2, 3, moved=4)
# With the other sign, the result is twice as much another one: 2 · 3 · 16 667 kronor.
pair(SIGN, "kronor", lambda params, monthly: first_class(-1, monthly)(params, 3), 16_666, 16_667, moved=110_000)
pair(SIGN, "least_scattered", some_of(40, -1), 5, 6, moved=7)
pair(SIGN, "scattered", some_of(200, -1), 7, 8, moved=0.046)

COPIES = "huvudbokens-kopior"


def copied(count: int, month: int) -> Make:
    """So many amounts of the outcome are last year's, one account after the other."""

    def make(params: Params, equal: int) -> Case:
        columns = unlike(count)
        places = [(account, at) for account in range(count) for at in range(month)][:equal]
        for place in places:
            columns["outcome"][place] = columns["previous_year"][place]
        return ledger_case(params, columns, month)

    return make


pair(COPIES, "share", copied(5, 4), 17, 18, moved=0.96)
pair(COPIES, "least_amounts", copied(4, 3), 11, 12, moved=13)
# 0,05 of 800.
pair(COPIES, "scattered", copied(200, 4), 39, 40, moved=0.052)

SUMS = "ackumulerade-belopp"


def accumulate(columns: Columns, accounts: int, *, factor: float = 1.0, months: int = 12) -> Columns:
    """The first accounts with the sum since January, or so many times it, up to a month."""
    sums = columns["outcome"][:accounts].cumsum(axis=1) * factor
    columns["outcome"][:accounts, :months] = sums[:, :months]
    return columns


def growing(params: Params, factor: float) -> Case:
    """Each month's budget is all that was before it, so that the sum is less than twice the month."""
    columns = flat(*[100_000] * 4)
    columns["budget"] = columns["budget"] * np.array([1.0, *(2.0 ** np.arange(11))])
    columns["budget"][:, 0] *= 0.5
    columns["previous_year"] = columns["budget"].copy()
    columns["outcome"] = columns["budget"] * factor
    return ledger_case(params, columns)


def accounts_summed(month: int, monthly: float) -> Make:
    return lambda params, count: ledger_case(params, accumulate(flat(*[monthly] * count), count), month)


def one_summed(params: Params, monthly: float) -> Case:
    """In April it has booked 10 months' costs instead of four: in what can be judged, six more."""
    return ledger_case(params, accumulate(flat(monthly, *[M] * 5), 1))


def two_summed(params: Params, monthly: float) -> Case:
    """In February, beside an account that has not booked anything."""
    return ledger_case(params, accumulate(not_booked(flat(monthly, monthly, M)), 2), 2)


def three_of_four(params: Params, fourth: float) -> Case:
    return ledger_case(params, accumulate(flat(*[100_000] * 3, fourth), 3))


def amounts_summed(params: Params, amounts: int) -> Case:
    """Of 50 accounts, three months each, so many amounts."""
    columns = accumulate(flat(*[100_000] * 50), amounts // 3)
    if left := amounts % 3:
        columns["outcome"][amounts // 3, : 1 + left] = columns["outcome"][amounts // 3, : 1 + left].cumsum()
    return ledger_case(params, columns)


pair(
    SUMS,
    "near_times",
    lambda params, factor: ledger_case(params, accumulate(flat(*[100_000] * 3), 3, factor=factor)),
    1.36,
    1.34,
    moved=1.3,
)
pair(SUMS, "far_times", growing, 1.44, 1.46, moved=1.47)
# 0,8 of the four accounts' amounts are the three's.
pair(SUMS, "share", three_of_four, 76_000, 75_000, moved=0.81)
# In February there is one amount of each account that can be judged, and half of four are enough for a whole column.
pair(SUMS, "least_amounts", accounts_summed(2, M), 1, 2, moved=6)
pair(SUMS, "kronor", two_summed, 49_999, 50_000, moved=110_000)
pair(SUMS, "kronor_of_account", one_summed, 166_666, 166_667, moved=1.1 * M)
# 0,12 of 150.
pair(SUMS, "scattered", amounts_summed, 17, 18, moved=0.13)

COLUMNS = "huvudbokens-kolumner"


def with_ore(count: int, *, budget: int | None = None, outcome: int = 0) -> Columns:
    """In January so many accounts have öre in the budget (all if nothing is said) and in the outcome."""
    columns = flat(*[100_000] * count)
    columns["budget"][: count if budget is None else budget, 0] -= 0.25
    columns["outcome"][:outcome, 0] -= 0.25
    return columns


def after_the_period(params: Params, monthly: float) -> Case:
    """So much is booked in each of the two months after April, of a budget of 1 mnkr."""
    columns = flat(M)
    columns["outcome"][:, 4:6] = -monthly
    return ledger_case(params, columns, booked=6)


pair(COLUMNS, "many_with_ore", january(lambda count: with_ore(20, budget=count)), 9, 10, moved=0.56)
pair(COLUMNS, "few_with_ore", january(lambda count: with_ore(20, outcome=count)), 2, 1, moved=0, only=of_all_rows)
pair(COLUMNS, "least_amounts", january(with_ore), 11, 12, moved=13)
pair(COLUMNS, "full_month", after_the_period, 499_999, 500_000, moved=0.51)

LEVEL = "manadens-niva"
five = january(lambda factor: times(flat(*[100_000] * 5), factor, 5))
pair(LEVEL, "doubled", five, 1.69, 1.7, moved=1.75, only=lambda problem: "(alla rader)" in problem.found)
pair(LEVEL, "halved", five, 0.61, 0.6, moved=0.59)
pair(LEVEL, "least_amounts", january(lambda count: times(flat(*[100_000] * count), 2, count)), 3, 4, moved=5)

EMPTY = "nastan-tom-manad"


def april(columns: Columns, factor: float, accounts: int) -> Columns:
    columns["outcome"][:accounts, 3] *= factor
    return columns


def class_in_april(params: Params, factor: float = 0, count: int = 4, other: float = M) -> Case:
    """Accounts of a class with little or nothing in April, beside an account of another class."""
    columns = april(flat(*[100_000] * count, other), factor, count)
    return ledger_case(params, columns, classes=of_two_classes(count, 1))


def empty_accounts(everything: int) -> Make:
    return lambda params, count: ledger_case(params, april(flat(*[100_000] * everything), 0, count))


pair(
    EMPTY,
    "share_of_committee",
    lambda params, factor: ledger_case(params, april(flat(*[M] * 5), factor, 5)),
    0.4,
    0.399,
    moved=0.39,
)
pair(EMPTY, "share_of_part", class_in_april, 0.051, 0.049, moved=0.04)
# 0,4 mnkr of the class are a twentieth of 8, beside 7,6.
pair(
    EMPTY,
    "large_part",
    lambda params, other: class_in_april(params, other=other),
    7_700_000,
    7_600_000,
    moved=0.051,
)
pair(EMPTY, "least_series", lambda params, count: class_in_april(params, count=count), 3, 4, moved=5)
pair(EMPTY, "share_of_accounts", empty_accounts(100), 9, 10, moved=0.115)
pair(EMPTY, "least_accounts", empty_accounts(40), 5, 6, moved=7)
# Six accounts with nothing, 49 998 and 50 004 kronor.
pair(
    EMPTY,
    "kronor",
    lambda params, monthly: ledger_case(params, april(flat(*[monthly] * 6, *[100_000] * 34), 0, 6)),
    8_333,
    8_334,
    moved=60_000,
)


# The same thresholds where they are asked once more ------------------------------------------------------------------


def copied_month(count: int) -> Make:
    """Of so many accounts, the pair says how many have January's amount in February."""

    def make(params: Params, equal: int) -> Case:
        columns = unlike(count)
        columns["outcome"][:equal, 1] = columns["outcome"][:equal, 0]
        return ledger_case(params, columns, 2)

    return make


def summed_of_a_class(params: Params, count: int) -> Case:
    """In February, beside a large account of another class."""
    columns = accumulate(flat(*[M] * count, 100 * M), count)
    return ledger_case(params, columns, 2, classes=of_two_classes(count, 1))


def costs_for_revenue(params: Params, monthly: float) -> Case:
    return ledger_case(params, flat(monthly), classes=("Intäkter",))


def small_april(params: Params, monthly: float) -> Case:
    """Five accounts that have so much in April and 40 000 kronor in other months, and in April nothing booked."""
    columns = flat(*[40_000] * 5)
    for amounts in columns.values():
        amounts[:, 3] = -monthly
    columns["outcome"][:, 3] = 0
    return ledger_case(params, columns)


pair(COPIES, "share", copied_month(20), 17, 18, moved=0.96)
pair(COPIES, "least_amounts", copied_month(12), 11, 12, moved=13)
pair(SUMS, "least_amounts", summed_of_a_class, 3, 4, moved=6)
# 99 996 and 100 008 kronor a year.
pair(SIGN, "kronor", costs_for_revenue, 8_333, 8_334, moved=110_000)
pair(EMPTY, "kronor", small_april, 9_999, 10_000, moved=60_000)
