"""Beräknat förslag: a computed forecast beside the committee's, with an interval.

And how the committee's forecasts at the same occasion in earlier years turned out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.economy import NET
from followup.analysis.forecast_accuracy import mean_absolute
from followup.analysis.forecast_support import FEWEST_MONTHS, LEVEL, deviations, side_of
from followup.document.blocks import Block, Chart, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import MEANS_UNROUNDED, ROUNDED, FigureColumn, figure_table, source_of
from followup.ground import swedish
from followup.ground.period import Period
from followup.params.texts import IntervalWords, RunRateWords
from followup.sections.shared.sentences import amount, size, without_unit

if TYPE_CHECKING:
    from followup.analysis.forecast_support import DeviationColumn
    from followup.ground.figure_table import FigureRow
    from followup.reports.committee import Report

TITLE = "Beräknat förslag"

_NOT_A_SUM = "Intervallet för nettokostnaden är beräknat för sig och är inte summan av kontoklassernas."

COLUMNS = (
    FigureColumn("forecast", "Nämndens prognos", signed=True),
    FigureColumn("run_rate", "Förslag, samma takt", signed=True),
    FigureColumn("low", "Intervall, från", signed=True),
    FigureColumn("high", "Intervall, till", signed=True),
    FigureColumn("seasonal", "Förslag, som i fjol", signed=True),
)


def proposal(report: Report) -> Table:
    """The committee's forecast and the computed ones by account class, as deviations from the year's budget."""
    early = report.period.month < FEWEST_MONTHS
    return figure_table(
        "beraknat-forslag",
        f"{TITLE} till helårsprognos, {report.period.year}: avvikelse mot årsbudget",
        deviations(report.forecast_support),
        "Kontoklass",
        COLUMNS[:2] if early else COLUMNS,
        totals=(NET,),
        unit_line="Belopp i mnkr. Plus är bättre än budget.",
        notes=(ROUNDED,) if early else (f"{ROUNDED} {_NOT_A_SUM}",),
        source=source_of(report, "ledger", "forecast"),
    )


def picture(report: Report) -> Chart:
    """The deviation so far, the committee's forecast and the two proposals with the interval."""
    from followup.charts import forecast_support as drawing

    net = deviations(report.forecast_support).row(NET)
    return drawing.chart(report.net["deviation"], net, report.period, source=source_of(report, "ledger", "forecast"))


def assessment(report: Report) -> Text:
    """What the computed forecasts say beside the committee's."""
    return Text(id="beraknat-bedomning", paragraphs=_told(report))


def rules(report: Report) -> Text:
    """How the computed forecasts are made, so that anyone can: for the appendix."""
    return Text(id="beraknat-regler", paragraphs=_rules(report))


def in_brief(report: Report) -> Text:
    """The same in a few sentences, for the monthly report."""
    return Text(id="beraknat-bedomning", title=TITLE, paragraphs=(*_told(report), _short_rule(report)))


def _told(report: Report) -> tuple[Sentence, ...]:
    net = deviations(report.forecast_support).row(NET)
    if net["run_rate"].is_missing:
        return ([f"Inget förslag kan beräknas: {net['run_rate'].why}."],)
    proposed: Sentence = ["Om avvikelsen fortsätter i samma takt blir den ", amount(net["run_rate"]), " för helåret"]
    if not net["low"].is_missing:
        low, high = without_unit(amount(net["low"])), amount(net["high"])
        proposed += [", eller mellan ", low, " och ", high, " om månaderna fortsätter att variera som hittills"]
    proposed.append(".")
    if not net["seasonal"].is_missing:
        proposed += [" Om årets utfall fördelar sig över månaderna som i fjol blir den ", amount(net["seasonal"]), "."]
    return (proposed, _compared(net))


