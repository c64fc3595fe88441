"""What one report is about, resolved once: for whom, when, which kind of report, which plans, out of which data.

    subject = subject_of(Path("data/example"), Period(2024, 4), "DNKS", load_params())
    subject.committee.name, subject.kind.title, subject.reader

Whoever opens, checks or builds a report asks `subject_of` at the door and hands the answer on: nothing below it looks a
committee or a kind of report up by its code again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.params.calendar import ReportKind
from followup.params.layouts import Reader
from followup.params.params import Committee, Params
from followup.params.plan.promises import Promise
from followup.params.plan.targets import Target
from followup.params.plans import Plan

PlanTarget = tuple[Plan, Target]


@dataclass(frozen=True, eq=False)
class Subject:
    """One report's committee (or the region), period and kind; `data` is the folder that its workbooks stand in."""

    committee: Committee
    period: Period
    kind: ReportKind
    data: Path
    params: Params

    @property
    def code(self) -> str:
        """The committee's code, or REGION."""
        return self.committee.code

    @property
    def reader(self) -> Reader:
        """Which layouts the report reads."""
        return self.kind.reader

    @cached_property
    def reporting(self) -> tuple[Committee, ...]:
        """All that leave a report for the period, in the registry's order; the region comes last."""
        return tuple(self.params.reporting(self.period))

    @cached_property
    def before(self) -> Period | None:
        """The period that was reported before this one, of the same sort; None for the first."""
        return self.params.calendar.before(self.period)

    @cached_property
    def earlier(self) -> Subject | None:
        """The same committee's report of the period before; None where there was no such period or committee."""
        if self.before is None or not self.committee.exists_in(self.before.year):
            return None
        return replace(self, period=self.before, kind=self.params.kind_of(self.before, self.code))

    @cached_property
    def earlier_in_year(self) -> tuple[Period, ...]:
        """The periods of the year that were reported before this one, of the same sort, in order."""
        return self.params.calendar.earlier_in_year(self.period)

    @cached_property
    def brief_in_year(self) -> tuple[Period, ...]:
        """Those of them that are monthly reports: they have a sentence about the promises, and no table."""
        kinds = {period: self.params.kind_of(period, self.code) for period in self.earlier_in_year}
        return tuple(period for period, kind in kinds.items() if not kind.assesses_goals)

    @cached_property
    def plans(self) -> list[Plan]:
        """The committee's own plans of the year, its main plan first; empty where it has none of its own.

        A follow-up has also those that another owns and it reports on, and an earlier year's that it still reports on.
        """
        found = self.params.plans_followed_by if self.reader == "plan_follow_up" else self.params.plans_of
        return found(self.code, self.period.year)

    @cached_property
    def targets(self) -> list[PlanTarget]:
        """The measurable targets that the report answers for, each with its plan.

        Those of its own plans, and those that the region's plan gives the committee; for the region all of its own.
        """
        given = [self.region_plan] if self.region_plan and self.region_plan not in self.plans else []
        own = [(plan, target) for plan in self.plans for target in plan.targets]
        return own + [(plan, target) for plan in given for target in plan.targets_of(self.code)]

    @cached_property
    def promises(self) -> list[Promise]:
        """The promises of the region's plan that the committee carries; for the region all of them."""
        plan = self.region_plan
        if plan is None:
            return []
        return list(plan.promises) if self.committee.is_region else plan.promises_of(self.code)

    @cached_property
    def region_plan(self) -> Plan | None:
        """The region's plan of the year, from which a committee has its goals and its frame."""
        found = self.params.plans_of(REGION, self.period.year)
        return found[0] if found else None

    @property
    def main_plan(self) -> Plan | None:
        """The year's main plan, whoever it belongs to; None for a year without one."""
        return self.params.plans.get(self.period.year)

    def has_report(self, period: Period) -> bool:
        """Whether the calendar has a report of the same sort, by the same committee, of another period."""
        known = {one.period for one in self.params.calendar.periods}
        return str(period) in known and self.params.kind_of(period, self.code).reader == self.reader

    def of(self, committee: Committee) -> Subject:
        """The report that another committee makes, or would make, of the same period out of the same data."""
        return replace(self, committee=committee, kind=self.params.kind_of(self.period, committee.code))


def subject_of(data: Path, period: Period, code: str, params: Params) -> Subject:
    """Raises ReportError for a period that is not in the calendar, and for a committee that does not exist then."""
    kind = params.kind_of(period, code)
    return Subject(params.committee(code, period.year), period, kind, data, params)


def subjects_of(data: Path, period: Period, params: Params) -> tuple[Subject, ...]:
    """Every report that is due for a period, the region's last. Raises ReportError as `subject_of`."""
    return tuple(subject_of(data, period, one.code, params) for one in params.reporting(period))


class _HasSubject(Protocol):
    @property
    def subject(self) -> Subject: ...


class AboutSubject:
    """Mixed into what is made of one report's subject: its committee, period and params under their own names."""

    @property
    def committee(self: _HasSubject) -> Committee:
        return self.subject.committee

    @property
    def period(self: _HasSubject) -> Period:
        return self.subject.period

    @property
    def params(self: _HasSubject) -> Params:
        return self.subject.params
