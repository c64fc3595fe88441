"""From a sheet's cells to a table, by its layout, with every doubt on the way.

The table begins below its header row and ends at the first row that is blank in all of its columns. What stands further
down is notes, unless it looks like rows of the table: leaving those out in silence would be a wrong sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from followup.ground.places import block_of
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
from followup.workbooks.filled_words import filled_words
from followup.workbooks.hidden import hidden_in
from followup.workbooks.lacking_rows import lacking_rows
from followup.workbooks.read_table import ReadTable, StatedTotal, UnreadTotal, frame_of
from followup.workbooks.rows_below import nameless_totals, rows_after_blank
from followup.workbooks.shapes.headings import header_text
from followup.workbooks.shapes.monthly_amounts import monthly_amounts
from followup.workbooks.shapes.shape import Shape, shape_of
from followup.workbooks.shapes.stated_units import unit_below
from followup.workbooks.shapes.table_end import table_end
from followup.workbooks.sheet_notes import read_notes
from followup.workbooks.synonyms import Synonym, synonyms_in
from followup.workbooks.total_rows import TotalRow, mask_of, total_rows, without_lonely_units
from followup.workbooks.totals import differs, stated_totals
from followup.workbooks.whole_totals import once, whole_totals

# How many rows are searched for notes when no header tells where they end.
ROWS_ABOVE = 5

Contents = dict[str, Sequence[Any]]
T = TypeVar("T", StatedTotal, UnreadTotal)


def readers_of(layout: TableLayout, vocabularies: dict[str, Vocabulary | None]) -> dict[str, CellReader]:
    """A reader for each column of a table; `vocabularies` are keyed by column."""
    return {name: CellReader(column, vocabularies.get(name)) for name, column in layout.columns.items()}


def read_table(
    name: str, sheet: Sheet, layout: TableLayout, readers: dict[str, CellReader], words: TotalWords | None = None
) -> ReadTable:
    """Read one table. Faults of the sheet and of single cells are findings of the result; nothing is raised.

    `words` are those that tell a total beside the layout's own.
    """
    written, shape = layout, shape_of(sheet, layout)
    header, layout = shape.header, shape.layout
    notes, note_findings = read_notes(sheet.rows[: header.row if header.positions else ROWS_ABOVE])
    findings: list[Finding] = []
    if not shape.is_whole:
        return _empty(name, sheet, layout, [*shape.findings, *note_findings], is_whole=False, notes=notes)
    readers = {column: replace(reader, column=layout.columns[column]) for column, reader in readers.items()}
    first = header.row + 1
    body = shape.rows[first:]
    contents: Contents = {column: [row[position] for row in body] for column, position in header.positions.items()}
    if sheet.marks.bold and shape.stack is None:
        _mark_bold(contents, sheet, layout, header.positions, first)
    lacking = {column: [""] * len(body) for column in layout.columns if column not in contents}
    contents |= lacking
    end = table_end(contents, layout, body)
    found_totals = total_rows(layout, readers, contents, words or TotalWords())
    filled = filled_words(shape, sheet.merged, readers, contents, found_totals, end)
    contents = filled.contents
    found_totals = without_lonely_units(layout, contents, found_totals, end)
    is_total_row = mask_of(found_totals, len(body))
    is_no_row = is_total_row | _blank_rows(contents, layout, len(body))
    is_no_row[filled.groups.positions] = True
    data = np.flatnonzero(~is_no_row[:end])
    rows = (data + first + 1).tolist()
    letters = {column: column_letter(position) for column, position in header.positions.items()}
    letters |= dict.fromkeys(lacking, "") | filled.groups.letters
    findings += filled.groups.findings
    columns: dict[str, np.ndarray] = {}
    said: dict[str, dict[str, tuple[str, ...]]] = {}
    synonyms: list[Synonym] = []
    for column, reader in readers.items():
        cells = contents[column]
        read = read_column(reader, [cells[position] for position in data.tolist()], rows, letters[column])
        columns[column] = read.values
        if read.said:
            said[column] = read.said
        synonyms += synonyms_in(column, reader, read.synonyms)
        # What a group's row lacks has been told, and its word is known.
        if column not in filled.groups.letters:
            findings += (filled.at_cell(column, finding, first + 1) for finding in read.findings)
    findings = lacking_rows(layout, findings, contents, letters, first + 1, len(rows))
    inside = set(header.positions.values())
    month = layout.column_of_type("period") if shape.stack else ""
    nameless = nameless_totals(layout, readers, contents, body, inside, end, words or TotalWords(), month)
    found_totals = dict(sorted((nameless | found_totals).items()))
    totals, unread = stated_totals(layout, readers, letters, contents, found_totals, columns, data, first + 1)
    totals = list(whole_totals(totals, written, columns))
    is_total_row |= _that_agree(nameless, totals, first + 1, len(body))
    known = is_total_row | mask_of(nameless, len(body)) if shape.stack else is_total_row
    left_out = rows_after_blank(layout, readers, contents, end, known, first, next(iter(letters.values())), shape.row)
    findings += left_out
    # A row that is told as one of the table's is no total of it.
    told = {finding.row for finding in left_out}
    totals = [one for one in totals if one.row not in told]
    unread_totals = tuple(one for one in unread if one.row not in told)
    for column, entry in layout.columns.items():
        if entry.type == "amount":
            # Adding 0.0 turns the −0.0 of a cost of nothing into 0.0.
            columns[column] = columns[column] * entry.factor + 0.0
    frame = frame_of(columns, rows)
    findings += _repeated_keys(layout, frame, letters, shape)
    before, gaps = monthly_amounts(layout, frame, letters)
    findings += gaps
    if frame.empty and not layout.may_be_empty:
        doubt = Doubt(
            "Tabellen har inga rader.",
            f"Minst en rad väntas direkt under rubrikraden, rad {first}.",
            "Fyll i tabellen, eller ta bort tomma rader under rubrikraden.",
        )
        findings.append(Finding(0, "", doubt, shared=True))
    read_rows = sorted({shape.row(row) - 1 for row in rows})
    last = (
        first + end if shape.stack is None else max((shape.row(first + one + 1) for one in range(end)), default=first)
    )
    of_units = unit_below(layout, sheet.rows, last)
    findings = [*shape.findings, *note_findings, *of_units, *map(shape.placed_finding, findings)]
    # What several blocks of a table have in common is told once.
    findings += dict.fromkeys(one for block in shape.blocks for one in cell_notes(sheet, layout, block, read_rows))
    every = {f"{column} {number}": at for number, block in enumerate(shape.blocks) for column, at in block.items()}
    frame.index = pd.Index([shape.placed(row) for row in rows], dtype=np.int64, name="row")
    return ReadTable(
        name,
        sheet.name,
        {column: shape.letter(letter, 0) for column, letter in letters.items()},
        frame,
        tuple(findings),
        once(_placed(one, shape) for one in totals),
        notes=notes,
        hidden=hidden_in(sheet, every, read_rows),
        unread_totals=tuple(_placed(one, shape) for one in unread_totals),
        blocks=shape.letters_of_blocks,
        units={column: entry.unit for column, entry in layout.columns.items() if entry.unit},
        filled={
            column: {shape.row(first + at + 1): shape.row(first + source + 1) for at, source in cells.items()}
            for column, cells in filled.cells.items()
            if cells
        },
        before={shape.placed(row): shape.placed(other) for row, other in before.items()},
        converted=frozenset(column for column, entry in written.columns.items() if entry.is_converted),
        headings=_headings(shape),
        said=said,
        synonyms=tuple(replace(one, rows=tuple(map(shape.placed, one.rows))) for one in synonyms),
    )


def _headings(shape: Shape) -> dict[str, str]:
    """Each column's heading as it stands in the sheet; nothing of one that has another for each block or row."""
    if shape.stack is not None:
        return {}
    row = shape.rows[shape.header.row]
    texts = ((column, header_text(row[position])) for column, position in shape.header.positions.items())
    return {column: text for column, text in texts if text}


