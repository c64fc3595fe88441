"""The sections of the region's report, under one name: `region.economy.by_holder(report)`.

Sections that a region and a committee share are their own modules; so is the region's finance.
"""

from __future__ import annotations

from followup.sections.region import (
    comments,
    committees,
    decisions,
    economy,
    first_page,
    focus_areas,
    forecasts,
    goal_matrix,
    indicators,
    investments,
    promises,
    staff,
)

__all__ = [
    "comments",
    "committees",
    "decisions",
    "economy",
    "first_page",
    "focus_areas",
    "forecasts",
    "goal_matrix",
    "indicators",
    "investments",
    "promises",
    "staff",
]
