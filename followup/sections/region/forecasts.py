"""Forecasts of the region: the whole region's per occasion, its parts, and how they turned out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis import forecast, forecast_accuracy
from followup.analysis.region import region_economy
from followup.document.blocks import Block, Text
from followup.document.cells import Sentence
from followup.document.tables import ROUNDED, FigureColumn, figure_table
from followup.ground.period import Period
from followup.sections.shared.sentences import amount, size

if TYPE_CHECKING:
    from followup.analysis.forecast_accuracy import AccuracyTable
    from followup.analysis.region.region_economy import PathTable
    from followup.ground.figure import Figure
    from followup.reports.region import RegionReport


def whole(report: RegionReport) -> PathTable:
    """The whole region's forecasts of the year, and of one that is over its outcome; region_economy.region_path."""
    known = {str(report.period): report.net["deviation"]} if report.period.is_year_end else {}
    if report.forecast_occasion:
        known[report.forecast_occasion] = report.net["forecast_deviation"]
    if report.previous_occasion:
        known[report.previous_occasion] = report.previous_forecast_deviation
    others = {str(period): table for period, table in report.sources.earlier_tables.items()}
    budgets = report.economy_by_holder.without(region_economy.TOTAL).column("year_budget")
    silent = {str(code): budget for code, budget in budgets.items() if code not in report.reports}
    return region_economy.region_path(report.forecast_path, silent, others, known)


def path(report: RegionReport) -> Block:
    """The whole region's forecasts of the year, as the first page has them."""
    from followup.charts import forecast_history as drawing

    frame = whole(report)
    if not len(frame):
        return Text(id=drawing.ID, paragraphs=(["Nämnderna har inte lämnat någon prognos i år."],))
    if len(frame) == 1:
        nothing = "Det här är årets första prognos. Hur prognoserna ändras visas från och med nästa rapport."
        return Text(id=drawing.ID, paragraphs=([nothing],))
    return drawing.chart(
        frame,
        source=_source(report),
        notes=(report.params.texts.forecasts_of_region,),
        name="Regionens prognos",
    )


def parts(report: RegionReport) -> Text:
    """How the region's forecast is the reporting committees' and that of the other holders."""
    total = report.net["forecast_deviation"]
    own, others = report.forecast_parts
    if total.is_missing or others.is_missing:
        nothing = "Prognosen för hela regionen kan inte delas upp, eftersom en prognos saknas."
        return Text(id="prognosens-delar", paragraphs=([nothing],))
    start = "I prognosen avviker hela regionens nettokostnad från budgeten med "
    adds_up = own.as_shown(1) + others.as_shown(1) == total.as_shown(1)
    if others.as_shown(1) == 0 and adds_up:
        rest = "de som inte lämnar någon egen rapport väntas tillsammans följa budgeten."
        same: Sentence = [start, amount(total), f", lika mycket som nämndernas: {rest}"]
        return Text(id="prognosens-delar", paragraphs=(same, *_moved(report)))
    sentence: Sentence = [
        start,
        amount(total),
        ". Det är summan av avvikelsen i nämndernas prognos, ",
        amount(own),
        ", och avvikelsen för dem som inte lämnar någon egen rapport, ",
        amount(others),
        "." if adds_up else ", räknat på oavrundade belopp.",
    ]
    return Text(id="prognosens-delar", paragraphs=(sentence, *_moved(report)))


def _moved(report: RegionReport) -> list[Sentence]:
    """How each part has changed since the forecast before; nothing where they do not sum to the whole as it is shown.

    The committees' forecast may become worse while the region's becomes better.
    """
    if not report.previous_occasion:
        return []
    parts = region_economy.forecast_parts(report.economy_by_holder, report.reports, "forecast_change")
    changes = (report.net["forecast_change"], *parts)
    if any(one.is_missing for one in changes):
        return []
    month = Period.parse(report.previous_occasion).month_name
    region, own, others = changes
    if own.as_shown(1) + others.as_shown(1) != region.as_shown(1):
        return []
    return [[f"Sedan {month} har nämndernas prognos ", *_change(own), " och de andras ", *_change(others), "."]]


def _change(figure: Figure) -> Sentence:
    if not (shown := figure.as_shown(1)):
        return ["inte ändrats"]
    return [f"{'förbättrats' if shown > 0 else 'försämrats'} med ", size(figure)]


def turned_out(report: RegionReport) -> AccuracyTable:
    """Of a year that is over, the forecasts of `whole` beside the outcome; forecast_accuracy.COLUMNS."""
    path = whole(report)
    return forecast_accuracy.turned_out(path.with_columns({"report": [""] * len(path)}, forecast.OCCASION_COLUMNS))


def of_year(report: RegionReport) -> Block:
    """Of a year that is over: each forecast of the whole region, as that report had it, beside what the year became."""
    frame = turned_out(report)
    if not len(frame):
        nothing = "Det finns inga prognoser från året att jämföra utfallet med."
        return Text(id="arets-prognoser", title="Årets prognoser", paragraphs=([nothing],))
    columns = (
        FigureColumn("forecast", "Regionens prognos", signed=True),
        FigureColumn("outcome", "Regionens utfall", signed=True),
        FigureColumn("error", "Utfall minus prognos", signed=True),
    )
    return figure_table(
        "arets-prognoser",
        f"Regionens prognoser och utfallet {report.period.year}, avvikelse mot årsbudget",
        frame.renamed({str(when): Period.parse(str(when)).month_name.capitalize() for when in frame.names}),
        "Prognos lämnad efter",
        columns,
        unit_line="Belopp i mnkr. Plus betyder att året slutade bättre än budgeten eller prognosen.",
        notes=(ROUNDED, report.params.texts.forecasts_of_region),
        source=_source(report),
    )


def picture(report: RegionReport) -> Block:
    """The same in a picture."""
    from followup.charts import forecast_accuracy as drawing

    frame = turned_out(report)
    if not len(frame):
        return Text(role="absent", id="prognoser-diagram")
    return drawing.chart(frame, source=_source(report), whose="regionens")


def _source(report: RegionReport) -> str:
    own = report.sources.holder_forecast.workbook.rsplit("/", 1)[-1]
    return f"Källa: {own} och nämndernas arbetsböcker." + (" Exempeldata." if report.sources.is_example else "")
