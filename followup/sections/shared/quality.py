"""Kvalitetsstyrning: the committee's indicators against their targets, and over time.

What is measured every month is also told apart from its own normal variation (followup.analysis.process_behaviour).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from followup.analysis.process_behaviour import RECENT
from followup.analysis.variation_limits import LIMIT_FACTOR, RANGE_FACTOR
from followup.document.blocks import Block, Column, Gallery, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tables import grade_cell, source_line, text_cell
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.params.indicator import Indicator
from followup.params.texts import LimitWords, NearTargetWords, SignalWords
from followup.sections.shared import comments
from followup.sections.shared.indicator_cells import FREQUENCIES, label, measured_cell, value_cell

if TYPE_CHECKING:
    from followup.analysis.indicators import IndicatorRow, IndicatorTable
    from followup.params.params import Params
    from followup.reports.committee import Report


def indicators(report: Report) -> Block:
    """Each indicator: latest value, target, grade, the value before and when it was measured."""
    quality = report.quality
    if not len(quality):
        nothing = "Nämnden har inga kvalitetsindikatorer i årets uppsättning."
        return Text(role="absent", id="indikatorer", title="Indikatorer", paragraphs=([nothing],))
    grades = report.scale(tense_of(report.period).told("indicator", "indicator_outcome"))
    rows = []
    for code, row in quality.rows():
        indicator = row.fact("indicator", Indicator)
        rows.append(
            Row(
                str(code),
                (
                    Cell(label(indicator)),
                    value_cell(row["value"], indicator),
                    value_cell(row["target"], indicator),
                    grade_cell(grades, row.text("grade")),
                    value_cell(row["previous"], indicator),
                    measured_cell(row.text("measured"), indicator),
                ),
            )
        )
    return Table(
        id="indikatorer",
        caption="Kvalitetsindikatorer mot målvärden",
        columns=(
            Column("label", "Indikator", "text", 2.8),
            Column("value", "Senaste värde", "number", 1.2),
            Column("target", "Målvärde", "number", 1.1),
            Column("grade", "Bedömning", "status", 1.5),
            Column("previous", "Värdet innan", "number", 1.1),
            Column("measured", "Senast mätt", "text", 1.2),
        ),
        rows=tuple(rows),
        notes=_notes(report),
        source=source_line(report.sources.indicator_values.workbook, example=report.sources.is_example),
    )


def variation(report: Report) -> Block:
    """What is measured every month: its variation, whether the target can be counted on, and its limits now."""
    monthly = [row for _, row in report.quality.rows() if row.fact("indicator", Indicator).frequency == "month"]
    if not monthly:
        nothing = "Ingen av nämndens indikatorer mäts varje månad, och variation räknas bara för sådana."
        return Text(role="absent", id="variation", title="Variation", paragraphs=([nothing],))
    return Table(
        id="variation",
        caption="Variation i det som mäts varje månad",
        columns=(
            Column("label", "Indikator", "text", 2.4),
            Column("variation", "Variation", "status", 1.9),
            Column("assurance", "Målvärdet nås", "status", 1.3),
            Column("reached", f"Nått av de {report.params.rules.points_for_limits} senaste", "number", 1.0),
            Column("mean", "Medelvärde", "number", 1.1),
            Column("lower", "Undre gräns", "number", 1.0),
            Column("upper", "Övre gräns", "number", 1.0),
            Column("since", "Gränser från", "text", 1.3),
        ),
        rows=tuple(_variation_row(report, row) for row in monthly),
        notes=(_signal_note(report),),
        source=source_line(report.sources.indicator_values.workbook, example=report.sources.is_example),
    )


def _variation_row(report: Report, row: IndicatorRow) -> Row:
    indicator = row.fact("indicator", Indicator)
    behaviour = report.behaviours[indicator.code]
    # What varied long ago says nothing of today.
    current = row.text("grade") not in ("stale", "no_value")
    now = behaviour.now
    return Row(
        indicator.code,
        (
            Cell(label(indicator)),
            _code_cell(report, "variation", behaviour.variation if current else ""),
            _code_cell(report, "assurance", behaviour.assurance if current else ""),
            cell_of(behaviour.reached, 0) if current else text_cell(""),
            *(value_cell(figure, indicator, more=1) for figure in (now.mean, now.lower, now.upper)),
            measured_cell(now.first, indicator),
        ),
    )


def _code_cell(report: Report, scale: str, code: str) -> Cell:
    return grade_cell(report.scale(scale), code) if code else text_cell("")


def _signal_note(report: Report) -> str:
    """What the words of the table mean."""
    words = {
        grade.code: grade.short or grade.word for name in ("variation", "assurance") for grade in report.scale(name)
    }
    special = [words[f"{kind}_high"].lower() for kind in ("improvement", "concern", "change")]
    return report.params.texts.variation_signals.filled(
        SignalWords(
            common_cause=words["common_cause"],
            no_variation=words["no_variation"],
            special=swedish.list_of(special, "eller").capitalize(),
            passes=words["passes"].lower(),
            fails=words["fails"].lower(),
            hit_or_miss=words["hit_or_miss"].lower(),
            recent=swedish.in_words(RECENT),
        )
    )


def _limit_notes(report: Report) -> tuple[str, str]:
    """How the limits are reckoned, so that anyone can, and what NHS England does otherwise."""
    texts = report.params.texts
    words = LimitWords(
        values=str(report.params.rules.points_for_limits),
        factor=swedish.number(LIMIT_FACTOR, 2),
        range_factor=swedish.number(RANGE_FACTOR, 3),
    )
    return texts.variation_limits.filled(words), texts.variation_and_nhs


def trends(report: Report) -> Block:
    """A small chart over time for each indicator with at least two values; with limits where there are enough."""
    from followup.charts import indicator_trend, indicator_variation

    charts = []
    for code, row in report.quality.rows():
        series = report.indicator_series(str(code))
        known = [figure for figure in series.figures("value") if not figure.is_missing]
        indicator = row.fact("indicator", Indicator)
        behaviour = report.behaviours[indicator.code]
        if behaviour.has_limits:
            grades = report.scale("variation")
            charts.append(
                indicator_variation.chart(behaviour, row["target"], indicator, grades, source=indicator.source)
            )
        elif len(known) > 1:
            charts.append(
                indicator_trend.chart(
                    series, row["target"], indicator, grade=row.text("grade"), source=indicator.source
                )
            )
    if not charts:
        nothing = "Ingen indikator har ännu två mätvärden att jämföra."
        if not len(report.quality):
            nothing = f"Det {tense_of(report.period).there_is} inga indikatorer att visa över tid."
        return Text(role="absent", id="utveckling", title="Utveckling över tid", paragraphs=([nothing],))
    return Gallery("utveckling", "Utveckling över tid", tuple(charts))


def definitions(report: Report) -> Block:
    """How each indicator is defined, how often it is measured and where it comes from; how limits are reckoned."""
    indicators = [row.fact("indicator", Indicator) for _, row in report.quality.rows()]
    limits = any(behaviour.has_limits for behaviour in report.behaviours.values())
    return definitions_table("definitioner", indicators, notes=_limit_notes(report) if limits else ())


def definitions_table(block_id: str, indicators: Sequence[Indicator], notes: tuple[str, ...] = ()) -> Block:
    """One row per indicator: definition, frequency and source."""
    if not indicators:
        return Text(role="absent", id=block_id)
    return Table(
        id=block_id,
        caption="Definition, mätfrekvens och källa",
        columns=(
            Column("label", "Indikator", "text", 2.0),
            Column("definition", "Definition", "prose", 3.6),
            Column("frequency", "Mäts", "text", 1.0),
            Column("source", "Källa", "text", 1.6),
        ),
        rows=tuple(
            Row(
                indicator.code,
                (
                    Cell(indicator.name),
                    Cell(indicator.definition),
                    Cell(FREQUENCIES[indicator.frequency]),
                    Cell(indicator.source),
                ),
            )
            for indicator in indicators
        ),
        notes=notes,
    )


def comment(report: Report) -> Block:
    """The committee's own words on its quality."""
    return comments.section_comment(report, "quality")


def near_target(params: Params, tables: Iterable[IndicatorTable]) -> str:
    """How near its target an indicator of the tables is to be, and how old a value may be, to be judged as it is."""
    rules = params.rules
    near = swedish.number(rules.near_target_percent, 0)
    used = {row.fact("indicator", Indicator).frequency for table in tables for _, row in table.rows()}
    limits = [
        f"{months} månader för det som mäts {FREQUENCIES[frequency]}"
        for frequency, months in rules.current_within_months.items()
        if frequency in used
    ]
    return params.texts.near_target.filled(NearTargetWords(percent=near, ages=swedish.list_of(limits)))


def _notes(report: Report) -> tuple[str, ...]:
    decisions = report.sources.indicator_targets.values("decision")
    return (
        near_target(report.params, [report.quality]),
        *([f"Målvärden: {swedish.list_of(decisions)}."] if decisions else []),
    )
