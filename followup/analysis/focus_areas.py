"""Focus areas rolled up from their goals, and goals from their committees: a computed proposal and a human decision.

The rule (params/rules.yml, `roll_up`) is the same on both levels. Of the parts that are assessed: *off track* when at
least `off_track_percent` of them are; else *on track* when at least `on_track_percent` are and none is off track; else
*uncertain*. When fewer than `least_assessed_percent` of all parts are assessed, or none is, the whole is *not
assessed*: an assessment is never assumed. Region Halland weighs in an evaluation of the work as well, so a focus area's
assessment can be decided otherwise, with its reason (sheet `Fokusområden` of the region's workbook).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from followup.analysis.goals import NOT_ASSESSED, counted
from followup.ground.figure import COUNT, Figure, joined
from followup.ground.figure_table import FigureTable
from followup.tables.focus_area_rows import rows_of
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Grade, RollUp

ON_TRACK, UNCERTAIN, OFF_TRACK = "on_track", "uncertain", "off_track"
# What is asked of the goals that are rolled up.
GoalColumn = Literal["focus_area", "region", "origin"]
COLUMNS = ("goals", "proposal", "decision", "reason", "decided_by", "decided_on", "origin")


def proposal(parts: Sequence[str], limits: RollUp) -> str:
    """The grade that the rule gives a whole, from the grades of its parts."""
    assessed = [part for part in parts if part != NOT_ASSESSED]
    if not assessed or 100 * len(assessed) < limits.least_assessed_percent * len(parts):
        return NOT_ASSESSED
    if 100 * assessed.count(OFF_TRACK) >= limits.off_track_percent * len(assessed):
        return OFF_TRACK
    on_track = 100 * assessed.count(ON_TRACK) >= limits.on_track_percent * len(assessed)
    return ON_TRACK if on_track and OFF_TRACK not in assessed else UNCERTAIN


def rolled_up(
    goals: FigureTable[GoalColumn],
    overrides: SourceTable,
    codes: dict[str, str],
    scale: Sequence[Grade],
    limits: RollUp,
) -> FigureTable[str]:
    """One row per focus area in plan order, named by it.

    `goals`: one row per goal with `focus_area`, `region` (its grade in the region) and `origin`. `codes` maps a focus
    area's name to its code. Columns: COLUMNS and one count per grade of the scale. `decision` is the override where
    there is one, else the proposal; `reason`, `decided_by` and `decided_on` are empty without an override.
    """
    rows = {}
    for name in dict.fromkeys(goals.texts("focus_area")):
        part = [row for _, row in goals.rows() if row.text("focus_area") == name]
        origin, grades = joined(row.fact("origin", tuple) for row in part), [row.text("region") for row in part]
        proposed = proposal(grades, limits)
        decided = rows_of(overrides, codes.get(name, ""), name)
        rows[name] = {
            "goals": Figure(float(len(part)), COUNT, origin),
            "proposal": proposed,
            "decision": decided.text("assessment") or proposed,
            "reason": decided.text("reason"),
            "decided_by": decided.text("decided_by"),
            "decided_on": decided.text("decided_on"),
            "origin": origin,
        } | counted(grades, scale, origin)
    columns = [*COLUMNS, *(grade.code for grade in scale)]
    return FigureTable.of(rows, columns)
