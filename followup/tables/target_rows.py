"""What a row of a sheet of measured values is about: a measurable target of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.params.plan_targets import Target
    from followup.params.plans import Plan


def target_in(targets: Sequence[tuple[Plan, Target]], text: str) -> tuple[Plan, Target] | None:
    """The target with this code or name; case and spaces make no difference. None if there is none, or if several are.

    Where two plans have the same code, the plan's file stands before it: `2024-fou/T1`.
    """
    wanted = normalised(text)
    exact = [(plan, one) for plan, one in targets if normalised(f"{plan.stem}/{one.code}") == wanted]
    found = exact or [(plan, one) for plan, one in targets if wanted in (normalised(one.code), normalised(one.name))]
    return found[0] if len(found) == 1 else None
