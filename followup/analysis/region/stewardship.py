"""The assessment of god ekonomisk hushållning: the financial goals and the focus areas joined into a proposal.

The law asks for both halves: goals for the economy and goals for the operations. Each half is rolled up by the rule
that joins goals into focus areas (`focus_areas.proposal`); together they are no better than the worse of them. It is
a proposal: the region weighs its own evaluation in and says so in its own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.analysis.focus_areas import OFF_TRACK, ON_TRACK, UNCERTAIN, proposal
from followup.analysis.goals import NOT_ASSESSED

if TYPE_CHECKING:
    from followup.params.params import RollUp


@dataclass(frozen=True)
class Stewardship:
    """The grades of the two halves and of the whole, and what each half is made of: name to grade."""

    financial: str
    operations: str
    whole: str
    financial_goals: Mapping[str, str]
    focus_areas: Mapping[str, str]


def proposed(financial_goals: Mapping[str, str], focus_areas: Mapping[str, str], limits: RollUp) -> Stewardship:
    """The proposal from the grades of the three financial goals and of the focus areas."""
    financial = proposal(list(financial_goals.values()), limits)
    operations = proposal(list(focus_areas.values()), limits)
    return Stewardship(financial, operations, _joined((financial, operations)), financial_goals, focus_areas)


def _joined(halves: Sequence[str]) -> str:
    """A half that is off track decides; without an assessment of both there is none of the whole."""
    for grade in (OFF_TRACK, NOT_ASSESSED, UNCERTAIN):
        if grade in halves:
            return grade
    return ON_TRACK
