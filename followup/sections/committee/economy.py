"""Ekonomi: outcome and forecast by account class, by activity and over the months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.economy import NET
from followup.document.blocks import Block, Chart, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import AMOUNTS, DEVIATIONS, ROUNDED, SUMS_ROUNDED, FigureColumn, figure_table, source_of
from followup.document.tense import tense_of
from followup.ground.figure import PERCENT
from followup.ground.period import Period
from followup.params.indicator import MEASURES
from followup.sections.shared import comments
from followup.sections.shared import economy as shared
from followup.sections.shared.verdicts import sign_of

if TYPE_CHECKING:
    from followup.reports.committee import Report
    from followup.reports.head import FollowUp


# Kronor: a month of less says nothing in a chart of mnkr with one decimal.
SMALLEST_DRAWN = 150_000


def _forecast_columns(report: Report) -> tuple[FigureColumn, ...]:
    columns = (
        FigureColumn("year_budget", f"Budget {report.period.year}"),
        FigureColumn("forecast", "Prognos"),
        FigureColumn("forecast_deviation", "Avvikelse", signed=True, judged=True),
    )
    if not report.previous_occasion:
        return columns
    return (
        *columns,
        FigureColumn("previous_forecast", "Förra prognosen"),
        FigureColumn("forecast_change", "Ändring", signed=True),
    )


def _activity_columns(report: Report) -> tuple[FigureColumn, ...]:
    if report.period.is_year_end:
        return (*shared.outcome_columns(report.period), FigureColumn("forecast", "Sista prognosen, nettokostnad"))
    year = report.period.year
    return (
        *shared.AGAINST_BUDGET,
        shared.last_year_columns(report.period)[0],
        FigureColumn("year_budget", f"Budget {year}, helår"),
        FigureColumn("forecast", "Prognos, helår"),
        FigureColumn("forecast_deviation", "Prognosens avvikelse", signed=True, judged=True),
    )


def indicators(report: Report) -> Block:
    """The region's indicators of economy, in the registry's order, each with its definition.

    Of a year that is over, only its outcome is shown: how the forecasts turned out has a section of its own.
    """
    known = report.params.indicators_of(report.committee.code, "economy")
    shown, rows = [], []
    for indicator in known:
        if indicator.measure is None:  # which no indicator of economy is, once params are read
            continue
        measure = MEASURES[indicator.measure]
        if measure.of_forecast and report.period.is_year_end:
            continue
        shown.append(indicator)
        value = cell_of(
            report.economic_measures[indicator.measure],
            indicator.decimals,
            signed=measure.signed,
            with_unit=indicator.unit == PERCENT,
        )
        rows.append(Row(indicator.code, (Cell(indicator.name), value, Cell(indicator.definition))))
    if not rows:
        nothing = f"Årets uppsättning {tense_of(report.period).has} inga ekonomiska indikatorer."
        return Text(id="ekonomiska-indikatorer", title="Ekonomiska indikatorer", paragraphs=([nothing],))
    return Table(
        id="ekonomiska-indikatorer",
        caption="Ekonomiska indikatorer",
        columns=(
            Column("label", "Indikator", "text", 2.2),
            Column("value", f"T.o.m. {report.period.month_name}", "number", 1.2),
            Column("definition", "Definition", "prose", 3.2),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. En avvikelse med plus är bättre än budget.",
        notes=tuple(dict.fromkeys(indicator.note for indicator in shown if indicator.note)),
        source=source_of(report, "ledger", "forecast", "investments"),
    )


def outcome_by_class(report: Report) -> Table:
    """Outcome so far against budget and last year, by account class."""
    return figure_table(
        "utfall-kontoklass",
        f"Utfall mot budget per kontoklass, {report.period.span}",
        report.economy_by_class,
        "Kontoklass",
        shared.outcome_columns(report.period),
        totals=(NET,),
        unit_line=DEVIATIONS,
        notes=(f"{ROUNDED} {shared.growth_note(report.period, report.params.texts)}",),
        source=source_of(report, "ledger"),
    )


def forecast_by_class(report: Report) -> Table:
    """The full-year forecast against budget and the previous forecast, by account class."""
    return figure_table(
        "prognos-kontoklass",
        f"Helårsprognos per kontoklass, {report.period.year}",
        report.economy_by_class,
        "Kontoklass",
        _forecast_columns(report),
        totals=(NET,),
        unit_line=DEVIATIONS,
        notes=(ROUNDED,),
        source=source_of(report, "ledger", "forecast"),
    )


def against_forecast(report: Report) -> Block:
    """The outcome of a year that is over against the last forecast that was given, by account class."""
    if not report.forecast_occasion:
        nothing = "Nämnden lämnade ingen prognos att jämföra utfallet med."
        return Text(id="sista-prognosen", paragraphs=([nothing],))
    month = Period.parse(report.forecast_occasion).month_name
    return figure_table(
        "sista-prognosen",
        f"Årets utfall jämfört med prognosen i {month}, per kontoklass",
        report.forecast_misses_by_class,
        "Kontoklass",
        (
            FigureColumn("year_budget", f"Budget {report.period.year}"),
            FigureColumn("forecast", f"Prognos i {month}"),
            FigureColumn("outcome", "Utfall"),
            FigureColumn("deviation", "Avvikelse mot budget", signed=True, judged=True),
            FigureColumn("miss", "Avvikelse mot prognos", signed=True, judged=True),
        ),
        totals=(NET,),
        unit_line=f"{AMOUNTS} Avvikelse med plus betyder att utfallet blev bättre.",
        notes=(ROUNDED,),
        source=source_of(report, "ledger", "forecast"),
    )


def bridge(report: Report) -> Chart:
    """Which account classes make up the forecast deviation, or the deviation of a year that is over."""
    from followup.charts import class_bridge

    tense = tense_of(report.period)
    source = source_of(report, "ledger", *(() if tense.is_past else ("forecast",)))
    return class_bridge.chart(report.economy_by_class.without(NET), source=source, tense=tense)


def by_activity(report: Report) -> Table:
    """The largest deviations by activity, the rest summed."""
    year = tense_of(report.period).told("", f" {report.period.year}")
    return figure_table(
        "verksamheter",
        f"Nettokostnad per verksamhet{year}, störst avvikelse först",
        report.largest_activities,
        "Verksamhet",
        _activity_columns(report),
        totals=(NET,),
        unit_line=DEVIATIONS,
        notes=(SUMS_ROUNDED, *_growth_notes(report)),
        source=source_of(report, "ledger", "forecast"),
        label_width=2.2,
    )


def _growth_notes(report: Report) -> tuple[str, ...]:
    # Only of a year that is over is the growth among the columns.
    return (shared.growth_note(report.period, report.params.texts),) if report.period.is_year_end else ()


def activity_deviations(report: Report) -> Chart:
    """The deviation and the forecast's, activity by activity."""
    from followup.charts import deviation_by_activity

    return deviation_by_activity.chart(
        report.largest_activities.without(NET),
        source=source_of(report, "ledger", "forecast"),
        tense=tense_of(report.period),
        every=report.economy_by_activity.without(NET),
    )