def _mark_bold(contents: Contents, sheet: Sheet, layout: TableLayout, positions: Mapping[str, int], first: int) -> None:
    """What is bold in a running text gets its marks. Changes `contents`; `first` is the row of the first of them."""
    for column, position in positions.items():
        if layout.columns[column].type == "markdown":
            cells = enumerate(contents[column], start=first)
            contents[column] = [sheet.marks.bold.get((row, position), content) for row, content in cells]


def _placed(total: T, shape: Shape) -> T:
    """A total at the cell where it stands in the sheet."""
    if shape.stack is None:
        return total
    number = shape.placed(total.row)
    return replace(total, row=number, letter=shape.letter(total.letter, block_of(number)))


def _that_agree(nameless: Mapping[int, TotalRow], totals: list[StatedTotal], first_row: int, height: int) -> np.ndarray:
    """Which positions hold numbers alone that are the sums of their columns."""
    rows = {position + first_row for position in nameless}
    wrong = {total.row for total in totals if total.kind == "line" or differs(total)}
    mask = np.zeros(height, dtype=bool)
    mask[[row - first_row for row in rows & {total.row for total in totals} - wrong]] = True
    return mask


def _empty(name: str, sheet: Sheet, layout: TableLayout, findings: list[Finding], **others: Any) -> ReadTable:
    columns = {
        column: np.empty(0, dtype=np.float64 if entry.is_numeric else object)
        for column, entry in layout.columns.items()
    }
    letters = dict.fromkeys(layout.columns, "")
    return ReadTable(name, sheet.name, letters, frame_of(columns, []), tuple(findings), **others)


