"""Follow-up reports for a region's committees: from spreadsheets to HTML, PDF and Excel.

A notebook needs this module alone. `open_report` reads one committee's report for one period, and each section of the
report is a module of functions from that report to the blocks that are shown. Start reading in `followup.reports.open`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_SECTIONS = (
    "finance",
    "financial_goals",
    "stewardship",
    "first_page",
    "goals",
    "quality",
    "comparison",
    "region",
    "staff",
    "economy",
    "measures",
    "investments",
    "budget_changes",
    "plan_budget",
    "plan_first_page",
    "plan_goals",
    "plan_hierarchy",
    "plan_register",
    "plan_sources",
    "plan_statuses",
    "provenance",
    "forecast_accuracy",
    "forecast_support",
    "monthly_indicators",
    "year_economy",
)

__all__ = [
    "budget_changes",
    "comparison",
    "economy",
    "finance",
    "financial_goals",
    "first_page",
    "forecast_accuracy",
    "forecast_support",
    "goals",
    "investments",
    "measures",
    "monthly_indicators",
    "open_report",
    "plan_budget",
    "plan_first_page",
    "plan_goals",
    "plan_hierarchy",
    "plan_register",
    "plan_sources",
    "plan_statuses",
    "provenance",
    "quality",
    "region",
    "staff",
    "stewardship",
    "year_economy",
]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `followup --help` must not wait for pandas.
    if name == "open_report":
        return import_module("followup.reports.open").open_report
    if name in _SECTIONS:
        return import_module(f"followup.presentation.{name}")
    raise AttributeError(f"module 'followup' has no attribute {name!r}")
