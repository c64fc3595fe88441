"""Ekonomi of a year that is over: its outcome against budget and against the last forecast, in the past tense.

What does not speak of a forecast is the same as in the other reports, and stands in `economy`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.economy import COLUMNS, NET
from followup.document.blocks import Block, Chart, Table, Text
from followup.document.tables import AMOUNTS, DEVIATIONS, UNROUNDED, FigureColumn, figure_table, source_of
from followup.ground.period import Period
from followup.sections.committee import economy

if TYPE_CHECKING:
    from followup.reports.committee import Report


def indicators(report: Report) -> Block:
    """The region's indicators of economy that are outcomes, each with its definition.

    How the forecasts turned out has a section of its own.
    """
    known = report.params.indicators_of(report.committee.code, "economy")
    return economy.indicators_table(report, [indicator for indicator in known if not indicator.is_of_forecast])


def against_forecast(report: Report) -> Block:
    """The year's outcome against the last forecast that was given, by account class."""
    if not report.forecast_occasion:
        nothing = "Nämnden lämnade ingen prognos att jämföra utfallet med."
        return Text(id="sista-prognosen", paragraphs=([nothing],))
    frame = report.economy_by_class
    miss = [row["outcome"] - row["forecast"] for _, row in frame.rows()]
    with_miss = frame.with_columns({"miss": miss}, (*COLUMNS, "miss"))
    month = Period.parse(report.forecast_occasion).month_name
    return figure_table(
        "sista-prognosen",
        f"Årets utfall jämfört med prognosen i {month}, per kontoklass",
        with_miss,
        "Kontoklass",
        (
            FigureColumn("year_budget", f"Budget {report.period.year}"),
            FigureColumn("forecast", f"Prognos i {month}"),
            FigureColumn("outcome", "Utfall"),
            FigureColumn("deviation", "Avvikelse mot budget", signed=True),
            FigureColumn("miss", "Avvikelse mot prognos", signed=True),
        ),
        totals=(NET,),
        unit_line=f"{AMOUNTS} Avvikelse med plus betyder att utfallet blev bättre.",
        notes=(UNROUNDED,),
        source=source_of(report, "ledger", "forecast"),
    )


def bridge(report: Report) -> Chart:
    """Which account classes made up the year's deviation."""
    from followup.charts import class_bridge

    deviations = report.economy_by_class.without(NET)
    return class_bridge.chart(deviations, source=source_of(report, "ledger"), story=class_bridge.OUTCOME)


def by_activity(report: Report) -> Table:
    """The year's largest deviations by activity, the rest summed."""
    return figure_table(
        "verksamheter",
        f"Nettokostnad per verksamhet {report.period.year}, störst avvikelse först",
        report.largest_activities,
        "Verksamhet",
        (*economy.outcome_columns(report), FigureColumn("forecast", "Sista prognosen")),
        totals=(NET,),
        unit_line=DEVIATIONS,
        source=source_of(report, "ledger", "forecast"),
        label_width=2.2,
    )


def activity_deviations(report: Report) -> Chart:
    """The year's deviation, and what was forecast last, activity by activity."""
    from followup.charts import deviation_by_activity

    table, every = report.largest_activities.without(NET), report.economy_by_activity.without(NET)
    return deviation_by_activity.chart(table, source=source_of(report, "ledger", "forecast"), past=True, every=every)
