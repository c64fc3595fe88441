"""Single amounts of the ledger that are ten, a hundred or a thousand times what they can be expected to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, kronor_text
from followup.checks.ledger.amount_evidence import usual_month
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_amounts import COLUMNS, NAMES, Amounts, ledger_amounts
from followup.checks.ledger.ledger_copies import copied_columns
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.ledger_sign import turned
from followup.checks.ledger.parts import explained, is_scattered
from followup.ground.errors import Severity
from followup.ground.period import MONTHS
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "enstaka-belopp"
# Cells that are told one by one; the rest are counted.
MOST_TOLD = 5
# An account is even where every month is at least this share of its largest, and a month is gone below the other.
EVEN, GONE, SEVERAL = 0.5, 0.15, 3


def check(case: Case) -> Iterator[Problem]:
    """One error for each cell, the largest first."""
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            causes = (*accumulated(case), *scaled(case), *turned(case), *copied_columns(case))
            if is_scattered(causes, amounts, column):
                continue
            left = ~explained(causes, amounts, column)
            odd, usual = _odd(case, amounts, column)
            odd &= left
            if odd.any():
                yield from _problems(amounts, column, odd, usual)
            doubtful = _doubtful(case, amounts, column)
            large = _large_in_month(case, amounts, column) & (doubtful | _gone(amounts, column)) & left & ~odd
            yield from _doubts(amounts, column, large, Severity.WARNING)
            yield from _doubts(amounts, column, doubtful & left & ~odd & ~large, Severity.NOTE)


def _doubts(amounts: Amounts, column: str, chosen: np.ndarray, severity: Severity) -> Iterator[Problem]:
    """Amounts that are as often true as not."""
    for here in list(zip(*(places.tolist() for places in np.nonzero(chosen)), strict=True))[:MOST_TOLD]:
        yield replace(_problem(amounts, column, here), severity=severity, value="")


def _odd(case: Case, amounts: Amounts, column: str) -> tuple[np.ndarray, np.ndarray]:
    """The cells that are far from every witness, and what they could be expected to be, in kronor with sign."""
    values = amounts.columns[column]
    witnesses = [_present(amounts.columns[name]) for name in COLUMNS if name != column]
    witnesses.append(usual_month(_present(values)))
    seen = np.stack([np.isfinite(one) for one in witnesses])
    count = seen.sum(axis=0)
    with np.errstate(all="ignore"):
        expected = np.where(seen, np.stack(witnesses), 0.0).sum(axis=0) / np.maximum(count, 1)
        size = np.stack([np.log10(np.abs(values / one)) for one in witnesses])
        least = np.where(seen, size, np.inf).min(axis=0)
        most = np.where(seen, size, -np.inf).max(axis=0)
        effect = np.abs(values - expected)
    gross = amounts.year
    odd = np.zeros(values.shape, dtype=bool)
    near_thousand = np.log10(case.limit(CODE, "near_thousand"))
    # The nearer to the truth a multiple is, the closer all witnesses must agree on it, and the more it must matter.
    for power, name in ((3, "thousand"), (2, "hundred"), (1, "ten")):
        near = np.log10(case.limit(CODE, f"near_{name}"))
        large = effect >= np.maximum(case.limit(CODE, "kronor"), case.limit(CODE, f"share_{name}") * gross)
        close = (np.abs(least - power) <= near) & (np.abs(most - power) <= near) & _multiplied(values, power)
        odd |= close & large & (count >= (2 if power == 3 else 3))
    # A tenth or a hundredth is as often true.
    close = (np.abs(least + 3) <= near_thousand) & (np.abs(most + 3) <= near_thousand)
    odd |= close & (effect >= case.limit(CODE, "kronor")) & _divided(values)
    huge = effect >= np.maximum(case.limit(CODE, "huge_kronor"), case.limit(CODE, "huge_share") * gross)
    odd |= huge & (least >= np.log10(case.limit(CODE, "huge_times")))
    return odd & np.isfinite(values) & (count >= 2), expected


def _doubtful(case: Case, amounts: Amounts, column: str) -> np.ndarray:
    """Large amounts with the sign of a correction and the size of all other months: as often true as not."""
    values = amounts.columns[column]
    witnesses = [_present(amounts.columns[name]) for name in COLUMNS if name != column]
    witnesses.append(usual_month(_present(values)))
    near = case.limit(CODE, "near_sign")
    turned_round = np.ones(values.shape, dtype=bool)
    for witness in witnesses:
        with np.errstate(all="ignore"):
            turned_round &= (values / witness < -1 / near) & (values / witness > -near)
    turned_round &= 2 * np.abs(values) >= max(case.limit(CODE, "kronor"), case.limit(CODE, "share_ten") * amounts.year)
    return turned_round


def _large_in_month(case: Case, amounts: Amounts, column: str) -> np.ndarray:
    """The amounts of accounts that are a large share of what the committee has in a month."""
    others = [np.abs(np.nan_to_num(amounts.columns[name])) for name in COLUMNS if name != column]
    least = np.minimum(*others)
    month = np.maximum(*(other.sum(axis=0, keepdims=True) for other in others))
    share = case.limit(CODE, "large_in_month")
    large: np.ndarray = (least > 0) & (least >= np.maximum(share * month, case.limit(CODE, "kronor")))
    return large


def _gone(amounts: Amounts, column: str) -> np.ndarray:
    """The amounts that are nearly nothing on accounts that have about the same in all other months and columns."""
    if column == "budget":
        return np.zeros(amounts.rows.shape, dtype=bool)
    alike = np.ones(amounts.rows.shape, dtype=bool)
    for name in COLUMNS:
        known = np.isfinite(amounts.columns[name])
        sizes = np.abs(np.nan_to_num(amounts.columns[name]))
        most = sizes.max(axis=1, keepdims=True)
        uneven = (known & (sizes < EVEN * most)).sum(axis=1, keepdims=True)
        # In the column itself all but the month in question.
        alike &= (known.sum(axis=1, keepdims=True) > 2) & (uneven <= (name == column))
        if name == column:
            gone: np.ndarray = known & (sizes < GONE * most)
    gone &= alike
    # Several in a month are a month that is nearly empty.
    gone &= gone.sum(axis=0, keepdims=True) < SEVERAL
    return gone


def _multiplied(values: np.ndarray, power: int) -> np.ndarray:
    """Whether an amount can be another one times ten to the power: where a series has öre, a multiplied amount has not.

    What an invoice happens to be a thousand times larger than has öre of its own.
    """
    ore = np.abs(np.round(values * 100))
    may: np.ndarray = (ore % 10 ** min(power, 2) == 0) | ~_with_ore(values)
    return may


def _divided(values: np.ndarray) -> np.ndarray:
    """Whether an amount can be another one in tkr: more decimals than öre, or rounded, where a series has öre."""
    decimals = np.abs(values * 100 - np.round(values * 100)) > 0.001
    may: np.ndarray = decimals | (np.round(values * 100) % 100 == 0) | ~_with_ore(values)
    return may


def _with_ore(values: np.ndarray) -> np.ndarray:
    """Whether most of a series' amounts are no whole kronor; shape (series, 1)."""
    known = np.isfinite(values) & (values != 0)
    with_ore = known & (np.round(values * 100) % 100 != 0)
    most: np.ndarray = with_ore.sum(axis=1, keepdims=True) * 2 > known.sum(axis=1, keepdims=True) - 1
    return most


