"""The sections of the region's report, under one name: `region.economy.by_holder(report)`.

Sections that a region and a committee share are their own modules; so is the region's finance.
"""

from __future__ import annotations

from followup.sections.region import comments as comments
from followup.sections.region import committees as committees
from followup.sections.region import economy as economy
from followup.sections.region import first_page as first_page
from followup.sections.region import focus_areas, goal_matrix
from followup.sections.region import forecasts as forecasts
from followup.sections.region import indicators as indicators
from followup.sections.region import investments as investments
from followup.sections.region import staff as staff

__all__ = [
    "comments",
    "committees",
    "economy",
    "first_page",
    "focus_areas",
    "forecasts",
    "goal_matrix",
    "indicators",
    "investments",
    "staff",
]
