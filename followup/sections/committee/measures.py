"""Åtgärder: what the committee does against a deficit, and what would remain of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.measures import effect_of, remaining, with_decision
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import grade_cell, prose_cell, source_of
from followup.document.tense import tense_of
from followup.ground.figure import Figure
from followup.sections.shared.sentences import size

if TYPE_CHECKING:
    from followup.analysis.measures import MeasureTable
    from followup.reports.committee import Report


_UNIT_LINE = "Belopp i mnkr. Plus förbättrar resultatet. I prognosen ingår beslutade åtgärder, inte föreslagna."


def effects(report: Report) -> Block:
    """Measures with their effect, decided before proposed."""
    frame = report.measures
    if not len(frame):
        return Text(
            role="absent", id="atgarder", title="Åtgärder", paragraphs=(["Nämnden har inte redovisat några åtgärder."],)
        )
    decisions, statuses = report.scale("measure_decision"), report.scale("measure_status")
    rows = [
        Row(
            f"atgard-{number}",
            (
                Cell(str(name)),
                grade_cell(decisions, row.text("decision")),
                grade_cell(statuses, row.text("status")),
                cell_of(row["effect"], signed=True),
                cell_of(row["full_year_effect"], signed=True),
                prose_cell(row.text("comment")),
            ),
        )
        for number, (name, row) in enumerate(frame.rows(), 1)
    ]
    for decision, label in (("decided", "Summa beslutade"), ("proposed", "Summa föreslagna")):
        total = effect_of(frame, decision)
        if decision in frame.texts("decision"):
            empty = Cell("")
            cells = (Cell(label), empty, empty, cell_of(total, signed=True), empty, empty)
            rows.append(Row(f"summa-{decision}", cells, role="total"))
    return Table(
        id="atgarder",
        caption="Åtgärder och deras effekt",
        columns=(
            Column("label", "Åtgärd", "text", 2.2),
            Column("decision", "Beslut", "status", 1.2),
            Column("status", "Status", "status", 1.2),
            Column("effect", f"Effekt {report.period.year}", "number", 0.9),
            Column("full_year_effect", "Helårseffekt", "number", 1.1),
            Column("comment", "Kommentar", "prose", 2.2),
        ),
        rows=tuple(rows),
        unit_line=tense_of(report.period).told(_UNIT_LINE, "Belopp i mnkr. Plus förbättrade resultatet."),
        source=source_of(report, "measures"),
    )


def bridge(report: Report) -> Block:
    """What proposed measures would leave of a forecast deficit."""
    from followup.charts import measures_bridge as drawing

    frame = report.measures
    deviation = report.net["forecast_deviation"]
    proposed = with_decision(frame, "proposed")
    if deviation.value is None or deviation.value >= 0 or not len(proposed):
        return Text(
            id="atgarder-effekt", title="Föreslagna åtgärder", paragraphs=(_without_bridge(deviation, proposed),)
        )
    return drawing.chart(deviation, proposed, source=source_of(report, "forecast", "measures"))


def balance(report: Report) -> Text:
    """Whether the year ends in balance with what is decided, and with what is proposed."""
    frame, deviation = report.measures, report.net["forecast_deviation"]
    if deviation.value is None:
        nothing: Sentence = ["Prognos saknas, och det går inte att bedöma om året slutar i balans."]
        return Text(id="prognos-i-balans", title="Prognos i balans", paragraphs=(nothing,))
    decided, proposed = (effect_of(frame, decision) for decision in ("decided", "proposed"))
    sentences: list[Sentence] = [_forecast_sentence(deviation, decided)]
    if deviation.as_shown(1) < 0:
        sentences.append(_remaining_sentence(deviation, proposed))
    return Text(id="prognos-i-balans", title="Prognos i balans", paragraphs=tuple(sentences))


def _forecast_sentence(deviation: Figure, decided: Figure) -> Sentence:
    balanced = deviation.as_shown(1)
    start: Sentence = ["Prognosen är en ekonomi i balans"]
    if balanced:
        start = [f"Prognosen är ett {'överskott' if balanced > 0 else 'underskott'} på ", size(deviation)]
    if decided.is_missing:
        return [*start, ". Det finns inga beslutade åtgärder."]
    return [*start, ". Beslutade åtgärder ingår med ", cell_of(decided, prose=True), "."]


def _remaining_sentence(deviation: Figure, proposed: Figure) -> Sentence:
    if proposed.is_missing:
        return ["Nämnden har inte föreslagit några åtgärder mot underskottet."]
    rest = remaining(deviation, proposed)
    effect = cell_of(proposed, prose=True)
    if rest.as_shown(1) >= 0:
        return ["Om de föreslagna åtgärderna på ", effect, " beslutas och får full effekt slutar året i balans."]
    shown = cell_of(-rest, prose=True)
    return ["De föreslagna åtgärderna på ", effect, " räcker inte till balans: ", shown, " återstår att åtgärda."]


def _without_bridge(deviation: Figure, proposed: MeasureTable) -> Sentence:
    deficit = not deviation.is_missing and deviation.as_shown(1) < 0
    if not len(proposed):
        if deficit:
            return ["Prognosen är ett underskott, och nämnden föreslår inga ytterligare åtgärder mot det."]
        return ["Nämnden har inte föreslagit några åtgärder utöver de beslutade."]
    effect = cell_of(effect_of(proposed, "proposed"), prose=True)
    if deviation.value is None:
        return ["Prognos saknas. Föreslagna åtgärder har en sammanlagd effekt på ", effect, "."]
    return ["Prognosen är inget underskott. Föreslagna åtgärder skulle förbättra den med ", effect, "."]
