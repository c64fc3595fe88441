"""Thresholds of the rules about forecasts. A line costs the same every month: in April a third is booked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from followup.checks.common.case import Case
from followup.ground.errors import Problem
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.amounts import Make, flat, forecasting, table_of
from tests.thresholds.pair import pair

M = 1_000_000


def is_whole_column(problem: Problem) -> bool:
    """An error about nearly all rows cannot be confirmed."""
    return problem.value == ""


def one_row(monthly: float, other: float) -> Make:
    """The forecast of one line, beside another one whose forecast is its budget; both in kronor a month."""
    return lambda params, forecast: forecasting(params, flat(monthly, other), (forecast, None))


def beside(monthly: float, forecast: float) -> Make:
    """One line and its forecast; the pair gives what the other line costs a month."""
    return lambda params, other: forecasting(params, flat(monthly, other), (forecast, None))


def rows_of(monthly: float, forecast: float) -> Make:
    """So many lines with the same forecast, beside a large one."""

    def make(params: Params, count: int) -> Case:
        return forecasting(params, flat(*[monthly] * count, 10 * M), (*[forecast] * count, None))

    return make


def two_of_three(forecast: float) -> Make:
    """Two lines of 10 mnkr a month with the same forecast, beside one of so much that has its budget."""
    return lambda params, third: forecasting(params, flat(10 * M, 10 * M, third), (forecast, forecast, None))


# Another unit: the year's cost is 1,2 mnkr, and the other line's 120.
pair("prognosens-enhet", "times", one_row(100_000, 10 * M), -23.9 * M, -24 * M, moved=21)
# 0,24 mnkr a year; so many times more that only the difference of 5 mnkr decides.
pair("prognosens-enhet", "kronor", one_row(20_000, 10 * M), -5.239 * M, -5.24 * M, moved=5.1 * M)
# A three-hundredth of 120 mnkr is 0,4.
pair("prognosens-enhet", "unit_times", one_row(10 * M, 10 * M), -400_001, -399_999, moved=301)
pair("prognosens-enhet", "least_rows", rows_of(100_000, -50_000), 4, 5, moved=6)
# Nothing is known of the line; a twentieth of the other one's year is 24 mnkr.
pair("prognosens-enhet", "kronor_alone", one_row(0, 40 * M), -19.999 * M, -20 * M, moved=21 * M)
# 20 of 25 and 20 of 25,1 mnkr a month.
pair("prognosens-enhet", "share", two_of_three(-3600 * M), 5.1 * M, 5 * M, moved=0.81, only=is_whole_column)

# Another sign: 0,6 mnkr a year, and the forecast.
pair("prognosens-tecken", "kronor", one_row(50_000, 10 * M), 399_999, 400_000, moved=1.1 * M)
pair("prognosens-tecken", "least_rows", rows_of(10_000, 120_000), 3, 4, moved=5)
pair("prognosens-tecken", "share", two_of_three(120 * M), 5.1 * M, 5 * M, moved=0.81, only=is_whole_column)


def both(month: int = 4, booked: float = 10 * M) -> Make:
    """Two lines of 10 mnkr a month in the budget, with the same forecast."""

    def make(params: Params, forecast: float) -> Case:
        columns = flat(10 * M, 10 * M)
        columns["outcome"][:] = -booked
        return forecasting(params, columns, (forecast, forecast), month)

    return make


def part_of_budget(months: int) -> Make:
    """A line whose forecast is so many months of its budget, beside one of 12 mnkr a year."""
    return lambda params, monthly: forecasting(params, flat(monthly, M), (-months * monthly, None))


# 40 mnkr are booked, and 2 per cent of that are 0,8.
pair("prognos-for-del-av-aret", "near", both(), -40.81 * M, -40.8 * M, moved=0.019)
# 0,5 mnkr from what is booked: only nearly all rows may be so far.
pair("prognos-for-del-av-aret", "share", two_of_three(-40.5 * M), 5.1 * M, 5 * M, moved=0.81)
# 111,1 mnkr are booked in November; 0,92 of the budget of 120 is 110,4.
pair("prognos-for-del-av-aret", "least_left", both(11, 10.1 * M), -110.401 * M, -110.399 * M, moved=0.081)
# Two thirds of a year of 0,7488 and 0,75 mnkr are left out.
pair("prognos-for-del-av-aret", "kronor", part_of_budget(4), 62_400, 62_500, moved=600_000)
# 2 mnkr are left out, of 100,2 and 99,84 mnkr.
pair("prognos-for-del-av-aret", "share_so_far", beside(250_000, -M), 8.1 * M, 8.07 * M, moved=0.021)
# 1 mnkr is left out, of 200,4 and 199,8 mnkr.
pair("prognos-for-del-av-aret", "share_of_rest", beside(250_000, -2 * M), 16.45 * M, 16.4 * M, moved=0.0051)

# 12 mnkr a year.
pair("prognosens-storlek", "times", one_row(M, 20 * M), -29.9 * M, -30 * M, moved=2.6)
# 0,6 mnkr a year and one more.
pair("prognosens-storlek", "kronor", one_row(50_000, 10 * M), -1.599 * M, -1.6 * M, moved=1.1 * M)
# 2 mnkr more, of 1 001,4 and 999 mnkr.
pair("prognosens-storlek", "share_of_year", beside(50_000, -2.6 * M), 83.4 * M, 83.2 * M, moved=0.0021)
# A tenth of two lines of 120 mnkr, 12 on each.
pair("prognosens-storlek", "deviation_share", both(), -131.9 * M, -132 * M, moved=0.11)


def more_booked(budget: float, booked: float, forecast: float | None = None, other: float = 2 * M) -> Make:
    """A line with more booked a month than its budget. The pair gives its forecast, or the other line's month."""

    def make(params: Params, value: float) -> Case:
        columns = flat(budget, other if forecast is None else value)
        columns["outcome"][0] = -booked
        return forecasting(params, columns, (value if forecast is None else forecast, None))

    return make


