"""Months in which nearly nothing is booked, although the months around, the budget and last year say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, month_names
from followup.checks.ledger.amount_evidence import usual_month
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.parts import (
    ACTIVITY,
    CLASS,
    EVERYTHING,
    LINE,
    Finding,
    Part,
    Scope,
    explained,
    label_of,
    scattered,
    where,
)
from followup.ground.errors import Severity
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "nastan-tom-manad"
# A part is booked every month where a month is at least this share of its largest.
STEADY = 0.25
# An account has nothing in a month when it has less than this share of the middle one.
EMPTY = 0.02


def check(case: Case) -> Iterator[Problem]:
    """One error for each column and set of months of a committee, or of large parts of it, that are nearly empty."""
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            yield from _column_problems(case, amounts, column)


@dataclass(frozen=True, eq=False)
class _Low:
    months: tuple[int, ...]
    part: Part


def _column_problems(case: Case, amounts: Amounts, column: str) -> Iterator[Problem]:
    told = explained(scaled(case), amounts, column) | explained(accumulated(case), amounts, column)
    known = np.isfinite(amounts.columns[column])
    # What is left of a month that is told of is of the same kind.
    left = ~told & (2 * (told & known).sum(axis=0) < known.sum(axis=0))
    by_months: dict[tuple[int, ...], list[Part]] = {}
    # A budget may be spread over the year in any way: only a whole month without any is strange.
    for scope in (EVERYTHING, CLASS, ACTIVITY, LINE) if column != "budget" else (EVERYTHING,):
        for low in _low(case, amounts, column, scope, left):
            by_months.setdefault(low.months, []).append(low.part)
            left &= ~low.part.chosen
    if column != "budget":
        for low in _gaps(case, amounts, column, left):
            by_months.setdefault(low.months, []).append(low.part)
    for months, parts in by_months.items():
        yield _problem(Finding(amounts, column, tuple(parts)), months)


def _low(case: Case, amounts: Amounts, column: str, scope: Scope, left: np.ndarray) -> Iterator[_Low]:
    codes = amounts.codes(scope.keys)
    size = int(codes.max()) + 1 if len(codes) else 0
    sums = {name: _gross(np.where(left, amounts.columns[name], np.nan), codes, size) for name in COLUMNS}
    own, others = sums[column], [sums[name] for name in COLUMNS if name != column]
    usual = usual_month(np.where(own > 0, own, np.nan))
    usual = np.where(np.isnan(usual), _only_other(own), usual)
    witnesses = np.stack([usual, *(np.where(other > 0, other, np.nan) for other in others)])
    count = np.isfinite(witnesses).sum(axis=0)
    expected = np.where(np.isfinite(witnesses), witnesses, np.inf).min(axis=0)
    share = case.limit(CODE, "share_of_committee" if scope == EVERYTHING else "share_of_part")
    whole = np.sum([np.nansum(other, axis=0) for other in others], axis=0) / 2
    large = expected >= case.limit(CODE, "large_part") * whole[None, :]
    if scope == EVERYTHING:
        large = expected >= 0
    else:
        # An activity that had nothing last year is new; one that has nothing this year is not.
        never = (np.nan_to_num(own) == 0).all(axis=1, keepdims=True) & (column == "outcome")
        large &= (_steady(own) | never) & np.any([_steady(other) for other in others], axis=0)
    least = amounts.least(case.limit(CODE, "kronor"))
    # Missing is told elsewhere; two witnesses of three must agree that there should be something.
    low = (own < share * expected) & large & (count >= 2) & np.isfinite(expected) & (expected - own >= least)
    if not low.any():
        return
    low &= _in_most(amounts, column, codes, size, 1 if scope == EVERYTHING else case.limit(CODE, "least_series"))
    for code in np.flatnonzero(low.any(axis=1)):
        months = np.flatnonzero(low[code])
        chosen = np.zeros(left.shape, dtype=bool)
        chosen[np.ix_(codes == code, months)] = True
        chosen &= left & np.isfinite(amounts.columns[column])
        if chosen.any():
            yield _Low(tuple(int(month) + 1 for month in months), Part(scope, label_of(amounts, scope, chosen), chosen))


def _in_most(amounts: Amounts, column: str, codes: np.ndarray, size: int, least: float) -> np.ndarray:
    """Whether at least half of a part's accounts, and so many, have less than half of what they should have.

    One large invoice that comes late is not an empty month. Shape (parts, 12).
    """
    values = np.abs(np.nan_to_num(amounts.columns[column]))
    others = np.stack([np.abs(np.nan_to_num(amounts.columns[name])) for name in COLUMNS if name != column])
    expected = others.max(axis=0)
    due, short = np.zeros((size, 12)), np.zeros((size, 12))
    np.add.at(due, codes, expected > 0)
    np.add.at(short, codes, (expected > 0) & (values < expected / 2))
    return (short >= least) & (2 * short >= due)


def _steady(sums: np.ndarray) -> np.ndarray:
    """Whether nearly all other months have something like the middle one's amount. Shape (parts, 12)."""
    known = np.isfinite(sums)
    with np.errstate(all="ignore"):
        like = known & (sums > 0) & (sums >= STEADY * np.where(known, sums, 0.0).max(axis=1, keepdims=True))
    # All months but the month itself, and one in ten.
    others, alike = known.sum(axis=1, keepdims=True) - known, like.sum(axis=1, keepdims=True) - like
    steady: np.ndarray = (others >= 1) & (alike >= 0.9 * others)
    return steady


