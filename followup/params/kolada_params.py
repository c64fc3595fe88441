"""params/kolada.yml: which of Kolada's indicators are compared, in which group, and which way is better."""

from __future__ import annotations

from typing import Literal

from followup.ground.regions import REGION
from followup.params.params_problems import Entry


class ComparedIndicator(Entry):
    """One of Kolada's indicators: its id `kpi`, the group that it stands in and the committees that it concerns."""

    kpi: str
    group: str
    name: str
    unit: str
    decimals: int
    direction: Literal["higher", "lower", "neutral"]
    committees: tuple[str, ...]
    note: str = ""


class KoladaFile(Entry):
    """The region's and the country's ids in Kolada, the groups beside the plan's focus areas, and the indicators."""

    region: str
    country: str
    plan: int
    groups: dict[str, str]
    indicators: tuple[ComparedIndicator, ...]

    def of(self, committee: str) -> list[ComparedIndicator]:
        """The indicators that concern a committee, all for REGION; in the file's order."""
        return [one for one in self.indicators if committee == REGION or committee in one.committees]
