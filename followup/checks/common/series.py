"""Values among their own: what stands far from the rest of its series, is another by a whole factor, or is a copy.

A slip of the unit moves a value ten, sixty, a hundred or a thousand times; what really happens seldom moves it five
times. So a value is only odd when it is both far from the others' median, measured in their own spread, and set apart
from all of them by a factor.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np

# From the median absolute deviation to the standard deviation of a normal distribution.
_MAD_TO_SIGMA = 1.4826
# What people multiply by when they take the wrong unit or form: a digit, a share in per cent, minutes and so on.
_FACTORS = (10.0, 60.0, 100.0, 1_000.0, 1_000_000.0)

# Of the rise of a sum, what one month may be.
_LARGEST_STEP = 0.6


def odd_ones(
    values: Sequence[float] | np.ndarray, *, sigmas: float, factor: float, floor: float, least: int
) -> np.ndarray:
    """Which values do not belong with the rest, as booleans in the values' order.

    The values are parted where the step between two neighbours in size is at least `factor`; the largest part is the
    usual one. A value of another part is odd when it also lies more than `sigmas` of the usual part's spread from its
    median. The spread is taken from the median absolute deviation, and is at least `floor` of the median. A 0 is odd
    where no other value is below half of the median. A series that crosses 0, such as a result, may be anything; it is
    not judged, nor is one of fewer than `least` values.
    """
    found = np.asarray(values, dtype=np.float64)
    odd = np.zeros(len(found), dtype=bool)
    judged = np.flatnonzero(np.abs(found) > 0)
    if len(judged) < least or ((found > 0).any() and (found < 0).any()):
        return odd
    order = judged[np.argsort(np.abs(found[judged]), kind="stable")]
    sizes = np.abs(found[order])
    steps = sizes[1:] / sizes[:-1]
    bounds = [0, *(int(cut) + 1 for cut in np.flatnonzero(steps >= factor)), len(order)]
    # Of two equally large parts, the one with the earliest value is usual.
    first, last = max(itertools.pairwise(bounds), key=lambda run: (run[1] - run[0], -min(order[run[0] : run[1]])))
    usual = sizes[first:last]
    median = float(np.median(usual))
    spread = max(_MAD_TO_SIGMA * float(np.median(np.abs(usual - median))), floor * median)
    outside = np.ones(len(order), dtype=bool)
    outside[first:last] = False
    odd[order[outside & (np.abs(sizes - median) > sigmas * spread)]] = True
    zeros = found == 0
    if zeros.sum() < len(usual) and usual[0] >= median / 2 and median > sigmas * spread:
        odd[zeros] = True
    return odd


def whole_factor(value: float, usual: float) -> float | None:
    """The factor (10, 60, 100, 1 000, 1 000 000, or 1 by one of them) that best takes `usual` to `value`.

    None where the two have different signs, one is 0, or no factor comes within a third.
    """
    if not value or not usual or value * usual < 0:
        return None
    ratio = value / usual
    named = [each for one in _FACTORS for each in (one, 1 / one)]
    best = min(named, key=lambda each: abs(math.log(ratio / each)))
    return best if abs(math.log(ratio / best)) < math.log(4 / 3) else None


def accumulates(values: Sequence[float] | np.ndarray, *, least: int, share: float) -> bool:
    """Whether the months of one year, January first, look like sums since January.

    They never fall, no single step makes most of the rise, and the last is at least `share` of what as many months like
    the first would come to.
    """
    found = np.asarray(values, dtype=np.float64)
    if len(found) < least or np.isnan(found).any() or found[0] <= 0:
        return False
    steps, rise = np.diff(found), found[-1] - found[0]
    return bool(
        (steps >= 0).all() and np.max(steps) <= _LARGEST_STEP * rise and found[-1] >= share * len(found) * found[0]
    )
