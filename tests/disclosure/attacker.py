"""Whoever wants to know what is hidden, and can do everything that the published figures allow.

The attacker knows how many hours each group was scheduled and how many were employed, which is more than anybody does,
and all that is published. What is unknown is how many of the hours were absence. Every published value is then an
interval of a sum of unknowns, as wide as its last decimal; a linear programme says between which numbers any other sum
must lie. (So do τ-Argus and sdcTable measure: a hidden value is safe when that interval is wider than the value.)
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

Unknown = Hashable
Sum = Mapping[Unknown, float]


@dataclass
class Attacker:
    """Unknowns of at least 0 and at most what they are of, sums of them that are known within limits."""

    highest: dict[Unknown, float] = field(default_factory=dict)
    rows: list[tuple[dict[Unknown, float], float, float]] = field(default_factory=list)

    def wonders(self, unknown: Unknown, highest: float) -> None:
        self.highest[unknown] = highest

    def learns(self, found: Sum, low: float, high: float) -> None:
        """That the sum lies between the two."""
        if found:
            self.rows.append((dict(found), low, high))

    def interval(self, wanted: Sum) -> tuple[float, float]:
        """What `wanted` can be, given all that is learnt."""
        place = {unknown: number for number, unknown in enumerate(self.highest)}
        # Each unknown as a share of what it is of: numbers of like size suit the solver.
        scale = np.array([max(value, 1.0) for value in self.highest.values()])
        data, row_of, column_of, limits = [], [], [], []
        for found, low, high in self.rows:
            size = max(abs(factor) * scale[place[unknown]] for unknown, factor in found.items()) or 1.0
            for sign, limit in ((1.0, high), (-1.0, -low)):
                for unknown, factor in found.items():
                    data.append(sign * factor * scale[place[unknown]] / size)
                    row_of.append(len(limits))
                    column_of.append(place[unknown])
                limits.append(limit / size)
        matrix = csr_array((data, (row_of, column_of)), shape=(len(limits), len(place)))
        bounds = [(0.0, value / max(value, 1.0)) for value in self.highest.values()]
        aim = np.zeros(len(place))
        for unknown, factor in wanted.items():
            aim[place[unknown]] = factor * scale[place[unknown]]
        ends = []
        for sign in (1.0, -1.0):
            done = linprog(sign * aim, A_ub=matrix, b_ub=limits, bounds=bounds, method="highs")
            assert done.status == 0, done.message
            ends.append(sign * done.fun)
        return ends[0], ends[1]


def whole_hours(percent: float, most: int) -> Fraction:
    """The simplest fraction of hours, the lower number at most `most`, that is this percentage to its last digit.

    By continued fractions: a percentage with all its digits is made of only one pair of reasonable numbers.
    """
    return Fraction(percent / 100).limit_denominator(most)
