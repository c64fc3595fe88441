"""What a report has not: left out where it would have stood, and listed once, last.

A section says so with a text of the role "absent". A notebook shows it in its place, for the reviewer; a reader is not
led to a heading with nothing below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from followup.document.blocks import Block, Heading, Text
from followup.document.written import Passage

TITLE = "Det här finns inte i rapporten"


def absent_in(items: Sequence[Block]) -> list[Text]:
    """One text that lists what is absent and why, or none. What only follows from another has no words of its own."""
    absent = [item for item in items if isinstance(item, Text) and is_absent(item) and item.paragraphs]
    told = tuple([*([f"{item.title}: "] if item.title else []), *item.paragraphs[0]] for item in absent)
    return [Text(id="saknas", role="notes", title=TITLE, items=told)] if told else []


def is_absent(item: Block) -> bool:
    """Whether the block only says what would have stood in its place."""
    return isinstance(item, Text) and item.role == "absent"


def without_absent(items: Sequence[Block], absent: Callable[[Block], bool] = is_absent) -> list[Block]:
    """The items without what is absent, and without the headings and introductions that then lead to nothing."""
    kept: list[Block] = []
    is_emptied = False
    for place, item in enumerate(items):
        if isinstance(item, Heading):
            is_emptied = _leads_to_nothing(item, items[place + 1 :], absent)
        leads_nowhere = is_emptied or (isinstance(item, Passage) and _introduces_nothing(items[place + 1 :], absent))
        if not absent(item) and not (leads_nowhere and isinstance(item, Heading | Passage)):
            kept.append(item)
    return kept


def _leads_to_nothing(heading: Heading, following: Sequence[Block], absent: Callable[[Block], bool]) -> bool:
    """Whether all down to the next heading as high is absent or introduces what is."""
    below = list(takewhile(lambda item: not isinstance(item, Heading) or item.level > heading.level, following))
    return any(map(absent, below)) and all(absent(item) or isinstance(item, Heading | Passage) for item in below)


def _introduces_nothing(following: Sequence[Block], absent: Callable[[Block], bool]) -> bool:
    """Whether all down to the next heading of any level is absent: the part below it may be there all the same."""
    below = list(takewhile(lambda item: not isinstance(item, Heading), following))
    return any(map(absent, below)) and all(absent(item) or isinstance(item, Passage) for item in below)
