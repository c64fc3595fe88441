"""How high a row must be for its texts to be read.

Excel finds that out when it opens a file, LibreOffice does not where the file says nothing: lines were printed on top
of each other. So each row gets its height from the widths of its columns. It is reckoned generously: a line too many
is white, a line too few is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# The width of a column is told in digits of this size.
_DIGITS_OF = 11
# Letters are narrower than digits, bold ones hardly.
_LETTER = 0.82
_BOLD = 1.12
_LINE = 1.32
# The highest row that a sheet can have, in points.
HIGHEST = 409.0


@dataclass(frozen=True)
class WrappedText:
    """A text in a cell that wraps, in points, in the column at a position."""

    column: int
    text: str
    size: int
    bold: bool = False


def height_of(texts: Iterable[WrappedText], width_of: dict[int, float]) -> float:
    """The height in points of a row that shows all of its texts, in columns of these widths."""
    return min(HIGHEST, max((_height(one, width_of[one.column]) for one in texts), default=0.0))


def _height(one: WrappedText, width: float) -> float:
    room = width * _DIGITS_OF / one.size / _LETTER / (_BOLD if one.bold else 1) - 2
    return sum(lines(line, room) for line in one.text.split("\n")) * one.size * _LINE + 2


def lines(text: str, room: float) -> int:
    """How many lines of so many characters the words fill; a word that is longer is broken."""
    count, filled = 1, 0.0
    for word in text.split(" "):
        length = len(word)
        if filled and filled + 1 + length > room:
            count, filled = count + 1, 0.0
        filled += length + (1 if filled else 0)
        while filled > room > 0:
            count, filled = count + 1, filled - room
    return count
