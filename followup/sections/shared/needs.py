"""What a section needs of a report, where more than one kind of report has the section.

A section of one kind alone takes that kind's class. What every report has is `reports.head.ReportHead`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from followup.document.tables import Sourced

if TYPE_CHECKING:
    from followup.analysis.asked_decisions import DecisionTable
    from followup.analysis.comparison import ComparisonTable
    from followup.analysis.people.staff import StaffTable, YearsTable
    from followup.analysis.plan.target_values import TargetValueTable
    from followup.ground.period import Period
    from followup.params.params import Committee, Grade, Params


class Addressed(Sourced, Protocol):
    """A report on somebody's period, by the rules and texts of `params`."""

    @property
    def committee(self) -> Committee: ...

    @property
    def period(self) -> Period: ...

    @property
    def params(self) -> Params: ...


class Asking(Addressed, Protocol):
    """A report whose committee, or region, asks for decisions."""

    @property
    def decisions(self) -> DecisionTable: ...


class Compared(Addressed, Protocol):
    """A report that sets the region beside the country: a committee's, or the region's."""

    @property
    def comparison(self) -> ComparisonTable: ...


class WithTargets(Addressed, Protocol):
    """A report that answers for measurable targets: of a plan, of a committee, or of the region."""

    @property
    def target_values(self) -> TargetValueTable: ...

    def scale(self, name: str) -> tuple[Grade, ...]: ...


class WithSickLeave(Addressed, Protocol):
    """A report with the sick leave of all whom it is about: a committee's, or the region's."""

    @property
    def sickness(self) -> StaffTable: ...

    @property
    def sickness_by_month(self) -> YearsTable: ...
