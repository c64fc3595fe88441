"""Planens budget: the operating budget by activity, and the investments by group, beside outcome and forecast."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.plan.plan_spending import INVESTMENTS, OPERATING, WHOLE
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Heading, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tables import AMOUNTS, BETTER, prose_cell, source_line

if TYPE_CHECKING:
    from followup.ground.figure_table import FigureRow
    from followup.reports.plan import PlanReport

AmountColumn = Literal["budget", "outcome", "forecast", "deviation"]
_AMOUNTS: tuple[AmountColumn, ...] = get_args(AmountColumn)
_COMMENT = Column("comment", "Kommentar", "prose", 2.2)


def section(report: PlanReport) -> BlockSeries:
    """What the plan's budget became so far; nothing for a plan that prints no budget of its own."""
    parts: list[Block] = []
    for table_id, what, sheet, found in (
        (OPERATING, "driftbudget", "Driftbudget", _operating(report)),
        (INVESTMENTS, "investeringsbudget", "Investeringar", _investments(report)),
    ):
        if report.plan is None or report.plan.table(table_id) is None:
            continue
        nothing = f"Planens {what} följs inte upp här: arbetsboken har inget blad {sheet}."
        parts.append(found or Text(id=f"{table_id}-saknas", paragraphs=([nothing],)))
    heading = Heading("avsnitt-planens-budget", "Planens budget", 2)
    return BlockSeries((heading, *parts) if parts else (), why="planen har ingen egen budget")


def _operating(report: PlanReport) -> Table | None:
    frame = report.operating_spending
    if not len(frame):
        return None
    rows: list[Row] = []
    activity = ""
    for name, row in frame.rows():
        if row.text("activity") != activity and name != WHOLE:
            activity = row.text("activity")
            rows.append(Row(f"verksamhet-{name}", (Cell(activity),), role="group"))
        label = row.text("label") or ("Nettokostnad, alla verksamheter" if name == WHOLE else "Nettokostnad")
        is_sum = not row.text("label")
        cells = (*_amounts(row), prose_cell(row.text("comment")))
        rows.append(Row(str(name), (Cell(label), *cells), role="total" if is_sum else "body"))
    return _table(
        report,
        f"{OPERATING}-uppfoljning",
        f"Driftbudget {report.period.year}, utfall {report.period.span} och prognos",
        (Column("label", "Kontoklass", "text", 2.0), *_columns(judged=True), _COMMENT),
        rows,
        f"{AMOUNTS} {BETTER}",
        "plan_operating_budget",
    )


def _investments(report: PlanReport) -> Table | None:
    frame = report.investment_spending
    if not len(frame):
        return None
    rows: list[Row] = []
    group = ""
    for name, row in frame.rows():
        said = row.text("group") or ("" if name == WHOLE else "Finns inte i planen")
        if said and said != group:
            group = said
            rows.append(Row(f"grupp-{len(rows)}", (Cell(group),), role="group"))
        cells = (cell_of(row["total_budget"]), *_amounts(row), prose_cell(row.text("comment")))
        label = row.text("label") or "Alla investeringar"
        rows.append(Row(str(name), (Cell(label), *cells), role="total" if name == WHOLE else "body"))
    return _table(
        report,
        f"{INVESTMENTS}-uppfoljning",
        f"Investeringar {report.period.year}, utfall {report.period.span} och prognos",
        (
            Column("label", "Investering", "text", 2.0),
            Column("total_budget", "Total budget", "number"),
            *_columns(),
            _COMMENT,
        ),
        rows,
        "Belopp i mnkr, utan tecken. En avvikelse med plus är mindre investerat än årets budget.",
        "plan_investments",
        notes=("Reinvesteringar har bara årliga belopp och därför ingen total budget.",),
    )


def _amounts(row: FigureRow[AmountColumn]) -> list[Cell]:
    return [cell_of(row[name], signed=name == "deviation") for name in _AMOUNTS]


def _columns(judged: bool = False) -> tuple[Column, ...]:
    heads = {"budget": "Årsbudget", "outcome": "Utfall", "forecast": "Prognos", "deviation": "Prognosens avvikelse"}
    return tuple(
        Column(name, head, "number", 0.9, judged=judged and name == "deviation") for name, head in heads.items()
    )


def _table(
    report: PlanReport,
    table_id: str,
    caption: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    unit_line: str,
    source: str,
    notes: tuple[str, ...] = (),
) -> Table:
    values = report.sources.table(source)
    assert values is not None  # it has rows
    return Table(
        id=table_id,
        caption=caption,
        columns=columns,
        rows=tuple(rows),
        unit_line=unit_line,
        notes=notes,
        source=source_line(values.workbook, example=report.sources.is_example),
    )
