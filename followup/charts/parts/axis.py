"""The value axis: what it spans, where it has ticks and how they are written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup.charts.parts import theme
from followup.charts.parts.canvas import Canvas
from followup.ground import swedish


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`, with round `ticks` in between, each written with `decimals`."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int

    @property
    def span(self) -> tuple[float, float]:
        return self.low, self.high

    @property
    def texts(self) -> list[str]:
        return [swedish.number(tick, self.decimals) for tick in self.ticks]


def scale_of(values: Iterable[float], zero: bool = False, least: float = 1.0) -> Scale:
    """A scale around `values`, with 0 if `zero`, that has at least three ticks.

    It never spans less than `least`, the smallest difference worth a look: a hundredth of an öre must not fill the
    picture, and values that are all the same need a height too.
    """
    found = [*values, *([0.0] if zero else [])] or [0.0]
    low, high = min(found), max(found)
    if high - low < least:
        middle = (high + low) / 2
        low, high = middle - least / 2, middle + least / 2
    room = (high - low) * 0.08
    low, high = low - room, high + room
    step = next(step for step in _round_steps(high - low) if math.floor(high / step) - math.ceil(low / step) >= 2)
    places = range(math.ceil(low / step), math.floor(high / step) + 1)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return Scale(low, high, tuple(place * step for place in places), decimals)


def _round_steps(span: float) -> Iterator[float]:
    """1, 2 and 5 times a power of ten, from the largest that is below `span` downwards."""
    power = math.floor(math.log10(span))
    for exponent in range(power, power - 3, -1):
        yield from (factor * 10.0**exponent for factor in (5, 2, 1))


def left_margin(scale: Scale) -> float:
    """Room for the widest tick text and the air beside it."""
    return theme.widest(scale.texts) + 10


def write_value_axis(canvas: Canvas, scale: Scale) -> None:
    """Tick texts in the left margin and a thin line across the plot at each; a darker one at 0."""
    for tick, text in zip(scale.ticks, scale.texts, strict=True):
        _, y = canvas.pixels(0, tick)
        canvas.line((canvas.margins.left, y), (canvas.right, y), color=theme.GRID, linewidth=1)
        canvas.write(canvas.margins.left - 8, y, text, ha="right", color=theme.MUTED)
    if scale.low <= 0 <= scale.high:
        _draw_zero_line(canvas)


def write_zero_line(canvas: Canvas) -> None:
    """The line at 0 alone with its 0, for plots whose marks all carry their numbers."""
    _, y = canvas.pixels(0, 0)
    canvas.write(canvas.margins.left - 8, y, "0", ha="right", color=theme.MUTED)
    _draw_zero_line(canvas)


def _draw_zero_line(canvas: Canvas) -> None:
    _, y = canvas.pixels(0, 0)
    canvas.line((canvas.margins.left, y), (canvas.right, y), color=theme.MUTED, linewidth=1)


def write_ticks_below(canvas: Canvas, scale: Scale) -> None:
    """For a value axis that runs from left to right: tick texts below the plot, a thin line upwards at each."""
    for tick, text in zip(scale.ticks, scale.texts, strict=True):
        x, _ = canvas.pixels(tick, 0)
        if x <= canvas.right:
            canvas.line((x, canvas.margins.top), (x, canvas.bottom), color=theme.GRID, linewidth=1, zorder=-2)
            canvas.write(x, canvas.bottom + 14, text, ha="center", color=theme.MUTED)


def write_months(canvas: Canvas) -> None:
    """The twelve months below a plot whose x is the month's number; every second where they have no room.

    The even ones then: what is followed up ends with one of them, and the year with December.
    """
    slot = canvas.pixels(2, 0)[0] - canvas.pixels(1, 0)[0]
    has_room = theme.widest(swedish.month_short(month) for month in range(1, 13)) + 4 <= slot
    for month in range(1, 13) if has_room else range(2, 13, 2):
        x, _ = canvas.pixels(month, 0)
        canvas.write(x, canvas.bottom + 14, swedish.month_short(month), ha="center", color=theme.MUTED)
