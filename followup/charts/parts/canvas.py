"""The canvas: one matplotlib figure, its axes and the SVG that comes out.

Positions that are given in pixels count from the canvas' top left corner, as on a page. The axes hold the data alone:
ticks, grid and labels are written by the canvas, which is several times faster than matplotlib's own ticks.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure as Drawing
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullLocator
from matplotlib.transforms import IdentityTransform

from followup.charts.parts import theme

# Without these, matplotlib writes its version and the time into the file.
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
# From a line's middle down to its baseline, as a share of the text's size: half the height of a capital.
_HALF_CAPITAL = 0.35


@dataclass(frozen=True)
class Margins:
    """The pixels between the canvas' edges and the plot."""

    left: float
    right: float
    top: float
    bottom: float


class Canvas:
    """`with Canvas(id, width, height, margins) as canvas:` draw on `canvas.axes`; then `canvas.svg` is the picture."""

    def __init__(self, chart_id: str, width: float, height: float, margins: Margins) -> None:
        self.id = chart_id
        self.width = width
        self.height = height
        self.margins = margins
        self.svg = ""

    @property
    def right(self) -> float:
        """The pixel at which the plot ends and the right margin begins."""
        return self.width - self.margins.right

    @property
    def bottom(self) -> float:
        """The pixel at which the plot ends and the bottom margin begins."""
        return self.height - self.margins.bottom

    def __enter__(self) -> Canvas:
        self._settings = theme.settings(self.id)
        self._settings.__enter__()
        self._drawing = Drawing(figsize=(self.width / 72, self.height / 72), dpi=72)
        self._paper = FigureCanvasSVG(self._drawing)
        self._drawing.patch.set_visible(False)
        plot = (
            self.margins.left / self.width,
            self.margins.bottom / self.height,
            (self.right - self.margins.left) / self.width,
            (self.bottom - self.margins.top) / self.height,
        )
        self.axes: Axes = self._drawing.add_axes(plot)
        self.axes.set_axis_off()
        # seaborn asks for all tick labels after each drawing: there must be none to make.
        self.axes.xaxis.set_major_locator(NullLocator())
        self.axes.yaxis.set_major_locator(NullLocator())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                buffer = io.StringIO()
                self._paper.print_svg(buffer, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
                self.svg = tidy(buffer.getvalue(), self.id)
        finally:
            self._settings.__exit__(kind, error, at)

    def limits(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Sets what the plot spans; must come before `pixels`."""
        self.axes.set(xlim=x, ylim=y)

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the plot stands on the canvas."""
        across, up = self.axes.transData.transform((x, y))
        return float(across), self.height - float(up)

    def write(self, x: float, y: float, text: str, **look: Any) -> None:
        """Writes `text` with its middle at the pixel height `y`; `look` is matplotlib's (`ha`, `color`, `weight`)."""
        lines = text.split("\n")
        first = y - theme.LINE * (len(lines) - 1) / 2 + _HALF_CAPITAL * theme.TEXT
        for place, line in enumerate(lines):
            up = self.height - first - theme.LINE * place
            self._drawing.text(x, up, theme.legible(line), transform=IdentityTransform(), **look)

    def line(self, start: tuple[float, float], end: tuple[float, float], **look: Any) -> None:
        """A straight line between two pixels, behind the data unless `look` has a `zorder`."""
        across, down = zip(start, end, strict=True)
        heights = [self.height - y for y in down]
        look = {"zorder": -1, **look}
        self._drawing.add_artist(Line2D(across, heights, transform=IdentityTransform(), **look))

    def mark(self, x: float, y: float, symbol: str, color: str, size: float = 9) -> None:
        """One symbol (a name of theme.MARKERS, or that with `hollow ` before it) with its middle at a pixel."""
        look = marker(symbol, color, size)
        drawn = Line2D([x], [self.height - y], transform=IdentityTransform(), linestyle="none", **look)
        self._drawing.add_artist(drawn)

    def box(self, x: float, y: float, width: float, height: float, **look: Any) -> None:
        """A box around the pixel in its middle."""
        corner = (x - width / 2, self.height - y - height / 2)
        self._drawing.add_artist(Rectangle(corner, width, height, transform=IdentityTransform(), **look))

    def say_empty(self, text: str = "uppgift saknas") -> None:
        """Words in the middle of a plot that has nothing to draw."""
        across, down = (self.margins.left + self.right) / 2, (self.margins.top + self.bottom) / 2
        self.write(across, down, text, ha="center", color=theme.MUTED)


def marker(symbol: str, color: str, size: float) -> dict[str, Any]:
    """matplotlib's words for a status symbol; a ring or a hollow symbol is filled with the paper's colour."""
    name = symbol.removeprefix("hollow ")
    hollow = symbol != name or name == "ring"
    # A diamond looks larger than a circle of the same size, a triangle smaller.
    scale = {"diamond": 0.82, "triangle": 1.08}.get(name, 1.0)
    return {
        "marker": theme.MARKERS[name],
        "markersize": size * scale,
        "markerfacecolor": theme.PAPER if hollow else color,
        "markeredgecolor": color if hollow else theme.PAPER,
        "markeredgewidth": 2 if hollow else 1,
    }


def tidy(svg: str, prefix: str) -> str:
    """The SVG as one element that can stand in a page beside others.

    Inner names get the chart's `prefix` (two charts on a page must not share any), unused names and comments go, and
    style rules become attributes: a page's Content-Security-Policy would drop them and `*` would reach the page.
    """
    svg = re.sub(r"<!--.*?-->", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<defs>\s*</defs>", "", svg)
    svg = re.sub(r' style="([^"]*)"', lambda found: _attributes(found[1]), svg)
    used = set(re.findall(r"(?:url\(|href=\")#([^)\"]+)", svg))
    svg = re.sub(r' id="([^"]*)"', lambda found: f' id="{prefix}-{found[1]}"' if found[1] in used else "", svg)
    svg = re.sub(r"(url\(|xlink:href=\")#", lambda found: f"{found[1].removeprefix('xlink:')}#{prefix}-", svg)
    svg = svg.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "", 1)
    svg = re.sub(r'(width|height)="([\d.]+)pt"', r'\1="\2"', svg, count=2)
    svg = svg.replace("<svg ", '<svg stroke-linejoin="round" stroke-linecap="butt" ', 1)
    return re.sub(r"\s*\n\s*", "\n", svg).strip()


def _attributes(style: str) -> str:
    pairs = (rule.split(":", 1) for rule in style.split(";") if rule.strip())
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
