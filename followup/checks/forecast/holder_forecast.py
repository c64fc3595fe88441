"""The forecasts of the holders that hand in no workbook: their net cost for the year, in the region's workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, missing_months
from followup.checks.forecast.forecast_lines import HEADERS, ROUNDING, columns_of
from followup.checks.ledger.ledger_amounts import Amounts, ledger_amounts
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

CODE = "prognos-ovriga"


def check(case: Case) -> Iterator[Problem]:
    """One error for each cell that cannot be the holder's net cost of the year in mnkr, or is unlikely to be."""
    for row, column, amounts, doubt in _doubts(case):
        everything = np.ones(amounts.rows.shape, dtype=bool)
        budget, booked = (kronor_text(amounts.net(name, everything)) for name in ("budget", "outcome"))
        shown = kronor_text(row.figure(column).known)
        yield at(
            row,
            column,
            f"Kolumnen {quoted(HEADERS[column])} är {shown} för {amounts.committee}, men årets budget är {budget} och "
            f"utfallet hittills {booked}. {doubt}",
            "Kolumnen anges i mnkr och är nettot för hela året, med kostnader som plus i arbetsboken.",
            "Kontrollera beloppet.",
            value=shown,
        )


def doubtful_rows(case: Case, column: str) -> list[int]:
    """The rows of the sheet whose amount in the column is told here."""
    return [int(row.frame.index[0]) for row, told, _, _ in _doubts(case) if told == column]


def _doubts(case: Case) -> Iterator[tuple[SourceTable, str, Amounts, str]]:
    """Each row and column with a strange amount, the holder's ledger, and what is strange as a sentence."""
    ledger = {amounts.committee: amounts for amounts in ledger_amounts(case)}
    for row in case["holder_forecast"].rows():
        amounts = ledger.get(row.text("committee"))
        if amounts is None:
            continue
        for column in columns_of(case):
            value = row.figure(column).value
            if value is not None and (doubt := _doubt(case, amounts, value)):
                yield row, column, amounts, doubt


def _doubt(case: Case, amounts: Amounts, value: float) -> str:
    """What is strange about a holder's forecast, as a sentence; empty for nothing."""
    everything = np.ones(amounts.rows.shape, dtype=bool)
    budget, booked = amounts.net("budget", everything), amounts.net("outcome", everything)
    deviation, kronor = abs(value - budget), amounts.least(case.limit(CODE, "kronor"))
    if deviation < kronor:
        return ""
    near = case.limit(CODE, "near_unit")
    size = abs(value / budget) if budget else 0.0
    if any(1 / near < size / unit < near for unit in (1e-6, 1e-3, 1e3, 1e6)):
        return "Det ser ut att vara en annan enhet."
    if value * budget < 0 and 1 / case.limit(CODE, "near_sign") < size < case.limit(CODE, "near_sign"):
        return "Det ser ut att ha omvänt tecken."
    if amounts.reached < 12 and abs(value - booked) <= ROUNDING and abs(booked) < 0.92 * abs(budget):
        return "Det ser ut att vara utfallet hittills."
    if amounts.reached < 12 and abs(value - (budget - booked)) <= ROUNDING and abs(value) < 0.92 * abs(budget):
        return "Det ser ut att vara det som är kvar av året."
    if value == 0:
        return "Det är noll."
    # Beside a ledger that lacks months, which is told there, an honest forecast is far from the budget.
    is_whole = not missing_months(amounts.table, case.period.year, range(1, 13))
    if is_whole and deviation >= case.limit(CODE, "deviation_share") * amounts.year:
        return "Avvikelsen är stor mot allt som innehavaren har av intäkter och kostnader."
    return ""


RULE = Rule(
    code=CODE,
    title="Prognos för dem som inte lämnar rapport",
    catches="En prognos i fel enhet, med omvänt tecken eller för en del av året, och en som är långt från budgeten, i "
    "regionens blad Prognos övriga.",
    check=check,
    needs=("ledger", "holder_forecast"),
    readers=("region",),
    limits=("deviation_share", "kronor", "near_unit", "near_sign"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” är −7\u00a0200 mnkr för REV, men årets budget är −7,2 mnkr och utfallet hittills "
        "−2,4 mnkr. Det ser ut att vara en annan enhet. Kolumnen anges i mnkr och är nettot för hela året, med "
        "kostnader som plus i arbetsboken. Kontrollera beloppet."
    ),
)
