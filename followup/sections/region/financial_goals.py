"""Finansiella mål: the three goals, their history, and what the printed ratios are worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.focus_areas import UNCERTAIN
from followup.analysis.region.financial_goals import (
    BUDGET,
    FORECAST,
    MEASURES,
    OUTCOME,
    RESULT_SHARE,
    SELF_FINANCING,
    SOLIDITY,
    was_known,
)
from followup.analysis.region.financial_goals import (
    label as label_of,
)
from followup.document.blocks import Block, Chart, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell, source_line, source_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.params.texts import GradeWords, OverTimeWords

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import GoalAssessment, GoalHistory, GoalRow
    from followup.reports.head import ReportHead
    from followup.reports.region import RegionReport

NAMES = {
    RESULT_SHARE: "Resultat, andel av skatter och statsbidrag",
    SELF_FINANCING: "Självfinansieringsgrad av investeringarna",
    SOLIDITY: "Soliditet inklusive ansvarsförbindelsen",
}
KINDS = {OUTCOME: "", BUDGET: "budget", FORECAST: "prognos"}
_SOURCES = {
    RESULT_SHARE: ("ledger", "income_statement", "financial_history"),
    SELF_FINANCING: ("ledger", "income_statement", "investments", "financial_history"),
    SOLIDITY: ("balance_sheet", "financial_history"),
}


def target_text(goal: GoalAssessment) -> str:
    """`minst 2 %`; for solidity that it is to be above the limit and not falling."""
    limit = swedish.with_unit(goal.target, 0 if goal.target.is_integer() else 1, "%")
    return f"över {limit} och inte minskande" if goal.measure == SOLIDITY else f"minst {limit}"


def goal_cell(report: RegionReport, goal: GoalAssessment) -> Cell:
    """The goal's assessment: of one that is met over time alone it is known that it is not met in the year."""
    cell = grade_cell(report.scale(report.kind.scale), goal.grade)
    if goal.grade != UNCERTAIN:
        return cell
    return replace(cell, text=tense_of(report.period).told("Nås bara över tid", "Nåddes bara över tid"))


def overview(report: RegionReport) -> Table:
    """The three goals: target, budget, the year's ratio, what it is over time, and the computed assessment."""
    rows = []
    for measure in MEASURES:
        goal, frame = report.finance.goals[measure], report.finance.goal_history(measure)
        cells = (
            Cell(NAMES[measure]),
            Cell(target_text(goal)),
            _shown(_budget(frame, report.period.year)),
            _shown(goal.now),
            _shown(goal.over_time),
            goal_cell(report, goal),
        )
        rows.append(Row(measure, cells))
    return Table(
        id="finansiella-mal",
        caption=f"De tre finansiella målen {report.period.year}",
        columns=(
            Column("label", "Mål", "text", 2.4),
            Column("target", "Målvärde", "text", 1.5),
            Column("budget", f"Budget {report.period.year}"),
            Column("now", tense_of(report.period).told("Prognos eller läge", f"Utfall {report.period.year}")),
            Column("over_time", "Över tid"),
            Column("assessment", "Beräknad bedömning", "status", 1.5),
        ),
        rows=tuple(rows),
        unit_line="Procent.",
        notes=_overview_notes(report),
        source=source_of(report, *dict.fromkeys(name for names in _SOURCES.values() for name in names)),
    )


def _overview_notes(report: RegionReport) -> tuple[str, ...]:
    words = {grade.code: grade.word.lower() for grade in report.scale(report.kind.scale)}
    texts = report.params.texts
    spans = {measure: goal.years for measure, goal in report.finance.goals.items() if goal.years}
    found = [
        texts.financial_goals_over_time.filled(OverTimeWords(years=swedish.in_words(report.finance.rules.years))),
        texts.financial_goals_graded.filled(GradeWords(words["on_track"], words["uncertain"], words["off_track"])),
    ]
    short = [NAMES[measure].lower() for measure, years in spans.items() if len(years) < report.finance.rules.years]
    if short:
        found.append(f"Färre år än så är kända för {swedish.list_of(short)}.")
    if not report.period.is_year_end:
        found.append(texts.financial_goals_forecast)
    return tuple(found)


def _budget(history: GoalHistory, year: int) -> Figure:
    name = label_of(year, BUDGET)
    return history[name, "used"] if name in history else Figure.missing("ingen budget", "%")


