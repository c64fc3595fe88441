"""The tense of what a report says: the annual report tells what was, the others what is."""

from __future__ import annotations

from followup.ground.period import Period


def told(period: Period, now: str, past: str) -> str:
    """`now` in the course of the year, `past` when the year is over."""
    return past if period.is_year_end else now
