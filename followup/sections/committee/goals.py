"""Målstyrning: every goal with its assessment, and the assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import (
    FigureColumn,
    figure_table,
    grade_cell,
    numbered_rows,
    prose_cell,
    source_line,
    text_cell,
)
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.sections.shared import comments
from followup.tables.promise_rows import promise_in

if TYPE_CHECKING:
    from followup.reports.committee import Report


def overview(report: Report) -> Block:
    """Each goal as a symbol, by focus area and grade."""
    from followup.charts import goal_assessments

    if not len(report.goals):
        return Text(role="absent", id="mal-oversikt")
    grades = report.scale(report.kind.scale)
    tense = tense_of(report.period)
    return goal_assessments.chart(report.goals_by_focus_area, grades, source=_source(report), tense=tense)


def by_focus_area(report: Report) -> Block:
    """How many goals of each focus area have each grade, and what that comes to in a sentence under it."""
    frame, grades = report.goals_by_focus_area, report.scale(report.kind.scale)
    if not len(frame):
        return Text(role="absent", id="fokusomraden")
    columns = [FigureColumn(grade.code, grade.word, decimals=0) for grade in grades]
    caption = tense_of(report.period).told(
        "Bedömd måluppfyllelse för helåret per fokusområde", "Måluppfyllelse per fokusområde"
    )
    return figure_table(
        "fokusomraden",
        caption,
        frame.with_row("Alla mål", report.goals_by_grade),
        "Fokusområde",
        columns,
        totals=("Alla mål",),
        unit_line="Antal mål",
        source=_source(report),
    )


def attainment(report: Report) -> Text:
    """In which focus areas all goals are on track or were attained, and in which some are not."""
    frame, tense = report.goals_by_focus_area, tense_of(report.period)
    if not len(frame):
        return Text(role="absent", id="maluppfyllelse")
    all_met = tense.told("bedöms alla nämndens mål uppnås", "uppnåddes alla nämndens mål")
    bad = {
        "off_track": tense.told("inte bedöms uppnås", "inte uppnåddes"),
        "uncertain": tense.told("är osäkra", "uppnåddes delvis"),
        "not_assessed": tense.told("saknar bedömning", "saknade bedömning"),
    }
    met = [str(area) for area, row in frame.rows() if not any(row[code].value for code in bad)]
    items: list[Sentence] = []
    if met:
        items.append([f"Inom {swedish.list_of(met)} {all_met}."])
    for code, words in bad.items():
        areas = [(str(area), row[code]) for area, row in frame.rows() if row[code].value]
        sentence: Sentence = [f"Mål som {words} {tense.there_is} inom "]
        for place, (area, count) in enumerate(areas):
            joint = "" if place == 0 else " och " if place == len(areas) - 1 else ", "
            sentence += [f"{joint}{area} (", cell_of(count, 0), ")"]
        if areas:
            items.append([*sentence, "."])
    return Text(id="maluppfyllelse", title="Måluppfyllelse per fokusområde", items=tuple(items))


def assessments(report: Report) -> Block:
    """Every goal of the committee by focus area: assessment, trend and motivation."""
    if not len(report.goals):
        nothing = f"Nämnden {tense_of(report.period).has} inga mål i årets plan."
        return Text(role="absent", id="mal", title="Mål", paragraphs=([nothing],))
    texts, grades, trends = report.params.texts, report.scale(report.kind.scale), report.scale("trend")
    rows: list[Row] = []
    area = ""
    for code, goal in report.goals.rows():
        if goal.text("focus_area") != area:
            area = goal.text("focus_area")
            rows.append(Row(f"fokusomrade-{code}", (Cell(area),), role="group"))
        rows.append(
            Row(
                str(code),
                (
                    Cell(goal.text("goal")),
                    grade_cell(grades, goal.text("assessment")),
                    grade_cell(trends, goal.text("trend")),
                    prose_cell(goal.text("motivation")),
                ),
            )
        )
    return Table(
        id="mal",
        caption=tense_of(report.period).told("Bedömning av nämndens mål", "Nämndens mål och om de uppnåddes"),
        columns=(
            Column("goal", "Mål", "text", 2.2),
            Column("assessment", "Bedömning", "status", 1.6),
            Column("trend", "Trend", "status", 1.2),
            Column("motivation", "Motivering", "prose", 3.4),
        ),
        rows=tuple(rows),
        notes=(tense_of(report.period).told(texts.goals_assessed, texts.goals_assessed_of_year),),
        source=_source(report),
    )


def assignments(report: Report) -> Block:
    """The committee's assignments (uppdrag) with status."""
    table, promised = report.sources.assignments, report.subject.promises
    # The plan's promises have a table of their own.
    shown = [row for row in table.rows() if promise_in(promised, row.text("assignment")) is None]
    if not shown:
        nothing = f"Nämnden har inte redovisat några {'andra uppdrag än löftena' if promised else 'uppdrag'}."
        return Text(id="uppdrag", title="Uppdrag", paragraphs=([nothing],))
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
        rows=numbered_rows(
            "uppdrag",
            (
                (
                    Cell(_assignment(report, row.text("assignment"), row.text("goal"))),
                    grade_cell(grades, row.text("status")),
                    text_cell(swedish.date_iso(row.text("due")) if row.text("due") else ""),
                    text_cell(row.text("responsible")),
                    prose_cell(row.text("comment")),
                )
                for row in shown
            ),
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
