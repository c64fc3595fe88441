"""Bars from zero, as thick as they are told to be.

seaborn's bars are as thick as their distance to the nearest other bar: where every second value is missing, twice as
thick as in the chart beside it (docs/decisions/0010-seaborn.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.charts.parts import theme
from followup.charts.parts.canvas import Canvas

# Where a bar stands, a row or a month, and how far it reaches from zero.
Bar = tuple[float, float]


def draw_bars(
    canvas: Canvas, bars: Sequence[Bar], thickness: float, color: str, edge: str = "", upright: bool = False
) -> None:
    """All bars in one colour, with a thin `edge` in another where one is given; lying in rows, or `upright`."""
    if not bars:
        return
    places, values = zip(*bars, strict=True)
    line = {"edgecolor": edge, "linewidth": 1} if edge else {"linewidth": 0}
    if upright:
        canvas.axes.bar(places, values, width=thickness, color=color, **line)
    else:
        canvas.axes.barh(places, values, height=thickness, color=color, **line)


def draw_signed_bars(canvas: Canvas, bars: Sequence[Bar], thickness: float, upright: bool = False) -> None:
    """Green bars above zero and red ones below it."""
    draw_bars(canvas, [bar for bar in bars if bar[1] >= 0], thickness, theme.TONES["good"], upright=upright)
    draw_bars(canvas, [bar for bar in bars if bar[1] < 0], thickness, theme.TONES["bad"], upright=upright)
