"""Målstyrning: every goal with its assessment, and the assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.presentation import comments, swedish
from followup.presentation.blocks import Block, Cell, Chart, Column, Row, Table, Text
from followup.presentation.tables import grade_cell, prose_cell, source_line, text_cell

if TYPE_CHECKING:
    from followup.report import Report


def overview(report: Report) -> Chart:
    """Each goal as a symbol, by focus area and grade."""
    from followup.presentation.charts import goal_assessments

    return goal_assessments.chart(report.goals_by_focus_area, report.scale(report.kind.scale), source=_source(report))


def assessments(report: Report) -> Block:
    """Every goal of the committee by focus area: assessment, trend and motivation."""
    if not len(report.goals):
        return Text(id="mal", title="Mål", paragraphs=(["Nämnden har inga mål i årets plan."],))
    grades, trends = report.scale(report.kind.scale), report.scale("trend")
    rows: list[Row] = []
    area = ""
    for code, goal in report.goals.iterrows():
        if goal["focus_area"] != area:
            area = goal["focus_area"]
            rows.append(Row(f"fokusomrade-{code}", (Cell(area),), role="group"))
        rows.append(
            Row(
                str(code),
                (
                    Cell(goal["goal"]),
                    grade_cell(grades, goal["assessment"]),
                    grade_cell(trends, goal["trend"]),
                    prose_cell(goal["motivation"]),
                ),
            )
        )
    return Table(
        id="mal",
        caption="Bedömning av nämndens mål",
        columns=(
            Column("goal", "Mål", "text", 2.2),
            Column("assessment", "Bedömning", "status", 1.6),
            Column("trend", "Trend", "status", 1.2),
            Column("motivation", "Motivering", "prose", 3.4),
        ),
        rows=tuple(rows),
        notes=("Bedömningen gäller om målet nås vid årets slut. Trenden visar utvecklingen sedan förra rapporten.",),
        source=_source(report),
    )


def assignments(report: Report) -> Block:
    """The committee's assignments (uppdrag) with status."""
    table = report.sources.assignments
    if not len(table):
        return Text(id="uppdrag", title="Uppdrag", paragraphs=(["Nämnden har inte redovisat några uppdrag."],))
    grades = report.scale("assignment")
    return Table(
        id="uppdrag",
        caption="Nämndens uppdrag",
        columns=(
            Column("assignment", "Uppdrag", "text", 2.2),
            Column("status", "Status", "status", 1.2),
            Column("due", "Klart senast", "text", 1.1),
            Column("responsible", "Ansvarig", "text", 1.4),
            Column("comment", "Kommentar", "prose", 2.8),
        ),
        rows=tuple(
            Row(
                f"uppdrag-{number}",
                (
                    Cell(_assignment(report, row.text("assignment"), row.text("goal"))),
                    grade_cell(grades, row.text("status")),
                    text_cell(swedish.date_iso(row.text("due")) if row.text("due") else ""),
                    text_cell(row.text("responsible")),
                    prose_cell(row.text("comment")),
                ),
            )
            for number, row in enumerate(table.rows(), 1)
        ),
        source=source_line(table.workbook, example=report.sources.is_example),
    )


def comment(report: Report) -> Block:
    """The committee's own words on its goals."""
    return comments.section_comment(report, "goals")


def _source(report: Report) -> str:
    plan = report.params.plans[report.period.year]
    return source_line(report.sources.goals.workbook, example=report.sources.is_example) + f" Målen: {plan.title}."


def _assignment(report: Report, assignment: str, goal: str) -> str:
    """The assignment, with the goal that it serves where the workbook names one."""
    names = {known.code: known.name for known in report.params.plans[report.period.year].goals}
    return f"{assignment} (mål: {names[goal]})" if goal in names else assignment
