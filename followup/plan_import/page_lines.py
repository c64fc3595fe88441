"""Lines that a printed page leaves in a table: `Regionkontoret, Verksamhetsplan 4(30)`, `Sida 4 av 30`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followup.ground.errors import Problem, Severity
from followup.ground.swedish import counted
from followup.ground.wording import listed, quoted
from followup.plan_import.grid import Grid

_LONGEST = 120
_PAGE = re.compile(
    r"(?:.+\s)?(?:[0-9]{1,4}\s?\([0-9]{1,4}\)|sid(?:a|an)?\.?\s[0-9]{1,4}(?:\s?(?:av|/)\s?[0-9]{1,4})?)", re.IGNORECASE
)


def is_page_line(text: str) -> bool:
    """Whether the only text of a row is a page's number, with or without the document's name."""
    return len(text) <= _LONGEST and bool(_PAGE.fullmatch(text))


def page_note(grid: Grid, rows: Sequence[int]) -> Iterator[Problem]:
    """A note about what was taken for lines of pages: an entry may end as they do."""
    if rows:
        first = grid.text(rows[0], grid.filled(rows[0])[0])
        which = "rad" if len(rows) == 1 else "raderna"
        yield grid.problem(
            rows[0],
            None,
            f"{counted(len(rows), 'rad', 'rader')} har lästs som en sidas nummer, den första {quoted(first)}: {which} "
            f"{listed((row + 1 for row in rows), most=40)}.",
            "En rad med ett sidnummer är ingen post.",
            "Är någon av dem en post: skriv den i planens fil.",
            Severity.NOTE,
        )
