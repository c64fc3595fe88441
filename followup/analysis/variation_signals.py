"""Signals in a series: the points that are no normal variation, by the four rules of "Making Data Count".

- A point outside the limits is a signal, and so is every point of a trend of seven (six changes in a row, all up or
  all down), of seven in a row on one side of the mean, and both or all points of the outer third among three in a row
  on the same side of the mean, if there are at least two. A point on the mean is on neither side. A point on a limit
  is inside. The first of these that holds names the point, in this order: outside, trend, outer third, one side.
- A point outside the limits is not in the outer third. A turning point that ends one trend and begins another belongs
  to the later one.
- The usual value (followup.analysis.variation_limits) is never a signal.
- Where limits are made anew, the first values are not held against them while they lie between the mean before and the
  new one: they are on the way to a new level, and better than the old if that is. Among them a trend alone is a signal.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile

from followup.analysis.variation_limits import Limits, Values, sign

RUN = 7

OUTSIDE, TREND, OUTER_THIRD, ONE_SIDE = "outside", "trend", "outer_third", "one_side"


@dataclass(frozen=True)
class Signal:
    """A point that is no normal variation: by which rule, and its side: 1 high or rising, −1 low or falling."""

    rule: str
    side: int


def outside(value: float, limits: Limits) -> Signal | None:
    """The signal of a value that stands for itself: outside the limits, or none."""
    return Signal(OUTSIDE, sign(value, limits.mean)) if limits.is_outside(value) else None


def on_the_way(values: Values, before: Limits, limits: Limits) -> int:
    """How many of the first values lie between the mean of the stretch `before` and that of their own `limits`."""
    low, high = sorted((before.mean, limits.mean))
    return sum(1 for _ in takewhile(lambda value: sign(value, low) > 0 > sign(value, high), values))


def signals(values: Values, limits: Limits, before: Limits | None = None) -> list[Signal | None]:
    """One entry per value: its signal, or None for normal variation. `before`: the limits of the stretch before."""
    trends, thirds, runs = _trends(values), _outer_thirds(values, limits), _runs(values, limits)
    moving = on_the_way(values, before, limits) if before else 0
    found: list[Signal | None] = []
    for place, (value, trend, third, run) in enumerate(zip(values, trends, thirds, runs, strict=True)):
        if limits.is_usual(value):
            found.append(None)
        elif place < moving:
            found.append(Signal(TREND, trend) if trend else None)
        elif one := outside(value, limits):
            found.append(one)
        elif trend:
            found.append(Signal(TREND, trend))
        elif third:
            found.append(Signal(OUTER_THIRD, third))
        else:
            found.append(Signal(ONE_SIDE, run) if run else None)
    return found


def _trends(values: Values) -> list[int]:
    """1 or −1 for each point of seven that all rise or all fall, 0 for the others."""
    found = [0] * len(values)
    for start in range(len(values) - RUN + 1):
        changes = {sign(later, earlier) for earlier, later in pairwise(values[start : start + RUN])}
        if changes in ({1}, {-1}):
            found[start : start + RUN] = [*changes] * RUN
    return found


def _runs(values: Values, limits: Limits) -> list[int]:
    """1 or −1 for each point of seven in a row above or below the mean, 0 for the others."""
    sides = [limits.side(value) for value in values]
    found = [0] * len(values)
    for start in range(len(values) - RUN + 1):
        seven = set(sides[start : start + RUN])
        if seven in ({1}, {-1}):
            found[start : start + RUN] = [*seven] * RUN
    return found


def _outer_thirds(values: Values, limits: Limits) -> list[int]:
    """1 or −1 for each point in the outer third that has company there among three in a row on its side."""
    sides = [limits.side(value) for value in values]
    outer = [limits.is_outer_third(value) for value in values]
    found = [0] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[place] for place in three)) == 3 and sum(outer[place] for place in three) >= 2:
            for place in three:
                if outer[place]:
                    found[place] = sides[place]
    return found