def _compared(net: FigureRow[DeviationColumn]) -> Sentence:
    forecast = net["forecast"]
    if forecast.is_missing:
        return ["Nämnden har inte lämnat någon prognos att jämföra med."]
    side = side_of(forecast, net["low"], net["high"])
    lead: Sentence = ["Nämndens prognos, ", amount(forecast), ", "]
    if side in ("inside", "end"):
        return [*lead, f"ligger {'inom intervallet' if side == 'inside' else 'vid intervallets gräns'}."]
    if side:
        edge, word = (net["low"], "sämre") if side == "below" else (net["high"], "bättre")
        return [
            *lead,
            "ligger utanför intervallet: den är ",
            size(forecast - edge),
            f" {word} än intervallets gräns.",
        ]
    difference = forecast - net["run_rate"]
    if difference.as_shown(1) == 0:
        return [*lead, "är lika stor som förslaget."]
    word = "bättre" if difference.as_shown(1) > 0 else "sämre"
    return [*lead, "är ", size(difference), f" {word} än förslaget."]


def to_explain(report: Report) -> list[Sentence]:
    """What a forecast outside the interval asks of the committee, or where it has answered.

    Nothing of a forecast inside it, where there is none, or of one that goes the other way than the outcome so far,
    which is asked about as such.
    """
    net = deviations(report.forecast_support).row(NET)
    asked_before = any(finding.kind == "signs_differ" and finding.item == NET for finding in report.findings)
    if asked_before or side_of(net["forecast"], net["low"], net["high"]) not in ("below", "above"):
        return []
    lead = "Prognosen ligger utanför det beräknade intervallet"
    if NET in report.commented:
        return [[f"{lead}. Nämndens syn på resten av året står i dess kommentar till ekonomin."]]
    return [[f"{lead}: nämnden behöver förklara vad som förändras under resten av året."]]


def _rules(report: Report) -> tuple[Sentence, ...]:
    texts, months, left = report.params.texts, report.period.month, 12 - report.period.month
    run_rate = texts.forecast_run_rate.filled(RunRateWords(months_left=swedish.in_words(left)))
    if months < FEWEST_MONTHS:
        return ([run_rate], [texts.forecast_early])
    interval = IntervalWords(months=str(months), months_left=str(left), degrees=str(months - 1), level=str(LEVEL))
    return (
        [run_rate],
        [texts.forecast_seasonal],
        [texts.forecast_interval.filled(interval)],
        [texts.forecast_booked],
    )


def _short_rule(report: Report) -> Sentence:
    if report.period.month < FEWEST_MONTHS:
        return [report.params.texts.forecast_early]
    return [
        "Förslagen är räknade på bokförda belopp och ersätter inte nämndens prognos; uppföljningsrapporterna beskriver "
        "hur."
    ]


def record(report: Report) -> Block:
    """How the committee's forecasts at the same occasion in earlier years turned out."""
    frame = report.forecast_accuracy
    frame = frame.where(lambda row: row.fact("month", int) == report.period.month)
    month = report.period.month_name
    if not len(frame):
        nothing = f"Det finns ingen tidigare prognos i {month} att jämföra med ett utfall."
        return Text(id="tidigare-prognoser", title="Tidigare prognoser", paragraphs=([nothing],))
    rows = [
        Row(
            str(occasion),
            (
                Cell(f"{Period.parse(str(occasion)).month_name.capitalize()} {row.fact('year', int)}"),
                *(cell_of(row[name], signed=True) for name in ("forecast", "outcome", "error")),
            ),
        )
        for occasion, row in frame.rows()
    ]
    mean = cell_of(mean_absolute(frame.figures("error")))
    rows.append(Row("medel", (Cell("Felets storlek i genomsnitt"), Cell(""), Cell(""), mean), role="total"))
    return Table(
        id="tidigare-prognoser",
        caption=f"Så blev utfallet efter prognoserna i {month} tidigare år",
        columns=(
            Column("label", "Prognos", "text", 2.2),
            Column("forecast", "Prognos, avvikelse", "number", 1.2),
            Column("outcome", "Utfall, avvikelse", "number", 1.2),
            Column("error", "Utfall minus prognos", "number", 1.2),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. Plus i sista kolumnen betyder att året slutade bättre än prognosen.",
        notes=(MEANS_UNROUNDED,) if len(frame) > 1 else (),
        source=source_of(report, "forecast_history"),
    )
