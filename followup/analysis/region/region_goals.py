"""Every goal of the plan against every committee that carries it, with the region's own grade by the roll-up rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis.focus_areas import proposal
from followup.analysis.goals import NOT_ASSESSED
from followup.ground.figure import Origin, joined

if TYPE_CHECKING:
    from followup.params.params import Goal, RollUp

NOT_CARRIED = ""


def matrix(plan_goals: Sequence[Goal], assessed: Mapping[str, pd.DataFrame], limits: RollUp) -> pd.DataFrame:
    """One row per goal in plan order, index its code.

    `assessed`: each reporting committee's `goals.assessed_goals`. Columns `focus_area`, `goal` (names), one per
    committee (a code of the scale, NOT_CARRIED where the goal is not the committee's), `region` (the proposal) and
    `origin` (the cells of every assessment). A carrier without a report counts as not assessed.
    """
    rows = {}
    for goal in plan_goals:
        grades = {
            code: str(goals.loc[goal.code, "assessment"]) if goal.code in goals.index else NOT_CARRIED
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
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def _cells(code: str, assessed: Mapping[str, pd.DataFrame]) -> Origin:
    return joined(goals.loc[code, "origin"] for goals in assessed.values() if code in goals.index)
