"""How asked decisions are put into words: amounts, who decides, and where in a report their figures stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.asked_decisions import EXECUTIVE
from followup.document.cells import Cell, cell_of
from followup.ground import swedish
from followup.ground.rounding import rounded

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.params.params import Params

AMOUNTS = "Belopp i mnkr: det som beslutet rör, till exempel en kostnad, en besparing eller ett underskott."
NO_AMOUNT = "Ett streck under Belopp betyder att inget belopp är angivet."

# The headings that the figures of each part may stand under, by what a decision says that it concerns: the best first.
# A monthly report and the region's have other headings than a follow-up report, whose section on the economy begins
# with indicators.
PLACES = {
    "economy": ("Orsaker till avvikelsen", "Ekonomi"),
    "measures": ("Åtgärder", "Nämnder med underskott", "Prognos för helåret", "Ekonomi"),
    "investments": ("Investeringar", "Ekonomi"),
    "goals": ("Nämndens mål", "Målstyrning"),
    "assignments": ("Uppdrag", "Nämndens mål", "Målstyrning"),
    "quality": ("Kvalitetsstyrning", "Verksamhetsmått"),
    "staff": ("Medarbetare",),
}
_DECIDERS = {
    EXECUTIVE: "regionstyrelsen",
    "regional_council": "regionfullmäktige",
    "other_committee": "en annan nämnd",
}


def who_decides(decider: str, params: Params, own: str = "") -> str:
    """Who decides, in a sentence; `own` is the code of the committee that asks, which is `nämnden`."""
    if decider in _DECIDERS:
        return _DECIDERS[decider]
    return "nämnden" if decider == own else params.committees[decider].name


def decider_label(decider: str, params: Params) -> str:
    """Who decides, alone in a cell: `Regionstyrelsen`, `Hallands sjukhus`."""
    if decider in _DECIDERS:
        return _DECIDERS[decider][:1].upper() + _DECIDERS[decider][1:]
    return params.committees[decider].short_name


def in_millions(amount: Figure) -> Cell:
    """An amount in words: `21 miljoner kronor`, `1 miljon kronor`, `0,4 miljoner kronor`."""
    millions = swedish.in_millions(amount.known)
    decimals = next((few for few in (0, 1) if rounded(millions, few) == rounded(millions, 2)), 2)
    cell = cell_of(amount, decimals)
    unit = "miljon kronor" if cell.text == "1" else "miljoner kronor"
    return replace(cell, text=swedish.joined(cell.text, unit))
