"""An indicator as params/indicators.yml has it, and what a value of it can be at all."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from followup.params.params_problems import Entry, fault

Frequency = Literal["month", "tertial", "year", "biennial"]

# The range of an indicator whose entry gives none, by unit; other units begin at 0.
_USUAL_RANGES: dict[str, tuple[float, float]] = {
    "%": (0.0, 100.0),
    "index": (0.0, 100.0),
    "mnkr": (-math.inf, math.inf),
}


def _committee_choice(value: Any) -> tuple[str, ...] | Literal["all"]:
    if value == "all" or (isinstance(value, tuple) and all(isinstance(code, str) for code in value)):
        return value
    raise fault("Nämnderna kan inte läsas.", "En lista av nämndkoder väntas, eller all.", "Skriv till exempel [DNHS].")


class Indicator(Entry):
    """An indicator: what it measures, in which unit, how often, and whether higher or lower is better.

    `minimum` and `maximum`, in its unit, are what a value can be at all; without them its unit says: see `range`.
    """

    code: str
    name: str
    definition: str
    unit: str
    decimals: int
    minimum: float | None = None
    maximum: float | None = None
    direction: Literal["higher", "lower", "neutral"]
    frequency: Frequency
    area: Literal["quality", "staff", "economy"]
    source: str
    committees: Annotated[tuple[str, ...] | Literal["all"], BeforeValidator(_committee_choice)]

    @property
    def range(self) -> tuple[float, float]:
        """The least and the largest value that is possible; infinite where there is no limit."""
        least, largest = _USUAL_RANGES.get(self.unit, (0.0, math.inf))
        return (
            least if self.minimum is None else self.minimum,
            largest if self.maximum is None else self.maximum,
        )

    def concerns(self, committee: str) -> bool:
        return self.committees == "all" or committee in self.committees
