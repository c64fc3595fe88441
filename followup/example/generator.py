"""Writes the example data: for each period the shared workbooks and what is handed in, and for each year its plan."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook

from followup.example.committee_workbook import committee_workbook
from followup.example.plan.follow_up import follow_ups, plan_follow_up_workbook
from followup.example.region_finance import financial_goals_workbook
from followup.example.region_workbook import region_workbook
from followup.example.shared_workbooks import (
    indicator_workbook,
    investment_workbook,
    ledger_workbook,
    staff_workbook,
)
from followup.example.story import PERIODS, REPORTING, YEARLY, YEARS
from followup.example.workbook_file import save
from followup.example.year_workbooks import budget_workbook, target_workbook
from followup.ground.paths import PROJECT

_KOLADA = PROJECT / "data" / "example" / "kolada"

_OF_A_YEAR: dict[str, Callable[[int], Workbook]] = {
    "budget": budget_workbook,
    "malvarden": target_workbook,
    "finansiella_mal": financial_goals_workbook,
}
_OF_A_PERIOD: dict[str, Callable[[str], Workbook]] = {
    "utfall": ledger_workbook,
    "personal": staff_workbook,
    "indikatorer": indicator_workbook,
    "investeringar": investment_workbook,
    "REGION": region_workbook,
}


def write_example(folder: Path) -> list[Path]:
    """Write every workbook below `folder`, copy Kolada's files, and return their paths. The same bytes each time."""
    written = [
        save(make(year), folder / str(year) / f"{name}.xlsx") for year in YEARS for name, make in _OF_A_YEAR.items()
    ]
    for period, committee in follow_ups():
        target = folder / period[:4] / period / f"{committee.code}.xlsx"
        written.append(save(plan_follow_up_workbook(period, committee.code), target))
    for period in PERIODS:
        written += write_period(folder, period)
    return written + _copy_public(folder)


def write_period(folder: Path, period: str) -> list[Path]:
    """Write the workbooks of one period, which stand in a folder of their own."""
    target = folder / period[:4] / period
    return [save(workbook, target / f"{name}.xlsx") for name, workbook in _workbooks(period)]


def _copy_public(folder: Path) -> list[Path]:
    """Kolada's files are real: they stand in data/example, and another folder gets copies of them."""
    copies = []
    for source in sorted(_KOLADA.iterdir()):
        target = folder / _KOLADA.name / source.name
        if not (target.exists() and target.samefile(source)):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        copies.append(target)
    return copies


def _workbooks(period: str) -> Iterator[tuple[str, Workbook]]:
    for name, make in _OF_A_PERIOD.items():
        yield name, make(period)
    for code in (*REPORTING, *YEARLY) if period.endswith("-12") else REPORTING:
        yield code, committee_workbook(code, period)
