"""A plan's follow-up: the status of every node that is followed, and how many have each status, level by level.

Source: the plan's file and sheet `Uppdrag` of the follow-up's workbook. A node without a row, or with an empty status,
has no status: none is ever assumed. A node above what is followed may be assessed as a whole, by whoever fills in the
sheet; that counts nowhere, and stands beside the counts of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.counted_cells import Told, counted_cells
from followup.ground.figure import Figure, joined
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.reading import EMPTY
from followup.tables.plan_statuses import rows_of_plan
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Grade
    from followup.params.plan.nodes import Node
    from followup.params.plans import Plan

NO_STATUS = "no_status"
# Done, or going as planned, in the words of one scale or another.
GOOD = ("done", "on_schedule", "on_track")
# What comes first in a follow-up: it went otherwise than planned, in the words of one scale or another.
WORSE = ("delayed", "cancelled", "off_track")
Column = Literal["root", "above", "name", "carried_over", "status", "responsible", "comment", "origin", "said"]
COLUMNS: tuple[Column, ...] = get_args(Column)
StatusTable = FigureTable[Column]
StatusRow = FigureRow[Column]


def statuses(plan: Plan, table: SourceTable, plans: Sequence[Plan] = ()) -> StatusTable:
    """One row per followed node in plan order, named by its code. `plans`: all that the table follows up, if several.

    Columns: `root` (code of the outermost node), `above` (the nearest name above), `name`, `carried_over`, `status` (a
    code of the plan's scale, or NO_STATUS), `responsible`, `comment` (Markdown), `origin` (cells of the status; the
    line in the plan where the workbook has no row) and `said` (what they say, below which heading; empty there).
    """
    rows = rows_of_plan(plan, table, plans or (plan,))
    found = {node.code: _status(root, node, rows.get(node.code)) for root, node in _walked(plan, followed=True)}
    return FigureTable.of(found, COLUMNS)


def assessed(plan: Plan, table: SourceTable, plans: Sequence[Plan] = ()) -> StatusTable:
    """The nodes above what is followed that have been assessed as a whole: rows and columns as of `statuses`."""
    rows = rows_of_plan(plan, table, plans or (plan,))
    given = ((root, node, rows[node.code]) for root, node in _walked(plan, followed=False) if node.code in rows)
    found = {node.code: _status(root, node, row) for root, node, row in given if row.text("status")}
    return FigureTable.of(found, COLUMNS)


def _walked(plan: Plan, *, followed: bool) -> Iterator[tuple[Node, Node]]:
    """Each node that is followed, or each that is not, with its outermost node, in plan order."""
    for root in plan.roots:
        for node in (root, *root.descendants()):
            if plan.is_followed(node) is followed:
                yield root, node


def _status(root: Node, node: Node, row: SourceTable | None) -> dict[str, object]:
    given = (row.text("status"), row.text("responsible"), row.text("comment")) if row is not None else ("", "", "")
    status, responsible, comment = given
    return {
        "root": root.code,
        "above": node.ancestors[-1] if node.ancestors else "",
        "name": node.name,
        "carried_over": node.carried_over,
        "status": status or NO_STATUS,
        "responsible": responsible,
        "comment": comment,
        "origin": row.cells("status") if row is not None else node.origin,
        "said": row.condition("status") if row is not None else (),
    }


def by_status(found: StatusTable, scale: Sequence[Grade]) -> dict[str, Figure]:
    """How many followed nodes have each status, in the scale's order, and NO_STATUS last; 0 is a count."""
    told = [_told(row) for _, row in found.rows()]
    return {code: counted_cells(told, code, word) for code, word in _words(scale).items()}


def _told(row: StatusRow) -> Told:
    return Told(row.text("status"), row.fact("origin", tuple), row.fact("said", tuple))


def _words(scale: Sequence[Grade]) -> dict[str, str]:
    return {grade.code: grade.word for grade in scale} | {NO_STATUS: EMPTY}


def _codes(scale: Sequence[Grade]) -> tuple[str, ...]:
    return (*(grade.code for grade in scale), NO_STATUS)


def by_node(plan: Plan, found: StatusTable, scale: Sequence[Grade]) -> FigureTable[str]:
    """The same count for every node that has others below it, and every outermost one, in plan order.

    What is counted is the node itself, where it is followed, and what lies below it, at any depth. Named by the node's
    code; columns `name`, `level`, `all` and one per code of the scale and NO_STATUS.
    """
    told = {name: _told(row) for name, row in found.rows()}
    rows: dict[str, dict[str, object]] = {}
    for node in plan.nodes:
        if node.parent and not node.children:
            continue
        codes = [one.code for one in (node, *node.descendants()) if plan.is_followed(one)]
        parts = [told[code] for code in codes]
        origin = joined(one.origin for one in parts) if codes else node.origin
        figures = {
            name: counted_cells(parts, name, word) if codes else Figure.count(0, origin)
            for name, word in _words(scale).items()
        }
        rows[node.code] = {"name": node.name, "level": node.level, "all": Figure.count(len(codes), origin)}
        rows[node.code] |= figures
    columns = ["name", "level", "all", *_codes(scale)]
    return FigureTable.of(rows, columns)


def worse(found: StatusTable) -> StatusTable:
    """The followed nodes that went otherwise than planned, the delayed first, each in plan order."""
    return found.only(name for code in WORSE for name, row in found.rows() if row.text("status") == code)


def missing(found: StatusTable) -> StatusTable:
    """The followed nodes without a status, in plan order."""
    return found.where(lambda row: row.text("status") == NO_STATUS)
