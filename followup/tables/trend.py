"""The trend of a short series of amounts that grow: Theil–Sen on their logarithms, which no single amount moves.

It stands among the tables since the check of the financial goals' history does, which a rule and the analysis share.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median


@dataclass(frozen=True)
class Trend:
    """`growth` is the logarithm of a year's growth, `level` that of the amount in the year 0."""

    growth: float
    level: float

    def at(self, year: int) -> float:
        """The amount that the trend gives for a year."""
        return math.exp(self.level + self.growth * year)


def trend_of(amounts: Sequence[tuple[int, float]]) -> Trend | None:
    """The trend of years and amounts above 0, by the median of all pairs' growth; None without two different years."""
    points = [(year, math.log(amount)) for year, amount in amounts]
    slopes = [
        (later[1] - first[1]) / (later[0] - first[0])
        for first, later in combinations(points, 2)
        if first[0] != later[0]
    ]
    if not slopes:
        return None
    growth = median(slopes)
    return Trend(growth, median(height - growth * year for year, height in points))
