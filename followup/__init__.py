"""Follow-up reports for a region's committees: from spreadsheets to HTML, PDF, Word and Excel.

A notebook needs this module alone. `open_report` reads one committee's report for one period, and each section of the
report is a module of functions from that report to the blocks that are shown. Start reading in `followup.reports.open`.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

# What openpyxl writes must not depend on which other packages are installed: with lxml it orders attributes otherwise.
os.environ.setdefault("OPENPYXL_LXML", "False")

# The name that a notebook uses, and the module that it stands for. By hand, for the rooms do not tell: they also have
# sentences and cells that no notebook calls, and `economy` and `staff` are names in two of them.
_SECTIONS = {
    "budget_changes": "sections.shared.budget_changes",
    "comparison": "sections.shared.comparison",
    "decisions": "sections.shared.decisions",
    "economy": "sections.committee.economy",
    "finance": "sections.region.finance",
    "financial_goals": "sections.region.financial_goals",
    "first_page": "sections.committee.first_page",
    "forecast_accuracy": "sections.committee.forecast_accuracy",
    "forecast_support": "sections.committee.forecast_support",
    "goals": "sections.committee.goals",
    "investments": "sections.shared.investments",
    "measures": "sections.committee.measures",
    "monthly_indicators": "sections.committee.monthly_indicators",
    "plan_budget": "sections.plan.budget",
    "plan_development": "sections.plan.development",
    "plan_first_page": "sections.plan.first_page",
    "plan_goals": "sections.plan.goals",
    "plan_hierarchy": "sections.plan.hierarchy",
    "plan_promises": "sections.plan.promises",
    "plan_register": "sections.plan.register",
    "plan_sources": "sections.plan.sources",
    "plan_measured": "sections.plan.measured",
    "plan_spending": "sections.plan.spending",
    "plan_statuses": "sections.plan.statuses",
    "plan_targets": "sections.shared.targets",
    "promises": "sections.committee.promises",
    "provenance": "sections.shared.provenance",
    "quality": "sections.shared.quality",
    "region": "sections.region.region",
    "staff": "sections.shared.staff",
    "stewardship": "sections.region.stewardship",
}

__all__ = ["open_report", *_SECTIONS]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `followup --help` must not wait for pandas.
    if name == "open_report":
        return import_module("followup.reports.open").open_report
    if name in _SECTIONS:
        return import_module(f"followup.{_SECTIONS[name]}")
    raise AttributeError(f"module 'followup' has no attribute {name!r}")
