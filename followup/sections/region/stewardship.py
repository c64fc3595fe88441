"""God ekonomisk hushållning: the two halves that the law asks for, a computed proposal, and the region's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region.financial_goals import SOLIDITY
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence
from followup.document.tables import grade_cell, source_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.params.texts import StewardshipWords
from followup.sections.region.comments import first_words_of, section_comment
from followup.sections.region.financial_goals import NAMES, goal_cell, target_text

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import GoalAssessment
    from followup.reports.region import RegionReport


_WHEN = {
    (True, True): "både i år och över tid",
    (False, True): "över tid, men inte i år",
    (True, False): "i år, men inte över tid",
    (False, False): "varken i år eller över tid",
}


def assessment(report: RegionReport) -> Table:
    """The financial goals and the focus areas with their assessments, each half and the whole."""
    found = report.finance.stewardship
    grades = report.scale(report.kind.scale)
    area_notes = ["beslutad bedömning" if by else "beräknat förslag" for by in report.focus_areas.texts("decided_by")]
    rows = [Row("grupp-finansiella", (Cell("Finansiella mål"),), role="group")]
    for measure in found.financial_goals:
        goal = report.finance.goals[measure]
        rows.append(Row(measure, (Cell(NAMES[measure]), goal_cell(report, goal), Cell(_why(report, goal)))))
    rows.append(_total("finansiella", "Finansiella mål sammantaget", grade_cell(grades, found.financial)))
    rows.append(Row("grupp-fokusomraden", (Cell("Verksamhetens fokusområden"),), role="group"))
    for (name, grade), note in zip(found.focus_areas.items(), area_notes, strict=True):
        rows.append(Row(str(name), (Cell(str(name)), grade_cell(grades, grade), Cell(note.capitalize()))))
    rows.append(_total("verksamhet", "Fokusområden sammantaget", grade_cell(grades, found.operations)))
    rows.append(_total("helheten", "God ekonomisk hushållning, beräknat förslag", grade_cell(grades, found.whole)))
    return Table(
        id="god-ekonomisk-hushallning",
        caption="God ekonomisk hushållning: finansiella mål och verksamhetens fokusområden",
        columns=(
            Column("label", "Mål", "text", 2.6),
            Column("assessment", "Bedömning", "status", 1.5),
            Column("why", "Bygger på", "text", 3.0),
        ),
        rows=tuple(rows),
        notes=(_rule(report),),
        source=source_of(report, "financial_history", "income_statement", "balance_sheet", "focus_area_assessments"),
    )


def _total(key: str, label: str, grade: Cell) -> Row:
    return Row(key, (Cell(label), grade, Cell("")), role="total")


def _why(report: RegionReport, goal: GoalAssessment) -> str:
    """`Målvärde minst 2 %. Nås över tid, men inte i år.`"""
    aim = f"Målvärde {target_text(goal)}."
    if goal.met_now is None or goal.met_over_time is None:
        return f"{aim} Kan inte bedömas: {goal.now.why or goal.over_time.why}."
    reached = tense_of(report.period).told("Nås", "Nåddes")
    if goal.measure == SOLIDITY and goal.met_over_time and not goal.met_now:
        verb, first, (before, year) = tense_of(report.period).is_, goal.years[0], goal.years[-2:]
        start = "årets början" if before == year - 1 else f"slutet av {before}"
        return f"{aim} Soliditeten {verb} lägre än vid {start}, men inte lägre än vid slutet av {first}."
    return f"{aim} {reached} {_WHEN[goal.met_now, goal.met_over_time]}."


def _rule(report: RegionReport) -> str:
    limits = report.params.rules.roll_up
    words = {grade.code: grade.word for grade in report.scale(report.kind.scale)}
    return report.params.texts.stewardship.filled(
        StewardshipWords(
            on_track=words["on_track"],
            uncertain=words["uncertain"],
            off_track=words["off_track"],
            on_track_share=swedish.percent(limits.on_track_percent, 0),
            off_track_share=swedish.percent(limits.off_track_percent, 0),
        )
    )


def conclusion(report: RegionReport) -> Text:
    """The proposal in words: forecast in the course of the year, settled when it is over."""
    found = report.finance.stewardship
    law = (
        "God ekonomisk hushållning innebär enligt kommunallagen att både de finansiella målen och verksamhetens mål "
        "uppnås."
    )
    sentences: tuple[Sentence, ...] = (
        [f"{law} {_halves(report, found.financial, found.operations)}."],
        whole_in_words(report),
    )
    return Text(id="god-ekonomisk-hushallning-slutsats", paragraphs=sentences)


def whole_in_words(report: RegionReport) -> Sentence:
    """What the computed proposal for the whole is, in a sentence."""
    found = report.finance.stewardship
    year = report.period.year
    told = tense_of(report.period).told
    what = "god ekonomisk hushållning"
    proposal = {
        "on_track": told(f"bedöms {what} uppnås {year}", f"uppnåddes {what} {year}"),
        "uncertain": told(f"är det osäkert om {what} uppnås {year}", f"uppnåddes {what} delvis {year}"),
        "off_track": told(f"bedöms {what} inte uppnås {year}", f"uppnåddes {what} inte {year}"),
    }
    if found.whole in proposal:
        return [f"Enligt det beräknade förslaget {proposal[found.whole]}."]
    return [f"God ekonomisk hushållning {year} kan inte bedömas av underlaget."]


def own_in_words(report: RegionReport) -> Sentence | None:
    """What the region itself says first of it, in its own words, and the proposal; None where it says nothing."""
    said = first_words_of(report.sources.comments, "stewardship")
    if not said:
        return None
    grades = report.scale(report.kind.scale)
    word = next(one.word for one in grades if one.code == report.finance.stewardship.whole)
    return [f"Regionens egen bedömning: {said.rstrip('.')}. Beräknat förslag: {swedish.lowered(word)}."]


def _halves(report: RegionReport, financial: str, operations: str) -> str:
    """`Det är osäkert om de finansiella målen och verksamhetens mål uppnås`; each for itself where they differ."""
    names = {"de finansiella målen": financial, "verksamhetens mål": operations}
    if financial == operations:
        names = {swedish.list_of(names): financial}
    said = ", och ".join(_half(report, name, grade) for name, grade in names.items())
    return f"{said[0].upper()}{said[1:]}"


def _half(report: RegionReport, name: str, grade: str) -> str:
    """`de finansiella målen bedöms uppnås`, `verksamhetens mål har delvis uppnåtts`."""
    if grade == "uncertain" and not report.period.is_year_end:
        return f"det är osäkert om {name} uppnås"
    words = {
        "on_track": tense_of(report.period).told("bedöms uppnås", "har uppnåtts"),
        "uncertain": "har delvis uppnåtts",
        "off_track": tense_of(report.period).told("bedöms inte uppnås", "har inte uppnåtts"),
        "not_assessed": "saknar en samlad bedömning",
    }
    return f"{name} {words[grade]}"


def comment(report: RegionReport) -> Block:
    """The region's own assessment, in its own words."""
    return section_comment(report, "stewardship")
