"""An indicator as params/indicators.yml has it, and what a value of it can be at all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from followup.ground.errors import ReportError
from followup.ground.period import Period
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


@dataclass(frozen=True)
class Measure:
    """How a measure is shown. `of_forecast` says nothing when the year is over."""

    unit: Literal["mnkr", "%"] = "mnkr"
    signed: bool = True  # better with plus, or a cost with minus; an investment is an amount without
    of_forecast: bool = False


# All of them, so that a new measure is asked how it is shown.
MEASURES: dict[EconomicMeasure, Measure] = {
    "outcome": Measure(),
    "budget": Measure(),
    "deviation": Measure(),
    "previous_year": Measure(),
    "change": Measure(unit="%"),
    "year_budget": Measure(),
    "forecast": Measure(of_forecast=True),
    "forecast_deviation": Measure(of_forecast=True),
    "forecast_change": Measure(of_forecast=True),
    "investments": Measure(signed=False),
    "investment_budget": Measure(signed=False),
    "investment_deviation": Measure(),
    "investment_forecast": Measure(signed=False, of_forecast=True),
    "investment_forecast_deviation": Measure(of_forecast=True),
}

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


def _month(text: Any) -> str:
    try:
        found = Period.parse(str(text))
    except ReportError:
        found = None
    if found is None or found.is_plan:
        raise fault(f"Månaden ”{text}” kan inte läsas.", "En månad skrivs 2024-04.", "Rätta månaden.")
    return str(found)


class NewLimits(Entry):
    """From the month `first` on the limits of normal variation are made anew, for a `reason` that the report tells."""

    first: Annotated[str, BeforeValidator(_month)]
    reason: str


class Indicator(Entry):
    """An indicator: what it measures, in which unit, how often, and whether higher or lower is better.

    One of area economy, and no other, has the `measure` that it is computed from, and may have a `note` that is printed
    below its table.

    `new_limits` say from when its monthly values are another process than before, so that the limits of their normal
    variation are made anew; a lasting shift does that by itself (followup.analysis.variation_limits).

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
    new_limits: tuple[NewLimits, ...] = ()

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
