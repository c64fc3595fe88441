"""Amounts that are booked twice in a month: rows that have been pasted in again under another account or activity.

The key of a row holds its account, so that the same rows with another account are new rows to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, month_names
from followup.checks.ledger.ledger_amounts import ledger_amounts
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "huvudbokens-dubbletter"


def check(case: Case) -> Iterator[Problem]:
    """One error for each committee in which so many of the outcome's amounts stand twice in their month."""
    for amounts in ledger_amounts(case):
        again = _again(case, amounts)
        if again.any():
            yield _problem(amounts, again)


def _again(case: Case, amounts: Amounts) -> np.ndarray:
    """The amounts whose month has them once already: many of one month, or an account's in all its months."""
    values = amounts.columns["outcome"]
    # Whole hundreds and small amounts may well be alike.
    booked = np.isfinite(values) & (values % 100 != 0) & (np.abs(values) >= case.limit(CODE, "kronor"))
    least = case.limit(CODE, "least_amounts")
    again = np.zeros(values.shape, dtype=bool)
    pairs: dict[tuple[int, int], list[int]] = {}
    for month in np.flatnonzero(booked.any(axis=0)):
        first: dict[float, int] = {}
        second = []
        for series in np.flatnonzero(booked[:, month]).tolist():
            amount = float(values[series, month])
            if amount not in first:
                first[amount] = series
                continue
            second.append(series)
            pairs.setdefault((first[amount], series), []).append(int(month))
        # A cost that is spread evenly is the same amount many times, and few different ones.
        if len(second) >= least and len(np.unique(values[second, month])) >= least / 2:
            again[second, month] = True
    activity = amounts.codes(("activity",))
    for (one, other), months in pairs.items():
        # Two units may share a cost by halves; two accounts of one unit do not.
        is_copy = len(months) >= case.limit(CODE, "least_months") and len(months) == booked[other].sum()
        if is_copy and activity[one] == activity[other] and len(np.unique(values[other, months])) == len(months):
            again[other, months] = True
    return again


def _problem(amounts: Amounts, again: np.ndarray) -> Problem:
    months = month_names([int(month) for month in np.flatnonzero(again.any(axis=0)) + 1])
    names = amounts.keys.iloc[np.flatnonzero(again.any(axis=1))]
    activities = names["activity"].unique().tolist()
    where = f" (verksamheten {quoted(activities[0])})" if len(activities) == 1 else ""
    total = kronor_text(amounts.net("outcome", again))
    return at(
        amounts.at(again),
        "outcome",
        f"{spelled(int(again.sum()))} belopp i kolumnen ”Utfall” för {amounts.committee}{where} står två gånger i "
        f"samma månad ({months}), på olika rader men lika till öret: tillsammans {total}.",
        "Olika konton har inte samma belopp.",
        "Är rader inklistrade en gång till, med ett annat konto eller en annan verksamhet? Ta bort dem som inte ska "
        "räknas.",
        value=total,
    )


RULE = Rule(
    code=CODE,
    title="Belopp som står två gånger",
    catches="Rader som står en gång till i huvudboken under ett annat konto eller en annan verksamhet.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("least_amounts", "least_months", "kronor"),
    may_be_confirmed=True,
    example=(
        "18 belopp i kolumnen ”Utfall” för DNKS står två gånger i samma månad (januari), på olika rader men lika till "
        "öret: tillsammans −606 676 kr. Olika konton har inte samma belopp. Är rader inklistrade en gång till, med ett "
        "annat konto eller en annan verksamhet? Ta bort dem som inte ska räknas."
    ),
)