def months(report: FollowUp) -> Block:
    """Net cost month by month against budget and last year; a sentence where every month rounds to next to nothing."""
    from followup.charts import monthly_net_cost

    figures = [one for _, row in report.net_cost_by_month.rows() for one in row.figures.values()]
    amounts = [abs(one.value) for one in figures if one.value is not None]
    if amounts and max(amounts) < SMALLEST_DRAWN:
        words = f"Inget diagram: nettokostnaden {tense_of(report.period).is_} högst 0,1 mnkr i någon månad."
        return Text(id="diagram-nettokostnad-per-manad", paragraphs=([words],))

    return monthly_net_cost.chart(
        report.net_cost_by_month,
        report.period,
        source=source_of(report, "ledger"),
        notes=("Kostnader visas här utan minustecken.",),
    )


def accumulated(report: Report) -> Chart:
    """The deviation as it has accumulated, and where the forecast says that it ends."""
    return shared.accumulated(report, source_of(report, "ledger", "forecast"))


def forecast_history(report: Report) -> Table:
    """Every forecast of this year and the last, as a deviation from that year's budget."""
    rows = [
        Row(
            str(occasion),
            (
                Cell(f"{row.text('report')} {str(occasion)[:4]}"),
                Cell(Period.parse(str(occasion)).span),
                cell_of(row["deviation"], signed=True),
                cell_of(row["change"], signed=True),
            ),
        )
        for occasion, row in report.forecast_history.rows()
    ]
    return Table(
        id="prognoshistorik",
        caption="Prognoser i år och förra året",
        columns=(
            Column("report", "Rapport", "text", 2.2),
            Column("months", "Bygger på utfall", "text", 1.8),
            Column("deviation", "Prognos, avvikelse mot budget", "number", 1.5, judged=True),
            Column("change", "Ändring", "number", 1.0),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. En avvikelse med plus är bättre än budget.",
        notes=(report.params.texts.forecast_history,),
        source=source_of(report, "forecast_history"),
    )


def forecast_path(report: Report) -> Chart:
    """The year's forecasts in a picture."""
    from followup.charts import forecast_history as drawing

    return drawing.chart(report.forecast_history, source=source_of(report, "forecast_history"))


def frame_check(report: Report) -> Text:
    """How the ledger's budget agrees with the decided frame."""
    decided, booked = report.budget_frame, report.net["year_budget"]
    shown = cell_of(-booked, prose=True)
    verb = tense_of(report.period).is_
    sentence: Sentence = [f"Årets budget i huvudboken {verb} en nettokostnad på ", shown, "."]
    if not decided.is_missing:
        difference = (decided - booked).value
        same = difference is not None and abs(difference) <= report.params.rules.frame_tolerance
        frame = cell_of(-decided, prose=True)
        nothing = sign_of(decided) == 0
        sentence = [f"Beslutad budgetram för året {verb} {'' if nothing else 'en nettokostnad på '}", frame]
        if report.frame_movement is not None:
            sentence += [", varav beslut under året ", cell_of(-report.frame_movement, signed=True, prose=True)]
        if nothing:
            sentence.append(
                tense_of(report.period).told(": intäkterna ska", ": intäkterna skulle") + " täcka kostnaderna"
            )
        sentence.append(". ")
        agrees = f"Huvudbokens budget {tense_of(report.period).told('stämmer', 'stämde')} med ramen."
        sentence += [agrees] if same else [f"Huvudbokens budget {verb} ", shown, "."]
    return Text(id="budgetram", paragraphs=(sentence,))


def comment(report: Report) -> Block:
    """The committee's own words on its economy, with those that stand beside its forecast."""
    what = tense_of(report.period).told("prognosen", "den sista prognosen")
    about = [
        (f"{row.text('activity')}, {row.text('account_class').lower()} ({what})", row.text("comment"))
        for row in report.sources.forecast.rows()
        if row.text("comment").strip()
    ]
    return comments.section_comment(report, "economy", about)
