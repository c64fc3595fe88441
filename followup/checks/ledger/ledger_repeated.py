"""Amounts that are booked twice in a month: rows that have been pasted in again under another account or activity.

With the sign turned they are the month's own rows taken back, and nothing is left of it. The key of a row holds its
account, so that the same rows with another account are new rows to the reader.
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
    """One error for each committee in which so many of the outcome's amounts stand twice in their month, and one for
    those that stand there once more with the other sign.
    """
    for amounts in ledger_amounts(case):
        booked = _booked(case, amounts)
        again = _again(case, amounts, booked)
        if again.any():
            yield _problem(amounts, again)
        back = _taken_back(case, amounts, booked)
        if back.any():
            yield _taken_back_problem(amounts, back)


def _booked(case: Case, amounts: Amounts) -> np.ndarray:
    """The amounts that are not alike by accident: whole hundreds and small amounts may well be."""
    values = amounts.columns["outcome"]
    booked: np.ndarray = np.isfinite(values) & (values % 100 != 0) & (np.abs(values) >= case.limit(CODE, "kronor"))
    return booked


def _taken_back(case: Case, amounts: Amounts, booked: np.ndarray) -> np.ndarray:
    """The amounts, and those that take them back in their month, that are most of what an activity has.

    What one unit sells to another is cost here and revenue there to the öre, but it is a small part of both.
    """
    values, activity = np.where(booked, amounts.columns["outcome"], np.nan), amounts.codes(("activity",))
    chosen = np.zeros(values.shape, dtype=bool)
    for month in np.flatnonzero(booked.any(axis=0)):
        open_: dict[float, list[int]] = {}
        pairs = []
        for series in np.flatnonzero(booked[:, month]).tolist():
            amount = float(values[series, month])
            if waiting := open_.get(-amount):
                pairs.append((waiting.pop(), series))
            else:
                open_.setdefault(amount, []).append(series)
        if len(pairs) < case.limit(CODE, "least_amounts"):
            continue
        taken, by = (np.array(side) for side in zip(*pairs, strict=True))
        sizes = np.nan_to_num(np.abs(amounts.columns["outcome"][:, month]))
        sizes[by] = 0
        whole = np.bincount(activity, sizes)
        part = np.bincount(activity[taken], sizes[taken], len(whole))
        most = (part >= case.limit(CODE, "share_taken_back") * whole)[activity[taken]]
        if most.sum() >= case.limit(CODE, "least_amounts"):
            chosen[taken[most], month] = chosen[by[most], month] = True
    return chosen


def _again(case: Case, amounts: Amounts, booked: np.ndarray) -> np.ndarray:
    """The amounts whose month has them once already: many of one month, or an account's in all its months."""
    values = amounts.columns["outcome"]
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


def _taken_back_problem(amounts: Amounts, back: np.ndarray) -> Problem:
    months = month_names([int(month) for month in np.flatnonzero(back.any(axis=0)) + 1])
    total = kronor_text(amounts.gross("outcome", back) / 2)
    return at(
        amounts.at(back),
        "outcome",
        f"{spelled(int(back.sum()) // 2)} belopp i kolumnen ”Utfall” för {amounts.committee} tas ut av samma belopp "
        f"med omvänt tecken i samma månad ({months}), på andra rader men lika till öret: utan tecken tillsammans "
        f"{total}.",
        "Olika konton har inte samma belopp, och en månad som är bokförd tas inte tillbaka i sin helhet.",
        "Är rader inklistrade en gång till med omvänt tecken? Ta bort dem som inte ska räknas.",
        value=total,
    )


RULE = Rule(
    code=CODE,
    title="Belopp som står två gånger",
    catches="Rader som står en gång till i huvudboken under ett annat konto eller en annan verksamhet, också "
    "med omvänt tecken.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("least_amounts", "least_months", "kronor", "share_taken_back"),
    may_be_confirmed=True,
    example=(
        "18 belopp i kolumnen ”Utfall” för DNKS står två gånger i samma månad (januari), på olika rader men lika till "
        "öret: tillsammans −606 676 kr. Olika konton har inte samma belopp. Är rader inklistrade en gång till, med ett "
        "annat konto eller en annan verksamhet? Ta bort dem som inte ska räknas."
    ),
)
