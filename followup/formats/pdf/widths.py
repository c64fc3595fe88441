"""The widths of a table's columns, from what stands in them. All lengths are in points but those in em.

Numbers get what they need; the texts share the rest so that the table becomes as low as it can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.document.icons import ICONS
from followup.formats.pdf.cells import Json
from followup.formats.pdf.fonts import text_width

_SYMBOL = 1.1
_ICON = 1.85
# A bar of 3.8 em and the space after it, as report.typ draws them.
_BAR = 4.3
# A longer word is hyphenated rather than allowed to decide a column's width.
_LONGEST_WORD_EM = 8.5
_READABLE_EM = 30.0
_LARGEST_SHARE_OF_NUMBERS = 0.66
_FIRST_ROOM_FOR_TEXT = 110.0
# By how much a text column gives way to another, and how many rows are asked whether that makes the table lower.
_STEPS = (32.0, 16.0, 8.0)
_ASKED_ROWS = 60
_LEAST_TEXT = 92.0
# A status of a few words on two lines, not three.
_LEAST_STATUS = 0.62
_SPACE = 0.26
# A table with more has narrow insets: its type would be too small to read.
_MANY_COLUMNS = 9
_FULLNESS = 0.1
# Words do not fill their lines.
UNFILLED = 1.06


@dataclass(frozen=True)
class Need:
    """What a column asks for: never less than `least`, preferably `best`, and `most` if there is room to spare.

    `grows` if it is a text, which more room makes easier to read; `wraps` if what stands in it may take more lines.
    """

    least: float
    best: float
    most: float
    weight: float
    grows: bool
    wraps: bool = True


def sign_width(cell: Json) -> float:
    """What a cell's sign or bar takes before its text, in em."""
    if "share" in cell:
        return _BAR
    name = cell.get("symbol", "none")
    return 0.0 if name == "none" else _ICON if name in ICONS else _SYMBOL


def inset_x(size: float, count: int) -> float:
    """The inset at each side of a cell, in a table with so many columns."""
    return 4.0 if size >= 7.5 and count <= _MANY_COLUMNS else 2.5


def need_of(column: Json, cells: list[Json], bold: list[bool], size: float, inset: float) -> Need:
    number = column["kind"] == "number"
    header = longest_word(column["label"], True)
    header_line = text_width(column["label"], True)
    widest, longest = 0.0, 0.0
    for cell, strong in zip(cells, bold, strict=True):
        symbol = sign_width(cell)
        widest = max(widest, text_width(cell["text"], strong) + symbol)
        longest = max(longest, longest_word(cell["text"], strong) + symbol)
    insets = 2 * inset + column["gap"] + 1.0
    if number:
        body = min(widest, _READABLE_EM / 2)
        least = max(body, min(header, _LONGEST_WORD_EM))
        best = max(least, min(header_line, max(6.5, header_line / 2 + 0.5), _READABLE_EM / 2))
        most = max(best, min(header_line, _READABLE_EM / 2))
        return Need(least * size + insets, best * size + insets, most * size + insets, column["width"], False, False)
    least = min(max(longest, header), _LONGEST_WORD_EM + (2.0 if column["kind"] == "status" else 0.0))
    best = max(least, widest, min(header_line, _READABLE_EM / 2))
    if column["kind"] == "status":
        best = min(best, _READABLE_EM / 2)
    best = best * size + insets
    return Need(least * size + insets, best, best, column["width"], column["kind"] != "status")


@lru_cache(maxsize=50_000)
def longest_word(text: str, bold: bool) -> float:
    # Only ordinary white space: a line does not break at a no-break space.
    return max((text_width(word, bold) for word in re.split(r"[ \n\u200b]+|(?<=[-/])", text)), default=0.0)


def evened(columns: list[Json], needs: list[Need], room: float) -> list[Need]:
    """The needs with all number columns alike, where that leaves the texts their room: columns of figures are
    compared with each other, and the eye wants them at the same distance."""
    numbers = [need for column, need in zip(columns, needs, strict=True) if column["kind"] == "number"]
    if not numbers:
        return needs
    least, most = max(need.least for need in numbers), max(need.most for need in numbers)
    if least * len(numbers) > _LARGEST_SHARE_OF_NUMBERS * room:
        return needs
    evened = [
        replace(need, least=least, best=least, most=most) if column["kind"] == "number" else need
        for column, need in zip(columns, needs, strict=True)
    ]
    return evened if sum(need.least for need in evened) <= room else needs


