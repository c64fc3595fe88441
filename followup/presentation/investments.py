"""Investeringar: every project with budget, outcome and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.investments import TOTAL
from followup.presentation import comments, swedish
from followup.presentation.blocks import Block, Cell, Column, Row, Sentence, Table, Text
from followup.presentation.tables import FigureColumn, figure_rows, source_of

if TYPE_CHECKING:
    from followup.report import Report

COLUMNS = (
    FigureColumn("total_budget", "Total budget"),
    FigureColumn("year_budget", "Årsbudget"),
    FigureColumn("outcome", "Utfall"),
    FigureColumn("forecast", "Prognos"),
    FigureColumn("forecast_deviation", "Avvikelse", signed=True),
)


# In the order of the region's own table (Regionkontorets verksamhetsplan 2022, avsnitt 4.2).
GROUPS = {
    "decided": "Redan beslutade investeringar",
    "new": "Nya behov av investeringar",
    "reinvestment": "Reinvesteringar",
    "property": "Fastighetsinvesteringar",
}


def projects(report: Report) -> Block:
    """Every investment project by group, with budget, outcome and forecast."""
    frame = report.investments
    if not len(frame):
        nothing = "Inga investeringar är redovisade för perioden."
        return Text(id="investeringar", title="Investeringar", paragraphs=([nothing],))
    rows: list[Row] = []
    for group, label in GROUPS.items():
        part = frame[frame["group"] == group]
        if len(part):
            rows += [Row(f"grupp-{group}", (Cell(label),), role="group"), *figure_rows(part, COLUMNS)]
    rows += figure_rows(frame.loc[[TOTAL]], COLUMNS, totals=(TOTAL,))
    columns = [Column(column.key, column.label) for column in COLUMNS]
    return Table(
        id="investeringar",
        caption=f"Investeringar {report.period.span}",
        columns=(Column("label", "Investering", "text", 2.4), *columns),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. En avvikelse med plus är mindre investerat än årsbudgeten.",
        notes=("Reinvesteringar har bara årliga belopp och därför ingen total budget.",),
        source=source_of(report, "investments"),
    )


def share_of_plan(report: Report) -> Text:
    """The committee's part of the region's investment plan for the year."""
    plan = swedish.cell_of(report.sources.investment_plan.total("year_0"), prose=True)
    if not len(report.investments):
        sentence: Sentence = [f"Regionens investeringsplan för {report.period.year} är ", plan, "."]
    else:
        own = swedish.cell_of(report.investments.loc[TOTAL, "year_budget"], prose=True)
        plan_words = f"Av regionens investeringsplan för {report.period.year}, "
        sentence = [plan_words, plan, ", svarar nämnden för ", own, "."]
    return Text(id="investeringsplan", paragraphs=(sentence,))


def progress(report: Report) -> Block:
    """Each project's outcome and forecast against its budget."""
    from followup.presentation.charts import investments as drawing

    if not len(report.investments):
        return Text(id="investeringar-diagram", paragraphs=(["Inget diagram: det finns inga investeringar att visa."],))
    frame = report.investments.drop(index=TOTAL)[["year_budget", "outcome", "forecast"]]
    return drawing.chart(frame, report.period, source=source_of(report, "investments"))


def comment(report: Report) -> Block:
    """The committee's own words on its investments, as a whole and project by project."""
    frame = report.investments
    about = [(str(name), row["comment"]) for name, row in frame.iterrows() if row["comment"].strip()]
    return comments.section_comment(report, "investments", about)
