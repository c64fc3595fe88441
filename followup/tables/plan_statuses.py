"""What a row of a follow-up's sheet of statuses is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.params.plan_nodes import Node
    from followup.params.plans import Plan


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
