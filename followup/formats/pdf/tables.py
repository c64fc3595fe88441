"""The geometry of the PDF's tables: type size, column widths, and what may be divided over two pages.

Typst cuts off a table that is wider than the page without a word, and cannot weigh columns against each other by what
stands in them. So the widths are worked out here, from the fonts' own measures. All lengths are in points.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.document.blocks import Table
from followup.document.deviations import shares
from followup.document.icons import ICONS
from followup.formats.pdf.cells import Json, printable_columns, printable_row, wrapping
from followup.formats.pdf.fonts import drawable, in_narrow, text_width

TEXT_WIDTH = 482.0
LANDSCAPE_WIDTH = 728.0
# The first size at which every word fits is taken.
SIZES = (9.0, 8.5, 8.0, 7.5)
# Of what stands behind a chart, in a Word file: three series of months, or two of years for every region, side by side.
DATA_SIZES = (7.0, 6.5)
_SMALLEST = 4.0

_LINE_PITCH = 1.17
# The first line of a cell is as tall as its capitals: the leading stands only between lines.
_LEADING = 0.46
_STROKE = 0.4
_SYMBOL = 1.1
_ICON = 1.85
# A bar of 2 em and the space after it, as report.typ draws them.
_BAR = 2.5
_GAP = 8.0
_DATA_GAP = 2.0
_CAPTION_SIZE = 8.0
_ROOM_FOR_CAPTION = 84.0
# A third of a page: no table shorter than that is divided, so that no page is left emptier.
_KEPT_TOGETHER = 235.0
_WHOLE_PAGE = 640.0
_TALLEST_WHOLE_ROW = 170.0
_FEWEST_ROWS_ON_A_PAGE = 3
# A longer word is hyphenated rather than allowed to decide a column's width.
_LONGEST_WORD_EM = 8.5
_READABLE_EM = 30.0
_LARGEST_SHARE_OF_NUMBERS = 0.66
_FIRST_ROOM_FOR_TEXT = 110.0
# In a table with many columns, labels of more lines than this make the type smaller, and their column wider.
_MANY_COLUMNS = 9
_MOST_LABEL_LINES = 2


@dataclass(frozen=True)
class _Need:
    """What a column asks for: never less than `least`, preferably `best`, and `most` if there is room to spare.

    `grows` if it is a text, which more room makes easier to read.
    """

    least: float
    best: float
    most: float
    weight: float
    grows: bool


def laid_out(table: Table, data: bool = False) -> Json:
    """A table as the template reads it, with sizes, widths, `landscape`, `breakable` and printable texts.

    The last rows, which must not be divided, stand in `footer`, the others in `rows`. A `data` table is one
    behind a chart in a Word file: small, and no wider than it needs to be.
    """
    columns = printable_columns(table.columns, _DATA_GAP if data else _GAP)
    rows = [printable_row(*row) for row in zip(table.rows, shares(table), strict=True)]
    caption = in_narrow(drawable(table.caption))
    fit = _fit(columns, rows, data)
    if fit.forced:
        rows = [row | {"cells": [wrapping(cell) for cell in row["cells"]]} for row in rows]
    for position, (column, width) in enumerate(zip(columns, fit.widths, strict=True)):
        cells = [row["cells"][position] for row in rows if row["role"] != "group"]
        texts = [cell["text"] for cell in cells]
        # The bars stand below each other, to the left of the longest figure.
        column["bar_right"] = max((text_width(cell["text"], True) for cell in cells if "share" in cell), default=0.0)
        room = width - 2 * fit.inset_x - column["gap"]
        column["hyphenate"] = any(_longest_word(text, True) * fit.size > room for text in (column["label"], *texts))
    inset_y = 2.4 if data else 3.2
    heights = [_height(row, fit) + 2 * inset_y for row in rows]
    height = sum(heights) + 60
    for row, row_height in zip(rows, heights, strict=True):
        row["breakable"] = row_height > _TALLEST_WHOLE_ROW
    breakable = height > (_WHOLE_PAGE if data else _KEPT_TOGETHER)
    first_footer = _first_of_last_rows(rows, heights) if breakable else _first_of_last_totals(rows)
    return {
        "id": table.id,
        "kind": "table",
        "caption": caption,
        "unit_line": in_narrow(drawable(table.unit_line)),
        "columns": columns,
        "rows": rows[:first_footer],
        "footer": rows[first_footer:],
        "notes": [in_narrow(drawable(note)) for note in table.notes],
        "source": in_narrow(drawable(table.source)),
        "size": fit.size,
        "widths": fit.widths,
        "total_width": round(max(sum(fit.widths), _caption_width(caption)), 2),
        "landscape": fit.room > TEXT_WIDTH,
        "inset_x": fit.inset_x,
        "inset_y": inset_y,
        # Caption, header row and the first three rows: less than that is not worth beginning a page's end with.
        "head_height": round(min(sum(heights[:3]) + 65, _KEPT_TOGETHER), 2),
        "breakable": breakable,
    }


def _first_of_last_totals(rows: list[Json]) -> int:
    """Where the totals that end the table begin: they must not stand alone on a page."""
    first = len(rows)
    while first > 1 and rows[first - 1]["role"] == "total":
        first -= 1
    return first


def _first_of_last_rows(rows: list[Json], heights: list[float]) -> int:
    """Where the rows begin that go together to the next page: the last totals, and before them some rows, so that no
    page begins with a mere one or two. At least one row stays above them, in their group if there are groups."""
    first = _first_of_last_totals(rows)
    while (
        len(rows) - first < _FEWEST_ROWS_ON_A_PAGE
        and first > _FEWEST_ROWS_ON_A_PAGE
        and rows[first - 1]["role"] == rows[first - 2]["role"] == "body"
        and sum(heights[first - 1 :]) < _TALLEST_WHOLE_ROW
    ):
        first -= 1
    return first


@dataclass(frozen=True)
class _Fit:
    """How a table is set: the room it has, its type size, the inset at each side of a cell, its columns' widths.

    `forced` if not even the smallest type on a landscape page has room for the longest words.
    """

    room: float
    size: float
    inset_x: float
    widths: list[float]
    forced: bool = False


def _fit(columns: list[Json], rows: list[Json], data: bool) -> _Fit:
    """The first size at which everything fits, on an upright page if possible."""
    body = [row for row in rows if row["role"] != "group"]
    cells = [[row["cells"][position] for row in body] for position in range(len(columns))]
    bold = [row["role"] == "total" for row in body]

    def needs_at(size: float) -> list[_Need]:
        return [_need(column, found, bold, size) for column, found in zip(columns, cells, strict=True)]

    sizes = DATA_SIZES if data else SIZES
    for room in (TEXT_WIDTH, LANDSCAPE_WIDTH):
        fits = []
        for size in sizes:
            needs = needs_at(size)
            if sum(need.least for need in needs) <= room:
                widths = _shared_out(_evened(columns, needs, room), room, data)
                fits.append(_Fit(room, size, _inset_x(size), widths))
                if len(columns) < _MANY_COLUMNS or widths[0] * _MOST_LABEL_LINES >= needs[0].best:
                    return fits[-1]
        if fits:
            # A matrix: the labels are long at every size, and shortest in the smallest type.
            return fits[-1]
    size = max(_SMALLEST, sizes[-1] * LANDSCAPE_WIDTH / sum(need.least for need in needs_at(sizes[-1])))
    needs = needs_at(size)
    least = sum(need.least for need in needs)
    widths = [round(need.least * LANDSCAPE_WIDTH / least - 0.005, 2) for need in needs]
    return _Fit(LANDSCAPE_WIDTH, round(size, 2), _inset_x(size), widths, forced=True)


def _inset_x(size: float) -> float:
    return 4.0 if size >= 7.5 else 2.5


def _need(column: Json, cells: list[Json], bold: list[bool], size: float) -> _Need:
    number = column["kind"] == "number"
    header = _longest_word(column["label"], True)
    header_line = text_width(column["label"], True)
    widest, longest_word = 0.0, 0.0
    for cell, strong in zip(cells, bold, strict=True):
        name = cell.get("symbol", "none")
        symbol = _BAR if "share" in cell else 0.0 if name == "none" else _ICON if name in ICONS else _SYMBOL
        widest = max(widest, text_width(cell["text"], strong) + symbol)
        longest_word = max(longest_word, _longest_word(cell["text"], strong) + symbol)
    insets = 2 * _inset_x(size) + column["gap"] + 1.0
    if number:
        body = min(widest, _READABLE_EM / 2)
        least = max(body, min(header, _LONGEST_WORD_EM))
        best = max(least, min(header_line, max(6.5, header_line / 2 + 0.5), _READABLE_EM / 2))
        most = max(best, min(header_line, _READABLE_EM / 2))
        return _Need(least * size + insets, best * size + insets, most * size + insets, column["width"], False)
    least = min(max(longest_word, header), _LONGEST_WORD_EM + (2.0 if column["kind"] == "status" else 0.0))
    best = max(least, widest, min(header_line, _READABLE_EM / 2))
    if column["kind"] == "status":
        best = min(best, _READABLE_EM / 2)
    best = best * size + insets
    return _Need(least * size + insets, best, best, column["width"], column["kind"] != "status")


@lru_cache(maxsize=50_000)
def _longest_word(text: str, bold: bool) -> float:
    # Only ordinary white space: a line does not break at a no-break space.
    return max((text_width(word, bold) for word in re.split(r"[ \n\u200b]+|(?<=[-/])", text)), default=0.0)


def _caption_width(caption: str) -> float:
    """What a narrow table's caption asks for, so that it does not become a tower of single words."""
    line = min(text_width(caption, True) * _CAPTION_SIZE, _ROOM_FOR_CAPTION)
    return max(line, _longest_word(caption, True) * _CAPTION_SIZE)


