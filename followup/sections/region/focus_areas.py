"""Fokusområden: what their goals make of them, what has been decided instead, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell, source_line
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.sections.region.goal_matrix import rule
from followup.tables.focus_area_rows import unknown_areas

if TYPE_CHECKING:
    from followup.ground.figure_table import FigureRow
    from followup.reports.region import RegionReport


def assessments(report: RegionReport) -> Block:
    """Per focus area: its goals, the computed proposal, the decision, and the reason with who decided and when."""
    frame = report.focus_areas
    if not len(frame):
        nothing = "Årets plan har inga fokusområden."
        return Text(id="fokusomraden", title="Fokusområden", paragraphs=([nothing],))
    grades = report.scale(report.kind.scale)
    reached = tense_of(report.period).told("nås", "nåddes")
    rows = []
    for name, area in frame.rows():
        on_track = cell_of(area["on_track"], 0)
        shown = replace(on_track, text=f"{on_track.text} av {int(area['goals'].value or 0)}")
        cells = (
            Cell(str(name)),
            shown,
            grade_cell(grades, area.text("proposal")),
            grade_cell(grades, area.text("decision")),
        )
        rows.append(Row(report.focus_area_codes.get(str(name), str(name)), (*cells, _reason(area))))
    return Table(
        id="fokusomraden",
        caption="Bedömning av fokusområden",
        columns=(
            Column("label", "Fokusområde", "text", 1.9),
            Column("on_track", f"Mål som {reached}", "number", 1.8),
            Column("proposal", "Beräknat förslag", "status", 1.3),
            Column("decision", "Bedömning", "status", 1.3),
            Column("reason", "Skäl", "prose", 3.2),
        ),
        rows=tuple(rows),
        notes=(
            f"Förslaget räknas fram ur fokusområdets mål, och målen ur nämndernas bedömningar. {rule(report)}",
            "Utan eget beslut gäller förslaget.",
        ),
        source=source_line(report.sources.focus_area_assessments.workbook, example=report.sources.is_example),
    )


def _reason(area: FigureRow[str]) -> Cell:
    if not area.text("reason"):
        return Cell("Förslaget gäller.")
    prose = markdown.prose_of(area.text("reason"))
    signed = f"Beslutat av {area.text('decided_by')}, {swedish.date_iso(area.text('decided_on'))}."
    prose = [*prose, {"p": [signed]}]
    return Cell(markdown.plain_of(prose), prose=prose)


def differences(report: RegionReport) -> Text:
    """Where the decision is another than the proposal, in a sentence each; and decisions on what is no focus area."""
    frame = report.focus_areas
    words = {grade.code: grade.word for grade in report.scale(report.kind.scale)}
    decided = frame.where(lambda area: area.text("decided_by") != "")
    apart = decided.where(lambda area: area.text("decision") != area.text("proposal"))
    items: list[Sentence] = [
        [
            f"{name}: bedömningen är ”{words[area.text('decision')]}”, det beräknade förslaget var "
            f"”{words[area.text('proposal')]}”. Beslutat av {area.text('decided_by')} "
            f"{swedish.date_long(area.text('decided_on'))}."
        ]
        for name, area in apart.rows()
    ]
    unknown = unknown_areas(report.sources.focus_area_assessments, report.focus_area_codes)
    items += [
        [f"Raden ”{text}” på bladet Fokusområden är inget fokusområde i planen och har inte använts."]
        for text in unknown
    ]
    if items:
        return Text(
            id="fokusomraden-avvikelser",
            role="attention" if unknown else "info",
            title="Bedömningar som skiljer sig från förslaget",
            items=tuple(items),
        )
    same = "Inget fokusområde har ett eget beslut: det beräknade förslaget gäller för alla."
    if len(decided) == 1:
        same = "Ett fokusområde har ett eget beslut, och det är likt förslaget."
    elif len(decided):
        count = swedish.in_words(len(decided)).capitalize()
        same = f"{count} fokusområden har ett eget beslut, och alla är lika förslaget."
    return Text(id="fokusomraden-avvikelser", paragraphs=([same],))
