"""What a row of measured values is about: a measurable target of a plan, or an indicator of its follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.plans import PlanIndicator
    from followup.params.subject import PlanTarget


def target_in(targets: Sequence[PlanTarget], text: str) -> PlanTarget | None:
    """The target with this code or name; case and spaces make no difference. None if there is none, or if several are.

    Where two plans have the same code, the plan's file stands before it: `2024-fou/T1`.
    """
    wanted = normalised(text)
    exact = [(plan, one) for plan, one in targets if normalised(f"{plan.stem}/{one.code}") == wanted]
    found = exact or [(plan, one) for plan, one in targets if wanted in (normalised(one.code), normalised(one.name))]
    return found[0] if len(found) == 1 else None


def indicator_in(indicators: Sequence[PlanIndicator], text: str) -> PlanIndicator | None:
    """The plan's indicator with this code or name; case and spaces make no difference. None if there is none."""
    wanted = normalised(text)
    return next((one for one in indicators if wanted in (normalised(one.code), normalised(one.name))), None)


def is_due(indicator: PlanIndicator, period: Period) -> bool:
    """Whether the period's follow-up has a value of it: the yearly ones have theirs at the end of the year."""
    return bool(indicator.unit) and (indicator.monthly or period.is_year_end)
