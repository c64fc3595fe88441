"""The first page and the section Sammanfattning: cover, verdict, four tiles, why, what the committee says.

Nothing is said twice on the page. A monthly report has tiles and sentences of its own, since it does not follow up the
goals.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis import indicators
from followup.analysis.economy import NET
from followup.analysis.measures import with_decision
from followup.analysis.people.staff import TOTAL
from followup.document import markdown
from followup.document.blocks import Block, Comment, Cover, Text, TextRole, Tile, Tiles
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.sections.committee import forecast_support, headline, promises
from followup.sections.shared import decisions, sentences
from followup.sections.shared.covers import cover_of
from followup.sections.shared.rounding import with_rounding
from followup.sections.shared.verdicts import sign_of

if TYPE_CHECKING:
    from followup.analysis.indicators import IndicatorTable
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


def verdict(report: Report) -> Text:
    """What the year is expected to end with, or ended with, in a sentence."""
    return headline.verdict(report)


def tiles(report: Report) -> Tiles:
    """Deviation so far, or the net cost of a year that is over; goals, quality indicators and sick leave.

    The forecast, and how the year ended, stand in the verdict above them.
    """
    economy = _year_tile(report) if tense_of(report.period).is_past else _deviation_tile(report)
    return _tiles(economy, _goals_tile(report), quality_tile(report), _sickness_tile(report))


def month_tiles(report: Report) -> Tiles:
    """As `tiles`, with the year's net cost instead of the goals, which a monthly report does not follow up."""
    return _tiles(_deviation_tile(report), _forecast_tile(report), measures_tile(report), _sickness_tile(report))


def _tiles(*found: Tile) -> Tiles:
    return Tiles(id="nyckeltal", tiles=with_rounding(found))


def _deviation_tile(report: Report) -> Tile:
    deviation = cell_of(report.net["deviation"], signed=True, with_unit=True)
    label = f"Avvikelse mot budget, {report.period.span}"
    return Tile(label, deviation, (["Budget ", cell_of(report.net["budget"], with_unit=True)],))


def _year_tile(report: Report) -> Tile:
    outcome = cell_of(report.net["outcome"], with_unit=True)
    budget: Sentence = ["Budget ", cell_of(report.net["year_budget"], with_unit=True)]
    return Tile(f"{_net_word(report.net['outcome'])} {report.period.year}", outcome, (budget,))


def _forecast_tile(report: Report) -> Tile:
    forecast = cell_of(report.net["forecast"], with_unit=True)
    budget: Sentence = ["Årsbudget ", cell_of(report.net["year_budget"], with_unit=True)]
    word = _net_word(report.net["forecast"])
    return Tile(f"Prognos för helåret, {word[0].lower()}{word[1:]}", forecast, (budget,))


def _net_word(net: Figure) -> str:
    """What an amount without a sign is: a committee whose revenue is larger than its costs has no net cost."""
    return "Nettointäkt" if sign_of(net) > 0 else "Nettokostnad"


def quality_tile(report: Report) -> Tile:
    tense = tense_of(report.period)
    label = tense.told("Indikatorer som når målvärdet", "Indikatorer som nådde målvärdet")
    return _reaching(report, label, report.quality, "Nämnden har inga kvalitetsindikatorer")


def measures_tile(report: Report) -> Tile:
    """Of the indicators that a monthly report shows."""
    return _reaching(report, "Verksamhetsmått som når målvärdet", report.monthly_quality, "Inget mäts varje månad")


def _reaching(report: Report, label: str, table: IndicatorTable, nothing: str) -> Tile:
    """How many reach their target of those that are judged, how the others stand, and how many values are old."""
    if not len(table):
        return Tile(label, Cell(swedish.MISSING), ([nothing],))
    grades = report.scale(tense_of(report.period).told("indicator", "indicator_outcome"))
    judged = indicators.judged(table)
    counts = indicators.count_by_grade(table, grades)
    lines: list[Sentence] = [
        [grade_cell(grades, grade.code), ": ", cell_of(counts[grade.code], 0)]
        for grade in grades
        if grade.code != "meets" and counts[grade.code].value
    ]
    old = indicators.measured_before(judged, report.period.year)
    if len(old):
        years = swedish.list_of(sorted({row.text("measured")[:4] for _, row in old.rows()}))
        lines.append([f"Bedömda på värden från {years}: ", cell_of(indicators.count_of(old), 0)])
    if not len(judged):
        return Tile(label, Cell(swedish.MISSING), tuple(lines))
    shown = cell_of(counts["meets"], 0)
    return Tile(label, replace(shown, text=f"{shown.text} av {len(judged)}"), tuple(lines))


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


def in_brief(report: Report) -> Text:
    """What explains the verdict, in at most five sentences; see `headline`."""
    return _brief(*headline.causes(report), headline.without_measure(report), *headline.trust(report))


def month_in_brief(report: Report) -> Text:
    """As `in_brief`, with the promises of the plan."""
    points = (*headline.causes(report), headline.without_measure(report), *headline.trust(report))
    return _brief(*points, promises.in_a_sentence(report))


def _brief(*found: Sentence | None) -> Text:
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(part for part in found if part))


def decision_needed(report: Asking) -> Block:
    """What the committee asks to have decided; said outright where it asks for nothing."""
    return decisions.asked(report)


def decision_awaited(report: Report) -> Block:
    """As `decision_needed`, of a report with measures: where nothing is asked, that what it proposes is not decided."""
    if len(with_decision(report.measures, "proposed")):
        return decisions.asked(report, f"{decisions.NOTHING} De föreslagna åtgärderna är ännu inte beslutade.")
    return decisions.asked(report)


def own_summary(report: Sourced) -> Comment:
    """The committee's own summary."""
    prose = markdown.prose_of(report.sources.cover.text("summary"))
    return Comment("namndens-sammanfattning", "Nämndens sammanfattning", prose)


def to_explain(report: Report) -> Text:
    """What the figures ask the committee to explain, and what it has explained."""
    tense = tense_of(report.period)
    found = sentences.findings_sentences(report.findings, tense, report.forecast_occasion)
    outside = [] if tense.is_past else forecast_support.to_explain(report)
    found += outside
    nothing = tense.told(
        "Ingen avvikelse är så stor att den behöver förklaras.",
        "Ingen avvikelse var så stor att den behövde förklaras.",
    )
    if not found:
        return Text(id="att-forklara", title="Avvikelser att förklara", paragraphs=([nothing],))
    open_questions = bool(outside and NET not in report.commented) or any(
        not finding.explained for finding in report.findings
    )
    role: TextRole = "attention" if open_questions else "info"
    return Text(id="att-forklara", role=role, title="Avvikelser att förklara", items=tuple(found))