def _gaps(case: Case, amounts: Amounts, column: str, left: np.ndarray) -> Iterator[_Low]:
    """Months in which many accounts have nothing that have something in all other months."""
    values = np.where(left, amounts.columns[column], np.nan)
    known = np.isfinite(values)
    usual = np.abs(usual_month(np.where(values != 0, values, np.nan)))
    usual = np.where(np.isnan(usual), _only_other(np.abs(values)), usual)
    empty = known & (np.abs(values) < EMPTY * usual)
    others = [np.nan_to_num(amounts.columns[name]) != 0 for name in COLUMNS if name != column]
    steady = known & (known.sum(axis=1, keepdims=True) > 2) & (empty.sum(axis=1, keepdims=True) - empty == 0)
    steady &= np.all(others, axis=0) if column == "outcome" else others[1] | others[0]
    empty &= steady
    least = np.maximum(case.limit(CODE, "share_of_accounts") * steady.sum(axis=0), case.limit(CODE, "least_accounts"))
    effect = np.where(empty, np.nan_to_num(usual), 0.0).sum(axis=0)
    for month in np.flatnonzero((empty.sum(axis=0) >= least) & (effect >= amounts.least(case.limit(CODE, "kronor")))):
        chosen = np.zeros(values.shape, dtype=bool)
        chosen[:, month] = empty[:, month]
        yield _Low((int(month) + 1,), scattered(chosen))


def _gross(values: np.ndarray, codes: np.ndarray, size: int) -> np.ndarray:
    """Sums without signs per part and month; NaN where no series has a value. Shape (parts, 12)."""
    total = np.zeros((size, values.shape[1]))
    np.add.at(total, codes, np.abs(np.nan_to_num(values)))
    known = np.zeros((size, values.shape[1]), dtype=bool)
    np.logical_or.at(known, codes, np.isfinite(values))
    return np.where(known, total, np.nan)


def _only_other(own: np.ndarray) -> np.ndarray:
    """The middle one of the amounts that are more than 0, for the months that are 0 or missing; else NaN."""
    positive = np.where((own > 0) & np.isfinite(own), own, np.nan)
    # In order, with what is missing last: numpy's own median of numbers that may be missing goes row by row.
    ordered, count = np.sort(positive, axis=1), np.isfinite(positive).sum(axis=1, keepdims=True)
    places = np.maximum(np.concatenate([(count - 1) // 2, count // 2], axis=1), 0)
    middle = np.take_along_axis(ordered, places, axis=1).mean(axis=1, keepdims=True)
    return np.where(np.isfinite(positive), np.nan, middle)


def _problem(finding: Finding, months: tuple[int, ...]) -> Problem:
    amounts, chosen = finding.amounts, finding.chosen
    sums = {name: kronor_text(amounts.gross(name, chosen)) for name in COLUMNS}
    others = " och ".join(f"{sums[name]} i {quoted(COLUMNS[name])}" for name in COLUMNS if name != finding.column)
    # A part that has been empty for some months up to now has probably closed.
    closed = finding.column == "outcome" and not finding.is_all and months[0] > 1 and len(months) > 1
    closed = closed and months == tuple(range(months[0], amounts.reached + 1))
    is_last = finding.column == "outcome" and months == (amounts.reached,)
    return at(
        amounts.at(chosen),
        finding.column,
        f"Kolumnen {quoted(COLUMNS[finding.column])} är nästan tom för {month_names(months)}, för {amounts.committee} "
        f"({where(finding.parts)}): utan tecken är beloppen tillsammans {sums[finding.column]}, men {others}.",
        "Budgeten, de andra månaderna och förra året säger att det ska finnas belopp.",
        "Var månaden inte stängd när uttaget gjordes? Gör om det."
        if is_last
        else "Kontrollera att uttaget har alla belopp för månaden.",
        severity=Severity.NOTE if closed else Severity.ERROR,
        value="" if closed else sums[finding.column],
    )


RULE = Rule(
    code=CODE,
    title="Månader som nästan är tomma",
    catches="En månad utan belopp, eller med bara en liten del av dem som när uttaget görs innan månaden är stängd: "
    "för hela nämnden, en kontoklass eller en stor verksamhet.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=(
        "share_of_committee",
        "share_of_part",
        "large_part",
        "least_series",
        "share_of_accounts",
        "least_accounts",
        "kronor",
    ),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Utfall” är nästan tom för april, för DNKS (alla rader): utan tecken är beloppen tillsammans 0 kr, "
        "men 1,8 mnkr i ”Budget” och 1,8 mnkr i ”Utfall föregående år”. Budgeten, de andra månaderna och förra året "
        "säger att det ska finnas belopp. Var månaden inte stängd när uttaget gjordes? Gör om det."
    ),
)
