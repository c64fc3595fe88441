"""The budget that a plan decides: operations, investments, frames and the plan's other printed tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.economy import NET
from followup.analysis.investments import TOTAL
from followup.analysis.plan.plan_budget import DIFFERENCE, OPERATING, PRINTED, ROWS_SUMMED
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Heading, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import AMOUNTS, FigureColumn, figure_rows, figure_table, source_of
from followup.ground import swedish
from followup.ground.figure_table import FigureTable
from followup.ground.regions import REGION
from followup.params.plan.tables import FRAMES
from followup.sections.plan.printed_tables import as_printed, in_unit, with_sum_of_columns, with_sum_of_rows
from followup.sections.shared import budget_changes
from followup.sections.shared.investments import GROUPS

if TYPE_CHECKING:
    from followup.analysis.plan.plan_budget import FrameTable
    from followup.params.plan.tables import PlanTable
    from followup.reports.plan import PlanReport

INVESTMENTS = "investeringsbudget"
INVESTMENT_PLAN = "investeringsplan"
# Tables that have a place of their own in a document.
_PLACED = (FRAMES, OPERATING, INVESTMENTS, INVESTMENT_PLAN)
_NO_ITEMS = "Ett streck betyder att verksamheten inte har sådana poster i budgeten."


def operating(report: PlanReport) -> BlockSeries:
    """The operating budget: by account class and by activity from the year's workbook, else as the plan prints it.

    Nothing where there is none: `absent` says so, once for all that is not there.
    """
    by_class, by_activity = report.operating_by_class, report.operating_by_activity
    heading = Heading(f"avsnitt-{OPERATING}", "Driftbudget")
    if by_class is None or by_activity is None:
        return _printed(report, OPERATING, heading)
    if not len(by_class):
        nothing = f"Driftbudgeten för {report.period.year} har inga rader för nämnden."
        return BlockSeries((heading, Text(id=OPERATING, paragraphs=([nothing],))))
    year, source = report.period.year, source_of(report, "operating_budget")
    lacks = any(figure.is_missing for one in ("revenue", "cost") for figure in by_activity.figures(one))
    return BlockSeries(
        (
            heading,
            figure_table(
                OPERATING,
                f"Driftbudget {year} per kontoklass",
                by_class,
                "Kontoklass",
                (FigureColumn("amount", f"Budget {year}"),),
                totals=(NET,),
                unit_line=AMOUNTS,
                source=source,
            ),
            figure_table(
                f"{OPERATING}-verksamheter",
                f"Driftbudget {year} per verksamhet, störst nettokostnad först",
                by_activity,
                "Verksamhet",
                (
                    FigureColumn("revenue", "Intäkter"),
                    FigureColumn("cost", "Kostnader"),
                    FigureColumn("net", "Nettokostnad"),
                ),
                totals=(NET,),
                unit_line=AMOUNTS,
                notes=(_NO_ITEMS,) if lacks else (),
                source=source,
            ),
        )
    )


def investments(report: PlanReport) -> BlockSeries:
    """The investment budget by group, from the year's workbook, else as the plan prints it; nothing without one."""
    frame = report.investments
    heading = Heading(f"avsnitt-{INVESTMENTS}", "Investeringsbudget")
    if frame is None:
        return _printed(report, INVESTMENTS, heading)
    year = report.period.year
    if not len(frame):
        nothing = f"Investeringsbudgeten för {year} har inga rader för nämnden."
        return BlockSeries((heading, Text(id=INVESTMENTS, paragraphs=([nothing],))))
    columns = (
        FigureColumn("total_budget", "Total budget"),
        *(FigureColumn(f"year_{step}", str(year + step)) for step in range(3)),
    )
    rows: list[Row] = []
    for group, label in GROUPS.items():
        part = frame.only(name for name, row in frame.rows() if row.text("group") == group)
        if len(part):
            rows += [Row(f"grupp-{group}", (Cell(label),), role="group"), *figure_rows(part, columns)]
    rows += figure_rows(frame.only([TOTAL]), columns, totals=(TOTAL,))
    found = Table(
        id=INVESTMENTS,
        caption=f"Investeringsbudget {year}–{year + 2}",
        columns=(Column("label", "Investering", "text", 2.4), *(Column(one.key, one.label) for one in columns)),
        rows=tuple(rows),
        unit_line="Belopp i mnkr, utan tecken.",
        notes=("Reinvesteringar har bara årliga belopp och därför ingen total budget.",),
        source=source_of(report, "investment_budget"),
    )
    return BlockSeries((heading, found))


def absent(report: PlanReport) -> BlockSeries:
    """What neither the plan nor a workbook says of the year's budget, in one sentence; nothing if all is there."""
    lacks = [
        words
        for words, found in (
            ("ingen driftbudget", operating(report)),
            ("ingen investeringsbudget", investments(report)),
            ("ingen budgetram", len(report.frames)),
        )
        if not found
    ]
    if not lacks:
        return BlockSeries(why="underlagen har både budget och ram")
    sentence = f"Underlagen för {report.period.year} har {swedish.list_of(lacks)}."
    return BlockSeries((Text(id="budget-saknas", paragraphs=([sentence],)),))


