"""The widest parts of a committee's ledger in which nearly all amounts have the same fault.

A fault of an export seldom keeps to single cells: it is the whole column, an account class, an activity or a month. So
the widest part is looked for first, and what is explained by it is not looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from followup.ground.period import MONTHS
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.ledger.ledger_amounts import Amounts

# Parts that one message names; the rest are counted.
MOST_NAMED = 5


@dataclass(frozen=True)
class Scope:
    """A kind of part: all amounts that share these keys, in all months or in one."""

    keys: tuple[str, ...] = ()
    by_month: bool = False


EVERYTHING = Scope()
CLASS, ACTIVITY, MONTH = Scope(("account_class",)), Scope(("activity",)), Scope(by_month=True)
LINE = Scope(("activity", "account_class"))
SERIES = Scope(("activity", "account_class", "account"))
# Amounts that share nothing but the fault.
SCATTERED = Scope(("row",))
WIDE = (EVERYTHING, CLASS, ACTIVITY, MONTH)
NARROW = (LINE, Scope(("account_class",), True), Scope(("activity",), True), Scope(LINE.keys, True))
SCOPES = (*WIDE, *NARROW, SERIES)


@dataclass(frozen=True, eq=False)
class Part:
    """A part in which the fault was found. `chosen`, of shape (series, 12), are its amounts; `is_all` if it is the
    whole column.
    """

    scope: Scope
    label: str
    chosen: np.ndarray

    @property
    def is_all(self) -> bool:
        return self.scope == EVERYTHING


def widest_parts(
    amounts: Amounts,
    odd: np.ndarray,
    considered: np.ndarray,
    weight: np.ndarray,
    share: float,
    accepts: Callable[[Scope, np.ndarray], bool],
    scopes: Iterable[Scope] = SCOPES,
    sure: np.ndarray | None = None,
) -> list[Part]:
    """Parts where at least `share` of the weight that is `considered` is `odd`, the widest first, none inside another.

    All arrays have the shape (series, 12). `accepts` has the last word on a part, given its odd amounts. Where `sure`
    is given, a part of all months is judged by those of the amounts that it holds.
    """
    found: list[Part] = []
    open_, weight = np.ones_like(odd), np.nan_to_num(weight)
    for scope in scopes:
        left = open_ & (considered if scope.by_month or sure is None else considered & sure)
        wrong = odd & left
        if not wrong.any():
            continue
        codes = codes_of(amounts, scope)
        size = int(codes.max()) + 1
        total = np.bincount(codes[left], weight[left], size)
        part = np.bincount(codes[wrong], weight[wrong], size)
        # One large account is not a part: half of the amounts must be odd, too.
        most = 2 * np.bincount(codes[wrong], minlength=size) >= np.bincount(codes[left], minlength=size)
        for code in np.flatnonzero((part > 0) & (part >= share * total) & most):
            chosen = wrong & (codes == code)
            if accepts(scope, chosen):
                found.append(Part(scope, label_of(amounts, scope, chosen), chosen))
                open_ &= codes != code
    return found


def scattered(chosen: np.ndarray) -> Part:
    """Amounts here and there as one part."""
    return Part(SCATTERED, "belopp här och där", chosen)


def where(parts: Iterable[Part]) -> str:
    """The parts' names as one text: `kontoklassen ”Intäkter” och verksamheten ”Skola”`."""
    return listed((part.label for part in parts), most=MOST_NAMED)


def chosen_by(parts: Iterable[Part], shape: tuple[int, ...]) -> np.ndarray:
    """The amounts of all parts together."""
    chosen = np.zeros(shape, dtype=bool)
    for part in parts:
        chosen |= part.chosen
    return chosen


def codes_of(amounts: Amounts, scope: Scope) -> np.ndarray:
    """A number for each amount, equal for those of one part of this kind; shape (series, 12)."""
    series = amounts.codes(scope.keys)[:, None]
    months = np.arange(12)[None, :]
    return series * 12 + months if scope.by_month else np.broadcast_to(series, amounts.rows.shape)


def label_of(amounts: Amounts, scope: Scope, chosen: np.ndarray) -> str:
    """What a message calls the part, given some of its amounts."""
    series, months = np.nonzero(chosen)
    names = {key: quoted(text) for key, text in amounts.keys.iloc[series[0]].items()}
    month = MONTHS[months[0]]
    if not scope.keys:
        return month if scope.by_month else "alla rader"
    if scope.keys == SERIES.keys:
        text = f"{names['activity']}, {names['account_class']}, konto {names['account']}"
    elif scope.keys == LINE.keys:
        text = f"{names['activity']}, {names['account_class']}"
    else:
        kind = "verksamheten" if scope.keys == ACTIVITY.keys else "kontoklassen"
        text = f"{kind} {names[scope.keys[0]]}"
    return f"{text} ({month})" if scope.by_month else text


@dataclass(frozen=True, eq=False)
class Finding:
    """The parts of one committee's ledger that have a rule's fault in one column. `measure` is what the rule measured:
    a logarithm, a number of months; `other` the column that it compared with, where it was one.
    """

    amounts: Amounts
    column: str
    parts: tuple[Part, ...]
    measure: float = 0.0
    other: str = ""

    @property
    def chosen(self) -> np.ndarray:
        """The amounts that have the fault; shape (series, 12)."""
        return chosen_by(self.parts, self.amounts.rows.shape)

    @property
    def is_all(self) -> bool:
        """Whether it is the whole column."""
        return any(part.is_all for part in self.parts)


def is_scattered(findings: Iterable[Finding], amounts: Amounts, column: str) -> bool:
    """Whether one of the findings is about amounts here and there in the column: what is left is of the same kind."""
    return any(
        finding.amounts is amounts and finding.column == column and part.scope == SCATTERED
        for finding in findings
        for part in finding.parts
    )


def explained(findings: Iterable[Finding], amounts: Amounts, column: str) -> np.ndarray:
    """The amounts of a column for which one of the findings has given the cause; shape (series, 12)."""
    chosen = np.zeros(amounts.rows.shape, dtype=bool)
    for finding in findings:
        if finding.amounts is amounts and column in (finding.column, finding.other):
            chosen |= finding.chosen
    return chosen
