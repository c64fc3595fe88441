"""Åtgärder: what the committee does against a deficit, and what would remain of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.measures import effect_of
from followup.presentation import swedish
from followup.presentation.blocks import Block, Cell, Column, Row, Table, Text
from followup.presentation.tables import grade_cell, prose_cell, source_of

if TYPE_CHECKING:
    from followup.report import Report


def effects(report: Report) -> Block:
    """Measures with their effect, decided before proposed."""
    frame = report.measures
    if not len(frame):
        return Text(id="atgarder", title="Åtgärder", paragraphs=(["Nämnden har inte redovisat några åtgärder."],))
    decisions, statuses = report.scale("measure_decision"), report.scale("measure_status")
    rows = [
        Row(
            f"atgard-{number}",
            (
                Cell(str(name)),
                grade_cell(decisions, row["decision"]),
                grade_cell(statuses, row["status"]),
                swedish.cell_of(row["effect"], signed=True),
                swedish.cell_of(row["full_year_effect"], signed=True),
                prose_cell(row["comment"]),
            ),
        )
        for number, (name, row) in enumerate(frame.iterrows(), 1)
    ]
    for decision, label in (("decided", "Summa beslutade"), ("proposed", "Summa föreslagna")):
        total = effect_of(frame, decision)
        if not total.is_missing:
            empty = Cell("")
            cells = (Cell(label), empty, empty, swedish.cell_of(total, signed=True), empty, empty)
            rows.append(Row(f"summa-{decision}", cells, role="total"))
    return Table(
        id="atgarder",
        caption="Åtgärder och deras effekt",
        columns=(
            Column("label", "Åtgärd", "text", 2.2),
            Column("decision", "Beslut", "status", 1.2),
            Column("status", "Status", "status", 1.2),
            Column("effect", f"Effekt {report.period.year}", "number", 0.9),
            Column("full_year_effect", "Helårs-effekt", "number", 0.9),
            Column("comment", "Kommentar", "prose", 2.2),
        ),
        rows=tuple(rows),
        unit_line="Belopp i mnkr. Plus förbättrar resultatet. I prognosen ingår beslutade åtgärder, inte föreslagna.",
        source=source_of(report, "measures"),
    )


def bridge(report: Report) -> Block:
    """What proposed measures would leave of a forecast deficit."""
    from followup.presentation.charts import measures_bridge as drawing

    frame = report.measures
    deviation = report.net["forecast_deviation"]
    proposed = frame.loc[frame["decision"] == "proposed", ["effect"]] if len(frame) else frame
    if deviation.value is None or deviation.value >= 0 or not len(proposed):
        text = "Inga föreslagna åtgärder ändrar prognosen."
        if deviation.value is not None and deviation.value < 0:
            text = "Prognosen är ett underskott, och nämnden föreslår inga ytterligare åtgärder mot det."
        return Text(id="atgarder-effekt", title="Föreslagna åtgärder", paragraphs=([text],))
    return drawing.chart(deviation, proposed, source=source_of(report, "forecast", "measures"))
