"""The sections of the region's report, under one name: `region.economy.by_holder(report)`.

Sections that a region and a committee share are their own modules; so is the region's finance.
"""

from __future__ import annotations

from followup.presentation import focus_areas, goal_matrix
from followup.presentation import region_comments as comments
from followup.presentation import region_committees as committees
from followup.presentation import region_economy as economy
from followup.presentation import region_first_page as first_page
from followup.presentation import region_forecasts as forecasts
from followup.presentation import region_indicators as indicators
from followup.presentation import region_investments as investments
from followup.presentation import region_staff as staff

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
