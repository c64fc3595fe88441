"""Refuses a report whose tables do not agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError
from followup.ground.figure import Figure, joined
from followup.ground.wording import listed
from followup.reports.agreement import committee, plan, region
from followup.reports.agreement.equality import Equality
from followup.reports.plan import PlanReport
from followup.reports.region import RegionReport

if TYPE_CHECKING:
    from followup.reports.committee import Report


def assert_agreement(report: Report | RegionReport | PlanReport) -> None:
    """Raises ReportError with every two places of the report that differ, and by how much."""
    if isinstance(report, RegionReport):
        found: Iterable[Equality] = region.equalities(report)
    elif isinstance(report, PlanReport):
        found = plan.equalities(report)
    else:
        found = committee.equalities(report)
    name = f"{report.committee.code}, {report.period}"
    problems = [_problem(one, name) for one in found if not one.holds]
    if problems:
        raise ReportError(dict.fromkeys(problems))


def _problem(equality: Equality, report: str) -> Problem:
    left, right = equality.left, equality.right
    workbooks = dict.fromkeys(cells.workbook for cells in joined([left.figure.origin, right.figure.origin]))
    rest = f" i {listed(workbooks)}" if workbooks else ""
    return Problem(
        f"rapporten {report}",
        found=f"Två tabeller i rapporten går isär ({equality.what}): {left.name} ger {_shown(left.figure)}, men "
        f"{right.name} ger {_shown(right.figure)}.",
        expected="Samma uppgift är lika på alla ställen i en rapport.",
        remedy=f"Leta efter rader{rest} som räknas med på det ena stället och inte på det andra. Finns inga sådana är "
        "det ett fel i programmet.",
    )


def _shown(figure: Figure) -> str:
    return str(figure).replace("\u00a0", " ")
