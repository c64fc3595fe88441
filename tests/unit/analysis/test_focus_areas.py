"""The roll-up rule at its limits, the matrix of goals and committees, and decisions that override a proposal."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tables import source_table

from followup.analysis import focus_areas
from followup.analysis.region import region_goals
from followup.ground.figure import Cells
from followup.ground.figure_table import FigureTable
from followup.params.loading import load_params
from followup.params.params import RollUp
from tests.figure_tables import table_of

LIMITS = RollUp(on_track_percent=66, off_track_percent=50, least_assessed_percent=50)
ON, UNCERTAIN, OFF, NONE = "on_track", "uncertain", "off_track", "not_assessed"


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], NONE),
        ([NONE], NONE),
        ([NONE, NONE, ON], NONE),  # one of three is assessed, less than half
        ([NONE, ON], ON),  # half is enough
        ([ON, ON, ON], ON),
        ([ON, ON, UNCERTAIN], ON),  # two of three, 66.7 per cent
        ([ON, UNCERTAIN], UNCERTAIN),
        ([ON, ON, ON, ON, OFF], UNCERTAIN),  # 80 per cent, but one is off track
        ([ON, OFF], OFF),  # half is enough
        ([ON, ON, OFF], UNCERTAIN),
        ([OFF, OFF, UNCERTAIN, NONE], OFF),  # of those that are assessed
        ([UNCERTAIN, UNCERTAIN], UNCERTAIN),
    ],
)
def test_a_whole_from_its_parts(parts, whole):
    assert focus_areas.proposal(parts, LIMITS) == whole


def own_goals(**grades: str) -> FigureTable[str]:
    """A committee's assessed goals: g11 stands for goal 1.1."""
    rows = {
        f"{name[1]}.{name[2]}": {
            "assessment": grade,
            "origin": (Cells.of("2024/2024-04/X.xlsx", "Mål", "B", [int(name[1:])]),),
        }
        for name, grade in grades.items()
    }
    return table_of(rows)


def goal(code: str, area: str, *committees: str) -> SimpleNamespace:
    return SimpleNamespace(code=code, name=f"Mål {code}", focus_area=area, committees=committees)


PLAN = (
    goal("1.1", "Digitalt", "RS", "DNHS"),
    goal("1.2", "Digitalt", "RS"),
    goal("2.1", "Vård", "DNHS", "PN"),
)


def test_the_matrix_has_a_blank_where_a_committee_has_no_goal_and_counts_the_silent():
    found = region_goals.matrix(
        PLAN, {"RS": own_goals(g11=ON, g12=OFF), "DNHS": own_goals(g11=UNCERTAIN, g21=NONE)}, LIMITS
    )
    assert list(found.columns) == ["focus_area", "goal", "RS", "DNHS", "region", "origin"]
    assert words(found, "RS", "DNHS", "region") == {
        "1.1": {"RS": ON, "DNHS": UNCERTAIN, "region": UNCERTAIN},
        "1.2": {"RS": OFF, "DNHS": "", "region": OFF},
        "2.1": {"RS": "", "DNHS": NONE, "region": NONE},
    }
    assert [cells.address for cells in found.row("1.1").fact("origin", tuple)] == ["B11"]


def test_goals_per_committee_are_those_of_the_plan():
    """Mål och budget 2024–2028: 21 goals; the counts are those of its tables, groups expanded."""
    plan = load_params().plans[2024]
    codes = ("RS", "DNADH", "DNNSVH", "DNHS", "DNPSH", "DNKS", "DNKT", "DNRGS")
    assessed = {
        code: table_of({one.code: {"assessment": ON, "origin": ()} for one in plan.goals_of(code)}) for code in codes
    }
    found = region_goals.matrix(plan.goals, assessed, LIMITS)
    assert (len(found), len(found.columns)) == (21, 8 + 4)
    assert [sum(grade != "" for grade in found.texts(code)) for code in codes] == [21, 15, 15, 14, 14, 12, 9, 8]
    assert list(dict.fromkeys(found.texts("focus_area"))) == [root.name for root in plan.roots]


OVERRIDES = source_table(
    """
    focus_area   assessment  reason                  decided_by      decided_on
    digitalt     on_track    Utvärderingen visar det  regiondirektör  2024-09-20
    2            off_track   Vården väger tyngst      regiondirektör  2024-09-20
    Kultur       on_track    Finns inte i planen      regiondirektör  2024-09-20
    """
)
SCALE = tuple(SimpleNamespace(code=code) for code in (ON, UNCERTAIN, OFF, NONE))
CODES = {"Digitalt": "1", "Vård": "2", "Klimat": "3"}


def goals(*rows: tuple[str, str]) -> FigureTable[str]:
    found = [{"focus_area": area, "region": grade, "origin": ()} for area, grade in rows]
    return table_of(dict(enumerate(found)))


def words(table: FigureTable[str], *columns: str) -> dict[str, dict[str, str]]:
    return {name: {column: row.text(column) for column in columns} for name, row in table.rows()}


def test_a_decision_by_name_or_code_stands_beside_the_proposal_with_its_reason():
    found = focus_areas.rolled_up(
        goals(("Digitalt", ON), ("Digitalt", OFF), ("Vård", OFF), ("Klimat", ON)), OVERRIDES, CODES, SCALE, LIMITS
    )
    assert words(found, "proposal", "decision", "reason", "decided_by") == {
        "Digitalt": {
            "proposal": OFF,
            "decision": ON,
            "reason": "Utvärderingen visar det",
            "decided_by": "regiondirektör",
        },
        "Vård": {"proposal": OFF, "decision": OFF, "reason": "Vården väger tyngst", "decided_by": "regiondirektör"},
        "Klimat": {"proposal": ON, "decision": ON, "reason": "", "decided_by": ""},
    }
    assert [found["Digitalt", code].value for code in (ON, UNCERTAIN, OFF, NONE)] == [1, 0, 1, 0]
    assert found["Digitalt", "goals"].value == 2
