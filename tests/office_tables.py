"""A table as an office has it, written as text: its layout, its sheet, and the long table that it is.

Cells are parted by `|`; what reads as a number is one, and `'` before it makes it a text. A long row is its texts and
its numbers (amounts in kronor, with the report's signs), each number with the cell that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from followup.params.layouts import TableLayout
from followup.params.total_words import TotalWords
from followup.workbooks.cells.findings import problems_of
from followup.workbooks.cells.vocabulary import Vocabulary
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.read_table import ReadTable
from followup.workbooks.source_table import SourceTable
from followup.workbooks.table_reader import read_table, readers_of

WORKBOOK = "bok.xlsx"
YEAR = 2024
WORDS = TotalWords(words=("Summa", "Totalt"))
_OTHER_HEADINGS = re.compile(r" (?:Övriga rubriker i raden är .*|Raden har inga andra rubriker)\.$")


@dataclass(frozen=True)
class Office:
    """`expected` are the long rows; without any, `found` are the problems that the sheet gives instead.

    `totals` are those that are kept out and compared: the cell, its number and the sum that it is held against.
    """

    name: str
    layout: str
    sheet: str
    expected: str = ""
    found: str = ""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    totals: str = ""


def layout_of(text: str, year: int = YEAR) -> TableLayout:
    """A table's layout from YAML, as it is filled for a report of the year."""
    return TableLayout.model_validate(_tuples(yaml.safe_load(text))).model_copy(update={"year": year})


def grid_of(text: str) -> list[list[Any]]:
    rows = [[_cell(cell.strip()) for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def read_office(layout: TableLayout, sheet: str, merged: tuple[tuple[int, int, int, int], ...] = ()) -> ReadTable:
    vocabularies: dict[str, Vocabulary | None] = {}
    for name, column in layout.columns.items():
        if isinstance(column.choices, dict):
            words = {word.casefold(): code for code, list_ in column.choices.items() for word in list_}
            vocabularies[name] = Vocabulary("ett av orden", tuple(column.choices), tuple(words), words)
        if column.type == "committee":
            words = {word.casefold(): code for code, more in layout.committees.items() for word in (code, *more)}
            vocabularies[name] = Vocabulary("en nämnd", tuple(layout.committees), tuple(words), words)
    return read_table(
        "tabell", Sheet(layout.sheet, grid_of(sheet), merged), layout, readers_of(layout, vocabularies), WORDS
    )


def long_rows(read: ReadTable, layout: TableLayout) -> list[str]:
    """The table as it was read, one text for each row."""
    table = source_of(read, layout)
    numeric = [name for name, column in layout.columns.items() if column.is_numeric]
    lines = []
    for row in table.rows():
        texts = [row.text(name) for name in layout.columns if name not in numeric]
        amounts = [f"{_shown(row.frame[name].iloc[0])} {_cells(row, name)}".strip() for name in numeric]
        lines.append(" | ".join([*texts, *amounts]))
    return lines


def source_of(read: ReadTable, layout: TableLayout) -> SourceTable:
    differences = frozenset(name for name, column in layout.columns.items() if column.from_accumulated)
    return SourceTable(
        read.name,
        WORKBOOK,
        read.sheet,
        read.letters,
        read.frame,
        blocks=read.blocks,
        before=read.before,
        differences=differences,
        filled=read.filled,
    )


def problems_in(read: ReadTable) -> list[str]:
    """What was found, as `cell: text`, without the headings that a row has beside one that lacks."""
    found = [(one.cell, one.found) for one in problems_of(read.findings, WORKBOOK, read.sheet)]
    return [f"{cell}: {_OTHER_HEADINGS.sub('', text)}" for cell, text in found]


def totals_in(read: ReadTable) -> list[str]:
    """The totals that were compared, as `cell | stated | computed`."""
    return [f"{one.cell} | {_shown(one.stated)} | {_shown(one.computed)}" for one in read.totals]


def lines_of(text: str) -> list[str]:
    return [" | ".join(cell.strip() for cell in line.split("|")) for line in text.strip("\n").split("\n")]


def _cells(row: SourceTable, name: str) -> str:
    return ",".join(cells.address for cells in row.cells(name))


def _shown(value: float) -> str:
    return "saknas" if value != value else f"{round(value, 4):.10g}"


def _cell(text: str) -> Any:
    if text.startswith("'"):
        return text[1:]
    return float(text) if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text) else text


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(one) for key, one in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
