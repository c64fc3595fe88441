"""The plan of 2018, made into the export that it came from and read back: all of its 588 entries."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from followup.params.loading import load_params
from followup.params.plan.nodes import Node
from followup.params.plans import Plan
from tests.plan_export import export_of
from tests.plan_import_cases import PARAMS, read_back, started

# The priorities that stand without an area after others that have one: 1.4, 1.5 and 1.7.
WITHOUT_AREA = ("1.4.0.1", "1.4.0.2", "1.5.0.1", "1.5.0.2", "1.7.0.1", "1.7.0.2", "1.7.0.3", "1.7.0.4")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_params(PARAMS).plans[2018]


def described(node: Node) -> tuple[object, ...]:
    """An entry's code, name, place of its level, what is above it, carry-over, note and carriers."""
    return node.code, node.name, node.depth, node.ancestors, node.carried_over, node.note, node.committees


@pytest.mark.parametrize("shape", ["merged", "repeated"])
def test_the_export_gives_the_plan_back(plan: Plan, shape, tmp_path: Path) -> None:
    export = export_of(plan, shape, page=18)
    found = started(export.write(tmp_path / "plan.xlsx"), 2018)
    read = read_back(found, tmp_path, 2018)
    assert list(map(described, read.nodes)) == list(map(described, plan.nodes))
    assert len(read.nodes) == 588
    assert [level.name for level in read.levels] == [
        *("Delmål", "Prioriteringsområde", "Prioritering", "Förvaltningens verksamhetsplan", "Aktivitet")
    ]
    # Heads of four columns above every page, page lines between the pages of an objective, and the title.
    headings = 4 * export.pages + (export.pages - 11) + 1
    repeated = export.cells_with_text() - 588 - headings
    more = f"{repeated} upprepningar, " if shape == "repeated" else ""
    cells = f"{export.cells_with_text():,}".replace(",", " ")
    assert found.summary[1].replace("\u00a0", " ") == (
        f"{cells} celler lästa: 588 poster, {headings} rubriker och sidrader, {more}0 utan plats."
    )
    assert repeated == 0 or shape == "repeated"
    # What the document prints twice below one entry is told, and both entries are kept.
    alike = Counter((node.parent, node.depth, node.name) for node in plan.nodes)
    twice = [problem.found for problem in found.problems if "under samma post" in problem.found]
    assert len(twice) == sum(count - 1 for count in alike.values()) > 0
    assert found.fits


def test_without_merged_cells_an_empty_cell_is_the_same_as_above(plan: Plan, tmp_path: Path) -> None:
    """What the shape cannot say, that a priority has no area, is read as the area above; everything else is there."""
    found = started(export_of(plan, "empty", page=18).write(tmp_path / "plan.xlsx"), 2018)
    read = read_back(found, tmp_path, 2018)
    assert [(node.name, node.depth, node.carried_over, node.note) for node in read.nodes] == [
        (node.name, node.depth, node.carried_over, node.note) for node in plan.nodes
    ]
    moved = [old.code for new, old in zip(read.nodes, plan.nodes, strict=True) if new.ancestors != old.ancestors]
    assert {code for code in moved if code.count(".") == 3} == set(WITHOUT_AREA)
    assert all(code.startswith(WITHOUT_AREA) for code in moved)
