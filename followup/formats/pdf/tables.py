"""The geometry of the PDF's tables: type size, column widths, and what may be divided over two pages.

Typst cuts off a table that is wider than the page without a word, and cannot weigh columns against each other by what
stands in them. So the widths are worked out, from the fonts' own measures
(followup.formats.pdf.widths). All lengths are in points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from followup.document.blocks import Table
from followup.document.deviations import shares
from followup.formats.pdf.cells import Json, printable_columns, printable_row, wrapping
from followup.formats.pdf.fonts import drawable, in_narrow, text_width
from followup.formats.pdf.widths import UNFILLED, Need, evened, inset_x, longest_word, lowered, need_of, shared_out

TEXT_WIDTH = 500.0
LANDSCAPE_WIDTH = 746.0
# The first size at which every word fits is taken.
SIZES = (9.0, 8.5, 8.0)
# Of what stands behind a chart, in a Word file: three series of months, or two of years for every region, side by side.
DATA_SIZES = (7.0, 6.5)
_SMALLEST = 4.0

_LINE_PITCH = 1.17
# The first line of a cell is as tall as its capitals: the leading stands only between lines.
_LEADING = 0.46
_STROKE = 0.4
_GAP = 8.0
_DATA_GAP = 2.0
_CAPTION_SIZE = 8.0
_ROOM_FOR_CAPTION = 84.0
# A fifth of a page: no table shorter than that is divided, so that no page is left emptier.
_KEPT_TOGETHER = 150.0
_WHOLE_PAGE = 640.0
_TALLEST_WHOLE_ROW = 170.0
_FEWEST_ROWS_ON_A_PAGE = 3
# In a table with many columns, labels of more lines than this make the type smaller, and their column wider.
_MANY_COLUMNS = 9
_MOST_LABEL_LINES = 2


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
        column["hyphenate"] = any(longest_word(text, True) * fit.size > room for text in (column["label"], *texts))
    inset_y = 2.4 if data else 2.7
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
        # Caption, header row and the first two rows: less than that is not worth beginning a page's end with.
        "head_height": round(min(sum(heights[:2]) + 55, _KEPT_TOGETHER), 2),
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

    def needs_at(size: float) -> list[Need]:
        inset = inset_x(size, len(columns))
        return [need_of(column, found, bold, size, inset) for column, found in zip(columns, cells, strict=True)]

    sizes = DATA_SIZES if data else SIZES
    for room in (TEXT_WIDTH, LANDSCAPE_WIDTH):
        fits = []
        for size in sizes:
            needs = needs_at(size)
            if sum(need.least for need in needs) <= room:
                inset = inset_x(size, len(columns))
                widths = lowered(shared_out(evened(columns, needs, room), room, data), needs, cells, size, inset)
                fits.append(_Fit(room, size, inset, widths))
                if len(columns) < _MANY_COLUMNS or widths[0] * _MOST_LABEL_LINES >= needs[0].best:
                    return fits[-1]
        if fits:
            # A matrix: the labels are long at every size, and shortest in the smallest type.
            return fits[-1]
    size = max(_SMALLEST, sizes[-1] * LANDSCAPE_WIDTH / sum(need.least for need in needs_at(sizes[-1])))
    needs = needs_at(size)
    least = sum(need.least for need in needs)
    widths = [round(need.least * LANDSCAPE_WIDTH / least - 0.005, 2) for need in needs]
    return _Fit(LANDSCAPE_WIDTH, round(size, 2), inset_x(size, len(columns)), widths, forced=True)


def _caption_width(caption: str) -> float:
    """What a narrow table's caption asks for, so that it does not become a tower of single words."""
    line = min(text_width(caption, True) * _CAPTION_SIZE, _ROOM_FOR_CAPTION)
    return max(line, longest_word(caption, True) * _CAPTION_SIZE)


def _height(row: Json, fit: _Fit) -> float:
    """An estimate, a little generous: words do not fill their lines."""
    if row["role"] == "group":
        return fit.size * (_LINE_PITCH - _LEADING) + _STROKE
    lines = 1
    for cell, width in zip(row["cells"], fit.widths, strict=True):
        room = max(width - 2 * fit.inset_x, fit.size)
        needed = sum(
            max(1, math.ceil(text_width(line) * fit.size * UNFILLED / room)) for line in cell["text"].split("\n")
        )
        lines = max(lines, needed)
    return fit.size * (lines * _LINE_PITCH - _LEADING) + _STROKE
