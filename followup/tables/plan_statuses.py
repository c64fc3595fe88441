"""What a row of a follow-up's sheet of statuses is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.params.plans import Node, Plan


def followed_in(plans: Sequence[Plan], text: str) -> tuple[Plan, Node] | None:
    """What a row is about, by its code or name: the first plan that follows it up, the main plan before the others.

    Where two plans have the same code or name, the other plan's is written with its file's: `2024-fou/1.1`.
    """
    stem, _, rest = text.partition("/")
    named = [plan for plan in plans if plan.stem == stem.strip()]
    for plan in named or plans:
        node = plan.find(rest if named else text)
        if node is not None and node.level == plan.followed:
            return plan, node
    return None
