"""From a sheet's cells to a table, by its layout, with every doubt on the way.

The table begins below its header row and ends at the first row that is blank in all of its columns. What stands further
down is notes, unless it looks like rows of the table: leaving those out in silence would be a wrong sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from followup.ground.wording import column_letter, listed, quoted
from followup.params.layouts import TableLayout
from followup.params.total_words import TotalWords
from followup.workbooks.cells.cell_notes import cell_notes
from followup.workbooks.cells.cell_values import CellReader, Doubt, is_blank
from followup.workbooks.cells.column_findings import ColumnFindings
from followup.workbooks.cells.column_reader import read_column
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.vocabulary import Vocabulary
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.header_row import find_header, header_text
from followup.workbooks.hidden import hidden_in
from followup.workbooks.lacking_rows import lacking_rows
from followup.workbooks.read_table import ReadTable, frame_of
from followup.workbooks.sheet_notes import read_notes
from followup.workbooks.total_rows import mask_of, total_rows
from followup.workbooks.totals import stated_totals

# How many rows are searched for notes when no header tells where they end.
ROWS_ABOVE = 5

Contents = dict[str, Sequence[Any]]


def readers_of(layout: TableLayout, vocabularies: dict[str, Vocabulary | None]) -> dict[str, CellReader]:
    """A reader for each column of a table; `vocabularies` are keyed by column."""
    return {name: CellReader(column, vocabularies.get(name)) for name, column in layout.columns.items()}


def read_table(
    name: str, sheet: Sheet, layout: TableLayout, readers: dict[str, CellReader], words: TotalWords | None = None
) -> ReadTable:
    """Read one table. Faults of the sheet and of single cells are findings of the result; nothing is raised.

    `words` are those that tell a total beside the layout's own.
    """
    header = find_header(sheet.rows, layout)
    notes, note_findings = read_notes(sheet.rows[: header.row if header.positions else ROWS_ABOVE])
    findings = [*header.findings, *note_findings]
    if len(header.positions) < len(layout.columns):
        return _empty(name, sheet, layout, findings, is_whole=False, notes=notes)
    first = header.row + 1
    body = sheet.rows[first:]
    contents: Contents = {column: [row[position] for row in body] for column, position in header.positions.items()}
    end = _first_blank_row(contents, len(body))
    found_totals = total_rows(layout, readers, contents, words or TotalWords())
    is_total_row = mask_of(found_totals, len(body))
    data = np.flatnonzero(~is_total_row[:end])
    rows = (data + first + 1).tolist()
    letters = {column: column_letter(position) for column, position in header.positions.items()}
    columns: dict[str, np.ndarray] = {}
    for column, reader in readers.items():
        cells = contents[column]
        read = read_column(reader, [cells[position] for position in data.tolist()], rows, letters[column])
        columns[column] = read.values
        findings += read.findings
    findings = lacking_rows(layout, findings, contents, letters, first + 1, len(rows))
    read_rows = [row - 1 for row in rows]
    findings += cell_notes(sheet, layout, header.positions, read_rows)
    findings += _rows_after_blank(layout, readers, contents, end, is_total_row, first, letters)
    totals = stated_totals(layout, readers, letters, contents, found_totals, columns, data, first + 1)
    for column, entry in layout.columns.items():
        if entry.type == "amount":
            # Adding 0.0 turns the −0.0 of a cost of nothing into 0.0.
            columns[column] = columns[column] * entry.factor + 0.0
    frame = frame_of(columns, rows)
    findings += _repeated_keys(layout, frame, letters)
    if frame.empty and not layout.may_be_empty:
        doubt = Doubt(
            "Tabellen har inga rader.",
            f"Minst en rad väntas direkt under rubrikraden, rad {first}.",
            "Fyll i tabellen, eller ta bort tomma rader under rubrikraden.",
        )
        findings.append(Finding(0, "", doubt, shared=True))
    hidden = hidden_in(sheet, header.positions, read_rows)
    return ReadTable(name, sheet.name, letters, frame, tuple(findings), tuple(totals), notes=notes, hidden=hidden)


def _empty(name: str, sheet: Sheet, layout: TableLayout, findings: list[Finding], **others: Any) -> ReadTable:
    columns = {
        column: np.empty(0, dtype=np.float64 if entry.is_numeric else object)
        for column, entry in layout.columns.items()
    }
    letters = dict.fromkeys(layout.columns, "")
    return ReadTable(name, sheet.name, letters, frame_of(columns, []), tuple(findings), **others)


def _first_blank_row(contents: Contents, height: int) -> int:
    """The number of rows before the first that is blank in every column of the table."""
    first, *others = contents.values()
    for position, cell in enumerate(first):
        if (cell == "" or is_blank(cell)) and all(is_blank(cells[position]) for cells in others):
            return position
    return height


def _rows_after_blank(
    layout: TableLayout,
    readers: dict[str, CellReader],
    contents: Contents,
    end: int,
    is_total_row: np.ndarray,
    first: int,
    letters: dict[str, str],
) -> list[Finding]:
    findings = []
    required = [name for name, column in layout.columns.items() if column.empty != "allowed"]
    keys = [name for name in layout.key if name in required]
    leftmost = next(iter(letters.values()))
    for position in range(end, len(is_total_row)):
        if is_total_row[position]:
            continue
        filled = [name for name, cells in contents.items() if not is_blank(cells[position])]
        # A note fills one cell. A row of the table has its key and something more, or half of what it must have.
        if len(filled) < 2:
            continue
        has_key = all(readers[name].read(contents[name][position]).value is not None for name in keys)
        if has_key or 2 * len(set(required) & set(filled)) >= len(required):
            doubt = Doubt(
                f"Raden är ifylld men står efter en tom rad, rad {first + end + 1}. Rader efter en tom rad läses inte.",
                "Tabellens rader väntas stå i följd, utan tomma rader mellan.",
                "Ta bort den tomma raden, eller flytta det som inte hör till tabellen till ett annat blad.",
            )
            findings.append(Finding(first + position + 1, leftmost, doubt, shared=True))
    return findings


def _repeated_keys(layout: TableLayout, frame: pd.DataFrame, letters: dict[str, str]) -> list[Finding]:
    if not layout.key or frame.empty:
        return []
    keys = list(layout.key)
    must = [name for name in keys if layout.columns[name].empty == "error"]
    whole = frame[frame[must].notna().all(axis=1)] if must else frame
    repeated = whole.duplicated(subset=keys, keep="first")
    if not repeated.any():
        return []
    first_rows: dict[tuple[object, ...], int] = {}
    findings = ColumnFindings(layout.columns[keys[0]].header)
    for key, row, again in zip(whole[keys].itertuples(index=False, name=None), whole.index, repeated, strict=True):
        if not again:
            first_rows[tuple(map(str, key))] = row
            continue
        names = listed(
            f"{layout.columns[name].header} {quoted(header_text(value) or 'tom')}"
            for name, value in zip(keys, key, strict=True)
        )
        doubt = Doubt(
            f"Rad {row} har samma nyckel som rad {first_rows[tuple(map(str, key))]}: {names}.",
            f"En rad per {listed(layout.columns[name].header.lower() for name in keys)} väntas.",
            "Är raden dubblerad: ta bort den ena. Är det två delar av samma sak: slå ihop dem till en rad"
            + (" med summan." if any(column.is_numeric for column in layout.columns.values()) else "."),
        )
        findings.add(Finding(row, letters[keys[0]], doubt))
        if findings.is_hopeless:
            break
    return findings.all()
