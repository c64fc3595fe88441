"""Investeringar: every project with budget, outcome and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.investments import TOTAL
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import FigureColumn, figure_rows, source_of
from followup.document.tense import Tense, tense_of
from followup.sections.shared import comments
from followup.sections.shared.sentences import size

if TYPE_CHECKING:
    from followup.reports.committee import Report

# In the order of the region's own table (Regionkontorets verksamhetsplan 2022, avsnitt 4.2).
GROUPS = {
    "decided": "Redan beslutade investeringar",
    "new": "Nya behov av investeringar",
    "reinvestment": "Reinvesteringar",
    "property": "Fastighetsinvesteringar",
}


UNIT_LINE = "Belopp i mnkr. En avvikelse med plus är mindre investerat än årsbudgeten."


def projects(report: Report) -> Block:
    """Every investment project by group, with budget, outcome and forecast; of a year that is over, no forecast."""
    frame, shown = report.investments, _columns(tense_of(report.period))
    if not len(frame):
        nothing = f"Inga investeringar {tense_of(report.period).is_} redovisade för perioden."
        return Text(role="absent", id="investeringar", title="Investeringar", paragraphs=([nothing],))
    rows: list[Row] = []
    for group, label in GROUPS.items():
        part = frame.only(name for name, row in frame.rows() if row.text("group") == group)
        if len(part):
            rows += [Row(f"grupp-{group}", (Cell(label),), role="group"), *figure_rows(part, shown)]
    rows += figure_rows(frame.only([TOTAL]), shown, totals=(TOTAL,))
    columns = [Column(column.key, column.label) for column in shown]
    return Table(
        id="investeringar",
        caption=f"Investeringar {report.period.span}",
        columns=(Column("label", "Investering", "text", 2.4), *columns),
        rows=tuple(rows),
        unit_line=UNIT_LINE,
        notes=("Reinvesteringar har bara årliga belopp och därför ingen total budget.",),
        source=source_of(report, "investments"),
    )


def _columns(tense: Tense) -> tuple[FigureColumn, ...]:
    budget_and_outcome = (
        FigureColumn("total_budget", "Total budget"),
        FigureColumn("year_budget", "Årsbudget"),
        FigureColumn("outcome", "Utfall"),
    )
    if tense.is_past:
        return (*budget_and_outcome, FigureColumn("deviation", "Avvikelse", signed=True))
    return (
        *budget_and_outcome,
        FigureColumn("forecast", "Prognos"),
        FigureColumn("forecast_deviation", "Avvikelse", signed=True),
    )


def year_outcome(report: Report) -> Text:
    """What the year's investments came to, against their budget."""
    if not len(report.investments):
        return Text(role="absent", id="investeringar-utfall")
    total = report.investments.row(TOTAL)
    sentence: Sentence = ["Nämnden investerade ", cell_of(total["outcome"], prose=True)]
    budget, deviation = cell_of(total["year_budget"], prose=True), total["deviation"]
    if deviation.value is None:
        sentence += [". Årsbudgeten var ", budget, "."]
    elif deviation.as_shown(1) == 0:
        sentence += [", lika mycket som årsbudgeten."]
    else:
        word = "mindre" if deviation.value > 0 else "mer"
        sentence += [", ", size(deviation), f" {word} än årsbudgeten på ", budget, "."]
    return Text(id="investeringar-utfall", paragraphs=(sentence,))


def share_of_plan(report: Report) -> Text:
    """The committee's part of the region's investment plan for the year; nothing where it has none."""
    if not len(report.investments):
        return Text(role="absent", id="investeringsplan")
    plan = cell_of(report.sources.investment_plan.total("year_0"), prose=True)
    own = cell_of(report.investments[TOTAL, "year_budget"], prose=True)
    lead = f"Av regionens investeringsplan för {report.period.year}, "
    verb = tense_of(report.period).told("svarar", "svarade")
    return Text(id="investeringsplan", paragraphs=([lead, plan, f", {verb} nämnden för ", own, "."],))


def progress(report: Report) -> Block:
    """Each project's outcome and forecast against its budget."""
    from followup.charts import investments as drawing

    if not len(report.investments):
        return Text(role="absent", id="investeringar-diagram")
    return drawing.chart(report.investments.without(TOTAL), report.period, source=source_of(report, "investments"))


def comment(report: Report) -> Block:
    """The committee's own words on its investments, as a whole and project by project."""
    frame = report.investments
    about = [(str(name), row.text("comment")) for name, row in frame.rows() if row.text("comment").strip()]
    return comments.section_comment(report, "investments", about)
