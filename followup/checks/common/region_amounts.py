"""What the rules about the region's own accounts share: how finely a sheet is written, and the ledger's own sums."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.holders import holders
from followup.checks.common.per_case import once
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

TENTH, WHOLE = 100_000, 1_000_000
MONEY_FROM_OUTSIDE = ("taxes", "grants")
STATEMENT_RULE = "resultatrakningens-rader"


def half_step(*tables: tuple[SourceTable, Iterable[str]]) -> float:
    """Kronor that rounding may have moved one value of these tables' columns, as finely as all of them are written.

    Half a million where a sheet has whole mnkr only, else 50 000 kronor.
    """
    steps = []
    for table, columns in tables:
        values = [value for column in columns for value in table.frame[column].dropna()]
        steps.append(WHOLE if all(abs(value - round(value, -6)) < 1 for value in values) else TENTH)
    return max(steps) / 2


def value_of(table: SourceTable, line: str, column: str) -> float | None:
    """One line's amount in kronor; None where there is none, or more than one."""
    # Straight from the columns: the rules ask for thousands, and a table of each row would cost ten times as much.
    (rows,) = np.nonzero(table.frame["line"].to_numpy() == line)
    if len(rows) != 1:
        return None
    value = float(table.frame[column].to_numpy(dtype=np.float64)[rows[0]])
    return None if math.isnan(value) else value


def money_from_outside(statement: SourceTable, column: str) -> float | None:
    """Taxes and general grants in kronor; None where either is missing."""
    parts = [value_of(statement, line, column) for line in MONEY_FROM_OUTSIDE]
    known = [part for part in parts if part is not None]
    return math.fsum(known) if len(known) == len(parts) else None


@once
def ledger_sum(case: Case, column: str, *, whole_year: bool = False) -> float | None:
    """The ledger's net in the period's months, or in all twelve; None where a month is missing. Cost is below 0."""
    months = case.period.whole_year if whole_year else case.period.so_far
    frame = case["ledger"].frame
    chosen = frame[frame["period"].isin(months)]
    if set(chosen["period"]) != set(months) or chosen[column].isna().any():
        return None
    return float(math.fsum(chosen[column]))


@once
def forecast_sum(case: Case, column: str = "forecast") -> float | None:
    """The holders' forecast of the year's net, as the region's report adds it up; None where any of it is missing."""
    parts = [table.total(column).value for table in forecasts(case)]
    known = [part for part in parts if part is not None]
    return math.fsum(known) if parts and len(known) == len(parts) else None


@once
def forecasts(case: Case) -> list[SourceTable]:
    """Each holder's forecast rows: its own workbook's, or its row in the region's. No rows where it has none."""
    reporting = {one.code for one in case.subject.reporting}
    others = case.tables.get("holder_forecast")
    found = []
    for holder in holders(case):
        if holder.code in reporting:
            table = case.of_committee(holder.code, "forecast")
        else:
            table = None if others is None else others.where(committee=holder.code)
        if table is None:
            return []
        found.append(table)
    return found


@once
def forecast_rounding(case: Case, column: str = "forecast") -> float:
    """Kronor that the sum of the forecasts may differ by because each of their rows is rounded.

    Three standard deviations: that hundreds of rows are all rounded the same way is no accident.
    """
    squares = math.fsum(half_step((table, (column,))) ** 2 * len(table) for table in forecasts(case))
    return math.sqrt(3 * squares)


@once
def net_cost_of_year(case: Case) -> float | None:
    """The size that a region's amounts are measured by: the ledger's net cost in the year's budget, in kronor.

    Without a ledger it is what comes from outside; None where neither is known.
    """
    if "ledger" in case.tables and (net := ledger_sum(case, "budget", whole_year=True)):
        return abs(net)
    if "income_statement" in case.tables and (money := money_from_outside(case["income_statement"], "year_budget")):
        return abs(money)
    return None


def agrees_with_ledger(case: Case, column: str) -> bool:
    """Whether taxes and grants pay the ledger's net cost, within the limit of the rule that tells where they do not.

    A column that does not is that rule's to tell: what is worked out from it would be the same thing again.
    """
    whole_year = column == "year_budget"
    return money_agrees_with(case, column, ledger_sum(case, "budget" if whole_year else column, whole_year=whole_year))


def money_agrees_with(case: Case, column: str, net: float | None) -> bool:
    """Whether a column's taxes and grants pay a net, within the limit that the ledger's is held to."""
    money = money_from_outside(case["income_statement"], column)
    if not money or not net:
        return True
    return abs(money + net) <= case.limit(STATEMENT_RULE, "percent_of_net_cost") / 100 * abs(net)


def is_turned(row: SourceTable, column: str) -> bool:
    """Whether a line of the income statement has a cost above 0 or a revenue below."""
    value = row.figure(column).value or 0.0
    return value > 0 if row.text("line") == "financial_costs" else value < 0
