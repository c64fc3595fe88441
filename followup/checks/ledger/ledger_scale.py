"""Amounts of the ledger in another unit than kronor, or in another sense than a month's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, times
from followup.checks.ledger.amount_evidence import Evidence, evidence, usual_month
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.checks.ledger.parts import (
    ACTIVITY,
    CLASS,
    EVERYTHING,
    LINE,
    SERIES,
    WIDE,
    Finding,
    Part,
    Scope,
    explained,
    is_scattered,
    scattered,
    where,
    widest_parts,
)
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "huvudbokens-enhet"
# How far a multiple may be from a thousand or a million (as logarithms) and still be taken for another unit.
NEAR_UNIT = 0.35
# The powers of ten that are another unit, those that a slip of a comma makes, and how near to one a multiple is.
UNITS, POWERS, NEAR_POWER = (3, 6), (1, 2, 3, 6), 0.2
# How near a single account's multiple must be, which has no others to agree with.
NEAR_TEN = 0.015
# The same for several amounts with a multiple in common.
IN_COMMON = 0.3


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a committee whose amounts are many times too large or too small."""
    for finding in scaled(case):
        yield _problem(finding, case.limit(CODE, "impossible_times"))


@once
def scaled(case: Case) -> tuple[Finding, ...]:
    """Columns with a multiple of what the other columns say, which many amounts have in common."""
    return tuple(_scaled(case))


def _scaled(case: Case) -> Iterator[Finding]:
    share = case.limit(CODE, "share")
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            known = evidence(amounts, column)
            # What is accumulated is many times too large in some months, and not in others.
            told = explained(accumulated(case), amounts, column).any(axis=1, keepdims=True)
            if 2 * told.sum() > told.size or is_scattered(accumulated(case), amounts, column):
                continue
            open_ = known.considered & ~told
            for sign in (1, -1):
                distance = known.least if sign > 0 else -known.most
                odd = open_ & (distance >= np.log10(case.limit(CODE, "times")))
                if not odd.any():
                    continue

                def accepts(scope: Scope, chosen: np.ndarray, distance: np.ndarray = distance) -> bool:
                    return _accepts(case, amounts, column, known, distance, scope, chosen)  # noqa: B023

                parts = widest_parts(amounts, odd, open_, known.usual, share, accepts, sure=known.sure)
                parts += _scattered(case, amounts, column, known, distance, odd & ~_all(parts, odd))
                if parts:
                    finding = Finding(amounts, column, tuple(parts))
                    yield Finding(amounts, column, finding.parts, sign * float(np.median(distance[finding.chosen])))


def _accepts(
    case: Case,
    amounts: Amounts,
    column: str,
    known: Evidence,
    distance: np.ndarray,
    scope: Scope,
    chosen: np.ndarray,
) -> bool:
    """Whether a part's amounts have one multiple in common, and would move the report."""
    size = distance[chosen]
    middle = float(np.median(size))
    if chosen.sum() < case.limit(CODE, "least_amounts"):
        return False
    effect = abs(amounts.gross(column, chosen) - float(known.usual[chosen].sum()))
    if effect < amounts.least(case.limit(CODE, "kronor")):
        return False
    if _is_unit(middle):
        return bool(np.mean(np.abs(size - middle) < NEAR_UNIT) >= case.limit(CODE, "share"))
    if np.mean(np.abs(size - middle) < IN_COMMON) < case.limit(CODE, "share"):
        return False
    # A month in which little is booked is told as such, and a unit that closes has little left.
    if (
        scope not in (EVERYTHING, CLASS, ACTIVITY)
        and distance is not known.least
        and not _from_january(amounts, chosen)
    ):
        return False
    if scope.by_month and not _unlike_other_months(case, amounts, column, distance is known.least, chosen):
        return False
    series = int(chosen.any(axis=1).sum())
    if scope == SERIES:
        # An account that is ten times all that is known of it, month after month, and moves the year.
        is_power = any(abs(middle - power) < NEAR_TEN for power in POWERS)
        return (
            is_power and _from_january(amounts, chosen) and effect >= case.limit(CODE, "large_share") * amounts.year / 2
        )
    if scope in WIDE:
        return scope == EVERYTHING or series >= case.limit(CODE, "least_series")
    large = effect >= case.limit(CODE, "large_share") * amounts.year
    least = case.limit(CODE, "large_times" if large else "impossible_times")
    return scope == LINE and series >= 2 and middle >= np.log10(least)


