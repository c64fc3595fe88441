"""What must agree in a plan as a document, and in the follow-up of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.analysis import economy, investments
from followup.ground.figure import COUNT, Figure
from followup.reports.agreement.equality import Equality, Place, rows_sum_to

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport


def equalities(report: PlanReport) -> Iterator[Equality]:
    """The budget by class and by activity, the investments, and the statuses."""
    if report.kind.reader == "plan_follow_up":
        if report.plan is not None:
            number = Figure(float(len(report.statuses)), COUNT)
            told = Figure.sum(report.status_counts.values(), COUNT)
            yield Equality("antal", Place("allt per status", told), Place("allt som följs upp", number))
        return
    classes, activities = report.operating_by_class, report.operating_by_activity
    if classes is not None and activities is not None and len(classes) and len(activities):
        yield from rows_sum_to(classes, economy.NET, ("amount",), "driftbudgeten per kontoklass")
        yield from rows_sum_to(activities, economy.NET, ("net",), "driftbudgeten per verksamhet")
        yield Equality(
            "nettokostnaden",
            Place("driftbudgeten per kontoklass", classes[economy.NET, "amount"]),
            Place("driftbudgeten per verksamhet", activities[economy.NET, "net"]),
        )
    if report.investments is not None:
        yield from rows_sum_to(report.investments, investments.TOTAL, ("year_0",), "investeringsbudgeten")
