"""What every report has, whoever it is about: its sources, its kind, and for a follow-up its place among forecasts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from followup.analysis import asked_decisions, economy
from followup.analysis.people import staff_protection
from followup.analysis.plan.target_values import target_values
from followup.ground.period import Period
from followup.params.subject import AboutSubject
from followup.tables.financial_history import CheckedRatio, checked_ratios

if TYPE_CHECKING:
    from followup.analysis.asked_decisions import DecisionTable
    from followup.analysis.economy import AccumulatedTable, EconomyRow, MonthTable
    from followup.analysis.people.staff_protection import StaffProtection
    from followup.analysis.plan.target_values import TargetValueTable
    from followup.ground.figure import Figure
    from followup.params.params import Grade, Plan, ReportKind
    from followup.params.subject import Subject
    from followup.sources.sources import Sources


@dataclass(frozen=True)
class ReportHead(AboutSubject):
    """A report of any kind: what it was made from, and what it is about."""

    sources: Sources

    @property
    def subject(self) -> Subject:
        return self.sources.subject

    @property
    def kind(self) -> ReportKind:
        return self.subject.kind

    @cached_property
    def checked_ratios(self) -> list[CheckedRatio]:
        """Every printed ratio of the financial goals' history with its verdict; none where there is no history."""
        history = self.sources.table("financial_history")
        return [] if history is None else checked_ratios(history, self.params.rules.financial_goals)

    @cached_property
    def target_values(self) -> TargetValueTable:
        """The measurable targets that the report answers for beside what has been measured: see target_values."""
        return target_values(self.subject.targets, self.sources.table("plan_target_values"), self.period)

    @property
    def _asking(self) -> tuple[Sources, ...]:
        """What those handed in who may ask for decisions here."""
        return (self.sources,)

    @cached_property
    def decisions(self) -> DecisionTable:
        """What is asked to be decided, by deadline: by the committee, or by the region and its committees."""
        return asked_decisions.decisions_of({one.committee.code: one.table("asked_decisions") for one in self._asking})

    def scale(self, name: str) -> tuple[Grade, ...]:
        """The grades of a scale in params/scales.yml."""
        return self.params.scales[name]


@dataclass(frozen=True)
class FollowUp(ReportHead):
    """A follow-up of the economy against budget and forecast: a committee's, or the region's."""

    @property
    def net(self) -> EconomyRow:
        """The ten figures of the whole, kronor with cost −; see economy.COLUMNS."""
        raise NotImplementedError

    @property
    def main_plan(self) -> Plan:
        """The year's main plan: its sources are refused without one."""
        return self.params.plans[self.period.year]

    @cached_property
    def forecast_occasion(self) -> str:
        """The occasion of the forecast that is shown: this period, or at the year's end the last one before it."""
        if self.period.is_year_end:
            return self.period.previous_among(self.params.calendar.forecast_occasions)
        return str(self.period)

    @cached_property
    def previous_occasion(self) -> str:
        """`2024-02`: the occasion of the forecast that this one is compared with; empty for the year's first."""
        if not self.forecast_occasion:
            return ""
        return Period.parse(self.forecast_occasion).previous_among(self.params.calendar.forecast_occasions)

    @cached_property
    def previous_forecast_deviation(self) -> Figure:
        """The previous forecast's deviation from the year's budget."""
        return self.net["previous_forecast"] - self.net["year_budget"]

    @cached_property
    def forecast_miss(self) -> Figure:
        """The year's outcome less the last forecast: above 0 the year ended better. For a year that is over."""
        return self.net["outcome"] - self.net["forecast"]

    @cached_property
    def protection(self) -> StaffProtection:
        """What is hidden of everybody in all that is published for the period; see staff_protection."""
        return staff_protection.decided(self.sources.everyone, self.period, self.params)

    @cached_property
    def net_cost_by_month(self) -> MonthTable:
        """Net cost per month; economy.by_month."""
        return economy.by_month(self.sources.ledger, self.period)

    @cached_property
    def accumulated_deviation(self) -> AccumulatedTable:
        """The deviation accumulated to each month; economy.accumulated_deviation."""
        return economy.accumulated_deviation(self.net_cost_by_month)
