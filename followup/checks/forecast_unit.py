"""Amounts in the wrong unit: kronor or tkr in a column of mnkr.

A total row would catch it, but a committee can delete that row. A forecast that is many times the year's budget of the
same activity and account class, and large in itself, is taken for a slip of the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at, mnkr
from followup.errors import Problem, Severity

if TYPE_CHECKING:
    from followup.checks.case import Case


TIMES_THE_BUDGET = 20
KRONOR = 100_000_000


def check(case: Case) -> Iterator[Problem]:
    """Forecasts that can only be kronor or tkr."""
    ledger = case["ledger"].where(period=case.period.whole_year)
    for row in case["forecast"].rows():
        for column in ("forecast", "previous_forecast"):
            value = row.figure(column).value
            if value is None or abs(value) < KRONOR:
                continue
            # Only now: looking up every line of a large ledger takes longer than reading it.
            activity, account_class = row.text("activity"), row.text("account_class")
            budget = ledger.where(activity=activity, account_class=account_class).total("budget").value
            if budget is not None and abs(value) > TIMES_THE_BUDGET * abs(budget):
                yield at(
                    row,
                    column,
                    f"Beloppet är {mnkr(value)}, men årets budget för ”{activity}”, ”{account_class}” är "
                    f"{mnkr(budget)}.",
                    "Kolumnen anges i mnkr.",
                    "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
                    Severity.ERROR,
                )


RULE = Rule(
    code="prognosens-enhet",
    title="Prognosens enhet",
    catches="En prognos i kronor eller tkr i en kolumn som ska ha mnkr.",
    check=check,
    needs=("ledger", "forecast"),
    example=(
        "Beloppet är −96 000 000 mnkr, men årets budget för ”Bibliotek”, ”Personalkostnader” är −96 mnkr. Kolumnen "
        "anges i mnkr. Står beloppet i kronor eller tkr? Skriv det i mnkr."
    ),
)