def frames(report: PlanReport) -> Block:
    """The frames year by year: the committee's own, or everybody's with the difference to the plan's printed sum."""
    frame, plan = report.frames, report.frames_plan
    if not len(frame) or plan is None:
        return Text(id="budgetramar", paragraphs=(["Planen anger inga budgetramar."],))
    table = plan.table(FRAMES)
    assert table is not None  # the frame has rows
    shown = _in_unit(frame, table.unit)
    columns = [FigureColumn(year, year, decimals=table.decimals) for year in frame.columns]
    lines = shown.only(name for name in shown.names if name != DIFFERENCE)
    rows = figure_rows(lines, columns, totals=(ROWS_SUMMED, PRINTED))
    if DIFFERENCE in frame:
        signed = [FigureColumn(one.key, one.label, signed=True, decimals=one.decimals) for one in columns]
        rows += figure_rows(shown.only([DIFFERENCE]), signed, totals=(DIFFERENCE,))
    own = report.committee.code != REGION and report.committee.code != plan.owner
    notes = [table.note] if table.note and not own else []
    if DIFFERENCE in frame:
        notes.append(report.params.texts.printed_sum)
    return Table(
        id="budgetramar",
        caption=f"Nämndens budgetram {_span(table)}" if own else table.caption,
        columns=(Column("label", table.label, "text", 2.6), *(Column(one.key, one.label) for one in columns)),
        rows=rows,
        unit_line=f"Belopp i {table.unit}. En budgetram är en nettokostnad och visas utan tecken.",
        notes=tuple(notes),
        source=f"Källa: {table.source or plan.source}.",
    )


def frames_chart(report: PlanReport) -> Block:
    """How each frame changes from the plan's first year to its last."""
    if len(report.frames.columns) < 2 or not len(report.frames):
        return Text(id="diagram-budgetramar", paragraphs=(["Planen anger inte budgetramar för flera år."],))
    from followup.charts import plan_frames

    plan = report.frames_plan
    frames = report.frames
    lines = frames.only(name for name in frames.names if name not in (ROWS_SUMMED, PRINTED, DIFFERENCE))
    return plan_frames.chart(lines, source=f"Källa: {plan.source}." if plan else "")


def _span(table: PlanTable) -> str:
    years = dict.fromkeys((table.columns[0], table.columns[-1]))
    return "–".join(years)


def investment_plan(report: PlanReport) -> Block:
    """The region's investment plan as it is printed."""
    for plan in report.plans:
        table = plan.table(INVESTMENT_PLAN)
        if table is not None:
            return as_printed(plan, table)
    return Text(id=INVESTMENT_PLAN, paragraphs=(["Planen har ingen investeringsplan."],))


def tables(report: PlanReport) -> BlockSeries:
    """The frames, and every other table of the committee's own plans that has no place of its own; nothing without."""
    own = (Heading("avsnitt-budgetramar", "Budgetram"), frames(report)) if len(report.frames) else ()
    return BlockSeries((*own, *_others(report)))


def financial_goals(report: PlanReport) -> Block | BlockSeries:
    """The region's financial goals as the plan prints them: its tables beside the frames and the budgets."""
    found = _others(report)
    return (
        BlockSeries(found) if found else Text(id="finansiella-mal", paragraphs=(["Planen har inga finansiella mål."],))
    )


def _others(report: PlanReport) -> list[Table]:
    rest = [(plan, table) for plan in report.plans for table in plan.tables if table.id not in _PLACED]
    return [as_printed(plan, table) for plan, table in rest if not table.chapter]


def changes(report: PlanReport) -> BlockSeries:
    """The decisions that change the budget, with their calculations and reasons, and the frame after them."""
    found = budget_changes.table(report)
    if isinstance(found, Text):  # none: the heading has said what is missing, and the frame is as it was
        return BlockSeries((replace(found, title=""),))
    return BlockSeries((found, budget_changes.frame(report), *budget_changes.reasons(report)))


def tax_rate(report: PlanReport) -> Text:
    """The decided tax rate."""
    plan = report.region_plan
    if plan is None or plan.tax_rate is None:
        return Text(id="skattesats", paragraphs=(["Planen anger ingen skattesats."],))
    sentence: Sentence = [
        f"Skattesatsen för {plan.year} är ",
        cell_of(plan.tax_rate, 2, prose=True),
        " av den beskattningsbara inkomsten.",
    ]
    return Text(id="skattesats", paragraphs=(sentence,))


def _in_unit(table: FrameTable, unit: str) -> FrameTable:
    rows = {
        name: {column: in_unit(figure, unit) for column, figure in row.figures.items()} for name, row in table.rows()
    }
    return FigureTable.of(rows, table.columns)


def _printed(report: PlanReport, table_id: str, heading: Heading) -> BlockSeries:
    """The plan's own table with the sums that it does not print, and another caption than the heading above it."""
    add = {OPERATING: with_sum_of_columns, INVESTMENTS: with_sum_of_rows}[table_id]
    found = [
        add(as_printed(plan, table), table) for plan in report.plans for table in plan.tables if table.id == table_id
    ]
    year = report.period.year
    named = [replace(one, caption=f"{one.caption} {year}") if one.caption == heading.text else one for one in found]
    return BlockSeries((heading, *named) if named else (), why="planen trycker ingen sådan tabell")
