"""How large a plan is: its entries counted by level. Source: the plan's file in params/plans.

Every count has the lines of the entries that were counted as its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure, joined
from followup.ground.figure_table import FigureRow, FigureTable

if TYPE_CHECKING:
    from followup.params.params import Committee
    from followup.params.plan.nodes import Node
    from followup.params.plans import Plan

# The column of what is followed up, on whatever level; a level's code has other letters.
FOLLOWED = "följs upp"
PartColumn = Literal["name", "count"]
PART_COLUMNS: tuple[PartColumn, ...] = get_args(PartColumn)
PartTable = FigureTable[PartColumn]
PartRow = FigureRow[PartColumn]


def count(nodes: Iterable[Node], around: Iterable[Node] = ()) -> Figure:
    """How many nodes there are. Where there is none, the cells are those of what was looked `around`."""
    found = list(nodes)
    return Figure.count(len(found), joined(node.origin for node in found or around))


def by_level(plan: Plan) -> dict[str, Figure]:
    """The number of nodes at each level by the level's code, outermost first."""
    return {level.code: count(plan.nodes_at(level.code), plan.roots) for level in plan.levels}


def by_root(plan: Plan) -> FigureTable[str]:
    """One row per outermost node in plan order, named by its code, and one column of counts per level: what is below.

    Column `name` is the node's name, and FOLLOWED counts what is followed of it and what is below it. A level that a
    branch skips counts 0 there.
    """
    rows = {
        root.code: {
            "name": root.name,
            FOLLOWED: count((one for one in (root, *root.descendants()) if plan.is_followed(one)), [root]),
        }
        | {
            level.code: count((node for node in root.descendants() if node.level == level.code), [root])
            for level in plan.levels
        }
        for root in plan.roots
    }
    return FigureTable.of(rows, ["name", FOLLOWED, *(level.code for level in plan.levels)])


def followed_by_level(plan: Plan) -> dict[str, Figure]:
    """How many nodes of each level are followed, by the level's code, outermost first; levels without any left out."""
    found = {level.code: [one for one in plan.followed_nodes if one.level == level.code] for level in plan.levels}
    return {code: count(nodes) for code, nodes in found.items() if nodes}


def unfollowed_by_level(plan: Plan) -> dict[str, Figure]:
    """How many nodes of each level are not followed by themselves but through those below, as `followed_by_level`."""
    found = {
        level.code: [one for one in plan.nodes_at(level.code) if not plan.is_followed(one)] for level in plan.levels
    }
    return {code: count(nodes) for code, nodes in found.items() if nodes}


def by_committee(plan: Plan, committees: Mapping[str, Committee]) -> PartTable:
    """How many followed nodes each committee carries, the most first: rows by its code, columns `name` and `count`."""
    rows = {
        code: {
            "name": committee.short_name,
            "count": count(node for node in plan.followed_nodes if code in node.committees),
        }
        for code, committee in committees.items()
        if any(code in node.committees for node in plan.followed_nodes)
    }
    table = FigureTable.of(rows, PART_COLUMNS)
    return table.only(sorted(table.names, key=lambda code: -(table[code, "count"].value or 0.0)))
