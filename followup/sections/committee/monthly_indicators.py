"""Verksamhetsmått: the committee's monthly indicators in a compact table, for the monthly report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import grade_cell, source_line
from followup.ground import swedish
from followup.ground.figure import PERCENT
from followup.params.params import Indicator
from followup.sections.shared.indicator_cells import measured_cell, value_cell

if TYPE_CHECKING:
    from followup.reports.committee import Report


def latest(report: Report) -> Block:
    """Each indicator that is measured every month: its latest value, target, grade and the value before."""
    monthly = report.monthly_quality
    if not len(monthly):
        nothing = "Nämnden har inga verksamhetsmått som mäts varje månad."
        return Text(role="absent", id="verksamhetsmatt", title="Verksamhetsmått", paragraphs=([nothing],))
    grades = report.scale("indicator")
    rows = []
    for code, row in monthly.rows():
        indicator = row.fact("indicator", Indicator)
        shown = [value_cell(figure, indicator) for figure in (row["value"], row["previous"], row["target"])]
        label = indicator.name if indicator.unit == PERCENT else f"{indicator.name} ({indicator.unit})"
        when = measured_cell(row.text("measured"), indicator)
        rows.append(Row(str(code), (Cell(label), *shown, grade_cell(grades, row.text("grade")), when)))
    return Table(
        id="verksamhetsmatt",
        caption="Verksamhetsmått som mäts varje månad",
        columns=(
            Column("label", "Mått", "text", 2.8),
            Column("value", "Senaste värde", "number", 1.1),
            Column("previous", "Värdet innan", "number", 1.1),
            Column("target", "Målvärde", "number", 1.1),
            Column("grade", "Bedömning", "status", 1.5),
            Column("measured", "Senast mätt", "text", 1.2),
        ),
        rows=tuple(rows),
        notes=_seldom(len(report.quality) - len(monthly)),
        source=source_line(report.sources.indicator_values.workbook, example=report.sources.is_example),
    )


def _seldom(count: int) -> tuple[str, ...]:
    """What of the quality indicators is left to the larger reports."""
    if not count:
        return ()
    few = "Ett mått" if count == 1 else f"{swedish.in_words(count).capitalize()} mått"
    return (f"{few} som mäts mer sällan redovisas i uppföljningsrapporterna.",)
