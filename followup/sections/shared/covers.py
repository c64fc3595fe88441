"""The cover of a document about a committee or the region: whose it is, of what period and kind, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Cover
from followup.document.tables import grade_cell

if TYPE_CHECKING:
    from followup.reports.head import ReportHead


def cover_of(
    report: ReportHead,
    *,
    status: str,
    handed_in: str,
    scale: str = "report_status",
    title: str = "",
    extracted: bool = True,
) -> Cover:
    """The cover with a status of the scale and the line that says who handed it in, or its source.

    `title` stands in place of the kind's where the document is not what the kind is called.
    """
    return Cover(
        id="forsta-sidan",
        title=title or report.kind.title,
        committee=report.committee.name,
        committee_code=report.committee.code,
        period=str(report.period),
        span=report.period.span,
        status=grade_cell(report.scale(scale), status),
        handed_in=handed_in,
        example=report.sources.is_example,
        data_date=report.sources.data_date.isoformat(),
        extracted=extracted,
    )
