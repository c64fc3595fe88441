"""Writes the example data: the five shared workbooks and one workbook per committee that reports."""

from __future__ import annotations

from pathlib import Path

from followup.example.committee_texts import REPORTING
from followup.example.committee_workbook import PERIOD, committee_workbook
from followup.example.ledger import YEAR
from followup.example.shared_workbooks import (
    budget_workbook,
    indicator_workbook,
    investment_workbook,
    ledger_workbook,
    staff_workbook,
)
from followup.example.workbook_file import save

_SHARED = {
    "budget": budget_workbook,
    "utfall": ledger_workbook,
    "personal": staff_workbook,
    "indikatorer": indicator_workbook,
    "investeringar": investment_workbook,
}


def write_example(folder: Path) -> list[Path]:
    """Write every workbook below `folder` and return their paths. The same bytes come out each time."""
    year = folder / str(YEAR)
    written = [save(make(), year / f"{name}.xlsx") for name, make in _SHARED.items()]
    written += [save(committee_workbook(code), year / PERIOD / f"{code}.xlsx") for code in REPORTING]
    return written
