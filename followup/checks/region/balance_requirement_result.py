"""What the lines of the balance requirement are held against: the year's result, column by column, and its rounding.

The report works the same sums out in `analysis/region/balance_requirement.py`. Here they are plain kronor, so that a
sheet that cannot be right is told before anything is computed of it.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.per_case import once
from followup.checks.common.region_amounts import (
    MONEY_FROM_OUTSIDE,
    STATEMENT_RULE,
    agrees_with_ledger,
    forecast_rounding,
    forecast_sum,
    half_step,
    is_turned,
    ledger_sum,
    money_agrees_with,
    money_from_outside,
    net_cost_of_year,
    value_of,
)
from followup.checks.forecast import holder_forecast
from followup.tables.region_accounts import ADJUSTMENTS, STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

RULE_OF_LINES = "balanskravets-rader"
COLUMNS = {"budget": "årets budget", "forecast": "helårsprognos", "amount": "utfall"}
_BELOW_ZERO = ("capital_gains", "earlier_deficits")
_ABOVE_ZERO = ("capital_gains_exempt", "capital_losses_exempt", "exceptional")
# The column of the income statement with the same result.
OF_STATEMENT = {"budget": "year_budget", "forecast": "forecast", "amount": "outcome"}


def columns_of(case: Case) -> tuple[str, ...]:
    """The columns whose result the report knows: a year that is over has an outcome and no forecast."""
    return ("budget", "amount" if case.period.is_year_end else "forecast")


def net_of(case: Case, column: str) -> float | None:
    """The operations' net of the whole year, cost below 0; None where any part of it is missing."""
    if column == "forecast":
        return forecast_sum(case)
    if "ledger" not in case.tables:
        return None
    return ledger_sum(case, "budget" if column == "budget" else "outcome", whole_year=True)


@once
def adjusted_result(case: Case, column: str) -> float | None:
    """The year's result after the adjustments, in kronor; None where any part of it is missing.

    None also where taxes and grants are far from the net cost that they pay, or where a line has a turned sign or an
    amount out of all proportion, or a holder's forecast is doubted: that is told of them, until somebody has confirmed
    it.
    """
    statement, lines = case["income_statement"], case["balance_requirement"]
    net = net_of(case, column)
    parts = [net, *(value_of(statement, line, OF_STATEMENT[column]) for line in STATEMENT)]
    parts += [value_of(lines, line, column) for line in ADJUSTMENTS]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or not _is_paid_for(case, column, net) or _has_told_lines(case, column):
        return None
    return math.fsum(known)


def has_turned_sign(line: str, value: float) -> bool:
    """Whether a line of the balance requirement adds what it can only take away, or the other way round."""
    return (line in _BELOW_ZERO and value > 0) or (line in _ABOVE_ZERO and value < 0)


def is_taken_away(line: str) -> bool:
    """Whether a line of the balance requirement can only make it worse."""
    return line in _BELOW_ZERO


def _has_told_lines(case: Case, column: str) -> bool:
    if column == "forecast" and set(holder_forecast.RULE.needs) <= case.tables.keys():
        doubted = (replace(problem, rule=holder_forecast.CODE) for problem in holder_forecast.check(case))
        if any(not any(one.is_for(problem) for one in case.params.confirmations) for problem in doubted):
            return True
    statement, lines, own = case["income_statement"], case["balance_requirement"], OF_STATEMENT[column]
    money = money_from_outside(statement, own) or 0.0
    most = case.limit(STATEMENT_RULE, "percent_financial") / 100 * abs(money)
    for line in STATEMENT:
        row, value = statement.where(line=line), value_of(statement, line, own) or 0.0
        is_large = line not in MONEY_FROM_OUTSIDE and abs(value) > most
        if (is_large or is_turned(row, own)) and not _is_confirmed(case, row, own):
            return True
    for line in (*ADJUSTMENTS, "reserve"):
        row, value = lines.where(line=line), value_of(lines, line, column) or 0.0
        is_wrong = has_turned_sign(line, value) or is_out_of_proportion(case, value)
        if is_wrong and not _is_confirmed(case, row, column):
            return True
    return False


def _is_confirmed(case: Case, row: SourceTable, column: str) -> bool:
    """Whether anything that was found in a cell has been confirmed: then its amount stands."""
    cells = {one.address for one in row.cells(column)}
    return any(
        (one.workbook, one.sheet) == (row.workbook, row.sheet) and cells & set(one.cell.split(","))
        for one in case.params.confirmations
    )


def missing_lines(case: Case, column: str) -> list[str]:
    """The lines without which nobody can tell whether there is a deficit: those that have no amount in a column."""
    lines = case["balance_requirement"]
    return [line for line in (*ADJUSTMENTS, "reserve") if value_of(lines, line, column) is None]


def _is_paid_for(case: Case, column: str, net: float | None) -> bool:
    if column == "forecast":
        return money_agrees_with(case, "forecast", net)
    return agrees_with_ledger(case, OF_STATEMENT[column])


def rounding_of(case: Case, column: str) -> float:
    """Kronor that the sums of a column may differ by without any line being wrong.

    The ledger is exact; each line of the two sheets is rounded, and each line of a forecast.
    """
    lines, statement = case["balance_requirement"], case["income_statement"]
    sheets = half_step((lines, COLUMNS), (statement, OF_STATEMENT.values())) * (len(lines) + len(STATEMENT))
    of_forecasts = forecast_rounding(case) if column == "forecast" else 0.0
    return sheets + of_forecasts + case.params.rules.frame_tolerance


def is_out_of_proportion(case: Case, value: float) -> bool:
    """Whether an amount is too large a part of a year's net cost to be a line of the balance requirement."""
    whole = net_cost_of_year(case)
    return bool(whole) and abs(value) > case.limit(RULE_OF_LINES, "percent_of_net_cost") / 100 * (whole or 0.0)
