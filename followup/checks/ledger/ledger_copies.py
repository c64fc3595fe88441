"""A column or a month of the ledger that is another one's copy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
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
    NARROW,
    WIDE,
    Finding,
    Scope,
    explained,
    scattered,
    where,
    widest_parts,
)
from followup.ground.period import MONTHS
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "huvudbokens-kopior"
MONTHLY = ("outcome", "previous_year")


def check(case: Case) -> Iterator[Problem]:
    """One error for each two columns, and for each two months of a column, that are equal to the öre."""
    for finding in copied_columns(case):
        yield _column_problem(finding)
    for amounts in ledger_amounts(case):
        for column in MONTHLY:
            yield from _month_problems(case, amounts, column)


@once
def copied_columns(case: Case) -> tuple[Finding, ...]:
    """Two columns that are equal to the öre, in the whole ledger of a committee or in a part of it."""
    return tuple(_copied_columns(case))


def _copied_columns(case: Case) -> Iterator[Finding]:
    share, least = case.limit(CODE, "share"), case.limit(CODE, "least_amounts")
    for amounts in ledger_amounts(case):
        for one, other in combinations(COLUMNS, 2):
            left, right = amounts.columns[one], amounts.columns[other]
            considered = np.isfinite(left) & np.isfinite(right) & ((left != 0) | (right != 0))
            equal = considered & (left == right)
            if equal.sum() < least:
                continue
            third = next(amounts.columns[name] for name in COLUMNS if name not in (one, other))
            # An internal rent that follows its budget is the same every month, in all three columns.
            changing = ~(_is_even(left) & _is_even(third))[:, None]

            def accepts(scope: Scope, chosen: np.ndarray, left: np.ndarray = left, own: np.ndarray = changing) -> bool:
                return _enough(left, chosen if scope == EVERYTHING else chosen & own, least)

            parts = widest_parts(amounts, equal, considered, np.ones(left.shape), share, accepts, (*WIDE, *NARROW))
            rest = equal & changing & ~Finding(amounts, one, tuple(parts)).chosen
            if _enough(left, rest, max(2 * least, case.limit(CODE, "scattered") * considered.sum())):
                parts.append(scattered(rest))
            if parts:
                yield Finding(amounts, one, tuple(parts), other=other)


def _enough(values: np.ndarray, chosen: np.ndarray, least: float) -> bool:
    """Whether there are so many amounts, and so many different ones, that they cannot be equal by chance."""
    return bool(chosen.sum() >= least) and len(np.unique(np.abs(values[chosen]))) >= least / 2


def _is_even(values: np.ndarray) -> np.ndarray:
    """The series whose amounts repeat themselves, or are too few to tell; shape (series,)."""
    known = (np.isfinite(values) & (values != 0)).sum(axis=1)
    even: np.ndarray = _repeats(values) >= np.clip(known - 1, 0, 2)
    return even


def _repeats(values: np.ndarray) -> np.ndarray:
    """How many pairs of months have the same amount, per series; shape (series,)."""
    ordered = np.sort(np.where(np.isfinite(values) & (values != 0), values, np.nan), axis=1)
    pairs: np.ndarray = (ordered[:, 1:] == ordered[:, :-1]).sum(axis=1)
    return pairs


def _column_problem(finding: Finding) -> Problem:
    amounts, chosen = finding.amounts, finding.chosen
    names = [quoted(COLUMNS[name]) for name in (finding.column, finding.other)]
    total = kronor_text(amounts.net(finding.column, chosen))
    return at(
        amounts.at(chosen),
        finding.column,
        f"Kolumnen {names[0]} är lika med {names[1]} till öret i {spelled(int(chosen.sum()))} belopp för "
        f"{amounts.committee} ({where(finding.parts)}), tillsammans {total}.",
        "Kolumnerna är olika uppgifter och väntas skilja sig åt.",
        "Kontrollera att uttaget har rätt uppgift i båda kolumnerna.",
        value="" if finding.is_all else total,
    )


def _month_problems(case: Case, amounts: Amounts, column: str) -> Iterator[Problem]:
    share, least = case.limit(CODE, "share"), case.limit(CODE, "least_amounts")
    values = np.where(explained(copied_columns(case), amounts, column), np.nan, amounts.columns[column])
    # Whole hundreds repeat themselves: they are decided and not booked.
    booked = np.isfinite(values) & (values % 100 != 0)
    # What repeats itself in other months, too, is a rent or a depreciation. With two months nobody can tell.
    changing = _repeats(values) < 2 if booked.any(axis=0).sum() > 2 else np.zeros(len(values), dtype=bool)
    equal = booked[:, :, None] & (values[:, :, None] == values[:, None, :])
    smaller = np.minimum.outer(booked.sum(axis=0), booked.sum(axis=0))
    everything = (equal.sum(axis=0) >= np.maximum(share * smaller, least)) & (smaller > 0)
    some = equal[changing].sum(axis=0) >= least
    told = np.zeros(values.shape, dtype=bool)
    for first, second in combinations(range(12), 2):
        if not (everything | some)[first, second]:
            continue
        odd, known = np.zeros(values.shape, dtype=bool), np.zeros(values.shape, dtype=bool)
        wanted = np.ones(len(values), dtype=bool) if everything[first, second] else changing
        odd[:, second], known[:, second] = equal[:, first, second] & wanted, booked[:, second] & wanted
        if (odd & ~told).sum() < least:
            continue
        parts = widest_parts(
            amounts,
            odd,
            known,
            np.ones(values.shape),
            share,
            lambda scope, chosen: _enough(values, chosen, least),
            (EVERYTHING, CLASS, ACTIVITY),
        )
        if not parts and _enough(values, odd, max(least, case.limit(CODE, "scattered") * known.sum())):
            parts = [scattered(odd)]
        if parts:
            finding = Finding(amounts, column, tuple(parts))
            told |= finding.chosen
            yield _month_problem(finding, first, second)


def _month_problem(finding: Finding, first: int, second: int) -> Problem:
    amounts, chosen = finding.amounts, finding.chosen
    total = kronor_text(amounts.net(finding.column, chosen))
    return at(
        amounts.at(chosen),
        finding.column,
        f"Kolumnen {quoted(COLUMNS[finding.column])} är i {MONTHS[second]} lika med {MONTHS[first]} till öret i "
        f"{spelled(int(chosen.sum()))} belopp för {amounts.committee} ({where(finding.parts)}), tillsammans {total}.",
        "Två månader har inte samma belopp på så många konton.",
        f"Kontrollera att uttaget har rätt uppgift för {MONTHS[first]} och {MONTHS[second]}.",
        value="" if finding.is_all else total,
    )


RULE = Rule(
    code=CODE,
    title="Kolumner och månader som är kopior",
    catches="Utfall som är en kopia av budgeten eller av förra året, och en månad som är en kopia av en annan, i hela "
    "huvudboken för en nämnd eller i en kontoklass, en verksamhet eller en månad.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("share", "least_amounts", "scattered"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Utfall” är lika med ”Utfall föregående år” till öret i 72 belopp för DNKS (alla rader), "
        "tillsammans −2,4 mnkr. Kolumnerna är olika uppgifter och väntas skilja sig åt. Kontrollera att uttaget har "
        "rätt uppgift i båda kolumnerna."
    ),
)
