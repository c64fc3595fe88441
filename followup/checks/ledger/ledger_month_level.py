"""Months in which nearly all accounts have about twice, or half, of what they have otherwise.

A single account may have any amount in a month. When the middle account has twice its own, the month holds two
months, or its rows have been joined to something that stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text, month_names
from followup.checks.ledger import ledger_month_size
from followup.checks.ledger.amount_evidence import usual_month
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_amounts import COLUMNS, Amounts, ledger_amounts
from followup.checks.ledger.ledger_copies import copied_columns
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.parts import ACTIVITY, CLASS, EVERYTHING, LINE, Scope, explained, label_of
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "manadens-niva"


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a committee whose level is another, or for each of its months and classes."""
    for amounts in ledger_amounts(case):
        # A budget is compared with its frame, and may be spread over the year in any way.
        for column in ("outcome", "previous_year"):
            causes = (*scaled(case), *accumulated(case), *copied_columns(case))
            left = np.isfinite(amounts.columns[column]) & ~explained(causes, amounts, column)
            yield from _column_problems(case, amounts, column, left)


def _column_problems(case: Case, amounts: Amounts, column: str, left: np.ndarray) -> Iterator[Problem]:
    beside = _ratio(amounts, column, with_months=False)
    whole = left & np.isfinite(beside)
    if _is_other_level(case, beside[whole], is_whole=True):
        yield _problem(amounts, column, EVERYTHING, whole)
        return
    ratio = _ratio(amounts, column, with_months=True)
    left = left & np.isfinite(ratio)
    least, most = case.limit(CODE, "doubled_least"), case.limit(CODE, "doubled_most")
    doubled = (ratio >= least) & (ratio <= most)
    for scope in (EVERYTHING, CLASS, ACTIVITY, LINE):
        codes, is_large = amounts.codes(scope.keys), scope in (EVERYTHING, CLASS)
        number = _number(codes, left)
        # Most lines have too few accounts to be judged at all.
        asked = number >= case.limit(CODE, "least_amounts")
        if not is_large:
            # It has few accounts, of which the middle one may well have a month of its own: each must be doubled.
            asked &= _number(codes, left & doubled) / np.maximum(number, 1) >= case.limit(CODE, "share")
        for code, month in np.argwhere(asked):
            chosen = np.zeros(left.shape, dtype=bool)
            chosen[codes == code, month] = left[codes == code, month]
            if (
                _is_other_level(case, ratio[chosen], is_whole=scope == EVERYTHING)
                if is_large
                else _moves_report(case, amounts, column, chosen)
            ):
                yield _problem(amounts, column, scope, chosen)
                left &= ~chosen


def _number(codes: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """How many accounts of each part are chosen, by month. Shape (parts, 12)."""
    number = np.zeros((int(codes.max(initial=-1)) + 1, 12), dtype=np.int64)
    np.add.at(number, codes, chosen)
    return number


def _moves_report(case: Case, amounts: Amounts, column: str, chosen: np.ndarray) -> bool:
    """Whether half of the chosen amounts, which a doubled month has too much, is anything that matters."""
    return amounts.gross(column, chosen) / 2 >= amounts.least(case.limit(CODE, "kronor"))


def _is_other_level(case: Case, ratios: np.ndarray, *, is_whole: bool) -> bool:
    """Whether the middle one of the ratios is far from 1. A class that falls may be closing; all of a committee not."""
    if len(ratios) < case.limit(CODE, "least_amounts"):
        return False
    middle = float(np.median(ratios))
    # What is lower still is told as nearly empty.
    is_half = case.limit(ledger_month_size.CODE, "share_of_committee") < middle <= case.limit(CODE, "halved")
    return middle >= case.limit(CODE, "doubled") or (is_whole and is_half)


def _ratio(amounts: Amounts, column: str, *, with_months: bool) -> np.ndarray:
    """Each amount as a multiple of the nearest of what is known beside it; NaN with fewer than two. Shape (series, 12).

    Beside it are the other two columns, and the series' usual month `with_months`.
    """
    values = amounts.columns[column]
    witnesses = [_present(amounts.columns[name]) for name in COLUMNS if name != column]
    if with_months:
        witnesses.append(usual_month(_present(values)))
    with np.errstate(all="ignore"):
        ratios = np.stack([values / one for one in witnesses])
        ratios = np.where(ratios > 0, ratios, np.nan)
        away = np.where(np.isfinite(ratios), np.abs(np.log(ratios)), np.inf)
    nearest = np.take_along_axis(ratios, away.argmin(axis=0)[None], axis=0)[0]
    return np.where(np.isfinite(ratios).sum(axis=0) >= 2, nearest, np.nan)


def _present(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values) & (values != 0), values, np.nan)


def _problem(amounts: Amounts, column: str, scope: Scope, chosen: np.ndarray) -> Problem:
    months = np.flatnonzero(chosen.any(axis=0)) + 1
    when = f" i {month_names(months)}" if len(months) == 1 else ""
    sums = {name: kronor_text(amounts.gross(name, chosen)) for name in COLUMNS}
    others = " och ".join(f"{sums[name]} i {quoted(COLUMNS[name])}" for name in COLUMNS if name != column)
    return at(
        amounts.at(chosen),
        column,
        f"Kolumnen {quoted(COLUMNS[column])} har en annan nivå än väntat på de flesta konton{when}, för "
        f"{amounts.committee} ({label_of(amounts, scope, chosen)}): utan tecken är beloppen tillsammans "
        f"{sums[column]}, men {others}.",
        "De flesta konton väntas ha ungefär samma belopp som i budgeten, förra året eller en vanlig månad.",
        "Kontrollera att uttaget har varje belopp en gång, och en månads belopp i varje månad.",
        value=sums[column],
    )


RULE = Rule(
    code=CODE,
    title="Månadens nivå",
    catches="En månad, en kontoklass eller verksamhet under en månad eller en hel kolumn där de flesta konton har "
    "ungefär dubbla beloppet, eller nämnden hälften: två månader i en, rader som räknas två gånger eller en månad som "
    "inte är stängd.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("doubled", "halved", "least_amounts", "doubled_least", "doubled_most", "share", "kronor"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Utfall” har en annan nivå än väntat på de flesta konton i april, för DNKS (alla rader): utan tecken "
        "är beloppen tillsammans 3,6 mnkr, men 1,8 mnkr i ”Budget” och 1,8 mnkr i ”Utfall föregående år”. De flesta "
        "konton väntas ha ungefär samma belopp som i budgeten, förra året eller en vanlig månad. Kontrollera att "
        "uttaget har varje belopp en gång, och en månads belopp i varje månad."
    ),
)
