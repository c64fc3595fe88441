"""Kvalitetsstyrning for the region: how many indicators meet their targets, and those that committees share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import FigureColumn, grade_cell, source_of
from followup.document.tense import tense_of
from followup.params.indicator import Indicator
from followup.sections.region.tables import committee_table
from followup.sections.shared import quality
from followup.sections.shared.indicator_cells import label, measured_cell, value_cell

if TYPE_CHECKING:
    from followup.reports.region import RegionReport


def by_grade(report: RegionReport) -> Block:
    """How many of each committee's indicators have each grade."""
    frame = report.indicators_by_grade
    if len(frame) < 2:
        nothing = "Ingen nämnd har kvalitetsindikatorer i årets uppsättning."
        return Text(id="indikatorer", title="Indikatorer", paragraphs=([nothing],))
    grades = [
        grade
        for grade in report.scale(tense_of(report.period).told("indicator", "indicator_outcome"))
        if any(figure.value for figure in frame.figures(grade.code))
    ]
    columns = (
        FigureColumn("indicators", "Antal", decimals=0),
        *(FigureColumn(grade.code, grade.word, decimals=0) for grade in grades),
    )
    return committee_table(
        report,
        "indikatorer",
        "Nämndernas kvalitetsindikatorer mot målvärden",
        frame,
        columns,
        unit_line="Antal indikatorer.",
        notes=(
            report.params.texts.indicators_of_region,
            quality.near_target(report.params, [one.quality for one in report.reports.values()]),
        ),
        source=source_of(report, "indicator_values", "indicator_targets"),
    )


def shared(report: RegionReport) -> Block:
    """Indicators of several committees: each committee's value against its target."""
    frame = report.shared_indicators
    if not len(frame):
        nothing = "Ingen kvalitetsindikator mäts av flera nämnder."
        return Text(id="gemensamma-indikatorer", title="Gemensamma indikatorer", paragraphs=([nothing],))
    grades = report.scale(tense_of(report.period).told("indicator", "indicator_outcome"))
    rows: list[Row] = []
    known = ""
    for _, row in frame.rows():
        indicator = row.fact("indicator", Indicator)
        if indicator.code != known:
            known = indicator.code
            rows.append(Row(indicator.code, (Cell(label(indicator)),), role="group"))
        rows.append(
            Row(
                f"{indicator.code}-{row.text('committee')}",
                (
                    Cell(report.name_of(row.text("committee"), short=True)),
                    value_cell(row["value"], indicator),
                    value_cell(row["target"], indicator),
                    grade_cell(grades, row.text("grade")),
                    measured_cell(row.text("measured"), indicator),
                ),
            )
        )
    return Table(
        id="gemensamma-indikatorer",
        caption="Indikatorer som flera nämnder har",
        columns=(
            Column("label", "Nämnd", "text", 2.2),
            Column("value", "Senaste värde", "number", 1.1),
            Column("target", "Målvärde", "number", 1.1),
            Column("grade", "Bedömning", "status", 1.6),
            Column("measured", "Senast mätt", "text", 1.2),
        ),
        rows=tuple(rows),
        notes=("Ett värde som gäller hela regionen är lika för alla nämnder som har indikatorn.",),
        source=source_of(report, "indicator_values", "indicator_targets"),
    )
