"""How large a plan is: its entries counted by level. Source: the plan's file in params/plans.

Every count has the lines of the entries that were counted as its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from followup.ground.figure import COUNT, Figure, joined

if TYPE_CHECKING:
    from followup.params.params import Committee
    from followup.params.plans import Node, Plan


def count(nodes: Iterable[Node], around: Iterable[Node] = ()) -> Figure:
    """How many nodes there are. Where there is none, the cells are those of what was looked `around`."""
    found = list(nodes)
    return Figure(float(len(found)), COUNT, joined(node.origin for node in found or around))


def by_level(plan: Plan) -> pd.Series:
    """The number of nodes at each level, index the level's code, outermost first."""
    counts = {level.code: count(plan.nodes_at(level.code), plan.roots) for level in plan.levels}
    return pd.Series(counts, dtype=object)


def by_root(plan: Plan) -> pd.DataFrame:
    """One row per outermost node in plan order, index its code, and one column of counts per level: what lies below it.

    Column `name` is the node's name. A level that a branch skips counts 0 there.
    """
    rows = {
        root.code: {"name": root.name}
        | {
            level.code: count((node for node in root.descendants() if node.level == level.code), [root])
            for level in plan.levels
        }
        for root in plan.roots
    }
    columns = ["name", *(level.code for level in plan.levels)]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def without_followed(plan: Plan) -> list[Node]:
    """The innermost nodes above the followed level: what the plan says without anything that can be followed up."""
    followed = next(place for place, level in enumerate(plan.levels) if level.code == plan.followed)
    return [node for node in plan.nodes if node.depth < followed and not node.children]


def by_committee(plan: Plan, committees: Mapping[str, Committee]) -> pd.DataFrame:
    """How many followed nodes each committee carries, the most first: index its code, columns `name` and `count`."""
    rows = {
        code: {
            "name": committee.short_name,
            "count": count(node for node in plan.followed_nodes if code in node.committees),
        }
        for code, committee in committees.items()
        if any(code in node.committees for node in plan.followed_nodes)
    }
    ordered = dict(sorted(rows.items(), key=lambda item: -item[1]["count"].value))
    return pd.DataFrame.from_dict(ordered, orient="index", columns=["name", "count"], dtype=object)