def _blank_rows(contents: Contents, layout: TableLayout, height: int) -> np.ndarray:
    """Which rows are blank inside a table that may have such rows."""
    mask = np.zeros(height, dtype=bool)
    if layout.blank_rows == "allowed":
        mask[:] = [all(is_blank(cells[position]) for cells in contents.values()) for position in range(height)]
    return mask


def _repeated_keys(layout: TableLayout, frame: pd.DataFrame, letters: dict[str, str], shape: Shape) -> list[Finding]:
    if not layout.key or frame.empty:
        return []
    keys = list(layout.key)
    must = [name for name in keys if layout.columns[name].empty == "error"]
    whole = frame[frame[must].notna().all(axis=1)] if must else frame
    repeated = whole.duplicated(subset=keys, keep="first")
    if not repeated.any():
        return []
    first_rows: dict[tuple[object, ...], int] = {}
    told: set[tuple[int, int]] = set()
    findings = ColumnFindings(layout.columns[keys[0]].header)
    for key, row, again in zip(whole[keys].itertuples(index=False, name=None), whole.index, repeated, strict=True):
        if not again:
            first_rows[tuple(map(str, key))] = row
            continue
        rows = shape.row(row), shape.row(first_rows[tuple(map(str, key))])
        if rows in told:
            # A row of twelve months stands twice once.
            continue
        told.add(rows)
        names = listed(
            f"{layout.columns[name].header} {quoted(header_text(value) or 'tom')}"
            for name, value in zip(keys, key, strict=True)
        )
        doubt = Doubt(
            f"Rad {rows[0]} har samma nyckel som rad {rows[1]}: {names}.",
            f"En rad per {listed(layout.columns[name].header.lower() for name in keys)} väntas.",
            "Är raden dubblerad: ta bort den ena. Är det två delar av samma sak: slå ihop dem till en rad"
            + (" med summan." if any(column.is_numeric for column in layout.columns.values()) else "."),
        )
        findings.add(Finding(row, letters[keys[0]], doubt))
        if findings.is_hopeless:
            break
    return findings.all()
