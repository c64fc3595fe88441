"""A table of a test's own, and the plan that the command would start from it with the project's params."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.params.loading import load_params
from followup.params.params_problems import validated
from followup.params.plan.file import PlanFile
from followup.params.plans import Plan, plans_of
from followup.params.yaml_file import read_yaml
from followup.plan_import.plan_order import PlanOrder
from followup.plan_import.start import StartedPlan, started_plan
from tests import workbooks

PARAMS = PROJECT / "params"


def started(table: Path, year: int = 2025, owner: str = "RS", sheet: str = "") -> StartedPlan:
    """What the command makes of a table."""
    order = PlanOrder(table, Path(f"{year}.yml"), year, owner, "Plan", sheet)
    return started_plan(order, load_params(PARAMS), PARAMS)


def refused(table: Path, sheet: str = "") -> list[str]:
    """The lines of the command's refusal of a table."""
    try:
        started(table, sheet=sheet)
    except ReportError as error:
        return str(error).splitlines()
    raise AssertionError("the table was not refused")


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A csv file with these lines."""
    path = folder / "plan.csv"
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, *rows: Sequence[Any]) -> Path:
    """A workbook with one sheet, Plan."""
    return workbooks.write_book(folder / "plan.xlsx", {"Plan": rows})


def told(found: StartedPlan) -> list[str]:
    """Every problem as severity, place and sentences."""
    return [f"{one.severity} {one.place.removeprefix('plan.csv, ')}: {one.message}" for one in found.problems]


def read_back(found: StartedPlan, folder: Path, year: int = 2025) -> Plan:
    """The plan that params have when the text is one of their files."""
    path = folder / f"{year}.yml"
    path.write_text(found.text, encoding="utf-8")
    file = read_yaml(path, f"params/plans/{year}.yml")
    entry = validated(file, PlanFile, file.content)
    assert file.problems == []
    (plan,) = plans_of({f"plans/{year}.yml": entry}, {f"plans/{year}.yml": file})
    return plan
