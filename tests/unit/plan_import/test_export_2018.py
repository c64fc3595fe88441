"""The plan of 2018, made into the export that it came from and read back: all of its 588 entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup.ground.paths import PROJECT
from followup.params.loading import load_params
from followup.params.params_problems import validated
from followup.params.plan_file import PlanFile
from followup.params.plans import Plan, plans_of
from followup.params.yaml_file import read_yaml
from followup.plan_import.plan_order import PlanOrder
from followup.plan_import.start import StartedPlan, started_plan
from tests.plan_exports import export_of

PARAMS = PROJECT / "params"
# The priorities that stand without an area after others that have one: 1.4, 1.5 and 1.7.
WITHOUT_AREA = ("1.4.0.1", "1.4.0.2", "1.5.0.1", "1.5.0.2", "1.7.0.1", "1.7.0.2", "1.7.0.3", "1.7.0.4")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_params(PARAMS).plans[2018]


def started(table: Path) -> StartedPlan:
    return started_plan(PlanOrder(table, Path("2018.yml"), 2018, "RS", "Verksamhetsplan"), load_params(PARAMS), PARAMS)


def read_back(found: StartedPlan, folder: Path) -> Plan:
    path = folder / "2018.yml"
    path.write_text(found.text, encoding="utf-8")
    file = read_yaml(path, "params/plans/2018.yml")
    entry = validated(file, PlanFile, file.content)
    assert file.problems == []
    (plan,) = plans_of({"plans/2018.yml": entry}, {"plans/2018.yml": file})
    return plan


def described(plan: Plan) -> list[tuple]:
    """Every entry in order: code, name, place of its level, what is above it, carry-over, note and carriers."""
    return [
        (node.code, node.name, node.depth, node.ancestors, node.carried_over, node.note, node.committees)
        for node in plan.nodes
    ]


@pytest.mark.parametrize("shape", ["merged", "repeated"])
def test_the_export_gives_the_plan_back(plan: Plan, shape, tmp_path: Path) -> None:
    export = export_of(plan, shape)
    found = started(export.write(tmp_path / "plan.xlsx"))
    read = read_back(found, tmp_path)
    assert described(read) == described(plan)
    assert len(read.nodes) == 588
    assert [level.name for level in read.levels] == [
        *("Delmål", "Prioriteringsområde", "Prioritering", "Förvaltningens verksamhetsplan", "Aktivitet")
    ]
    assert found.fits
