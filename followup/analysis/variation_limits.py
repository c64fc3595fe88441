"""The limits of normal variation (XmR): which values they are made of, and where they are made anew.

The rules are told to the reader (params/texts.yml, `variation_limits`), so that who has the printed values gets the
printed limits. docs/decisions/0014-variation.md has them beside those of NHS England's "Making Data Count".

- Counted are the values as they are shown, in the order in which they were measured; a month without value is passed
  over. Mean and limits have one decimal more, and everything is judged on what is shown.
- The limits stand 2.66 average moving ranges from the mean. A moving range is the difference between a value and the
  one before it.
- A lone value is not counted: it differs from each of its two nearest by more than 3.267 average moving ranges, in the
  same direction. The nearest are the one before and the one after; of the first and the last, the two beside it.
- A lasting shift is as many values in a row as limits want at all (`points_for_limits`), on the same side of the mean
  of those before them, which are at least as many. The limits are made anew from the first of the row.
- The usual value is the one that more than half of the values are. It is on no side of the mean.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from followup.ground.rounding import rounded

# 3 / 1.128: three sigma, where a moving range of two is 1.128 sigma on the average.
LIMIT_FACTOR = 2.66
# The upper limit of moving ranges themselves (Nelson 1982, Journal of Quality Technology 14:3).
RANGE_FACTOR = 3.267

Values = Sequence[float]


def sign(value: float, border: float) -> int:
    """1 above, −1 below, 0 where they differ by no more than the last bit of a float."""
    if math.isclose(value, border, rel_tol=1e-9, abs_tol=1e-12):
        return 0
    return 1 if value > border else -1


@dataclass(frozen=True)
class Limits:
    """The mean of a stretch and the limits of its normal variation, in the unit of the series and as they are shown.

    `usual` is the value that more than half of the stretch is, or None.
    """

    mean: float
    lower: float
    upper: float
    usual: float | None = None

    @property
    def have_no_width(self) -> bool:
        """Whether all values are the same: there is no variation to speak of."""
        return sign(self.lower, self.upper) == 0

    def is_usual(self, value: float) -> bool:
        return self.usual is not None and sign(value, self.usual) == 0

    def side(self, value: float) -> int:
        """1 above the mean, −1 below, 0 on it and for the usual value."""
        return 0 if self.is_usual(value) else sign(value, self.mean)

    def is_outside(self, value: float) -> bool:
        return sign(value, self.upper) > 0 or sign(value, self.lower) < 0

    def is_outer_third(self, value: float) -> bool:
        """Between the limit and two thirds of the way to it; not on the inner border, and not outside."""
        inner = (self.upper - self.mean) * 2 / 3
        beyond = sign(value, self.mean + inner) > 0 or sign(value, self.mean - inner) < 0
        return beyond and not self.is_outside(value) and not self.is_usual(value)


def limits_of(values: Values, decimals: int) -> Limits:
    """Mean and limits of at least two values that are shown with `decimals`; the limits have one more."""

    def shown(value: float) -> float:
        return float(rounded(value, decimals + 1))

    mean, reach = _mean(values), LIMIT_FACTOR * _mean(_ranges(values))
    return Limits(shown(mean), shown(mean - reach), shown(mean + reach), _usual(values))


def lone_values(values: Values) -> set[int]:
    """The places of the values that are not counted; none among fewer than three."""
    if len(values) < 3:
        return set()
    least = RANGE_FACTOR * _mean(_ranges(values))
    last = len(values) - 1
    found = set()
    for place, value in enumerate(values):
        nearest = (1, 2) if place == 0 else (last - 2, last - 1) if place == last else (place - 1, place + 1)
        ways = {sign(value, values[one]) if sign(abs(value - values[one]), least) > 0 else 0 for one in nearest}
        if ways in ({1}, {-1}):
            found.add(place)
    return found


def lasting_shifts(values: Values, fewest: int, decimals: int) -> list[int]:
    """Where the limits are made anew: the first place of each lasting shift."""
    found: list[int] = []
    start, place = 0, fewest
    while place + fewest <= len(values):
        before = limits_of(values[start:place], decimals)
        sides = {before.side(value) for value in values[place : place + fewest]}
        if sides in ({1}, {-1}):
            found.append(place)
            start, place = place, place + fewest
        else:
            place += 1
    return found


def stretch_starts(values: Values, fewest: int, decimals: int, fixed: Collection[int] = ()) -> list[int]:
    """The first place of every stretch that has limits of its own, 0 always among them where there are values.

    `fixed` are the places from which params say that the limits are made anew; lasting shifts are looked for between.
    """
    if not values:
        return []
    borders = sorted({0, *fixed})
    found: list[int] = []
    for first, end in pairwise([*borders, len(values)]):
        shifts = lasting_shifts(values[first:end], fewest, decimals)
        found += [first, *(first + shift for shift in shifts)]
    return found


def _ranges(values: Values) -> list[float]:
    return [abs(later - earlier) for earlier, later in pairwise(values)]


def _mean(values: Values) -> float:
    return math.fsum(values) / len(values)


def _usual(values: Values) -> float | None:
    (value, times) = Counter(values).most_common(1)[0]
    return value if 2 * times > len(values) else None
