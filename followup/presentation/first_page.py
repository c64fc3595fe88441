"""The first page and the section Sammanfattning: cover, four tiles, what the figures say, what the committee says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.period import Period
from followup.presentation import markdown, sentences, swedish
from followup.presentation.blocks import Block, Comment, Cover, Sentence, Text, Tile, Tiles
from followup.presentation.tables import grade_cell

if TYPE_CHECKING:
    from followup.report import Report


def cover(report: Report) -> Cover:
    """Committee, period, kind of report and status."""
    form = report.sources.cover
    handed_in = f"Lämnad {swedish.date_long(form.text('handed_in_on'))} av {form.text('handed_in_by')}"
    return Cover(
        id="forsta-sidan",
        title=f"{report.kind.name} {report.period.year}",
        committee=report.committee.name,
        committee_code=report.committee.code,
        period=str(report.period),
        span=report.period.span,
        status=grade_cell(report.scale("report_status"), form.text("status")),
        handed_in=handed_in,
        example=report.sources.is_example,
        data_date=report.sources.data_date.isoformat(),
    )


def tiles(report: Report) -> Tiles:
    """Accumulated deviation, forecast deviation, change since the previous forecast, goals by assessment."""
    net = report.net
    grades = report.scale(report.kind.scale)
    goal_lines: tuple[Sentence, ...] = tuple(
        [grade_cell(grades, grade.code), ": ", swedish.cell_of(report.goals_by_grade[grade.code], 0)]
        for grade in grades
        if grade.code != "on_track" and report.goals_by_grade[grade.code].value
    )
    on_track = swedish.cell_of(report.goals_by_grade["on_track"], 0)
    of_all = replace(on_track, text=f"{on_track.text} av {len(report.goals)}")
    return Tiles(
        id="nyckeltal",
        tiles=(
            Tile(
                f"Avvikelse mot budget, {report.period.span}",
                swedish.cell_of(net["deviation"], signed=True, with_unit=True),
                (["Budget ", swedish.cell_of(net["budget"], with_unit=True)],),
            ),
            Tile(
                "Prognos för helåret, avvikelse",
                swedish.cell_of(net["forecast_deviation"], signed=True, with_unit=True),
                (["Årsbudget ", swedish.cell_of(net["year_budget"], with_unit=True)],),
            ),
            Tile(
                "Ändring sedan föregående prognos",
                swedish.cell_of(net["forecast_change"], signed=True, with_unit=True),
                (_previous(report),),
            ),
            Tile("Mål som bedöms uppnås", of_all, goal_lines),
        ),
    )


def _previous(report: Report) -> Sentence:
    if not report.previous_occasion:
        return ["Årets första prognos"]
    month = Period.parse(report.previous_occasion).month_name
    deviation = swedish.cell_of(report.previous_forecast_deviation, signed=True, with_unit=True)
    return [f"Prognosen i {month} var ", deviation]


def in_brief(report: Report) -> Text:
    """Three to five sentences from the figures."""
    found = (
        sentences.deviation_sentence(report),
        sentences.forecast_sentence(report),
        sentences.extremes_sentence(report),
        sentences.goals_sentence(report),
        sentences.sickness_sentence(report),
    )
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(part for part in found if part))


def decision_needed(report: Report) -> Block:
    """What the committee asks to have decided; said outright where it asks for nothing."""
    asked = report.sources.cover.text("decision_needed")
    if asked.strip():
        return Comment("behover-beslut", "Behöver beslut", markdown.prose_of(asked), role="attention")
    return Text(
        id="behover-beslut",
        title="Behöver beslut",
        paragraphs=(["Nämnden har inte begärt något beslut med anledning av rapporten."],),
    )


def own_summary(report: Report) -> Comment:
    """The committee's own summary."""
    prose = markdown.prose_of(report.sources.cover.text("summary"))
    return Comment("namndens-sammanfattning", "Nämndens sammanfattning", prose)


def to_explain(report: Report) -> Text:
    """What the figures ask the committee to explain, and what it has explained."""
    found = tuple(sentences.findings_sentences(report.findings))
    if not found:
        nothing: Sentence = ["Ingen avvikelse är så stor att den behöver förklaras."]
        return Text(id="att-forklara", title="Avvikelser att förklara", paragraphs=(nothing,))
    open_questions = any(not finding.explained for finding in report.findings)
    role = "attention" if open_questions else "info"
    return Text(id="att-forklara", role=role, title="Avvikelser att förklara", items=found)
