"""The first page of the region's report: four tiles, what the figures say, what the region says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.blocks import Comment, Text, Tile, Tiles
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.ground.period import Period
from followup.sections.region import sentences as region_sentences

if TYPE_CHECKING:
    from followup.reports.region import RegionReport


def tiles(report: RegionReport) -> Tiles:
    """Deviation, forecast, the result of the year, and the goals; where no goal is assessed, those with deficits."""
    assessed = any(figure.value for code, figure in report.goals_by_grade.items() if code != "not_assessed")
    found = (
        _deviation(report),
        _miss(report) if report.period.is_year_end else _forecast(report),
        _result(report),
        _goals(report) if assessed else _deficits(report),
    )
    return Tiles(id="nyckeltal", tiles=found)


def in_brief(report: RegionReport) -> Text:
    """Four to six sentences from the figures."""
    return Text(id="i-korthet", role="summary", title="I korthet", items=tuple(region_sentences.in_brief(report)))


def own_summary(report: RegionReport) -> Comment:
    """The region's own summary."""
    prose = markdown.prose_of(report.sources.cover.text("summary"))
    return Comment("regionens-sammanfattning", "Regionens sammanfattning", prose)


def _deviation(report: RegionReport) -> Tile:
    label = tense_of(report.period).told(
        f"Avvikelse mot budget, {report.period.span}",
        f"Årets avvikelse mot budget, {report.period.year}",
    )
    return Tile(label, _signed(report.net["deviation"]), (["Budget ", _plain(report.net["budget"])],))


def _forecast(report: RegionReport) -> Tile:
    line: Sentence = ["Årets första prognos"]
    if report.previous_occasion:
        month = Period.parse(report.previous_occasion).month_name
        line = [f"Prognosen i {month} var ", _signed(report.previous_forecast_deviation)]
    return Tile("Prognos för helåret, avvikelse", _signed(report.net["forecast_deviation"]), (line,))


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


def _result(report: RegionReport) -> Tile:
    result = report.finance.result
    budget: Sentence = ["Budget ", _signed(result["year_budget"])]
    if report.period.is_year_end:
        return Tile(f"Årets resultat {report.period.year}", _signed(result["outcome"]), (budget,))
    return Tile("Årets resultat enligt prognosen", _signed(result["forecast"]), (budget,))


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
    figures = report.economy_by_holder.figures("deviation" if report.period.is_year_end else "forecast_deviation")
    count = Figure(float(len(report.deficits)), COUNT, Figure.sum(figures).origin)
    shown = cell_of(count, 0)
    of_all = replace(shown, text=f"{shown.text} av {len(report.holders)}")
    worst = [str(code) for code in report.deficits.names[:1]]
    line: Sentence = [f"Störst: {report.name_of(worst[0], short=True)}"] if worst else [_nobody(report)]
    return Tile("Nämnder och poster med underskott", of_all, (line,))


def _nobody(report: RegionReport) -> str:
    return "Uppgifter saknas för några" if report.without_deviation else "Ingen har underskott"


def _signed(figure: Figure) -> Cell:
    return cell_of(figure, signed=True, with_unit=True)


def _plain(figure: Figure) -> Cell:
    return cell_of(figure, with_unit=True)
