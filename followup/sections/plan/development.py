"""Utvecklingen under året: the statuses at each follow-up of the plan, and what has changed since the one before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import WORSE
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import prose_cell
from followup.ground import swedish
from followup.sections.plan.entries import followed_words, title_of
from followup.sections.plan.register import codes_below, named
from followup.sections.plan.statuses import status_cell, workbook_and_plan

if TYPE_CHECKING:
    from followup.analysis.plan.status_development import ChangeTable
    from followup.reports.plan import PlanReport

ID = "andrad-status"


def chart(report: PlanReport) -> Block:
    """How many are done, otherwise than planned, or neither, at every follow-up of the year."""
    if report.plan is None or not len(report.statuses):
        return Text(id="diagram-utveckling", paragraphs=(["Det finns inga statusar att visa."],))
    from followup.charts import status_development as drawing

    noun = followed_words(report.plan)[1]
    return drawing.chart(report.status_development, report.grades, noun, source=workbook_and_plan(report))


def changed(report: PlanReport) -> Block:
    """What has another status than at the follow-up before, from what to what, and why."""
    before = _before(report)
    if not before:
        return Text(id=ID, paragraphs=([_FIRST],))
    if not len(report.status_changes):
        return Text(id=ID, paragraphs=([f"Ingenting har en annan status än i {before}."],))
    return _table(report, report.status_changes, f"Ändrad status sedan {before}")


def news(report: PlanReport) -> BlockSeries:
    """In brief: how many have which status since the follow-up before, and what has begun or ceased to deviate."""
    before = _before(report)
    if not before:
        return BlockSeries((Text(id=ID, paragraphs=([_FIRST],)),))
    counted = Counter(report.status_changes.texts("status"))
    if not counted:
        return BlockSeries((Text(id=ID, paragraphs=([f"Ingenting har en annan status än i {before}."],)),))
    named = swedish.list_of(
        f"{swedish.lowered(status_cell(report, code).text)} {count}" for code, count in counted.items()
    )
    assert report.plan is not None  # it has entries that are followed
    words = swedish.counted(len(report.status_changes), *followed_words(report.plan))
    told = Text(id=ID, paragraphs=([f"{words} har en annan status än i {before}. Nu är de: {named}."],))
    apart = report.status_changes.where(lambda row: bool({row.text("before"), row.text("status")} & set(WORSE)))
    if not len(apart):
        return BlockSeries((told,))
    return BlockSeries((told, _table(report, apart, f"Avviker från planen, eller gör det inte längre, sedan {before}")))


_FIRST = "Det här är årets första uppföljning av planen."


def _before(report: PlanReport) -> str:
    """The month of the follow-up before this one; empty for the year's first."""
    occasions = [period.month_and_year for period in report.status_occasions]
    return occasions[-2] if len(occasions) > 1 and report.plan is not None else ""


def _table(report: PlanReport, changes: ChangeTable, caption: str) -> Table:
    assert report.plan is not None  # it has entries that are followed
    rows: list[Row] = []
    for root in report.plan.roots:
        part = changes.only(codes_below(changes, root.code))
        if len(part):
            rows.append(Row(f"under-{root.code}", (Cell(title_of(report.plan, root)),), role="group"))
        rows += [
            Row(
                str(code),
                (
                    Cell(named(report, code)),
                    status_cell(report, row.text("before")),
                    status_cell(report, row.text("status")),
                    prose_cell(row.text("comment")),
                ),
            )
            for code, row in part.rows()
        ]
    return Table(
        id=f"{ID}-tabell",
        caption=caption,
        columns=(
            Column("label", followed_words(report.plan)[0].capitalize(), "text", 3.2),
            Column("before", f"I {_before(report)}", "status", 1.1),
            Column("status", "Nu", "status", 1.1),
            Column("comment", "Kommentar", "prose", 2.4),
        ),
        rows=tuple(rows),
        source=workbook_and_plan(report),
    )
