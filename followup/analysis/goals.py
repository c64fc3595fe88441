"""The committee's goals with their assessments, and their number per grade. Source: the plan and sheet `Mål`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.counted_cells import Told, counted_cells
from followup.ground.figure import COUNT, Figure, Origin
from followup.ground.figure_table import FigureTable
from followup.ground.reading import EMPTY
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Goal, Grade

NOT_ASSESSED = "not_assessed"
UNKNOWN_TREND = "unknown"

Column = Literal["focus_area", "goal", "assessment", "trend", "motivation", "origin", "said"]
GoalTable = FigureTable[Column]


def assessed_goals(plan_goals: Sequence[Goal], goals: SourceTable) -> GoalTable:
    """One row per goal of the plan that the committee carries, in plan order, named by the goal's code.

    Columns `focus_area`, `goal` (names), `assessment`, `trend` (codes of the scales) and `motivation` (Markdown); the
    cells of the assessment (`origin`) and what they say, below which heading (`said`). A goal without a row, or with an
    empty assessment, is `not_assessed`: an assessment is never assumed.
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
            "said": row.condition("assessment"),
        }
    return FigureTable.of(rows, get_args(Column))


def counted(grades: Sequence[str], scale: Sequence[Grade], origin: Origin) -> dict[str, Figure]:
    """How many of the `grades` are each grade of the scale, in the scale's order; 0 is a count, not a missing value.

    `origin` are the cells of all: every one was looked at for each count, so a count of 0 has cells too.
    """
    return {grade.code: Figure(float(grades.count(grade.code)), COUNT, origin) for grade in scale}


def count_by_grade(goals: GoalTable, scale: Sequence[Grade]) -> dict[str, Figure]:
    """How many of the goals have each grade of the scale."""
    told = [Told(row.text("assessment"), row.fact("origin", tuple), row.fact("said", tuple)) for _, row in goals.rows()]
    words = {grade.code: grade.word for grade in scale} | {NOT_ASSESSED: EMPTY}
    return {grade.code: counted_cells(told, grade.code, words[grade.code]) for grade in scale}


def count_by_focus_area(goals: GoalTable, scale: Sequence[Grade]) -> FigureTable[str]:
    """The same count per focus area: one row per focus area in plan order, one column per grade."""
    rows = {}
    for area in dict.fromkeys(goals.texts("focus_area")):
        part = goals.only(name for name, row in goals.rows() if row.text("focus_area") == area)
        rows[area] = count_by_grade(part, scale)
    return FigureTable.of(rows, [grade.code for grade in scale])
