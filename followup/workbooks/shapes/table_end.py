"""Where a table ends: at its first blank row, or where nothing but notes stands directly under it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from followup.ground.wording import normalised
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import is_blank

# "* Exklusive pensioner", "1) Från MoB 2018", "Källa: …", "Not: …": what no name of a row begins with.
_NOTE = re.compile(r"(?:\*+|[0-9]{1,2}\)|(?:källa|not|noter|anm|anmärkning|kommentar|obs)\b\.?:?) ?\S.*")


def table_end(contents: Mapping[str, Sequence[Any]], layout: TableLayout, body: Sequence[Sequence[Any]]) -> int:
    """The number of rows of the table, counted below its headings."""
    height = len(body)
    if layout.blank_rows == "allowed":
        end = height
        while end and all(is_blank(cells[end - 1]) for cells in contents.values()):
            end -= 1
    else:
        end = _first_blank_row(contents, height)
    # A group's word has no cell of its own in a row.
    must = [name for name, column in layout.columns.items() if column.empty == "error" and name in contents]
    required = [contents[name] for name in must]
    notes = end
    while notes and is_note(body[notes - 1]) and any(is_blank(cells[notes - 1]) for cells in required):
        notes -= 1
    # Where rows are numbered or starred themselves, the last of them may only lack its amounts.
    return notes if not any(map(_begins_as_note, body[:notes])) else end


def is_note(row: Sequence[Any]) -> bool:
    """Whether all that stands in a row is one text that begins as a note does."""
    return sum(not is_blank(content) for content in row) == 1 and _begins_as_note(row)


def _begins_as_note(row: Sequence[Any]) -> bool:
    first = next((content for content in row if not is_blank(content)), None)
    return isinstance(first, str) and bool(_NOTE.fullmatch(normalised(first[:500])))


def _first_blank_row(contents: Mapping[str, Sequence[Any]], height: int) -> int:
    """The number of rows before the first that is blank in every column of the table."""
    first, *others = contents.values()
    for position, cell in enumerate(first):
        if (cell == "" or is_blank(cell)) and all(is_blank(cells[position]) for cells in others):
            return position
    return height
