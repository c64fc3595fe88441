"""Decided budget changes: decisions that change what a plan gave a committee, from the day they were taken.

Amounts are kronor in the sign of a net cost: a frame of −344 295 000 that grows by 800 tkr becomes −345 095 000. A
change moves the frame of its own plan's year; the frame of a later year is a later plan's, which has counted it in.

Source: `budget_changes` and the table `frames` in params/plans; every figure has the lines of that file as its origin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.tables.budget_decisions import last_day, moved

if TYPE_CHECKING:
    from followup.params.plan.tables import BudgetChange
    from followup.params.plans import Plan

FRAME = "frame"
RESULT = "result"

AppliedColumn = Literal["label", "decided_on", "amount"]
LineColumn = Literal["label", "amount"]


@dataclass(frozen=True)
class Decision:
    """A budget change and the plan that it changes."""

    plan: Plan
    change: BudgetChange


def decided(plans: Sequence[Plan], committee: str, on: Period | date) -> list[Decision]:
    """The changes taken by `on` that concern the year of `on` and a committee.

    A change concerns its plan's year and the years that it gives an amount; and the committee that receives the money,
    gives it, or owns the plan. REGION is concerned by all. In the order of the decisions.
    """
    day = last_day(on).isoformat()
    found = [Decision(plan, change) for plan in plans for change in plan.budget_changes if change.decided_by_day <= day]
    concerned = [
        one
        for one in found
        if (on.year == one.plan.year or on.year in one.change.amounts)
        and committee in (REGION, one.change.committee, one.change.financing_committee, one.plan.owner)
    ]
    return sorted(concerned, key=lambda one: one.change.decided_by_day)


def applied(plan: Plan, committee: str, on: Period | date) -> FigureTable[AppliedColumn]:
    """The committee's frame in the plan's year, with every change that was decided by `on`.

    Rows FRAME (as the plan prints it), the code of each change that moves the frame, and RESULT, their sum. Columns
    `label`, `decided_on` ("" for the first and the last) and `amount`. What a committee receives makes its frame
    larger; what it pays out of its printed frame makes it smaller; the region's total moves only by what no committee
    pays. The sum is missing where the plan prints no frame for the committee.
    """
    frame = _printed(plan, committee)
    rows = {FRAME: ("", "", frame)}
    for one in decided([plan], committee, on):
        amount = _moved(one.change, committee, plan.year)
        if amount is not None:
            rows[one.change.code] = (one.change.title, one.change.decided_on, amount)
    rows[RESULT] = ("", "", Figure.sum(amount for _, _, amount in rows.values()))
    columns: tuple[AppliedColumn, ...] = get_args(AppliedColumn)
    return FigureTable.of({code: dict(zip(columns, row, strict=True)) for code, row in rows.items()}, columns)


def _printed(plan: Plan, committee: str) -> Figure:
    if committee != REGION:
        return plan.frame_of(committee)
    holders = {row.committee for table in plan.tables for row in table.rows if row.committee}
    if not holders:
        return plan.frame_of(REGION)
    return Figure.sum(plan.frame_of(code) for code in sorted(holders))


def _moved(change: BudgetChange, committee: str, year: int) -> Figure | None:
    if committee != REGION:
        return moved(change, committee, year)
    both = [moved(change, code, year) for code in (change.committee, change.financing_committee)]
    amounts = [amount for amount in both if amount is not None]
    return Figure.sum(amounts) if amounts else None


def calculation(change: BudgetChange) -> FigureTable[LineColumn]:
    """The lines behind a decision: rows 1, 2, …; columns `label` and `amount`, a cost below 0. Empty without one."""
    lines = {number: {"label": label, "amount": one} for number, (label, one) in enumerate(change.calculation, 1)}
    return FigureTable.of(lines, get_args(LineColumn))


def calculated(change: BudgetChange) -> Figure:
    """The sum of the calculation's lines; missing without a calculation."""
    return Figure.sum(amount for _, amount in change.calculation)
