"""Between which numbers an unknown must lie that sums of unknowns are known of: a linear programme, solved by HiGHS."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

# A sum of unknowns, each with its factor, and its value.
Known = tuple[Mapping[Any, float], float]


def _silent_solver() -> Any:
    import highspy

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> Any:
            self.silent()
            return super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver = Silent()  # type: ignore[no-untyped-call]
    # One thread: a process with more of them must not be forked.
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("parallel", "off")
    return solver


@dataclass
class Bounds:
    """Unknowns of at least 0 and at most `highest`, and the sums of them that are `known`.

    `of` raises ValueError where the sums contradict each other.
    """

    highest: Mapping[Any, float]
    known: Sequence[Known]

    def __post_init__(self) -> None:
        solver = _silent_solver()
        self._place = {unknown: number for number, unknown in enumerate(self.highest)}
        for most in self.highest.values():
            solver.addVar(0.0, most)
        for factors, value in self.known:
            places = np.array([self._place[unknown] for unknown in factors], dtype=np.int32)
            solver.addRow(value, value, len(places), places, np.array(list(factors.values()), dtype=np.float64))
        self._solver = solver

    def of(self, unknown: Hashable) -> tuple[float, float]:
        """The lowest and the highest value that the unknown can have."""
        place, ends = self._place[unknown], []
        for sign in (1.0, -1.0):
            self._solver.changeColCost(place, sign)
            self._solver.run()
            if str(self._solver.getModelStatus()) != "HighsModelStatus.kOptimal":
                raise ValueError(f"the sums contradict each other: {self._solver.getModelStatus()}")
            ends.append(sign * self._solver.getInfo().objective_function_value)
            self._solver.changeColCost(place, 0.0)
        return ends[0], ends[1]
