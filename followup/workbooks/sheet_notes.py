"""The rows above a table: `Uttagsdatum: 2024-05-08`, `Källa: …`, `Exempeldata`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from followup.ground.errors import Severity
from followup.ground.wording import column_letter, quoted
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.clean_text import clean_text
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.period_text import date_in
from followup.workbooks.read_table import SheetNotes

_EXTRACTED, _SOURCE, _EXAMPLE = "uttagsdatum", "källa", "exempeldata"
_LONGEST = 300


def read_notes(rows: Sequence[Sequence[Any]]) -> tuple[SheetNotes, list[Finding]]:
    """The notes in these rows, from the sheet's first on; a date that cannot be read is a warning."""
    extracted: date | None = None
    source, example = "", False
    findings: list[Finding] = []
    for number, row in enumerate(rows, start=1):
        for position, content in enumerate(row):
            if not isinstance(content, str) or is_blank(content):
                continue
            text = clean_text(content[:_LONGEST])
            start = text.casefold()
            example = example or _EXAMPLE in start
            if start.startswith(_EXTRACTED) and extracted is None:
                answer = _answer(text, row, position)
                try:
                    extracted = date.fromisoformat(date_in(answer))
                except ValueError:
                    findings.append(Finding(number, column_letter(position), _unreadable(answer), shared=True))
            elif start.startswith(_SOURCE) and not source:
                source = clean_text(str(_answer(text, row, position))[:_LONGEST])
    return SheetNotes(extracted, source, example), findings


def _answer(text: str, row: Sequence[Any], position: int) -> Any:
    """What stands after the colon in the cell, or else in the next cell."""
    after = text.partition(":")[2].strip()
    return after or next((content for content in row[position + 1 : position + 4] if not is_blank(content)), "")


def _unreadable(answer: Any) -> Doubt:
    return Doubt(
        f"Uttagsdatumet {quoted(answer)} kan inte läsas." if not is_blank(answer) else "Uttagsdatumet är tomt.",
        "Ett datum väntas efter ordet Uttagsdatum, till exempel 2024-05-08.",
        "Skriv datumet efter ett kolon eller i nästa cell.",
        Severity.WARNING,
    )
