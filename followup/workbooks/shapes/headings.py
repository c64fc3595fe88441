"""The headings of one row as text, with the group heading that stands above each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.ground.wording import normalised
from followup.workbooks.cells.cell_values import is_blank

Merged = Sequence[tuple[int, int, int, int]]
# A date, or a number of pages, may stand alone above a table.
_NUMBERS_OF_A_TABLE = 2


@dataclass(frozen=True)
class Heading:
    """`text` is what stands in the heading's own cell, or above it if that is blank; `group` the heading above it.

    `texts` are all that it may be called: with its group before or after it too.
    """

    position: int
    text: str
    group: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, f"{self.group} {self.text}", f"{self.text} {self.group}") if self.group else (self.text,)


def header_text(content: Any) -> str:
    """A header cell as text; a year that is stored as a number is written without decimals."""
    if isinstance(content, float | int) and not isinstance(content, bool) and float(content).is_integer():
        return str(int(content))
    if isinstance(content, date):
        return content.isoformat()[:10]
    return "" if is_blank(content) else str(content)


def headings_of(rows: Sequence[Sequence[Any]], number: int, heading_rows: int, merged: Merged) -> list[Heading]:
    """The headings of a row, those without text left out.

    In a table of two heading rows a group heading goes for the columns that it is merged over, or else for those to
    its right up to the next one, or to a column without any heading.
    """
    texts = list(map(header_text, rows[number]))
    if heading_rows == 1 or number == 0:
        return [Heading(position, text) for position, text in enumerate(texts) if text]
    above = list(map(header_text, rows[number - 1]))
    groups = _groups(above, texts, [area for area in merged if area[0] <= number - 1 <= area[2]])
    found = []
    for position, text in enumerate(texts):
        if text:
            found.append(Heading(position, text, groups[position] if normalised(groups[position]) else ""))
        elif above[position]:
            found.append(Heading(position, above[position]))
    return found


def _groups(above: Sequence[str], texts: Sequence[str], merged: Merged) -> list[str]:
    groups = list(above)
    reach = {left: right for _, left, _, right in merged}
    current, last = "", -1
    for position, text in enumerate(above):
        if text:
            current, last = text, reach.get(position, len(above) - 1)
        elif position > last or not texts[position]:
            current = ""
        groups[position] = current
    return groups


def below_numbers(rows: Sequence[Sequence[Any]], header: int) -> int:
    """The first row, from 0, below the last that has numbers above a header: what stands higher is another table's."""
    for number in range(header - 1, -1, -1):
        numbers = [one for one in rows[number] if isinstance(one, float | int) and not isinstance(one, bool)]
        if sum(not 2000 <= one <= 2100 for one in numbers) >= _NUMBERS_OF_A_TABLE:
            return number + 1
    return 0
