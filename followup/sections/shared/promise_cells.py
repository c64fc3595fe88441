"""A promise of the plan in a table: its name, its time, the plan's own words, and a status that may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.document import markdown
from followup.document.cells import Cell
from followup.document.tables import grade_cell
from followup.ground import swedish

if TYPE_CHECKING:
    from followup.params.params import Grade
    from followup.params.plan_promises import Promise

_MISSING = Cell("Status saknas", symbol="ring", tone="neutral")


def status_cell(grades: Sequence[Grade], code: str) -> Cell:
    """The status as symbol and word; what has none says so."""
    return _MISSING if code == NO_STATUS else grade_cell(grades, code)


def name_of(promise: Promise) -> str:
    """`L1 Medarbetarstöd`"""
    return f"{promise.code} {promise.name}"


def time_cell(promise: Promise) -> Cell:
    """The year that the plan gives, else its words for the time, else that there are none."""
    if promise.due:
        return Cell(promise.due)
    return Cell(f"”{promise.when}”" if promise.when else "Inget år anges")


def words_cell(promise: Promise) -> Cell:
    """The plan's own words and where they stand; of what it says again only where."""
    first, *again = promise.said
    place = f"{first.place}."
    if again:
        place += f" Också: {swedish.list_of(one.place for one in again)}."
    if promise.money not in first.quote:
        place += f" Om pengar: ”{promise.money}”."
    prose = markdown.prose_of(f"”{first.quote}”\n\n{place}")
    return Cell(markdown.plain_of(prose), prose=prose)
