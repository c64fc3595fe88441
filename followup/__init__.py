"""Follow-up reports for a region's committees: from spreadsheets to HTML, PDF and Excel.

A notebook needs this module alone. `open_report` reads one committee's report for one period, and each section of the
report is a module of functions from that report to the blocks that are shown. Start reading in `followup.report`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_SECTIONS = ("first_page", "goals", "quality", "staff", "economy", "measures", "investments", "sources")

__all__ = ["economy", "first_page", "goals", "investments", "measures", "open_report", "quality", "sources", "staff"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `followup --help` must not wait for pandas.
    if name == "open_report":
        return import_module("followup.report").open_report
    if name in _SECTIONS:
        return import_module(f"followup.presentation.{name}")
    raise AttributeError(f"module 'followup' has no attribute {name!r}")
