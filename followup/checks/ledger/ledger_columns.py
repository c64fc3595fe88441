"""Columns of the ledger that have changed places, and an outcome of months that the report does not cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, month_names
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.checks.ledger.parts import ACTIVITY, CLASS, EVERYTHING, MONTH, Scope, codes_of, label_of
from followup.ground.errors import Severity
from followup.ground.period import Period
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "huvudbokens-kolumner"


def check(case: Case) -> Iterator[Problem]:
    """An error for a budget that looks booked beside an outcome that looks decided; what is booked after the period."""
    for amounts in ledger_amounts(case):
        yield from _swapped(case, amounts)
        yield from _later(case, amounts)


def _swapped(case: Case, amounts: Amounts) -> Iterator[Problem]:
    """A budget is decided in whole hundreds, and what is booked has öre: when it is the other way round, they are.

    The whole of the columns is looked at first, then each activity, class and month.
    """
    inside = np.broadcast_to(amounts.in_period, amounts.rows.shape)
    for column, months in (("outcome", inside), ("previous_year", np.ones_like(inside))):
        found = np.zeros_like(inside)
        for scope in (EVERYTHING, ACTIVITY, CLASS, MONTH):
            codes = codes_of(amounts, scope)
            for code in np.unique(codes[months]):
                part = months & (codes == code)
                if _is_swapped(case, amounts, column, part):
                    found |= part
                    yield _swapped_problem(amounts, scope, column, part)
            if found.any():
                break


def _is_swapped(case: Case, amounts: Amounts, column: str, part: np.ndarray) -> bool:
    budget, other = (_with_ore(amounts.columns[name], part) for name in ("budget", column))
    enough = (np.nan_to_num(amounts.columns[column]) != 0)[part].sum() >= case.limit(CODE, "least_amounts")
    return bool(enough and budget >= case.limit(CODE, "many_with_ore") and other <= case.limit(CODE, "few_with_ore"))


def _swapped_problem(amounts: Amounts, scope: Scope, column: str, part: np.ndarray) -> Problem:
    budget, other = (_with_ore(amounts.columns[name], part) for name in ("budget", column))
    sums = {name: kronor_text(amounts.net(name, part)) for name in ("budget", column)}
    where = "" if scope == EVERYTHING else f" ({label_of(amounts, scope, part)})"
    return at(
        amounts.at(part),
        "budget",
        f"Kolumnen {quoted(COLUMNS['budget'])} har ören i {budget:.0%} av beloppen för {amounts.committee}{where}, och "
        f"{quoted(COLUMNS[column])} i {other:.0%}: de är tillsammans {sums['budget']} och {sums[column]}.".replace(
            "%", " %"
        ),
        "En budget är beslutad i jämna belopp, och ett utfall är bokfört med ören.",
        "Har kolumnerna bytt plats? Kontrollera uttaget.",
        value=sums[column],
    )


def _with_ore(values: np.ndarray, months: np.ndarray) -> float:
    """The share of the amounts that are no whole kronor; 0 where there are no amounts."""
    present = values[months & np.isfinite(values) & (values != 0)]
    with np.errstate(all="ignore"):
        return float(np.mean(np.abs(present - np.round(present)) > 0.001)) if len(present) else 0.0


def _later(case: Case, amounts: Amounts) -> Iterator[Problem]:
    booked = np.isfinite(amounts.later) & (amounts.later != 0)
    months = [int(month) for month in np.flatnonzero(booked.any(axis=0)) + 1]
    if not months:
        return
    sums = np.abs(np.where(booked, amounts.later, 0.0)).sum(axis=0)
    usual = amounts.gross("budget") / 12
    full = [month for month in months if sums[month - 1] >= case.limit(CODE, "full_month") * usual]
    # The month after the period is often half booked when the ledger is extracted; more cannot have been.
    is_error = len(full) > 1
    total = kronor_text(float(np.where(booked, amounts.later, 0.0).sum()))
    period: Period = case.period
    yield at(
        amounts.at(booked),
        "outcome",
        f"Det finns utfall efter perioden, för {month_names(months)} ({amounts.committee}): tillsammans {total}.",
        f"Rapporten gäller {period.span} och räknar inte med det.",
        "Är det fel uttag, eller en annan uppgift i kolumnen? Gör om uttaget för perioden."
        if is_error
        else "Kontrollera att uttaget är gjort för rätt period.",
        Severity.ERROR if is_error else Severity.NOTE,
        value=total if is_error else "",
    )


RULE = Rule(
    code=CODE,
    title="Huvudbokens kolumner och månader",
    catches="Budget och utfall som har bytt plats, och utfall i månader efter rapportens period.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("many_with_ore", "few_with_ore", "least_amounts", "full_month"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Budget” har ören i 100 % av beloppen för DNKS, och ”Utfall” i 0 %: de är tillsammans −2,4 mnkr och"
        " −2,4 mnkr. En budget är beslutad i jämna belopp, och ett utfall är bokfört med ören. Har kolumnerna bytt "
        "plats? Kontrollera uttaget."
    ),
)
