"""Utvecklingen under året: the statuses at each follow-up of the plan, and what has changed since the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import prose_cell
from followup.sections.plan.entries import followed_words, title_of
from followup.sections.plan.register import codes_below
from followup.sections.plan.statuses import status_cell, workbook_and_plan

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport

ID = "andrad-status"


def chart(report: PlanReport) -> Block:
    """How many are done, otherwise than planned, or neither, at every follow-up of the year."""
    if report.plan is None or not len(report.statuses):
        return Text(id="diagram-utveckling", paragraphs=(["Det finns inga statusar att visa."],))
    from followup.charts import status_development as drawing

    noun = followed_words(report.plan)[1]
    return drawing.chart(report.status_development, report.grades, noun, source=workbook_and_plan(report))


def changed(report: PlanReport) -> Block | BlockSeries:
    """What has another status than at the follow-up before, from what to what, and why."""
    occasions = [period.month_and_year for period in report.status_occasions]
    if len(occasions) < 2 or report.plan is None:
        return Text(id=ID, paragraphs=(["Det här är årets första uppföljning av planen."],))
    before = occasions[-2]
    if not len(report.status_changes):
        return Text(id=ID, paragraphs=([f"Ingenting har en annan status än i {before}."],))
    rows: list[Row] = []
    for root in report.plan.roots:
        part = report.status_changes.only(codes_below(report.status_changes, root.code))
        if len(part):
            rows.append(Row(f"under-{root.code}", (Cell(title_of(report.plan, root)),), role="group"))
        rows += [
            Row(
                str(code),
                (
                    Cell(f"{code} {row.text('name')}"),
                    status_cell(report, row.text("before")),
                    status_cell(report, row.text("status")),
                    prose_cell(row.text("comment")),
                ),
            )
            for code, row in part.rows()
        ]
    return Table(
        id=ID,
        caption=f"Ändrad status sedan {before}",
        columns=(
            Column("label", followed_words(report.plan)[0].capitalize(), "text", 3.2),
            Column("before", f"I {before}", "status", 1.1),
            Column("status", "Nu", "status", 1.1),
            Column("comment", "Kommentar", "prose", 2.4),
        ),
        rows=tuple(rows),
        source=workbook_and_plan(report),
    )