def _unlike_other_months(case: Case, amounts: Amounts, column: str, is_large: bool, chosen: np.ndarray) -> bool:
    """Whether a month differs from its column's other months, too: an even budget is far from any season."""
    values = np.where(amounts.columns[column] != 0, amounts.columns[column], np.nan)
    own = np.log10(np.abs(values / usual_month(values)))[chosen]
    own = own[np.isfinite(own)] * (1 if is_large else -1)
    return not len(own) or float(np.median(own)) >= np.log10(case.limit(CODE, "times")) / 2


def _from_january(amounts: Amounts, chosen: np.ndarray) -> bool:
    return bool(chosen[:, : amounts.reached].any(axis=0).all()) and amounts.reached > 1


def _is_unit(size: float) -> bool:
    """Whether a logarithm is that of a thousand or a million."""
    return any(abs(size - unit) < NEAR_UNIT for unit in UNITS)


def _scattered(
    case: Case, amounts: Amounts, column: str, known: Evidence, distance: np.ndarray, odd: np.ndarray
) -> list[Part]:
    """Amounts here and there with a multiple in common, as one part."""
    if not odd.any():
        return []
    power = round(float(np.median(distance[odd])))
    if power not in POWERS:
        return []
    near = odd & (np.abs(distance - power) < (NEAR_UNIT if power in UNITS else NEAR_POWER))
    effect = np.abs(np.abs(amounts.columns[column]) - known.usual)
    large = near & (effect >= amounts.least(case.limit(CODE, "kronor")) / 10)
    least = case.limit(CODE, "least_scattered")
    # Ten or a hundred times is sooner true than a thousand: then it must be many accounts.
    if power not in UNITS and (
        near.any(axis=1).sum() < least or near.sum() < case.limit(CODE, "scattered") * known.considered.sum()
    ):
        return []
    if large.sum() < least or near.sum() < case.limit(CODE, "share") * odd.sum():
        return []
    return [scattered(near)]


def _all(parts: list[Part], like: np.ndarray) -> np.ndarray:
    chosen = np.zeros(like.shape, dtype=bool)
    for part in parts:
        chosen |= part.chosen
    return chosen


def _problem(finding: Finding, impossible: float) -> Problem:
    amounts, chosen = finding.amounts, finding.chosen
    sums = {name: kronor_text(amounts.gross(name, chosen)) for name in COLUMNS}
    others = listed(
        f"{sums[name]} i {quoted(COLUMNS[name])}"
        for name in COLUMNS
        if name != finding.column and amounts.gross(name, chosen)
    )
    size, is_large = 10 ** abs(finding.measure), finding.measure > 0
    remedy = "Kontrollera uttaget: är det ett annat slags belopp, till exempel årets summa i varje månad?"
    if _is_unit(abs(finding.measure)):
        remedy = "Kontrollera enheten i uttaget och gör om det i kronor."
    return at(
        amounts.at(chosen),
        finding.column,
        f"Beloppen i kolumnen {quoted(COLUMNS[finding.column])} är ungefär {times(size)} för "
        f"{'stora' if is_large else 'små'} för {amounts.committee} ({where(finding.parts)}): utan tecken är de "
        f"tillsammans {sums[finding.column]}, men {others}.",
        "Kolumnen anges i kr, och beloppen väntas vara av samma storlek i alla tre kolumnerna.",
        remedy,
        value="" if finding.is_all and size >= impossible else sums[finding.column],
    )


RULE = Rule(
    code=CODE,
    title="Huvudbokens enhet",
    catches="Belopp i tkr eller mnkr i en kolumn med kronor, årets summa i varje månad och andra belopp som är många "
    "gånger större eller mindre än i de andra kolumnerna: i hela kolumnen, en kontoklass, en verksamhet, en månad "
    "eller enstaka rader.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=(
        "share",
        "times",
        "impossible_times",
        "least_amounts",
        "least_series",
        "least_scattered",
        "scattered",
        "kronor",
        "large_share",
        "large_times",
    ),
    may_be_confirmed=True,
    example=(
        "Beloppen i kolumnen ”Utfall” är ungefär tusen gånger för små för DNKS (alla rader): utan tecken är de "
        "tillsammans 7\u00a0272 kr, men 7,2 mnkr i ”Budget” och 7,1 mnkr i ”Utfall föregående år”. Kolumnen anges i "
        "kr, och beloppen väntas vara av samma storlek i alla tre kolumnerna. Kontrollera enheten i uttaget och gör "
        "om det i kronor."
    ),
)
