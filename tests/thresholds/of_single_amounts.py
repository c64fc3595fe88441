"""Thresholds of the rule about single amounts: one account's January, so many times what it is in all else."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.thresholds.amounts import Make, flat, ledger_case
from tests.thresholds.pair import pair

M = 1_000_000
CODE = "enstaka-belopp"


def one_amount(params: Params, monthly: float, times: float, *others: float) -> Case:
    columns = flat(monthly, *others)
    columns["outcome"][0, 0] *= times
    return ledger_case(params, columns)


def so_many_times(monthly: float, count: int = 9) -> Make:
    """Beside nine accounts of the same size."""
    return lambda params, times: one_amount(params, monthly, times, *[monthly] * count)


def of_size(times: float, other: float = 0.0) -> Make:
    """The pair gives what the account has a month; the others, or a single one, are as large or as they are said."""
    return lambda params, monthly: one_amount(params, monthly, times, *([other] if other else [monthly] * 9))


def beside(monthly: float, times: float) -> Make:
    """The pair gives what the other account has a month."""
    return lambda params, other: one_amount(params, monthly, times, other)


def with_ore(params: Params, january: float) -> Case:
    """300 000,25 a month and an amount with öre of its own: no multiple of another one."""
    columns = flat(*[300_000.25] * 10)
    columns["outcome"][0, 0] = -january
    return ledger_case(params, columns)


# 999 times 500 and 501 kronor more.
pair(CODE, "kronor", of_size(1000), 500, 501, moved=600_000)
pair(CODE, "near_thousand", so_many_times(1_000), 2_201, 2_199, moved=2.1)
pair(CODE, "near_hundred", so_many_times(10_000), 150.1, 149.9, moved=1.4)
pair(CODE, "near_ten", so_many_times(100_000), 11.51, 11.49, moved=1.1)
pair(CODE, "near_sign", so_many_times(M, 19), -1.26, -1.24, moved=1.2, severity=Severity.NOTE)
# No share of the year is asked where an amount is a thousand times its own: what is inside is so by its kronor. A
# hundredth of the year would be 1,2 mnkr.
pair(CODE, "share_thousand", of_size(1000, 10 * M), 500, 501, moved=0.01)
# 0,99 mnkr more, of a year of 991,32 and 988,92.
pair(CODE, "share_hundred", beside(10_000, 100), 82.6 * M, 82.4 * M, moved=0.00101)
# 9 mnkr more, of a year of 3 001,2 and 2 998,8.
pair(CODE, "share_ten", beside(M, 10), 249.1 * M, 248.9 * M, moved=0.00301)
# 299 times 66 880 and 66 890 kronor more.
pair(CODE, "huge_kronor", of_size(300), 66_880, 66_890, moved=21 * M)
# 29,9 mnkr more, of a year of 1 496,4 and 1 494.
pair(CODE, "huge_share", beside(100_000, 300), 124.6 * M, 124.4 * M, moved=0.0201)
pair(CODE, "huge_times", with_ore, 29_999_900.33, 30_000_100.33, moved=101)
# With the other sign: a tenth of a month of 10 mnkr is a warning.
pair(CODE, "large_in_month", beside(M, -1), 9.1 * M, 9 * M, moved=0.11, severity=Severity.WARNING)
# A thousandth instead of a thousand times: 0,999 of 500 000 and 501 000 kronor is gone.
pair(CODE, "kronor", of_size(0.001), 500_000, 501_000, moved=600_000)
pair(CODE, "near_thousand", so_many_times(1_100_000), 1 / 2201, 1 / 2199, moved=2.1)
