"""Mål och indikatorer i tal: the plan's measurable targets, and its indicators with what has been measured of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.plan.plan_measured import MISSING, NO_NUMBER, NOT_DUE
from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table
from followup.document.cells import Cell, cell_of
from followup.document.tables import prose_cell, source_line
from followup.params.plan.file import IndicatorEntry
from followup.sections.shared import targets

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport

ID = "planens-indikatorer"
# An index is a number, and its name says what it is.
INDEX = "index"
_WHY = {NOT_DUE: "Mäts vid årets slut", MISSING: "Värde saknas", NO_NUMBER: "Beskrivs i ord"}


def section(report: PlanReport) -> BlockSeries:
    """A heading, the measurable targets and the indicators; nothing for a plan without any of them."""
    found = (*targets.measured(report), *indicators(report))
    heading = Heading(f"avsnitt-{ID}", "Mål och indikatorer i tal", 2)
    return BlockSeries((heading, *found) if found else (), why="planen har varken mätbara mål eller indikatorer")


def indicators(report: PlanReport) -> BlockSeries:
    """The plan's indicators by group, each with its value or why there is none; nothing for a plan without any."""
    if not len(report.measured):
        return BlockSeries(why="planen har inga indikatorer")
    rows: list[Row] = []
    group = ""
    for code, row in report.measured.rows():
        one = row.fact("indicator", IndicatorEntry)
        if one.group and one.group != group:
            group = one.group
            rows.append(Row(f"grupp-{code}", (Cell(group),), role="group"))
        why = row.text("why")
        value = Cell(_WHY[why]) if why else cell_of(row["value"], one.decimals, with_unit=one.unit != INDEX)
        about = "\n\n".join(filter(None, (row.text("measured"), row.text("comment"))))
        rows.append(
            Row(str(code), (Cell(one.name), value, Cell(one.frequency or "Vid varje uppföljning"), prose_cell(about)))
        )
    values = report.sources.table("plan_indicator_values")
    source = source_line(values.workbook, example=report.sources.is_example) + " " if values is not None else ""
    table = Table(
        id=ID,
        caption="Indikatorer för att säkra genomförande",
        columns=(
            Column("label", "Indikator", "text", 2.2),
            Column("value", "Värde", "text", 1.4),
            Column("frequency", "Mäts", "text", 1.6),
            Column("comment", "Avser och kommentar", "prose", 2.6),
        ),
        rows=tuple(rows),
        notes=("Planen anger inga målvärden för indikatorerna.",),
        source=f"{source}Indikatorerna: {report.plan.title if report.plan else ''}.",
    )
    return BlockSeries((table,))
