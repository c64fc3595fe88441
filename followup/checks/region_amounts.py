"""What the rules about the region's own accounts share: how finely a sheet is written, and the ledger's own sums."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from followup.inputs.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.case import Case

TENTH, WHOLE = 100_000, 1_000_000
MONEY_FROM_OUTSIDE = ("taxes", "grants")


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
    row = table.where(line=line)
    return row.figure(column).value if len(row) == 1 else None


def money_from_outside(statement: SourceTable, column: str) -> float | None:
    """Taxes and general grants in kronor; None where either is missing."""
    parts = [value_of(statement, line, column) for line in MONEY_FROM_OUTSIDE]
    known = [part for part in parts if part is not None]
    return math.fsum(known) if len(known) == len(parts) else None


def ledger_sum(case: Case, column: str, *, whole_year: bool = False) -> float | None:
    """The ledger's net in the period's months, or in all twelve; None where a month is missing. Cost is below 0."""
    months = case.period.whole_year if whole_year else case.period.so_far
    frame = case["ledger"].frame
    chosen = frame[frame["period"].isin(months)]
    if set(chosen["period"]) != set(months) or chosen[column].isna().any():
        return None
    return float(math.fsum(chosen[column]))