# 40 mnkr are booked, and a twentieth of that is 2.
pair("prognos-under-bokfort", "below", more_booked(3.5 * M, 10 * M), -38.1 * M, -38 * M, moved=0.053)
# 8 mnkr are booked.
pair("prognos-under-bokfort", "kronor", more_booked(700_000, 2 * M), -7.001 * M, -7 * M, moved=1.1 * M)
# 2 mnkr less than is booked, of 1 003,2 and 998,4 mnkr.
pair("prognos-under-bokfort", "share_of_year", more_booked(700_000, 2 * M, -6 * M), 82.9 * M, 82.5 * M, moved=0.0021)


def holder(revenue: float, cost: float, forecast: float) -> Any:
    """The region's case of a holder with one account of revenue and one of costs, in kronor a month."""
    columns = flat(-revenue, cost)
    net = round(12 * (revenue - cost))
    text = f"committee  forecast  previous_forecast\nREV  {forecast:.0f}  {net}"
    sheet = replace(source_table(text), sheet="Prognos övriga", workbook="2024/2024-04/REGION.xlsx")
    return {"ledger": table_of(columns, 4, "REV", ("Intäkter", "Kostnader")), "holder_forecast": sheet}


def of_holder(revenue: float, cost: float) -> Make:
    def make(params: Params, forecast: float) -> Case:
        return case_of("2024-04", params, "region", "REGION", **holder(revenue, cost, forecast))

    return make


def no_forecast(params: Params, net: float) -> Case:
    """A forecast of nothing for a holder that costs so much more a month than its revenue of 2 mnkr."""
    return case_of("2024-04", params, "region", "REGION", **holder(2 * M, 2 * M + net, 0))


# 0,4992 and 0,5004 mnkr a year.
pair("prognos-ovriga", "kronor", no_forecast, 41_600, 41_700, moved=600_000)
# 0,15 of 120 mnkr is 18.
pair("prognos-ovriga", "deviation_share", of_holder(0, 10 * M), -137.9 * M, -138 * M, moved=0.16)
# 12 mnkr a year net of 240: twice a thousandth is 24 000 kronor, and 1,2 times with the other sign 14,4 mnkr.
pair("prognos-ovriga", "near_unit", of_holder(20 * M, 21 * M), -24_001, -23_999, moved=1.99)
pair("prognos-ovriga", "near_sign", of_holder(20 * M, 21 * M), 14.401 * M, 14.399 * M, moved=1.19)


# Too little instead of too much.


def five_rows(params: Params, forecast: float) -> Case:
    """Five lines of 1,2 mnkr a year."""
    return rows_of(100_000, forecast)(params, 5)


pair("prognosens-enhet", "times", five_rows, -60_001, -60_000, moved=21)
pair("prognosens-storlek", "times", one_row(M, 20 * M), -4.801 * M, -4.8 * M, moved=2.6)
