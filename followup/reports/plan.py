"""A plan as a document, and the follow-up of a plan: `PlanReport`, beside `followup.reports.committee.Report`.

    report = open_report("RS", "2018")            # the plan of the regional executive's office
    report.size                                   # how many entries it has at each level
    open_report("RS", "2018-12").statuses         # what became of each of them

A committee's document joins its own plan, where it has one, with what the region's plan gives it: goals and a frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from followup.analysis.plan import (
    plan_budget,
    plan_hierarchy,
    plan_indicators,
    plan_measured,
    plan_spending,
    plan_statuses,
    status_development,
)
from followup.analysis.plan.status_development import CHANGE_COLUMNS
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.reports.head import ReportHead

if TYPE_CHECKING:
    from followup.analysis.plan.plan_budget import ActivityTable, ClassTable, FrameTable, InvestmentTable
    from followup.analysis.plan.plan_indicators import TargetTable
    from followup.analysis.plan.plan_measured import MeasuredTable
    from followup.analysis.plan.plan_spending import OperatingTable, SpendingTable
    from followup.analysis.plan.plan_statuses import StatusTable
    from followup.analysis.plan.status_development import ChangeTable
    from followup.ground.period import Period
    from followup.params.params import Grade
    from followup.params.plan.nodes import Node
    from followup.params.plans import Goal, Plan


@dataclass(frozen=True)
class PlanReport(ReportHead):
    """A committee's plan document, or the region's, or the follow-up of one. Every property is a table or a figure."""

    # Which of the committee's plans of the year this is about, its main plan first.
    place: int = 0

    # The plans -----------------------------------------------------------------------------------------------------

    @property
    def plans(self) -> list[Plan]:
        """The committee's own plans of the year, its main plan first; empty where it has none of its own."""
        return self.subject.plans

    @property
    def plan(self) -> Plan | None:
        """The one of its own plans that this is about: the first, but in `others`."""
        return self.plans[self.place] if self.plans else None

    @property
    def others(self) -> list[PlanReport]:
        """The same for each of the year's other plans of the committee: they are followed up, too."""
        return [replace(self, place=place) for place in range(len(self.plans)) if place != self.place]

    @property
    def region_plan(self) -> Plan | None:
        """The region's plan of the year, from which a committee has its goals and its frame."""
        return self.subject.region_plan

    @cached_property
    def sources_of_plan(self) -> list[Plan]:
        """Every plan that the document rests on, its own first."""
        given = [self.region_plan] if self.region_plan and self.region_plan not in self.plans else []
        return [*self.plans, *given]

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals that the region's plan gives the committee, in plan order; all of them for the region."""
        if self.region_plan is None:
            return []
        if self.committee.is_region:
            return list(self.region_plan.goals)
        return self.region_plan.goals_of(self.committee.code)

    @cached_property
    def goal_nodes(self) -> list[Node]:
        """The same goals as they stand in the plan."""
        known = {goal.code for goal in self.goals}
        return [node for node in self.region_plan.followed_nodes if node.code in known] if self.region_plan else []

    @cached_property
    def goal_count(self) -> Figure:
        """How many goals the region's plan gives the committee."""
        return plan_hierarchy.count(self.goal_nodes, self.region_plan.roots if self.region_plan else ())

    @cached_property
    def size(self) -> dict[str, Figure]:
        """The number of entries of its own plan at each level by the level's code; empty without a plan."""
        return plan_hierarchy.by_level(self.plan) if self.plan else {}

    @cached_property
    def size_by_root(self) -> FigureTable[str]:
        """The same, for each outermost entry."""
        return plan_hierarchy.by_root(self.plan) if self.plan else FigureTable.of({}, ())

    # Indicators and budget -----------------------------------------------------------------------------------------

    @cached_property
    def indicators(self) -> TargetTable:
        """The quality indicators with the year's target: see plan_indicators. Empty for a year without targets."""
        known = self.params.indicators_of(self.committee.code, "quality")
        return plan_indicators.with_targets(known, self.sources.table("indicator_targets"))

    @cached_property
    def frame(self) -> Figure:
        """The committee's frame of the year, a cost, by its own plan or else by the region's. Missing for neither."""
        for plan in self.sources_of_plan:
            figure = plan.frame_of(self.committee.code)
            if not figure.is_missing:
                return figure
        return Figure.missing("planen har ingen budgetram")

    @cached_property
    def frames_plan(self) -> Plan | None:
        """The plan that says what the committee's frame is; None where no plan does."""
        for plan in self.sources_of_plan:
            if self.committee.is_region or not plan.frame_of(self.committee.code).is_missing:
                return plan
        return None

    @cached_property
    def operating_net(self) -> Figure:
        """The net of the plan's printed operating budget, a cost: what there is where a plan prints no frame."""
        table = self.plan.table(plan_budget.OPERATING) if self.plan else None
        return plan_budget.printed_net(table)

    @cached_property
    def frames(self) -> FrameTable:
        """The committee's frames year by year, by its own plan or else by the region's; everybody's for the region."""
        only = None if self.committee.is_region else self.committee.code
        return plan_budget.frames(self.frames_plan, only) if self.frames_plan else FigureTable.of({}, ())

    @cached_property
    def operating_by_class(self) -> ClassTable | None:
        """The operating budget by account class; None where there is no workbook for the year."""
        table = self.sources.table("operating_budget")
        return None if table is None else plan_budget.by_account_class(table)

    @cached_property
    def operating_by_activity(self) -> ActivityTable | None:
        """The operating budget by activity; None where there is no workbook for the year."""
        table = self.sources.table("operating_budget")
        return None if table is None else plan_budget.by_activity(table)

    @cached_property
    def investments(self) -> InvestmentTable | None:
        """The investment budget by project; None where there is no workbook for the year."""
        table = self.sources.table("investment_budget")
        return None if table is None else plan_budget.investments(table)

    # Follow-up -----------------------------------------------------------------------------------------------------

    @cached_property
    def grades(self) -> tuple[Grade, ...]:
        """The scale that the plan's follow-up is graded on."""
        return self.scale(self.plan.scale) if self.plan else ()

    @cached_property
    def statuses(self) -> StatusTable:
        """Every followed entry with its status: see plan_statuses."""
        if self.plan is None:
            return FigureTable.of({}, plan_statuses.COLUMNS)
        return plan_statuses.statuses(self.plan, self.sources.plan_statuses, self.plans)

    @cached_property
    def assessed(self) -> StatusTable:
        """The entries above what is followed that have been assessed as a whole: see plan_statuses."""
        if self.plan is None:
            return FigureTable.of({}, plan_statuses.COLUMNS)
        return plan_statuses.assessed(self.plan, self.sources.plan_statuses, self.plans)

    @cached_property
    def status_occasions(self) -> dict[Period, StatusTable]:
        """`statuses` of each follow-up of the year that there is a workbook of, this one the last."""
        if self.plan is None:
            return {}
        earlier = {
            period: plan_statuses.statuses(self.plan, table, self.plans)
            for period, table in self.sources.earlier_tables.items()
        }
        return {**earlier, self.period: self.statuses}

    @cached_property
    def status_development(self) -> FigureTable[str]:
        """How many have each status at every follow-up of the year."""
        return status_development.development(self.status_occasions, self.grades)

    @cached_property
    def status_changes(self) -> ChangeTable:
        """What has another status than in the follow-up before; nothing in the year's first."""
        latest = list(self.status_occasions.values())[-2:]
        return status_development.changed(latest[0], latest[-1]) if latest else FigureTable.of({}, CHANGE_COLUMNS)

    @cached_property
    def status_counts(self) -> dict[str, Figure]:
        """How many have each status, those without one last."""
        return plan_statuses.by_status(self.statuses, self.grades)

    @cached_property
    def statuses_by_node(self) -> FigureTable[str]:
        """The same count for every entry with others below it: see plan_statuses."""
        return plan_statuses.by_node(self.plan, self.statuses, self.grades) if self.plan else FigureTable.of({}, ())

    @cached_property
    def statuses_by_root(self) -> FigureTable[str]:
        """The rows of `statuses_by_node` for the outermost entries."""
        if self.plan is None:
            return self.statuses_by_node
        return self.statuses_by_node.only(root.code for root in self.plan.roots)

    @cached_property
    def measured(self) -> MeasuredTable:
        """The plan's indicators beside what has been measured: see plan_measured."""
        return plan_measured.measured(self.plans, self.sources.table("plan_indicator_values"), self.period)

    @cached_property
    def operating_spending(self) -> OperatingTable:
        """The plan's operating budget beside outcome and forecast: see plan_spending."""
        return plan_spending.operating(self.sources.table("plan_operating_budget"))

    @cached_property
    def investment_spending(self) -> SpendingTable:
        """The plan's investments beside outcome and forecast: see plan_spending."""
        printed = self.plan.table(plan_spending.INVESTMENTS) if self.plan else None
        return plan_spending.investments(self.sources.table("plan_investments"), printed)

    @cached_property
    def worse(self) -> StatusTable:
        """What went otherwise than planned, the delayed first."""
        return plan_statuses.worse(self.statuses)

    @cached_property
    def without_status(self) -> StatusTable:
        """What has no status."""
        return plan_statuses.missing(self.statuses)
