"""How the statuses of a plan have developed over the year: how many have each at every follow-up, and what has changed.

Source: sheet `Uppdrag` of the year's follow-ups, this one the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.plan.plan_statuses import NO_STATUS, StatusTable, by_status
from followup.ground.figure import COUNT, Figure
from followup.ground.figure_table import FigureTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Grade

ChangeColumn = Literal["root", "name", "before", "status", "responsible", "comment", "origin"]
CHANGE_COLUMNS: tuple[ChangeColumn, ...] = get_args(ChangeColumn)
ChangeTable = FigureTable[ChangeColumn]


def development(occasions: Mapping[Period, StatusTable], scale: Sequence[Grade]) -> FigureTable[str]:
    """One row per follow-up, named by its period: columns `name` (its month), `all` and one per code of the scale and
    NO_STATUS, each a count of the plan's entries.
    """
    codes = [*(grade.code for grade in scale), NO_STATUS]
    rows = {}
    for period, statuses in occasions.items():
        counted = by_status(statuses, scale)
        rows[str(period)] = {"name": period.month_and_year, "all": Figure.sum(counted.values(), COUNT)} | counted
    return FigureTable.of(rows, ["name", "all", *codes])


def changed(before: StatusTable, now: StatusTable) -> ChangeTable:
    """The entries that have another status than in the follow-up before, in plan order, named by their codes.

    Columns as of `plan_statuses.statuses` that are of the status, and `before`: the one that it had. `origin` has the
    cells of both.
    """
    rows = {}
    for code, row in now.rows():
        was = before.row(code).text("status") if code in before else NO_STATUS
        if was != row.text("status"):
            then = before.row(code).fact("origin", tuple) if code in before else ()
            rows[code] = {
                "root": row.text("root"),
                "name": row.text("name"),
                "before": was,
                "status": row.text("status"),
                "responsible": row.text("responsible"),
                "comment": row.text("comment"),
                "origin": (*then, *row.fact("origin", tuple)),
            }
    return FigureTable.of(rows, CHANGE_COLUMNS)