def _problems(amounts: Amounts, column: str, odd: np.ndarray, usual: np.ndarray) -> Iterator[Problem]:
    values = amounts.columns[column]
    series, months = np.nonzero(odd)
    order = np.argsort(-np.abs(values[odd] - usual[odd]), kind="stable")
    for place in order[:MOST_TOLD]:
        here = (int(series[place]), int(months[place]))
        yield _problem(amounts, column, here)
    left = len(order) - MOST_TOLD
    if left > 0:
        rest = np.zeros(odd.shape, dtype=bool)
        rest[series[order[MOST_TOLD:]], months[order[MOST_TOLD:]]] = True
        yield about(
            amounts.at(rest),
            f"Ytterligare {spelled(left)} belopp i kolumnen {quoted(COLUMNS[column])} för {amounts.committee} avviker "
            "lika mycket.",
            "Ett belopp väntas vara av samma storlek som månaderna och kolumnerna bredvid.",
            "Kontrollera uttaget.",
            value=f"{spelled(left)} belopp",
        )


def _problem(amounts: Amounts, column: str, here: tuple[int, int]) -> Problem:
    chosen = np.zeros(amounts.rows.shape, dtype=bool)
    chosen[here] = True
    value = kronor_text(amounts.columns[column][here])
    usual = usual_month(_present(amounts.columns[column]))[here]
    beside = [
        f"{NAMES[name]} {kronor_text(amounts.columns[name][here])}"
        for name in COLUMNS
        if name != column and np.isfinite(amounts.columns[name][here])
    ]
    if np.isfinite(usual):
        beside.append(f"en vanlig månad {kronor_text(usual)}")
    keys = amounts.keys.iloc[here[0]]
    return at(
        amounts.at(chosen),
        column,
        f"Beloppet för {quoted(keys['activity'])}, {quoted(keys['account_class'])}, konto {keys['account']} är {value} "
        f"i {MONTHS[here[1]]} ({amounts.committee}), men {listed(beside)}.",
        "Ett belopp väntas vara av samma storlek som månaderna och kolumnerna bredvid.",
        "Kontrollera beloppet.",
        value=value,
    )


def _present(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values) & (values != 0), values, np.nan)


RULE = Rule(
    code=CODE,
    title="Enstaka belopp",
    catches="Ett belopp i huvudboken som är tio, hundra eller tusen gånger större eller mindre än budgeten, förra året "
    "och radens andra månader, och ett stort konto som saknar en månads belopp eller har det med omvänt tecken.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=(
        *("kronor", "near_thousand", "near_hundred", "near_ten", "near_sign"),
        *("share_thousand", "share_hundred", "share_ten"),
        *("huge_kronor", "huge_share", "huge_times", "large_in_month"),
    ),
    may_be_confirmed=True,
    severities=(Severity.ERROR, Severity.WARNING, Severity.NOTE),
    example=(
        "Beloppet för ”Bibliotek”, ”Intäkter”, konto 3010 är 101 mnkr i januari (DNKS), men budgeten 100\u00a0000 kr,"
        " föregående års utfall 98\u00a0023 kr och en vanlig månad 101\u00a0026 kr. Ett belopp väntas vara av samma "
        "storlek som månaderna och kolumnerna bredvid. Kontrollera beloppet."
    ),
)
