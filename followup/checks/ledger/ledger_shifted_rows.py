"""A month in which many amounts stand on the row above or below their own.

A column that has been pasted one row too far down keeps its sum, and nearly every amount is still possible somewhere
else. It tells in that the amounts are far from their own budget and previous year, and near those of the row beside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, month_names
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "belopp-pa-fel-rad"
# How many rows a paste may have missed by, downwards and upwards, and what that is called.
STEPS = {1: "ovanför", -1: "nedanför"}


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a committee with months whose amounts belong to the rows beside."""
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            for step, beside in STEPS.items():
                chosen = _shifted(case, amounts, column, step)
                if chosen.any():
                    yield _problem(amounts, column, beside, chosen)


def _shifted(case: Case, amounts: Amounts, column: str, step: int) -> np.ndarray:
    """The amounts that stand so many rows below their own, in months that have many of them; shape (series, 12)."""
    near = np.log(case.limit(CODE, "times"))
    values = np.where(amounts.columns[column] != 0, amounts.columns[column], np.nan)
    others = [amounts.columns[name] for name in COLUMNS if name != column]
    chosen = np.zeros(values.shape, dtype=bool)
    for month in np.flatnonzero(np.isfinite(values).any(axis=0)):
        order = np.argsort(amounts.rows[:, month], kind="stable")
        order = order[amounts.rows[order, month] > 0]
        if len(order) < case.limit(CODE, "least_amounts"):
            continue
        mine, own, beside = values[order, month], np.full((2, len(order)), np.nan), np.full((2, len(order)), np.nan)
        for number, other in enumerate(others):
            own[number] = other[order, month]
            beside[number] = np.roll(own[number], step)
            # What stood at the column's end has no row beside.
            beside[number, 0 if step > 0 else -1] = np.nan
        known = np.isfinite(mine) & (np.isfinite(own) & (own != 0)).all(axis=0)
        odd = known & ~_near(mine, own, near).any(axis=0) & _near(mine, beside, near).any(axis=0)
        if odd.sum() >= max(case.limit(CODE, "least_amounts"), case.limit(CODE, "share") * known.sum()):
            chosen[order[odd], month] = True
    return chosen


def _near(values: np.ndarray, others: np.ndarray, near: float) -> np.ndarray:
    """Whether each value has the sign of what stands beside it and about its size; the shape of `others`."""
    with np.errstate(all="ignore"):
        return np.abs(np.log(np.where(values / others > 0, values / others, np.nan))) <= near


def _problem(amounts: Amounts, column: str, beside: str, chosen: np.ndarray) -> Problem:
    months = month_names([int(month) for month in np.flatnonzero(chosen.any(axis=0)) + 1])
    total = kronor_text(amounts.gross(column, chosen))
    others = " och ".join(quoted(COLUMNS[name]) for name in COLUMNS if name != column)
    return at(
        amounts.at(chosen),
        column,
        f"{spelled(int(chosen.sum()))} belopp i kolumnen {quoted(COLUMNS[column])} i {months} är långt från {others} "
        f"på sin egen rad, men nära dem på raden {beside} ({amounts.committee}): utan tecken är de tillsammans "
        f"{total}.",
        "Ett belopp står på raden för sin verksamhet och sitt konto.",
        "Har kolumnen klistrats in en rad fel, eller sorterats utan de andra kolumnerna? Gör om uttaget.",
        value=total,
    )


RULE = Rule(
    code=CODE,
    title="Belopp på fel rad",
    catches="En kolumn som har klistrats in en rad fel i huvudboken, så att beloppen hör till kontot ovanför eller "
    "nedanför.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("times", "share", "least_amounts"),
    may_be_confirmed=True,
    example=(
        "17 belopp i kolumnen ”Utfall” i april är långt från ”Budget” och ”Utfall föregående år” på sin egen rad, men "
        "nära dem på raden ovanför (DNKS): utan tecken är de tillsammans 3,8 mnkr. Ett belopp står på raden för sin "
        "verksamhet och sitt konto. Har kolumnen klistrats in en rad fel, eller sorterats utan de andra kolumnerna? "
        "Gör om uttaget."
    ),
)
