"""Investeringar: every project with budget, outcome and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.investments import TOTAL
from followup.presentation import comments
from followup.presentation.blocks import Block, Text
from followup.presentation.tables import FigureColumn, figure_table, source_of

if TYPE_CHECKING:
    from followup.report import Report

COLUMNS = (
    FigureColumn("total_budget", "Total budget"),
    FigureColumn("year_budget", "Årsbudget"),
    FigureColumn("outcome", "Utfall"),
    FigureColumn("forecast", "Prognos"),
    FigureColumn("forecast_deviation", "Avvikelse", signed=True),
)


def projects(report: Report) -> Block:
    """Every investment project with budget, outcome and forecast."""
    if not len(report.investments):
        nothing = "Nämnden har inga investeringar i årets plan."
        return Text(id="investeringar", title="Investeringar", paragraphs=([nothing],))
    return figure_table(
        "investeringar",
        f"Investeringar {report.period.span}",
        report.investments,
        "Investering",
        COLUMNS,
        totals=(TOTAL,),
        unit_line="Belopp i mnkr. En avvikelse med plus är mindre investerat än årsbudgeten.",
        notes=("Reinvesteringar har bara årliga belopp och därför ingen total budget.",),
        source=source_of(report, "investments"),
    )


def progress(report: Report) -> Block:
    """Each project's outcome and forecast against its budget."""
    from followup.presentation.charts import investments as drawing

    if not len(report.investments):
        return Text(id="investeringar-diagram", paragraphs=(["Inget diagram: det finns inga investeringar att visa."],))
    frame = report.investments.drop(index=TOTAL)[["year_budget", "outcome", "forecast"]]
    return drawing.chart(frame, report.period, source=source_of(report, "investments"))


def comment(report: Report) -> Block:
    """The committee's own words on its investments."""
    return comments.section_comment(report, "investments")
