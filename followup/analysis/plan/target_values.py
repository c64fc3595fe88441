"""The measurable targets of plans beside what has been measured, and how far it is from one to the other.

Sources: `targets` of the plans' files and sheet `Mätvärden` of the committee's workbook. A target without a row, or
with an empty value, has no value: it is never assumed to be met.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.params.plan.targets import Target
from followup.tables.measured_rows import target_in
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.subject import PlanTarget

Column = Literal["plan", "target", "value", "distance", "status", "measured", "source", "comment"]
TargetValueTable = FigureTable[Column]
TargetValueRow = FigureRow[Column]


def target_values(targets: Sequence[PlanTarget], table: SourceTable | None, period: Period) -> TargetValueTable:
    """One row per target, named by its plan's file and its code: `2018/T1`.

    Columns: `plan` and `target` as params has them, `value` in the target's unit, `distance` (below 0 where something
    is left to it), `status` (a code of the scale `target`), and `measured`, `source` and `comment` as the sheet has
    them. A target that is not met is missed once its year is over, one that holds for each of several years at the end
    of any of them; a ceiling is missed as soon as it is broken.
    """
    given = {}
    for row in table.rows() if table is not None else ():
        found = target_in(targets, row.text("target"))
        if found is not None:
            given[found[0].stem, found[1].code] = row
    rows = {}
    for plan, target in targets:
        about = given.get((plan.stem, target.code))
        value = Figure.missing("värde saknas") if about is None else about.figure("value")
        value = value.in_unit(target.value.unit)
        distance = _distance(target, value)
        texts = {name: "" if about is None else about.text(name) for name in ("measured", "source", "comment")}
        status = _status(target, distance, period)
        rows[f"{plan.stem}/{target.code}"] = {
            "plan": plan,
            "target": target,
            "value": value,
            "distance": distance,
            "status": status,
            **texts,
        }
    return FigureTable.of(rows, get_args(Column))


def as_measured(own: TargetValueTable, committees: Mapping[str, TargetValueTable]) -> TargetValueTable:
    """The same targets, each as the first of the committees that carry and have measured it has it."""
    rows = {}
    for name, row in own.rows():
        carriers = row.fact("target", Target).committees
        measured = [committees[code].row(name) for code in carriers if code in committees and name in committees[code]]
        rows[name] = next((one for one in measured if not one["value"].is_missing), row).entries
    return FigureTable.of(rows, get_args(Column))


def _distance(target: Target, value: Figure) -> Figure:
    """How far above the least, or below the most: within a span the smaller of the two."""
    above, below = value - target.value, target.value - value
    if target.reach == "at_most":
        return below
    if target.reach != "between" or value.value is None:
        return above
    left = target.most - value
    return above if (above.value or 0.0) <= (left.value or 0.0) else left


def _status(target: Target, distance: Figure, period: Period) -> str:
    if distance.value is None:
        return "no_value"
    if distance.value > 0 or (distance.value == 0 and target.reach != "more_than"):
        return "met"
    is_over = (period.year, period.month) >= (target.year, 12)
    # What is to be reached in each year is judged when any of them ends.
    is_over = is_over or (target.since is not None and period.is_year_end and period.year >= target.since)
    return "missed" if is_over or target.reach == "at_most" else "not_yet"