def _shown(figure: Figure, signed: bool = False) -> Cell:
    return cell_of(figure, 1, signed=signed)


def result_share(report: RegionReport) -> Chart:
    """The result as a share of taxes and grants over the years."""
    return _chart(report, RESULT_SHARE)


def self_financing(report: RegionReport) -> Chart:
    """How much of the investments the region's own cash flow pays, over the years."""
    return _chart(report, SELF_FINANCING)


def solidity(report: RegionReport) -> Chart:
    """Solidity with the contingent pension liability, over the years."""
    return _chart(report, SOLIDITY)


def _chart(report: RegionReport, measure: str) -> Chart:
    from followup.charts import financial_goal

    source = source_of(report, *_SOURCES[measure])
    frame, goal = report.finance.goal_history(measure), report.finance.goals[measure]
    return financial_goal.chart(frame, goal, name=NAMES[measure], source=source)


def checks(report: RegionReport) -> Block:
    """Every printed ratio beside the computed one, what it takes for granted, and what the check says."""
    grades = report.scale("printed_check")
    ratios = {(one.measure, one.year, one.kind, one.source): one for one in report.checked_ratios}
    rows: list[Row] = []
    sources: dict[str, None] = {}
    for measure in MEASURES:
        frame = report.finance.goal_history(measure)
        shown = frame.where(lambda row: bool(row.text("printed_source") or row.text("other_source")))
        if len(shown):
            rows.append(Row(f"grupp-{measure}", (Cell(NAMES[measure]),), role="group"))
        for label, row in shown.rows():
            sources |= dict.fromkeys((row.text("printed_source"), row.text("other_source")))
            ratio = ratios.get((measure, row.fact("year", int), row.text("kind"), row.text("printed_source")))
            implied = ratio.implied if ratio else Figure.missing("inget tryckt värde")
            cells = (
                Cell(f"{row.fact('year', int)} {KINDS[row.text('kind')]}".strip()),
                _shown(row["printed"]),
                _computed(row),
                _shown(row["printed"].change_from(row["computed"]), signed=True),
                cell_of(implied, 0),
                _shown(row["other"]),
                grade_cell(grades, row.text("verdict")) if row.text("verdict") else Cell(swedish.MISSING),
            )
            rows.append(Row(f"{measure}-{label}".replace(" ", "-"), cells))
    if not rows:
        nothing = "Inga tryckta värden finns för de finansiella målen."
        return Text(id="tryckt-och-beraknat", title="Tryckt och beräknat", paragraphs=([nothing],))
    sources.pop("", None)
    return Table(
        id="tryckt-och-beraknat",
        caption="Tryckta och beräknade värden år för år",
        columns=(
            Column("label", "År", "text", 1.2),
            Column("printed", "Tryckt"),
            Column("computed", "Beräknat", "number", 1.2),
            Column("difference", "Skillnad"),
            Column("implied", "Förutsätter, mnkr", "number", 1.2),
            Column("other", "Annan källa"),
            Column("verdict", "Prövning", "status", 1.7),
        ),
        rows=tuple(rows),
        unit_line="Procent, skillnader i procentenheter.",
        notes=(
            report.params.texts.printed_values,
            "Beräknat är ur regionens egna räkenskaper där de finns, och skillnaden är mot dem.",
            f"Källor: {swedish.list_of(sources)}. En annan källa kan ha en annan definition.",
        ),
        source=source_line(report.sources.financial_history.workbook, example=report.sources.is_example),
    )


def _computed(row: GoalRow) -> Cell:
    if row["computed"].is_missing and not row["least"].is_missing:
        least = _shown(row["least"])
        return replace(least, text=f"minst {least.text}")
    return _shown(row["computed"])


def doubts(report: ReportHead) -> Text:
    """What cannot be true among the printed values, in whole sentences; of a plan as a document, too."""
    items: list[Sentence] = [
        [f"{one.found} {one.expected}"]
        for one in report.checked_ratios
        if not one.is_usable and was_known(one.year, one.kind, report.period.year)
    ]
    if not items:
        return Text(id="tveksamma-varden", paragraphs=(["Inget tryckt värde motsägs av sina egna belopp."],))
    title = "Tryckta värden som inte kan stämma eller är tveksamma"
    return Text(id="tveksamma-varden", role="attention", title=title, items=tuple(items))
