"""A sheet that is a form: a label in one column and the answer in the next. It becomes a table of one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.heading_words import misspelt
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_notes import cell_notes
from followup.workbooks.cells.cell_values import CellReader, Doubt, Reading
from followup.workbooks.cells.findings import Finding
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.hidden import hidden_in
from followup.workbooks.read_table import ReadTable, frame_of
from followup.workbooks.shapes.headings import header_text
from followup.workbooks.sheet_notes import read_notes
from followup.workbooks.synonyms import Synonym, synonyms_in

# Where labels are looked for.
ROWS_SEARCHED = 100
COLUMNS_SEARCHED = 4


def read_form(name: str, sheet: Sheet, layout: TableLayout, readers: dict[str, CellReader]) -> ReadTable:
    """Read one form. The frame's single row has the number of the topmost label's row."""
    labels = _labels(sheet.rows)
    places: dict[str, tuple[int, int]] = {}
    findings: list[Finding] = []
    for column, entry in layout.columns.items():
        exact = labels.get(normalised(entry.header), [])
        found = exact or [place for word in entry.synonyms for place in labels.get(normalised(word), [])]
        if len(found) > 1:
            findings.append(_repeated(entry.header, found))
        elif found:
            places[column] = found[0]
    shown = {header_text(sheet.rows[row][column]) for spots in labels.values() for row, column in spots}
    for column, entry in layout.columns.items():
        if column not in places and not any(entry.header in finding.doubt.found for finding in findings):
            findings.append(_missing(entry.header, sorted(shown)))
    rows = {column: row + 1 for column, (row, _) in places.items()}
    top = min(rows.values(), default=1)
    notes, note_findings = read_notes(sheet.rows[: top - 1])
    findings += note_findings
    letters, values = {}, {}
    synonyms: list[Synonym] = []
    for column, reader in readers.items():
        missing = np.nan if reader.column.is_numeric else None
        values[column] = np.array([missing], dtype=np.float64 if reader.column.is_numeric else object)
        if column not in places:
            continue
        row, position = _answer_place(sheet, *places[column])
        content = sheet.rows[row][position] if position < len(sheet.rows[row]) else ""
        letters[column] = column_letter(position)
        if reader.column.type == "markdown":
            content = sheet.marks.bold.get((row, position), content)
        reading = reader.read(content)
        if reading.unless_decimals is not None:
            # A form has no other numbers in the column that could tell.
            reading = Reading(None, reading.unless_decimals)
        synonyms += synonyms_in(column, reader, {reading.synonym: [top]} if reading.synonym else {})
        values[column][0] = missing if reading.value is None else reading.value
        if reading.doubt:
            findings.append(Finding(row + 1, letters[column], reading.doubt, shared=True))
        elif reading.value is None and reader.column.empty == "error":
            findings.append(Finding(row + 1, letters[column], reader.missing(content), shared=True))
    for column, entry in layout.columns.items():
        if entry.type == "amount":
            values[column] = values[column] * entry.factor + 0.0
    answers = {column: _answer_place(sheet, *place) for column, place in places.items()}
    positions = {column: position for column, (_, position) in answers.items()}
    answer_rows = {row for row, _ in answers.values()}
    findings += cell_notes(sheet, layout, positions, answer_rows)
    hidden = hidden_in(sheet, positions, answer_rows)
    whole = len(places) == len(layout.columns)
    return ReadTable(
        name,
        sheet.name,
        letters,
        frame_of(values, [top]),
        tuple(findings),
        form_rows=rows,
        notes=notes,
        is_whole=whole,
        hidden=hidden,
        synonyms=tuple(synonyms),
    )


def _labels(rows: Sequence[Sequence[Any]]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for number, row in enumerate(rows[:ROWS_SEARCHED]):
        for position, content in enumerate(row[:COLUMNS_SEARCHED]):
            # The first text of a row is its label; what follows is the answer, which may be a label's word too.
            if text := normalised(header_text(content)):
                found.setdefault(text, []).append((number, position))
                break
    return found


def _answer_place(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The cell after the label, or after the merged cells that the label fills."""
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left <= column <= right:
            return row, right + 1
    return row, column + 1


def _repeated(header: str, places: list[tuple[int, int]]) -> Finding:
    cells = listed(f"{column_letter(column)}{row + 1}" for row, column in places)
    doubt = Doubt(
        f"Etiketten {quoted(header)} eller en synonym till den står i cellerna {cells}.",
        "Varje etikett i formuläret får stå en gång.",
        "Ta bort den etikett som inte ska läsas.",
    )
    return Finding(places[1][0] + 1, column_letter(places[1][1]), doubt, shared=True)


def _missing(header: str, shown: list[str]) -> Finding:
    near = misspelt(header, shown)
    doubt = Doubt(
        f"Etiketten {quoted(header)} saknas i formuläret.",
        "Etiketten väntas i en av de första kolumnerna, med svaret i nästa.",
        f"Menades det med {quoted(near)}? Rätta i så fall etiketten till {quoted(header)}."
        if near
        else f"Lägg till etiketten {quoted(header)} och svaret.",
    )
    return Finding(0, "", doubt, shared=True)
