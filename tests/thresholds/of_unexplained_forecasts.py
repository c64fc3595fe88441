"""Thresholds of the rule about forecasts that are far from all else and have no comment."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.thresholds.amounts import Make, flat, forecasting
from tests.thresholds.pair import pair

M = 1_000_000

UNEXPLAINED = "prognos-utan-forklaring"


def one_row(monthly: float, other: float) -> Make:
    """The forecast of one line, beside another one whose forecast is its budget; both in kronor a month."""
    return lambda params, forecast: forecasting(params, flat(monthly, other), (forecast, None))


def last_year(params: Params, monthly: float) -> Case:
    """A forecast of 200 mnkr, a budget of 120, and so much a month last year."""
    columns = flat(10 * M, 10 * M)
    columns["previous_year"][0] = -monthly
    return forecasting(params, columns, (-200 * M, None))


def beside(params: Params, other: float) -> Case:
    """A forecast of 15 mnkr where the budget is 12; the pair gives what the other line costs a month."""
    return forecasting(params, flat(M, other), (-15 * M, None))


# 144 mnkr are 1,2 times 120.
pair(UNEXPLAINED, "agree", last_year, 12.01 * M, 12 * M, moved=1.19)
# 0,15 of 120 mnkr is 18: more, and less.
pair(UNEXPLAINED, "share", one_row(10 * M, 10 * M), -137.9 * M, -138 * M, moved=0.16)
pair(UNEXPLAINED, "share", one_row(10 * M, 10 * M), -102.1 * M, -102 * M, moved=0.16)
# 9,6 mnkr a year, of which 0,15 is 1,44.
pair(UNEXPLAINED, "kronor", one_row(800_000, M), -11.599 * M, -11.6 * M, moved=2.1 * M)
# 3 mnkr more, of 601,2 and 600 mnkr.
pair(UNEXPLAINED, "share_of_year", beside, 49.1 * M, 49 * M, moved=0.0051)
