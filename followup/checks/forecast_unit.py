"""Amounts in the wrong unit: kronor or tkr in a column of mnkr.

A total row would catch it, but a committee can delete that row. A forecast that is many times the year's budget of the
same activity and account class, and large in itself, is taken for a slip of the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at, mnkr
from followup.errors import Problem
from followup.inputs.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.case import Case


TIMES_THE_BUDGET = 20
KRONOR = 100_000_000
# Up to this many in a column are told one by one.
MOST_LISTED = 2


def check(case: Case) -> Iterator[Problem]:
    """Forecasts that can only be kronor or tkr: one error for a whole column, or one for each cell."""
    ledger = case["ledger"].where(period=case.period.whole_year)
    forecast = case["forecast"]
    for column in ("forecast", "previous_forecast"):
        slips = list(_slips(ledger, forecast, column))
        if len(slips) > MOST_LISTED:
            row, value, budget = slips[0]
            yield at(
                forecast,
                column,
                f"{len(slips)} belopp är många gånger större än årets budget, till exempel {mnkr(value)} för "
                f"{_line(row)}, där budgeten är {mnkr(budget)}.",
                "Kolumnen anges i mnkr.",
                "Står kolumnen i kronor eller tkr? Räkna om den till mnkr.",
            )
            continue
        for row, value, budget in slips:
            yield at(
                row,
                column,
                f"Beloppet är {mnkr(value)}, men årets budget för {_line(row)} är {mnkr(budget)}.",
                "Kolumnen anges i mnkr.",
                "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
            )


def _slips(ledger: SourceTable, forecast: SourceTable, column: str) -> Iterator[tuple[SourceTable, float, float]]:
    """Each row with its amount and its budget, in kronor."""
    for row in forecast.rows():
        value = row.figure(column).value
        if value is None or abs(value) < KRONOR:
            continue
        # Only now: looking up every line of a large ledger takes longer than reading it.
        line = ledger.where(activity=row.text("activity"), account_class=row.text("account_class"))
        budget = line.total("budget").value
        if budget is not None and abs(value) > TIMES_THE_BUDGET * abs(budget):
            yield row, value, budget


def _line(row: SourceTable) -> str:
    return f"”{row.text('activity')}”, ”{row.text('account_class')}”"


RULE = Rule(
    code="prognosens-enhet",
    title="Prognosens enhet",
    catches="En prognos i kronor eller tkr i en kolumn som ska ha mnkr.",
    check=check,
    needs=("ledger", "forecast"),
    is_cause=True,
    example=(
        "Beloppet är −96 000 000 mnkr, men årets budget för ”Bibliotek”, ”Personalkostnader” är −96 mnkr. Kolumnen "
        "anges i mnkr. Står beloppet i kronor eller tkr? Skriv det i mnkr."
    ),
)
