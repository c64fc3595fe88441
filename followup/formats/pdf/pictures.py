"""How wide pictures are set, and which two blocks share a line of the page. All lengths are in points."""

from __future__ import annotations

import math
import re

from followup.document.blocks import LABEL_UNITS, Chart
from followup.formats.pdf.cells import Json
from followup.formats.pdf.fonts import drawable, in_narrow
from followup.formats.pdf.tables import TEXT_WIDTH
from followup.ground.characters import printable

GUTTER = 14.0
HALF_WIDTH = (TEXT_WIDTH - GUTTER) / 2
# In print no label is smaller than 8 points; where there is room they are a little larger.
SMALLEST_LABEL, LABEL = 8.0, 8.6
# What a picture that stands alone leaves for its title beside it is a fourth of the page.
_ROOM_BESIDE_WORDS = 375.0
# Half a column has 45 letters a line: more of them than this are easier to read in the whole one.
_LONGEST_BESIDE = 640
# A picture taller than a third of the page has the smallest labels: it then has room on more pages.
_TALL = 230.0
_BESIDE = ("text", "comment")


def picture(chart: Chart, room: float = TEXT_WIDTH) -> Json:
    """The drawing with its words; as wide as its labels ask for, or as it has room: `narrow` may share its line."""
    least, wanted = (chart.drawn_width * size / LABEL_UNITS for size in (SMALLEST_LABEL, LABEL))
    wanted = max(least, min(wanted, _ROOM_BESIDE_WORDS))
    if wanted / chart.aspect > _TALL:
        wanted = least
    return {
        "kind": "chart",
        "title": in_narrow(drawable(chart.title)),
        "unit_line": in_narrow(drawable(chart.unit_line)),
        "alt": printable(chart.alt),
        "source": in_narrow(drawable(chart.source)),
        "notes": [in_narrow(drawable(note)) for note in chart.notes],
        # The drawing is ours, but its labels may come from a workbook.
        "svg": re.sub("[^\x00-\x7f]+", lambda run: drawable(run[0]), chart.svg),
        # Upwards: not even by a hundredth is a label too small.
        "width": min(math.ceil(wanted * 100) / 100, round(room, 2)),
        "narrow": least <= HALF_WIDTH,
    }


def side_by_side(items: list[Json]) -> list[Json]:
    """The items, a narrow chart and what follows upon it as a `pair` where that is such a chart, too, or a short text.

    A chart that is alone has its words beside it.
    """
    found: list[Json] = []
    for item in items:
        before = found[-1] if found else {}
        if _is_half(before) and _may_stand_beside(item):
            found[-1] = {"kind": "pair", "level": before["level"], "halves": [_in_half(before), _in_half(item)]}
        else:
            found.append(item)
    return found


def _in_half(item: Json) -> Json:
    return item | {"width": min(item["width"], HALF_WIDTH)} if item["kind"] == "chart" else item


def _is_half(item: Json) -> bool:
    return item.get("kind") == "chart" and bool(item["narrow"])


def _may_stand_beside(item: Json) -> bool:
    if item["kind"] in _BESIDE:
        return item["role"] in ("info", "quote") and _letters(item) <= _LONGEST_BESIDE
    return _is_half(item)


def _letters(item: object) -> int:
    """How many letters are read in a block: its texts, however deep."""
    if isinstance(item, str):
        return len(item)
    if isinstance(item, dict):
        hidden = ("kind", "role", "symbol", "tone", "href", "mark", "anchor")
        return sum(_letters(value) for name, value in item.items() if name not in hidden)
    return sum(map(_letters, item)) if isinstance(item, list) else 0
