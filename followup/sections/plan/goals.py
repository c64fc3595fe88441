"""What a plan is measured by: the goals that the region's plan gives, who carries them, and the indicators.

An indicator has the year's target from the workbook, or stands as the plan itself lists it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Chart, Column, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tables import dash_note, source_of, text_cell
from followup.ground import swedish
from followup.params.indicator import Indicator
from followup.sections.plan.entries import label_of
from followup.sections.shared.indicator_cells import DIRECTIONS, FREQUENCIES

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport


def goals(report: PlanReport) -> Block:
    """The goals that the region's plan gives the committee, by focus area, and who else carries them."""
    if not report.goal_nodes or report.region_plan is None:
        nothing = f"Det finns ingen regional plan för {report.period.year} bland underlagen som ger nämnden mål."
        if report.region_plan is not None:
            nothing = f"{report.region_plan.title} ger nämnden inga mål."
        return Text(id="mal", paragraphs=([nothing],))
    rows: list[Row] = []
    area = ""
    for node in report.goal_nodes:
        if node.ancestors and node.ancestors[0] != area:
            area = node.ancestors[0]
            rows.append(Row(f"fokusomrade-{node.code}", (Cell(area),), role="group"))
        others = [_short_name(report, code) for code in node.committees if code != report.committee.code]
        rows.append(Row(node.code, (Cell(label_of(node)), text_cell("; ".join(others)))))
    return Table(
        id="mal",
        caption="Nämndens mål per fokusområde",
        columns=(
            Column("label", "Mål", "text", 1.8),
            Column("committees", "Bärs också av", "text", 2.4),
        ),
        rows=tuple(rows),
        notes=(f"Nämnden bidrar till målen i sin verksamhet. Vad de innebär står i {report.region_plan.title}.",),
        source=f"Källa: {report.region_plan.source}.",
    )


def goal_chart(report: PlanReport) -> Chart | Text:
    """How many goals each committee carries."""
    plan = report.region_plan
    if plan is None or not plan.goals:
        return Text(id="diagram-mal-per-namnd", paragraphs=(["Det finns inga mål att räkna."],))
    from followup.analysis.plan.plan_hierarchy import by_committee
    from followup.charts import plan_size

    frame = by_committee(plan, report.params.committees)
    words = plan_size.Words("mål", "mål", "nämnd")
    return plan_size.chart(frame, words, source=f"Källa: {plan.source}.")


def matrix(report: PlanReport) -> Block:
    """Every goal of the region's plan by focus area, with a mark for each committee that carries it."""
    plan = report.region_plan
    if plan is None or not plan.goals:
        return Text(id="mal-och-namnder", paragraphs=(["Planen har inga mål."],))
    known = [code for code in report.params.committees if any(code in goal.committees for goal in plan.goals)]
    rows: list[Row] = []
    area = ""
    for goal in plan.goals:
        if goal.focus_area != area:
            area = goal.focus_area
            rows.append(Row(f"fokusomrade-{goal.code}", (Cell(area),), role="group"))
        rows.append(Row(goal.code, (Cell(goal.name), *(_mark(code in goal.committees) for code in known))))
    names = [f"{code} {_short_name(report, code)}" for code in known]
    return Table(
        id="mal-och-namnder",
        caption="Mål per fokusområde och de nämnder som bär dem",
        columns=(Column("label", "Mål", "text", 3.0), *(Column(code, code, "status", 0.9) for code in known)),
        rows=tuple(rows),
        notes=(f"{swedish.list_of(names)}.", "”Ja” betyder att nämnden ska bidra till målet."),
        source=f"Källa: {plan.source}.",
    )


def _short_name(report: PlanReport, code: str) -> str:
    return report.params.committees[code].short_name


def _mark(carries: bool) -> Cell:
    return Cell("Ja", symbol="circle", tone="neutral") if carries else Cell(swedish.MISSING)


def indicators(report: PlanReport) -> Block:
    """Each quality indicator with the year's target; the plan's own list for a year without targets."""
    frame = report.indicators
    if not len(frame):
        return _of_plan(report)
    rows = []
    for code, row in frame.rows():
        indicator = row.fact("indicator", Indicator)
        about = f" ({row.text('committee')})" if row.text("committee") else ""
        rows.append(
            Row(
                str(code),
                (
                    Cell(f"{indicator.name}{about}"),
                    cell_of(row["target"], indicator.decimals, with_unit=True),
                    Cell(DIRECTIONS[indicator.direction]),
                    Cell(FREQUENCIES[indicator.frequency]),
                    text_cell(row.text("decision")),
                ),
            )
        )
    return Table(
        id="indikatorer",
        caption=f"Indikatorer och målvärden {report.period.year}",
        columns=(
            Column("label", "Indikator", "text", 2.4),
            Column("target", "Målvärde"),
            Column("direction", "Riktning", "text", 1.2),
            Column("frequency", "Mäts", "text", 1.1),
            Column("decision", "Beslut", "text", 1.6),
        ),
        rows=tuple(rows),
        notes=dash_note(rows, 1, "Ett streck betyder att inget målvärde är satt för året."),
        source=source_of(report, "indicator_targets"),
    )


def _of_plan(report: PlanReport) -> Block:
    found = [(plan, one) for plan in report.plans for one in plan.indicators]
    if not found:
        nothing = f"Det finns inga indikatorer eller målvärden för {report.period.year} bland underlagen."
        return Text(id="indikatorer", paragraphs=([nothing],))
    rows: list[Row] = []
    group = ""
    for _, one in found:
        if one.group and one.group != group:
            group = one.group
            rows.append(Row(f"grupp-{one.code}", (Cell(group),), role="group"))
        rows.append(Row(one.code, (Cell(one.name), Cell(one.definition), text_cell(one.frequency))))
    return Table(
        id="indikatorer",
        caption="Planens indikatorer",
        columns=(
            Column("label", "Indikator", "text", 2.0),
            Column("definition", "Definition", "prose", 3.2),
            Column("frequency", "Mäts", "text", 1.2),
        ),
        rows=tuple(rows),
        notes=("Planen anger inga målvärden för indikatorerna.",),
        source=f"Källa: {found[0][0].source}.",
    )
