"""The committee's goals with their assessments, and their number per grade. Source: the plan and sheet `Mål`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from followup.ground.figure import COUNT, Figure, Origin, joined
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Goal, Grade

NOT_ASSESSED = "not_assessed"
UNKNOWN_TREND = "unknown"


def assessed_goals(plan_goals: Sequence[Goal], goals: SourceTable) -> pd.DataFrame:
    """One row per goal of the plan that the committee carries, in plan order, index the goal's code.

    Columns `focus_area`, `goal` (names), `assessment`, `trend` (codes of the scales) and `motivation` (Markdown). A
    goal without a row, or with an empty assessment, is `not_assessed`: an assessment is never assumed.
    """
    rows = {}
    for goal in plan_goals:
        row = goals.where(goal=goal.code)
        rows[goal.code] = {
            "focus_area": goal.focus_area,
            "goal": goal.name,
            "assessment": row.text("assessment") or NOT_ASSESSED,
            "trend": row.text("trend") or UNKNOWN_TREND,
            "motivation": row.text("motivation"),
            "origin": row.cells("assessment"),
        }
    columns = ["focus_area", "goal", "assessment", "trend", "motivation", "origin"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def counted(grades: pd.Series, scale: Sequence[Grade], origin: Origin) -> dict[str, Figure]:
    """How many of the `grades` are each grade of the scale, in the scale's order; 0 is a count, not a missing value.

    `origin` are the cells of all: every one was looked at for each count, so a count of 0 has cells too.
    """
    return {grade.code: Figure(float((grades == grade.code).sum()), COUNT, origin) for grade in scale}


def count_by_grade(goals: pd.DataFrame, scale: Sequence[Grade], column: str = "assessment") -> dict[str, Figure]:
    """How many of the goals have each grade of the scale in the column."""
    return counted(goals[column], scale, joined(goals["origin"]))


def count_by_focus_area(goals: pd.DataFrame, scale: Sequence[Grade]) -> pd.DataFrame:
    """The same count per focus area: one row per focus area in plan order, one column per grade."""
    rows = {
        area: count_by_grade(goals[goals["focus_area"] == area], scale) for area in dict.fromkeys(goals["focus_area"])
    }
    return pd.DataFrame.from_dict(rows, orient="index", dtype=object)
