"""An indicator as params/indicators.yml has it, and what a value of it can be at all."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from followup.params.params_problems import Entry, fault

Frequency = Literal["month", "tertial", "year", "biennial"]

# What an indicator of area economy can be computed from; followup/analysis/economic_measures.py computes each.
EconomicMeasure = Literal[
    # The committee's net cost: from January to the period's month, and for the full year.
    "outcome",
    "budget",
    "deviation",  # outcome − budget
    "previous_year",  # the same months last year
    "change",  # cost growth since then, per cent
    "year_budget",
    "forecast",
    "forecast_deviation",  # forecast − year_budget
    "forecast_change",  # since the previous forecast
    # All its investments of the year, without sign.
    "investments",  # outcome so far
    "investment_budget",
    "investment_deviation",  # budget − outcome, which says something when the year is over
    "investment_forecast",
    "investment_forecast_deviation",  # budget − forecast
]
_IN_PERCENT: frozenset[EconomicMeasure] = frozenset({"change"})
# An investment is an amount; all else is better with plus, or a cost with minus.
_UNSIGNED: frozenset[EconomicMeasure] = frozenset({"investments", "investment_budget", "investment_forecast"})
# They say nothing when the year is over.
_OF_FORECASTS: frozenset[EconomicMeasure] = frozenset(
    {"forecast", "forecast_deviation", "forecast_change", "investment_forecast", "investment_forecast_deviation"}
)

# The range of an indicator whose entry gives none, by unit; other units begin at 0.
_USUAL_RANGES: dict[str, tuple[float, float]] = {
    "%": (0.0, 100.0),
    "index": (0.0, 100.0),
    "mnkr": (-math.inf, math.inf),
}


def _committee_choice(value: Any) -> tuple[str, ...] | Literal["all"]:
    if value == "all":
        return "all"
    if isinstance(value, tuple) and all(isinstance(code, str) for code in value):
        return value
    raise fault("Nämnderna kan inte läsas.", "En lista av nämndkoder väntas, eller all.", "Skriv till exempel [DNHS].")


class Indicator(Entry):
    """An indicator: what it measures, in which unit, how often, and whether higher or lower is better.

    One of area economy, and no other, has the `measure` that it is computed from, and may have a `note` that is printed
    below its table.

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
    measure: EconomicMeasure | None = None
    note: str = ""

    @property
    def measure_unit(self) -> str:
        """The unit that its measure is shown in, which is the only one it can have."""
        return "%" if self.measure in _IN_PERCENT else "mnkr"

    @property
    def has_sign(self) -> bool:
        """Whether its measure is written with plus or minus."""
        return self.measure not in _UNSIGNED

    @property
    def is_of_forecast(self) -> bool:
        """Whether it tells of a forecast, and so of a year that is not over."""
        return self.measure in _OF_FORECASTS

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
