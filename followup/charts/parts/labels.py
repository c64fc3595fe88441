"""Where direct labels stand, so that none covers another or a line. Pure geometry in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

import numpy as np

Point = tuple[float, float]


def spread(heights: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """`heights` moved as little as possible to stand at least `gap` apart between `low` and `high`, in the same order.

    If there is no room for all, they stand `gap` apart from `low` on.
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    # With the gaps taken away the heights must only not fall: pools of neighbours share their mean.
    pools: list[list[float]] = []
    for rank, place in enumerate(order):
        pools.append([heights[place] - rank * gap])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    levels = [fmean(pool) for pool in pools for _ in pool]
    most = high - gap * (len(order) - 1)
    found = [0.0] * len(heights)
    for rank, (place, level) in enumerate(zip(order, levels, strict=True)):
        found[place] = max(low, min(level, most)) + rank * gap
    return found


def clear_spot(
    anchor: Point,
    size: Point,
    lines: Sequence[Sequence[Point]],
    bounds: tuple[Point, Point],
    others: Sequence[Sequence[Point]] = (),
) -> Point:
    """The middle of a label of `size` beside `anchor` where the fewest points of `lines` lie under it.

    Above is tried first, then below, then the sides and farther away; a place outside `bounds` (top left and bottom
    right corner) is never taken. Of places that are as free, one that is not nearer to `others` than to its anchor.
    """
    obstacles = np.array([point for line in lines for point in _dense(line)]).reshape(-1, 2)
    (left, top), (right, bottom) = bounds
    half = (size[0] / 2, size[1] / 2)
    best: Point = anchor
    fewest: tuple[int, bool] | None = None
    for across, down in _candidates(half):
        middle = (anchor[0] + across, anchor[1] + down)
        if not (left + half[0] <= middle[0] <= right - half[0] and top + half[1] <= middle[1] <= bottom - half[1]):
            continue
        covered = np.abs(obstacles - np.array(middle)) < np.array([half[0] + 3, half[1] + 2])
        found = (int(covered.all(axis=1).sum()), is_nearer(middle, size, anchor, others))
        if fewest is None or found < fewest:
            best, fewest = middle, found
        if found == (0, False):
            break
    return best


def is_nearer(middle: Point, size: Point, anchor: Point, others: Sequence[Sequence[Point]]) -> bool:
    """Whether a label of `size` stands nearer to one of the lines `others` than to the point that it is about."""
    points = np.array([point for line in others for point in _dense(line)]).reshape(-1, 2)
    if not len(points):
        return False
    half = np.array(size) / 2
    apart = np.hypot(*np.maximum(np.abs(points - np.array(middle)) - half, 0).T)
    own = np.hypot(*np.maximum(np.abs(np.array(anchor) - np.array(middle)) - half, 0))
    return bool(apart.min() < own)


def edge_towards(middle: Point, size: Point, anchor: Point) -> Point:
    """The point of a label's edge that is nearest to the point that it is about."""
    across, down = (
        max(at - whole / 2, min(to, at + whole / 2)) for at, whole, to in zip(middle, size, anchor, strict=True)
    )
    return across, down


def _candidates(half: Point) -> list[Point]:
    near, beside = half[1] + 8, half[0] + 10
    steps = [near, near + 14, near + 28, near + 42]
    shifts = [0.0, half[0], -half[0], beside, -beside]
    places = [(shift, sign * step) for step in steps for shift in shifts for sign in (-1, 1)]
    return [(beside, 0.0), *places]


def _dense(line: Sequence[Point]) -> list[Point]:
    """Points every few pixels along a line."""
    found = list(line[:1])
    for start, end in pairwise(line):
        count = max(2, int(np.hypot(end[0] - start[0], end[1] - start[1]) / 3))
        found += list(zip(np.linspace(start[0], end[0], count), np.linspace(start[1], end[1], count), strict=True))
    return found
