"""A promise of the plan in a table: its name and time, the plan's own words, and a status that may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.document import markdown
from followup.document.cells import Cell, Sentence
from followup.document.tables import grade_cell
from followup.ground import swedish
from followup.sections.shared.sentences import in_words

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.params.params import Grade
    from followup.params.plan.promises import Promise

# Below every table of promises.
TIME_NOTE = "Inom parentes står planens tid. Utan parentes anger planen ingen."

_MISSING = Cell("Status saknas", symbol="ring", tone="neutral")


def status_cell(grades: Sequence[Grade], code: str) -> Cell:
    """The status as symbol and word; what has none says so."""
    return _MISSING if code == NO_STATUS else grade_cell(grades, code)


def share_done(done: Figure, whole: Figure, of: str) -> Sentence:
    """`Två av fem löften ur Mål och budget är klara` from the counts and `of`, `ur Mål och budget är`; no full stop."""
    number, count = int(whole.known), int(done.known)
    if number == 1:
        return [_leading(whole, "Ett"), f" löfte {of} {'klart' if count else 'inte klart'}"]
    if count == number:
        return ["Alla ", in_words(whole), f" löften {of} klara"]
    first = {0: "Inget", 1: "Ett"}.get(count, in_words(done).text.capitalize())
    return [_leading(done, first), " av ", in_words(whole), f" löften {of} {'klara' if count > 1 else 'klart'}"]


def _leading(count: Figure, word: str) -> Cell:
    return replace(in_words(count), text=word)


def name_of(promise: Promise) -> str:
    """`L1 Medarbetarstöd`"""
    return f"{promise.code} {promise.name}"


def label_cell(promise: Promise) -> Cell:
    """The name with the plan's time after it: `L1 Medarbetarstöd (2024)`, `L9 Cybersäkerhet (”Kommande år”)`."""
    time = promise.due or (f"”{promise.when}”" if promise.when else "")
    return Cell(f"{name_of(promise)} ({time})" if time else name_of(promise))


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
