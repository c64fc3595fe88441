"""What the rows of a follow-up's sheet of statuses are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.params.plan.nodes import Node
    from followup.params.plans import Plan
    from followup.workbooks.source_table import SourceTable


def entry_in(plans: Sequence[Plan], text: str) -> tuple[Plan, Node] | None:
    """What a row is about, by its code or name: in the first plan that follows it up, the main plan before the others.

    Else in the first plan that has it at all: an entry above what is followed, which is assessed as a whole.

    Where two plans have the same code or name, the other plan's is written with its file's: `2024-fou/1.1`.
    """
    stem, _, rest = text.partition("/")
    named = [plan for plan in plans if plan.stem == stem.strip()]
    found = [(plan, node) for plan in named or plans if (node := plan.find(rest if named else text)) is not None]
    followed = (one for one in found if one[0].is_followed(one[1]))
    return next(followed, found[0] if found else None)


def rows_of_plan(plan: Plan, table: SourceTable, plans: Sequence[Plan]) -> dict[str, SourceTable]:
    """The row of each of the plan's nodes that has one, by the node's code. `plans`: all that the table follows up."""
    # A plan has hundreds of nodes, and the main plan's codes are what most rows say.
    by_code = {node.code: (plans[0], node) for node in plans[0].followed_nodes}
    found = {}
    for row in table.rows():
        text = row.text("node")
        about = by_code.get(text) or entry_in(plans, text)
        if about is not None and about[0] is plan:
            found[about[1].code] = row
    return found
