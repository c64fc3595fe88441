"""How much is hidden of people, and the least that protects them: params/rules.yml, `analysis.people.disclosure`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from followup.params.bounds import at_least
from followup.params.params_problems import Entry


def _at_least(floor: float, why: str) -> AfterValidator:
    return at_least(floor, why, means="och då skyddas anställda för lite")


_TRIED = "så lite har prövats mot angrepp (tests/disclosure), men inte mindre"


class PeopleRules(Entry):
    """Each can be made stricter and never laxer: below its least value nobody has tried what can be worked out.

    `smallest_group_hidden`: groups of so many people or fewer are not shown. `beside_percent`: how many people must be
    hidden with one of them in a sum, of its own number. `room_times`: how much room the sums together must leave its
    value, in values. `rounding_times` and `rounding_percent`: how much one step of a rounded sum is when the sum tells
    nothing of a group: so many times its value, and such a share of the most that its value can be.
    """

    smallest_group_hidden: Annotated[int, _at_least(10, "det är lagens gräns för sjukfrånvaro (LKBR 11 kap.)")]
    beside_percent: Annotated[float, _at_least(25, _TRIED)]
    room_times: Annotated[float, _at_least(1, "annars kan värdet räknas fram närmare än sin egen storlek")]
    rounding_times: Annotated[float, _at_least(2, _TRIED)]
    rounding_percent: Annotated[float, _at_least(20, _TRIED)]