def shared_out(needs: list[Need], room: float, data: bool) -> list[float]:
    """Widths that sum to the room there is, or to less where the columns need less."""
    widths = [need.least for need in needs]
    numbers = [position for position, need in enumerate(needs) if not need.grows]
    texts = [position for position, need in enumerate(needs) if need.grows]
    _raise_towards(
        widths, {position: min(needs[position].best, _FIRST_ROOM_FOR_TEXT) for position in texts}, needs, room
    )
    _raise_towards(widths, {position: needs[position].best for position in numbers}, needs, room)
    _raise_towards(widths, {position: needs[position].best for position in texts}, needs, room)
    _raise_towards(widths, {position: needs[position].most for position in numbers}, needs, room)
    left = room - sum(widths)
    if left > 1 and not data:
        wide = len(needs) > 3 or sum(widths) > 0.6 * room
        extra = left if wide else max(0.0, 0.5 * room - sum(widths))
        shares = [1.0 if position else 1.6 for position in range(len(needs))]
        widths = [width + extra * share / sum(shares) for width, share in zip(widths, shares, strict=True)]
    return [round(width - 0.005, 2) for width in widths]


def _raise_towards(widths: list[float], goals: dict[int, float], needs: list[Need], room: float) -> None:
    """Share what is left of the room by weight, none above its goal."""
    open_positions = {position for position, goal in goals.items() if goal > widths[position]}
    while open_positions and (left := room - sum(widths)) > 0.5:
        weights = sum(needs[position].weight for position in open_positions) or 1.0
        for position in sorted(open_positions):
            share = left * (needs[position].weight or 1.0) / weights
            widths[position] = min(goals[position], widths[position] + share)
        open_positions = {position for position in open_positions if goals[position] - widths[position] > 0.1}


def lowered(
    widths: Sequence[float], needs: Sequence[Need], cells: Sequence[Sequence[Json]], size: float, inset: float
) -> list[float]:
    """The widths, those of the texts changed between them so that the rows have fewer lines; `cells` are by column."""
    texts = [position for position, need in enumerate(needs) if need.grows]
    found = list(widths)
    asked = [[_word_widths(cell, size) for cell in column[:_ASKED_ROWS]] for column in cells]
    insets = 2 * inset
    least = [
        max(need.least, min(need.best, _LEAST_TEXT) if need.grows else _LEAST_STATUS * need.best) for need in needs
    ]

    def heights(position: int) -> list[tuple[int, float]]:
        room = max(found[position] - insets, size)
        return [
            (sum(_lines(words, room, size * _SPACE) for words in cell), sum(map(sum, cell)) / room)
            for cell in asked[position]
        ]

    def cost() -> float:
        """The rows' lines, and a little of what the fullest cells take: so that a way is found over several steps."""
        rows: list[tuple[tuple[int, float], ...]] = list(zip(*told, strict=True))
        return sum(max(lines for lines, _ in row) + _FULLNESS * max(full for _, full in row) for row in rows)

    told = [heights(position) for position in range(len(widths))]
    least_cost = cost()
    givers = [position for position, need in enumerate(needs) if need.wraps]
    pairs = [(giver, taker) for giver in givers for taker in texts if giver != taker]
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for giver, taker in pairs:
                if found[giver] - step < least[giver]:
                    continue
                before = (told[giver], told[taker])
                found[giver], found[taker] = found[giver] - step, found[taker] + step
                told[giver], told[taker] = heights(giver), heights(taker)
                if (lower := cost()) < least_cost - 1e-6:
                    least_cost, moved = lower, True
                else:
                    found[giver], found[taker] = found[giver] + step, found[taker] - step
                    told[giver], told[taker] = before
    return [round(width, 2) for width in found]


def _word_widths(cell: Json, size: float) -> list[list[float]]:
    """The widths of the words of each line of a cell, with its sign before the first."""
    lines = [[text_width(word) * size for word in line.split(" ")] for line in cell["text"].split("\n")]
    lines[0][0] += sign_width(cell) * size
    return lines


def _lines(words: Sequence[float], room: float, space: float) -> int:
    """How many lines words take. Typst hyphenates one that is too long: so much of it is on the next line."""
    count, used = 1, 0.0
    for word in words:
        if used and used + space + word > room:
            count, used = count + 1, 0.0
        used += word + (space if used else 0.0)
        count, used = count + int(used // room), used % room
    return count
