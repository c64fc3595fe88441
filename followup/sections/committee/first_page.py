"""The first page and the section Sammanfattning: cover, four tiles, what the figures say, what the committee says.

A monthly report has tiles and sentences of its own, since it does not follow up the goals.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.people.staff import TOTAL
from followup.document import markdown
from followup.document.blocks import Block, Comment, Cover, Text, TextRole, Tile, Tiles
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.period import Period
from followup.sections.committee import promises
from followup.sections.shared import decisions, sentences
from followup.sections.shared.covers import cover_of

if TYPE_CHECKING:
    from followup.document.tables import Sourced
    from followup.ground.figure import Figure
    from followup.reports.committee import Report
    from followup.reports.head import ReportHead
    from followup.sections.shared.needs import Asking


def cover(report: ReportHead) -> Cover:
    """Committee, period, kind of report and status."""
    form = report.sources.cover
    handed_in = f"Lämnad {swedish.date_long(form.text('handed_in_on'))} av {form.text('handed_in_by')}"
    return cover_of(report, status=form.text("status"), handed_in=handed_in)


def tiles(report: Report) -> Tiles:
    """Accumulated deviation, forecast deviation, change since the previous forecast, goals by assessment.

    The year's first forecast has none before it: its net cost stands in the place of the change. Of a year that is
    over, how far it was from the last forecast is one tile, and sick leave has the fourth.
    """
    if tense_of(report.period).is_past:
        return _tiles(_deviation_tile(report), _miss_tile(report), _goals_tile(report), _sickness_tile(report))
    return _tiles(_deviation_tile(report), _forecast_tile(report), _change_tile(report), _goals_tile(report))


def month_tiles(report: Report) -> Tiles:
    """As `tiles`, with sick leave instead of the goals, which a monthly report does not follow up."""
    return _tiles(_deviation_tile(report), _forecast_tile(report), _change_tile(report), _sickness_tile(report))


def _tiles(*found: Tile) -> Tiles:
    return Tiles(id="nyckeltal", tiles=found)


def _deviation_tile(report: Report) -> Tile:
    label = tense_of(report.period).told(
        f"Avvikelse mot budget, {report.period.span}", f"Årets avvikelse mot budget, {report.period.year}"
    )
    deviation = cell_of(report.net["deviation"], signed=True, with_unit=True)
    return Tile(label, deviation, (["Budget ", cell_of(report.net["budget"], with_unit=True)],))


def _forecast_tile(report: Report) -> Tile:
    deviation = cell_of(report.net["forecast_deviation"], signed=True, with_unit=True)
    budget = cell_of(report.net["year_budget"], with_unit=True)
    return Tile("Prognos för helåret, avvikelse", deviation, (["Årsbudget ", budget],))


def _change_tile(report: Report) -> Tile:
    if not report.previous_occasion:
        forecast = cell_of(report.net["forecast"], with_unit=True)
        return Tile("Prognos för helåret, nettokostnad", forecast, (["Årets första prognos"],))
    change = cell_of(report.net["forecast_change"], signed=True, with_unit=True)
    month = Period.parse(report.previous_occasion).month_name
    line: Sentence = [f"Prognosen i {month} var ", _with_unit(report.previous_forecast_deviation)]
    return Tile("Ändring sedan föregående prognos", change, (line,))


def _miss_tile(report: Report) -> Tile:
    if not report.forecast_occasion:
        return Tile("Utfall jämfört med sista prognosen", Cell(swedish.MISSING), (["Ingen prognos lämnades"],))
    month = Period.parse(report.forecast_occasion).month_name
    line: Sentence = [f"Prognosen i {month} var ", _with_unit(report.net["forecast_deviation"])]
    return Tile("Utfall jämfört med sista prognosen", _with_unit(report.forecast_miss), (line,))


def _goals_tile(report: Report) -> Tile:
    tense = tense_of(report.period)
    label = tense.told("Mål som bedöms uppnås", "Mål som uppnåddes")
    if not len(report.goals):
        return Tile(label, Cell(swedish.MISSING), ([f"{tense.told('Har', 'Hade')} inga mål i årets plan"],))
    grades = report.scale(report.kind.scale)
    lines: tuple[Sentence, ...] = tuple(
        [grade_cell(grades, grade.code), ": ", cell_of(report.goals_by_grade[grade.code], 0)]
        for grade in grades
        if grade.code != "on_track" and report.goals_by_grade[grade.code].value
    )
    on_track = cell_of(report.goals_by_grade["on_track"], 0)
    return Tile(label, replace(on_track, text=f"{on_track.text} av {len(report.goals)}"), lines)


def _sickness_tile(report: Report) -> Tile:
    tense, year = tense_of(report.period), report.period.year
    label = tense.told(f"Sjukfrånvaro, {report.period.span}", f"Sjukfrånvaro {year}")
    total = report.sickness.row(TOTAL)
    before = cell_of(total["last_year"], with_unit=True)
    line: Sentence = [tense.told(f"Samma månader {year - 1}: ", f"{year - 1}: "), before]
    return Tile(label, cell_of(total["this_year"], with_unit=True), (line,))


def _with_unit(figure: Figure) -> Cell:
    return cell_of(figure, signed=True, with_unit=True)


def in_brief(report: Report) -> Text:
    """Three to five sentences from the figures: of a year that is over, how it ended and not what is forecast."""
    ended = tense_of(report.period).is_past
    return _brief(
        sentences.deviation_sentence(report),
        sentences.miss_sentence(report) if ended else sentences.forecast_sentence(report),
        sentences.extremes_sentence(report),
        sentences.goals_sentence(report),
        sentences.sickness_sentence(report),
    )


def month_in_brief(report: Report) -> Text:
    """As `in_brief`, the forecast first and without the goals, but with the promises of the plan."""
    return _brief(
        sentences.forecast_sentence(report),
        sentences.deviation_sentence(report),
        sentences.extremes_sentence(report),
        sentences.sickness_sentence(report),
        promises.in_a_sentence(report),
    )


def _brief(*found: Sentence | None) -> Text:
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(part for part in found if part))


def decision_needed(report: Asking) -> Block:
    """What the committee asks to have decided; said outright where it asks for nothing."""
    return decisions.asked(report)


def own_summary(report: Sourced) -> Comment:
    """The committee's own summary."""
    prose = markdown.prose_of(report.sources.cover.text("summary"))
    return Comment("namndens-sammanfattning", "Nämndens sammanfattning", prose)


def to_explain(report: Report) -> Text:
    """What the figures ask the committee to explain, and what it has explained."""
    tense = tense_of(report.period)
    found = sentences.findings_sentences(report.findings, tense, report.forecast_occasion)
    nothing = tense.told(
        "Ingen avvikelse är så stor att den behöver förklaras.",
        "Ingen avvikelse var så stor att den behövde förklaras.",
    )
    if not found:
        return Text(id="att-forklara", title="Avvikelser att förklara", paragraphs=([nothing],))
    open_questions = any(not finding.explained for finding in report.findings)
    role: TextRole = "attention" if open_questions else "info"
    return Text(id="att-forklara", role=role, title="Avvikelser att förklara", items=tuple(found))
