"""Amounts that are accumulated since January in a column of monthly amounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.checks.ledger.parts import (
    ACTIVITY,
    CLASS,
    EVERYTHING,
    LINE,
    SERIES,
    Finding,
    Part,
    Scope,
    scattered,
    where,
    widest_parts,
)
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "ackumulerade-belopp"
# A single month cannot grow.
SCOPES_LOOKED_AT = (EVERYTHING, CLASS, ACTIVITY, LINE, SERIES)


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a committee with accumulated amounts."""
    for finding in accumulated(case):
        amounts, chosen = finding.amounts, finding.chosen
        # What the report would show: January, too, is added to the accumulated months.
        sums = {name: amounts.net(name, _with_earlier(chosen)) for name in COLUMNS}
        others = listed(
            f"{kronor_text(value)} i {quoted(COLUMNS[name])}"
            for name, value in sums.items()
            if name != finding.column and value
        )
        shown = kronor_text(sums[finding.column])
        yield at(
            amounts.at(chosen),
            finding.column,
            f"Beloppen i kolumnen {quoted(COLUMNS[finding.column])} växer från månad till månad som om de var "
            f"ackumulerade, för {amounts.committee} ({where(finding.parts)}): månadernas summa är {shown}, men "
            f"{others}.",
            "Kolumnen anger varje månads eget belopp.",
            "Gör om uttaget med belopp per månad.",
            value="" if finding.is_all else shown,
        )


@once
def accumulated(case: Case) -> tuple[Finding, ...]:
    """Columns whose amounts follow the other columns' sum since January and not their months."""
    return tuple(_accumulated(case))


def _accumulated(case: Case) -> Iterator[Finding]:
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            if parts := _parts(case, amounts, column):
                yield Finding(amounts, column, tuple(parts))


def _parts(case: Case, amounts: Amounts, column: str) -> list[Part]:
    share, least = case.limit(CODE, "share"), case.limit(CODE, "least_amounts")
    near, far = np.log(case.limit(CODE, "near_times")), np.log(case.limit(CODE, "far_times"))
    odd, considered, usual = _odd(amounts, column, near, far)
    if not odd.any():
        return []

    def accepts(scope: Scope, chosen: np.ndarray) -> bool:
        kronor = amounts.least(case.limit(CODE, "kronor"))
        if scope == SERIES:
            kronor = case.limit(CODE, "kronor_of_account")
        effect = abs(amounts.gross(column, chosen) - usual[chosen].sum())
        return effect >= kronor and _enough(scope, chosen, np.isfinite(amounts.columns[column]), least)

    parts = widest_parts(amounts, odd, considered, usual, share, accepts, SCOPES_LOOKED_AT)
    rest = odd & ~Finding(amounts, column, tuple(parts)).chosen
    # From the first months on: what is ten times too large is near the year's sum in the autumn alone.
    early = slice(1, 4)
    if all(
        part.sum() >= max(3 * least, case.limit(CODE, "scattered") * known.sum())
        for part, known in ((rest, considered), (rest[:, early], considered[:, early]))
    ):
        parts.append(scattered(rest))
    return parts


def _enough(scope: Scope, chosen: np.ndarray, known: np.ndarray, least: float) -> bool:
    """Whether there are so many amounts that they cannot follow the sum since January by chance."""
    if scope == EVERYTHING:
        return bool(chosen.sum() >= least / 2)
    if scope in (CLASS, ACTIVITY):
        return bool(chosen.any(axis=1).sum() >= least)
    months = chosen.any(axis=0)
    # An account grows in all months, and not in some.
    return bool(months.sum() >= least - 1 and months.sum() >= 0.8 * (known.any(axis=0).sum() - 1))


def _odd(amounts: Amounts, column: str, near: float, far: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Which amounts are near the sum since January and far from the month; those that can be judged; the month's."""
    values = amounts.columns[column]
    odd, judged = np.ones(values.shape, dtype=bool), np.zeros(values.shape, dtype=bool)
    usual = np.zeros(values.shape)
    for name in COLUMNS:
        if name == column:
            continue
        other = amounts.columns[name]
        with np.errstate(all="ignore"):
            to_sum = np.abs(np.log(values / np.cumsum(other, axis=1)))
            to_month = np.abs(np.log(values / other))
            # A month in which the sum is the month again tells nothing: January, and what is booked once a year.
            tells = np.abs(np.log(np.cumsum(other, axis=1) / other)) > far
        known = np.isfinite(to_sum) & (np.isfinite(to_month) | (other == 0)) & (tells | (other == 0))
        odd &= ~known | ((to_sum < near) & ~(to_month < far))
        judged |= known
        usual += np.where(known, np.abs(np.nan_to_num(other)), 0.0)
    return odd & judged, judged, usual / 2


def _with_earlier(chosen: np.ndarray) -> np.ndarray:
    """The chosen amounts and those of the same series in the months before."""
    return np.logical_or.accumulate(chosen[:, ::-1], axis=1)[:, ::-1]


RULE = Rule(
    code=CODE,
    title="Ackumulerade belopp",
    catches="Belopp som är ackumulerade sedan januari i en kolumn som ska ha varje månads eget belopp.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("share", "least_amounts", "near_times", "far_times", "kronor", "kronor_of_account", "scattered"),
    may_be_confirmed=True,
    example=(
        "Beloppen i kolumnen ”Utfall” växer från månad till månad som om de var ackumulerade, för DNKS (alla rader): "
        "månadernas summa är −6,1 mnkr, men −2,4 mnkr i ”Budget” och −2,4 mnkr i ”Utfall föregående år”. Kolumnen "
        "anger varje månads eget belopp. Gör om uttaget med belopp per månad."
    ),
)
