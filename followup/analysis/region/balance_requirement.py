"""The balance requirement (balanskravsutredning), line by line: from the year's result to what is left to restore.

Kronor as the statement adds them up: what is taken away from the result is below 0, and a deficit is below 0. The lines
are those of the statement that the law asks for (LKBR 11 kap. 10 §; KL 11 kap. on restoring and exceptional reasons).
Source: the income statement and sheet `Balanskrav` of the region's workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.tables.region_accounts import ADJUSTMENTS, REQUIREMENT
from followup.workbooks.source_table import SourceTable

RESULT = "Årets resultat enligt resultaträkningen"
ADJUSTED = "Årets resultat efter balanskravsjusteringar"
BALANCE = "Balanskravsresultat"
TO_RESTORE = "Årets balanskravsresultat att återställa"
REMAINING = "Kvar att återställa"

RESERVE, EXCEPTIONAL, EARLIER = (REQUIREMENT[code] for code in ("reserve", "exceptional", "earlier_deficits"))

SUMS = (ADJUSTED, BALANCE, REMAINING)
AmountColumn = Literal["budget", "forecast", "amount"]
Column = Literal[AmountColumn, "reason"]
COLUMNS: tuple[AmountColumn, ...] = get_args(AmountColumn)
RequirementTable = FigureTable[Column]


def statement(result: Mapping[str, Figure], lines: SourceTable) -> RequirementTable:
    """One row per line in order. Columns: COLUMNS and `reason`, the region's own words on the line (Markdown).

    `result`: the year's result by column; `amount` is the outcome of a year that is over. A line that is not handed in
    is missing, and so is every sum that it is part of.
    """
    rows: dict[str, dict[str, Figure]] = {RESULT: {column: result[column] for column in COLUMNS}}
    for code, name in REQUIREMENT.items():
        row = lines.where(line=code)
        rows[name] = {column: row.figure(column) for column in COLUMNS}
    order = [RESULT, *ADJUSTMENTS.values(), ADJUSTED, RESERVE, BALANCE, EXCEPTIONAL, TO_RESTORE, EARLIER, REMAINING]
    for column in COLUMNS:
        adjusted = Figure.sum(rows[name][column] for name in (RESULT, *ADJUSTMENTS.values()))
        balance = adjusted + rows[RESERVE][column]
        restored = _to_restore(balance, rows[EXCEPTIONAL][column])
        left = rows[EARLIER][column] + (restored if (balance.value or 0) < 0 else balance)
        found = {ADJUSTED: adjusted, BALANCE: balance, TO_RESTORE: restored, REMAINING: left.at_most_zero}
        for name, figure in found.items():
            rows.setdefault(name, {})[column] = figure
    reasons = {name: lines.where(line=code).text("reason") for code, name in REQUIREMENT.items()}
    whole = {name: {**rows[name], "reason": reasons.get(name, "")} for name in order}
    return FigureTable.of(whole, get_args(Column))


def _to_restore(balance: Figure, exceptional: Figure) -> Figure:
    """What of a negative balance the exceptional reasons do not cover; 0 for a balance that is not negative."""
    if balance.value is not None and balance.value >= 0:
        return balance.at_most_zero
    return (balance + exceptional).at_most_zero
