"""What is asked to be decided: the rows of the sheet Beslut, and whether two texts ask for the same thing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from followup.ground.figure import KRONOR, Figure
from followup.ground.wording import normalised
from followup.workbooks.source_table import SourceTable

NO_AMOUNT = "inget belopp är angivet"

_ALIKE = 0.8
# How a committee begins: the decision is the same without it.
_OPENING = re.compile(r"^(?:nämnden|regionstyrelsen|regionen)\s+(?:behöver|ska|bör|föreslås)\s+")
_WORD = re.compile(r"\w+(?:,\d+)?")
# Of a longer text the beginning decides: anything may stand in a cell, and all are compared with all.
_LONGEST = 600


@dataclass(frozen=True, eq=False)
class AskedDecision:
    """A row of the sheet: `decision` is Markdown, `amount` in kronor without a sign, missing where there is no money.

    `due` is ISO text; `decided_by` and `concerns` are codes of the layout's choices. `row` is the row itself.
    """

    decision: str
    amount: Figure
    due: str
    decided_by: str
    consequence: str
    concerns: str
    row: SourceTable


def asked_decisions(table: SourceTable | None) -> tuple[AskedDecision, ...]:
    """The rows by deadline, and of one day in the sheet's order; none for a workbook without the sheet."""
    found = [_decision(row) for row in table.rows()] if table is not None else []
    return tuple(sorted(found, key=lambda one: one.due))


def _decision(row: SourceTable) -> AskedDecision:
    amount = row.figure("amount")
    return AskedDecision(
        decision=row.text("decision"),
        amount=replace(amount, why=NO_AMOUNT, unit=KRONOR) if amount.is_missing else amount,
        due=row.text("due"),
        decided_by=row.text("decided_by"),
        consequence=row.text("consequence"),
        concerns=row.text("concerns"),
        row=row,
    )


def asks_the_same(one: str, other: str) -> bool:
    """Whether two texts ask for the same decision: nearly the same words in the same order, and no other number.

    A text that says how much where the other does not is the same; 3 procent and 5 procent are two.
    """
    ours, theirs = sorted((_words(one), _words(other)), key=len)
    if not ours or not (_numbers(ours) <= _numbers(theirs) or _numbers(theirs) <= _numbers(ours)):
        return False
    if 2 * len(ours) >= len(theirs) and f" {' '.join(ours)} " in f" {' '.join(theirs)} ":
        return True
    least = _ALIKE * (len(ours) + len(theirs)) / 2
    if len(ours) < least or (Counter(ours) & Counter(theirs)).total() < least:
        return False
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_OPENING.sub("", normalised(text[:_LONGEST]))))


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word[0].isdigit()}
