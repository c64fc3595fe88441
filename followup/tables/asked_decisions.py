"""What is asked to be decided: the rows of the sheet Beslut, and whether two texts ask for the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from followup.ground.figure import KRONOR, Figure
from followup.ground.wording import normalised
from followup.workbooks.source_table import SourceTable

NO_AMOUNT = "beslutet gäller inget belopp"

_ALIKE = 0.85
# How a committee begins: the decision is the same without it.
_OPENING = re.compile(r"^(?:nämnden|regionstyrelsen|regionen)\s+(?:behöver|ska|bör|föreslås)\s+")
_WORD = re.compile(r"\w+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:,\d+)?")
_LONGEST = 2_000


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
    """Whether two texts ask for the same decision: nearly the same words, and no other number.

    A text that says how much where the other does not is the same; 3 procent and 5 procent are two.
    """
    ours, theirs = (_words(text) for text in (one, other))
    if not ours or not theirs:
        return False
    numbers = [set(_NUMBER.findall(text)) for text in (ours, theirs)]
    if not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return False
    if ours in theirs or theirs in ours:
        return min(len(ours), len(theirs)) >= 0.5 * max(len(ours), len(theirs))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _words(text: str) -> str:
    return _OPENING.sub("", " ".join(_WORD.findall(normalised(text[:_LONGEST]))))
