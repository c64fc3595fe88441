"""Decided budget changes as they move a committee's frame: what a decision gives, takes, and from which day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from followup.ground.figure import Figure
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.params.plan.tables import BudgetChange
    from followup.params.plans import Plan


def last_day(on: Period | date) -> date:
    """The last day that counts: of the period's month, or of the year before for a plan."""
    if isinstance(on, date):
        return on
    if on.is_plan:
        return date(on.year - 1, 12, 31)
    return date(on.year, on.month, monthrange(on.year, on.month)[1])


def moved(change: BudgetChange, committee: str, year: int) -> Figure | None:
    """What the change does to the committee's frame of the year, kronor with cost −; None if it does nothing to it.

    Whoever receives has a larger frame; whoever pays out of its printed frame a smaller one.
    """
    level = change.level(year)
    if level.is_missing:
        return None
    if committee == change.committee:
        return level
    return -level if change.financed_within_frame and committee == change.financing_committee else None


def frame_movement(plans: Iterable[Plan], committee: str, period: Period) -> Figure | None:
    """The sum of all changes that move the committee's frame of the period's year and were decided by the period's end.

    A change moves the frame of its own plan's year. None where no decision does.
    """
    day = last_day(period).isoformat()
    changes = (change for plan in plans if plan.year == period.year for change in plan.budget_changes)
    found = [moved(change, committee, period.year) for change in changes if change.decided_by_day <= day]
    movements = [figure for figure in found if figure is not None]
    return Figure.sum(movements) if movements else None
