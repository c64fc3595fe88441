"""Mätbara mål: what a plan wants to have reached by a year, what has been measured, and how far it is between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table
from followup.document.cells import Cell, cell_of
from followup.document.tables import grade_cell, prose_cell, source_line, text_cell
from followup.ground import swedish
from followup.ground.figure import PERCENT, PERCENTAGE_POINTS, Figure
from followup.params.plan.targets import Target
from followup.params.plans import Plan

if TYPE_CHECKING:
    from followup.analysis.plan.target_values import TargetValueRow, TargetValueTable
    from followup.sections.shared.needs import WithTargets

ID = "matbara-mal"
NO_TARGETS = "ingen av planerna har mätbara mål för den som rapporten gäller"
_WORDS = {"at_least": "minst ", "more_than": "mer än ", "at_most": "högst ", "between": ""}


def section(report: WithTargets) -> BlockSeries:
    """A heading and the targets with what has been measured; nothing where no plan has any."""
    found = measured(report)
    return BlockSeries((Heading(f"avsnitt-{ID}", "Mätbara mål"), *found)) if found else found


def measured(report: WithTargets) -> BlockSeries:
    """The table of the targets with what has been measured; nothing where no plan has any."""
    if not len(report.target_values):
        return BlockSeries(why=NO_TARGETS)
    values = report.sources.table("plan_target_values")
    plans = swedish.list_of(dict.fromkeys(plan.title for plan in report.target_values.facts("plan", Plan)))
    source = source_line(values.workbook, example=report.sources.is_example) + " " if values is not None else ""
    table = Table(
        id=ID,
        caption="Mätbara mål i planen",
        columns=(
            Column("label", "Mål", "text", 3.0),
            Column("target", "Målvärde", "text", 1.5),
            Column("year", "Senast", "text", 1.0),
            Column("value", "Värde", "number", 1.0),
            Column("distance", "Avstånd", "number", 0.8),
            Column("status", "Läge", "status", 1.4),
            Column("comment", "Mätt och kommentar", "prose", 2.0),
        ),
        rows=tuple(
            Row(str(name), (*_target(row.fact("target", Target)), *_value(report, row)))
            for name, row in report.target_values.rows()
        ),
        unit_line="Avståndet har målets enhet, i procent är det procentenheter. Plus är bättre än målet.",
        notes=tuple(_bases(report.target_values)),
        source=f"{source}Målen: {plans}.",
    )
    return BlockSeries((table,))


def in_plan(report: WithTargets) -> BlockSeries:
    """A heading and the targets as the plan has them, with its own words; nothing where no plan has any."""
    if not len(report.target_values):
        return BlockSeries(why=NO_TARGETS)
    targets = report.target_values.facts("target", Target)
    sources = dict.fromkeys(plan.source for plan in report.target_values.facts("plan", Plan))
    table = Table(
        id=ID,
        caption="Mätbara mål i planen",
        columns=(
            Column("label", "Mål", "text", 2.0),
            Column("target", "Målvärde", "text", 1.3),
            Column("year", "Senast", "text", 0.8),
            Column("entry", "Står under", "text", 1.0),
            Column("quote", "Planens ord", "text", 3.4),
        ),
        rows=tuple(
            Row(str(name), (*_target(one), text_cell(one.entry or one.place), Cell(one.quote)))
            for name, one in zip(report.target_values.names, targets, strict=True)
        ),
        notes=tuple(_bases(report.target_values)),
        source=f"Källa: {swedish.list_of(sources)}.",
    )
    return BlockSeries((Heading(f"avsnitt-{ID}", "Mätbara mål"), table))


def aim_of(target: Target) -> str:
    """`minst 80 %`, `10–15 elever`"""
    first = cell_of(target.value, target.decimals, with_unit=True).text
    if target.most.is_missing:
        return f"{_WORDS[target.reach]}{first}"
    lower = cell_of(target.value, target.decimals).text
    return f"{lower}–{cell_of(target.most, target.decimals, with_unit=True).text}"


def _target(target: Target) -> tuple[Cell, Cell, Cell]:
    year = f"varje år {target.since}–{target.year}" if target.since else str(target.year)
    return Cell(target.name), Cell(aim_of(target)), Cell(year)


def _value(report: WithTargets, row: TargetValueRow) -> tuple[Cell, ...]:
    target = row.fact("target", Target)
    measured = "\n\n".join(filter(None, (_when(row), row.text("comment"))))
    return (
        cell_of(row["value"], target.decimals, with_unit=True),
        cell_of(_points(row["distance"]), target.decimals, signed=True),
        grade_cell(report.scale("target"), row.text("status")),
        prose_cell(measured),
    )


def _when(row: TargetValueRow) -> str:
    return ", ".join(filter(None, (row.text("measured"), row.text("source"))))


def _points(distance: Figure) -> Figure:
    return distance.in_unit(PERCENTAGE_POINTS) if distance.unit == PERCENT else distance


def _bases(table: TargetValueTable) -> list[str]:
    """What each target is compared with, those of the same words together."""
    found: dict[str, list[str]] = {}
    for target in table.facts("target", Target):
        if target.base:
            found.setdefault(target.base, []).append(target.name)
    return [f"{'; '.join(names)}: {swedish.lowered(base)}" for base, names in found.items()]
