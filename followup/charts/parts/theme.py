"""The look of every chart: colours, sizes, typeface and the settings of matplotlib that seaborn draws with.

A logical pixel is a point: figures are drawn at 72 dots per inch, so a 13 px label is 13 in matplotlib's sizes too.
Nothing here changes matplotlib's global settings: charts draw inside `settings(...)`, which puts them back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

import matplotlib
import seaborn as sns
from matplotlib.font_manager import FontEntry, fontManager, get_font
from matplotlib.ft2font import LoadFlags

from followup.ground.palette import palette
from followup.ground.typefaces import FACES, SYMBOLS, composed, font_file, with_glyphs
from followup.ground.unbroken import unbroken

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

_COLOURS = palette()
INK, MUTED, CONTEXT, GRID = _COLOURS.ink, _COLOURS.muted, _COLOURS.context, _COLOURS.grid
PAPER, SURFACE = _COLOURS.paper, _COLOURS.surface
SERIES, SERIES_TEXT = _COLOURS.series, _COLOURS.series_text
TONES = _COLOURS.tones
# A status symbol's marker in matplotlib's words; the ring is the circle unfilled.
MARKERS = {"circle": "o", "triangle": "^", "diamond": "D", "ring": "o"}

# Two charts stand side by side in print, three small ones, and have a type of 8 points there. A chart with long names
# and many columns is wide.
WIDTH, WIDE = 388, 520
SMALL = (250, 136)
TEXT = 13
LINE = 16

# A name of our own: an IBM Plex Sans installed on the machine must never be chosen instead of the shipped file.
FAMILY, SIGNS = "Followup Sans", "Followup Signs"
REGULAR, SEMIBOLD = FACES


@cache
def _settings() -> dict[RcKeyType, Any]:
    for weight, face in FACES.items():
        for name, file in ((FAMILY, face), (SIGNS, SYMBOLS)):
            entry = FontEntry(fname=str(font_file(file)), name=name, weight=weight, size="scalable")
            fontManager.ttflist.append(entry)
    # From matplotlib's own defaults and not from what stands: that is what the user's matplotlibrc says, and pictures
    # would then differ between machines. The backend is no setting of a picture, and to name it may load a window.
    defaults: dict[str, Any] = {
        name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")
    }
    settings = {
        **defaults,
        **sns.axes_style("white"),
        **sns.plotting_context("notebook"),
        "font.family": [FAMILY, SIGNS],
        "font.size": TEXT,
        "text.color": INK,
        "text.parse_math": False,
        "axes.facecolor": "none",
        "figure.facecolor": "none",
        "figure.dpi": 72,
        "lines.solid_capstyle": "round",
        "hatch.linewidth": 1,
        "svg.fonttype": "path",
    }
    # seaborn types its names as any text.
    return cast("dict[RcKeyType, Any]", settings)


@contextmanager
def settings(salt: str) -> Iterator[None]:
    """matplotlib and seaborn in the report's look; `salt` makes the SVG's inner names the same every time."""
    with matplotlib.rc_context({**_settings(), "svg.hashsalt": salt}):
        yield


@lru_cache(maxsize=4096)
def legible(text: str) -> str:
    """`text` on one line, as the typefaces can show it: what they lack becomes U+FFFD, as in the PDF.

    The picture's data table and alt text keep the text as it was written.
    """
    # The no-break space must survive: it keeps a number together.
    spaced = " ".join(composed(text).replace("\xa0", "\x00").split()).replace("\x00", "\xa0")
    return with_glyphs(unbroken(spaced))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = TEXT, weight: int = REGULAR) -> float:
    """How many logical pixels `text` takes on one line."""
    font = get_font([str(font_file(FACES[weight])), str(font_file(SYMBOLS))])
    # Measured large: FreeType rounds advances to whole units of its size.
    font.set_size(1000, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 * size / 1000


def widest(texts: Iterable[str], weight: int = REGULAR) -> float:
    """The width of the longest of `texts`, whose lines are counted one by one; 0 for none."""
    return max((text_width(line, TEXT, weight) for text in texts for line in text.split("\n")), default=0.0)


def shortened(text: str, width: float) -> str:
    """`text`, cut with an ellipsis where it would be wider than `width`."""
    if _fits(text, width):
        return text
    counts = range(1, min(len(text), max(1, int(width))))
    kept = bisect_right(counts, width, key=lambda count: text_width(f"{text[:count]}…"))
    return f"{text[:kept].rstrip()}…"


def _fits(text: str, width: float) -> bool:
    # No letter is narrower than a pixel, so a pasted word that fills a cell is not measured letter by letter.
    return len(text) <= max(1, width) and text_width(text) <= width


def wrapped(text: str, width: float, lines: int = 2) -> str:
    """`text` broken between words into at most `lines` lines of `width`; what does not fit ends with an ellipsis."""
    found: list[str] = []
    words = legible(text).split(" ")
    while words and len(found) < lines - 1:
        taken = 1
        while taken < len(words) and _fits(" ".join(words[: taken + 1]), width):
            taken += 1
        found.append(shortened(" ".join(words[:taken]), width))
        words = words[taken:]
    if words:
        found.append(shortened(" ".join(words), width))
    return "\n".join(found)
