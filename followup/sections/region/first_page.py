"""The first page of the region's report: four tiles, what the figures say, what the region says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.people.staff import TOTAL
from followup.document import markdown
from followup.document.blocks import Comment, Text, Tile, Tiles
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.sections.region import headline
from followup.sections.shared.rounding import with_rounding

if TYPE_CHECKING:
    from followup.reports.region import RegionReport


def verdict(report: RegionReport) -> Text:
    """What the year's result is expected to be, or was, and what the balance requirement comes to."""
    return headline.verdict(report)


def tiles(report: RegionReport) -> Tiles:
    """The net cost's deviation and forecast, the goals or, where none is assessed, who has deficits, and sick leave.

    The year's result stands in the verdict above them.
    """
    found = (
        _deviation(report),
        _miss(report) if report.period.is_year_end else _forecast(report),
        _goals(report) if headline.are_assessed(report) else _deficits(report),
        _sickness(report),
    )
    return Tiles(id="nyckeltal", tiles=with_rounding(found))


def in_brief(report: RegionReport) -> Text:
    """What explains the verdict, a sentence each; see `headline`."""
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(headline.points(report)))


def own_summary(report: RegionReport) -> Comment:
    """The region's own summary."""
    prose = markdown.prose_of(report.sources.cover.text("summary"))
    return Comment("regionens-sammanfattning", "Regionens sammanfattning", prose)


def _deviation(report: RegionReport) -> Tile:
    label = tense_of(report.period).told(
        f"Nettokostnadens avvikelse, {report.period.span}",
        f"Nettokostnadens avvikelse {report.period.year}",
    )
    return Tile(label, _signed(report.net["deviation"]), (["Budget ", _plain(report.net["budget"])],))


def _forecast(report: RegionReport) -> Tile:
    lines: tuple[Sentence, ...] = (["Årets första prognos"],)
    if report.previous_occasion:
        month = Period.parse(report.previous_occasion).month_name
        lines = ([f"Prognosen i {month} var ", _signed(report.previous_forecast_deviation)],)
        if not (moved := report.net["forecast_change"]).is_missing:
            lines = (*lines, ["Ändring ", _signed(moved)])
    return Tile("Nettokostnadens prognos, avvikelse", _signed(report.net["forecast_deviation"]), lines)


def _miss(report: RegionReport) -> Tile:
    label = "Utfall jämfört med sista prognosen"
    if not report.forecast_occasion:
        return Tile(label, Cell(swedish.MISSING), (["Ingen prognos lämnades"],))
    month = Period.parse(report.forecast_occasion).month_name
    return Tile(
        label,
        _signed(report.forecast_miss),
        ([f"Prognosen i {month} var ", _signed(report.net["forecast_deviation"])],),
    )


def _sickness(report: RegionReport) -> Tile:
    tense, year = tense_of(report.period), report.period.year
    label = tense.told(f"Sjukfrånvaro, {report.period.span}", f"Sjukfrånvaro {year}")
    total = report.sickness.row(TOTAL)
    before = cell_of(total["last_year"], with_unit=True)
    line: Sentence = [tense.told(f"Samma månader {year - 1}: ", f"{year - 1}: "), before]
    return Tile(label, cell_of(total["this_year"], with_unit=True), (line,))


def _goals(report: RegionReport) -> Tile:
    grades, counts = report.scale(report.kind.scale), report.goals_by_grade
    lines: tuple[Sentence, ...] = tuple(
        [grade_cell(grades, grade.code), ": ", cell_of(counts[grade.code], 0)]
        for grade in grades
        if grade.code != "on_track" and counts[grade.code].value
    )
    on_track = cell_of(counts["on_track"], 0)
    shown = replace(on_track, text=f"{on_track.text} av {len(report.goal_matrix)}")
    return Tile(tense_of(report.period).told("Mål som bedöms uppnås", "Mål som uppnåddes"), shown, lines)


def _deficits(report: RegionReport) -> Tile:
    count = cell_of(headline.deficit_count(report), 0)
    shown = replace(count, text=f"{count.text} av {len(report.holders)}")
    where = tense_of(report.period).told(" i prognosen", "")
    unknown = [figure for figure in headline.balances(report).values() if figure.is_missing]
    lines: tuple[Sentence, ...] = ([f"Uppgifter saknas för {len(unknown)}"],) if unknown else ()
    return Tile(f"Nämnder och poster med underskott{where}", shown, lines)


def _signed(figure: Figure) -> Cell:
    return cell_of(figure, signed=True, with_unit=True)


def _plain(figure: Figure) -> Cell:
    return cell_of(figure, with_unit=True)