def _evened(columns: list[Json], needs: list[_Need], room: float) -> list[_Need]:
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


def _shared_out(needs: list[_Need], room: float, data: bool) -> list[float]:
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


def _raise_towards(widths: list[float], goals: dict[int, float], needs: list[_Need], room: float) -> None:
    """Share what is left of the room by weight, none above its goal."""
    open_positions = {position for position, goal in goals.items() if goal > widths[position]}
    while open_positions and (left := room - sum(widths)) > 0.5:
        weights = sum(needs[position].weight for position in open_positions) or 1.0
        for position in sorted(open_positions):
            share = left * (needs[position].weight or 1.0) / weights
            widths[position] = min(goals[position], widths[position] + share)
        open_positions = {position for position in open_positions if goals[position] - widths[position] > 0.1}


def _height(row: Json, fit: _Fit) -> float:
    """An estimate, a little generous: words do not fill their lines."""
    if row["role"] == "group":
        return fit.size * (_LINE_PITCH - _LEADING) + _STROKE
    lines = 1
    for cell, width in zip(row["cells"], fit.widths, strict=True):
        room = max(width - 2 * fit.inset_x, fit.size)
        needed = sum(max(1, math.ceil(text_width(line) * fit.size * 1.06 / room)) for line in cell["text"].split("\n"))
        lines = max(lines, needed)
    return fit.size * (lines * _LINE_PITCH - _LEADING) + _STROKE
