"""Every goal of the plan against every committee that carries it, with the region's own grade by the roll-up rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from followup.analysis.focus_areas import proposal
from followup.analysis.goals import NOT_ASSESSED, GoalTable
from followup.ground.figure import Origin, joined
from followup.ground.figure_table import FigureTable

if TYPE_CHECKING:
    from followup.params.params import Goal, RollUp

NOT_CARRIED = ""


def matrix(plan_goals: Sequence[Goal], assessed: Mapping[str, GoalTable], limits: RollUp) -> FigureTable[str]:
    """One row per goal in plan order, named by its code.

    `assessed`: each reporting committee's `goals.assessed_goals`. Columns `focus_area`, `goal` (names), one per
    committee (a code of the scale, NOT_CARRIED where the goal is not the committee's), `region` (the proposal) and
    `origin` (the cells of every assessment). A carrier without a report counts as not assessed.
    """
    rows = {}
    for goal in plan_goals:
        grades = {
            code: goals.text(goal.code, "assessment") if goal.code in goals else NOT_CARRIED
            for code, goals in assessed.items()
        }
        silent = [NOT_ASSESSED for code in goal.committees if code not in assessed]
        parts = [grade for grade in grades.values() if grade != NOT_CARRIED]
        rows[goal.code] = {
            "focus_area": goal.focus_area,
            "goal": goal.name,
            **grades,
            "region": proposal([*parts, *silent], limits),
            "origin": _cells(goal.code, assessed),
        }
    columns = ["focus_area", "goal", *assessed, "region", "origin"]
    return FigureTable.of(rows, columns)


def _cells(code: str, assessed: Mapping[str, GoalTable]) -> Origin:
    return joined(goals.row(code).fact("origin", tuple) for goals in assessed.values() if code in goals)
