"""Which assignments are said to go as planned although their day has passed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.ground.period import Period

# The codes of the scale `assignment` for what is still to be done, with no word of a delay.
STILL_TO_BE_DONE = frozenset({"on_schedule", "not_started"})


def passed_day(status: str, days: Iterable[str], period: Period) -> str:
    """The first of an assignment's days (ISO: a day, a month or a year) that is over when the period ends, while its
    status says neither that it is done nor that it is late. Empty where there is none.
    """
    if status not in STILL_TO_BE_DONE:
        return ""
    over = [day for day in days if day and (day if len(day) > len("2018") else f"{day}-12")[:7] <= str(period)]
    return min(over, default="")
