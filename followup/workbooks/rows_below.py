"""What stands below the blank row that ends a table: rows that were left out, totals without a word, and notes.

A table ends at its first blank row. A total with a word is known wherever it stands. Numbers alone, as a formula that
somebody has put under a column, are a total too, and compared as one: they tell of a row that has been lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np

from followup.params.layouts import TableLayout
from followup.params.total_words import TotalWords
from followup.workbooks.cells.cell_values import CellReader, Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.files.marked_cells import ShownCell
from followup.workbooks.total_labels import Label, label_of
from followup.workbooks.total_rows import Contents, TotalRow


def nameless_totals(
    layout: TableLayout,
    readers: Mapping[str, CellReader],
    contents: Contents,
    body: Sequence[Sequence[Any]],
    inside: Collection[int],
    end: int,
    words: TotalWords,
    month: str = "",
) -> dict[int, TotalRow]:
    """The rows from `end` on that hold numbers of columns that can be compared, and nothing else, by position.

    `inside` are the places of the table's columns in the rows of `body`: a word for a total beside them is the row's
    text. `month` is the column of the months where they are columns of the sheet: each of its numbers is the total of
    one. Zeros alone are no total but what a control of one gives.
    """
    compared = [name for name, column in layout.columns.items() if column.is_numeric and column.summing != "never"]
    found = {}
    for position in range(end, len(body)):
        filled = [name for name, cells in contents.items() if name != month and not is_blank(cells[position])]
        if not filled or not set(filled) <= set(compared):
            continue
        numbers = [_number(readers[name], contents[name][position]) for name in filled]
        if any(numbers) and None not in numbers:
            beside = (cell for place, cell in enumerate(body[position]) if place not in inside)
            text = next((cell.strip() for cell in beside if isinstance(cell, str) and label_of(cell, words)), "")
            of_month = {month: Label("sum", month=str(contents[month][position]))} if month else {}
            found[position] = TotalRow(position, text, "sum", of_month)
    return found


def rows_after_blank(
    layout: TableLayout,
    readers: Mapping[str, CellReader],
    contents: Contents,
    end: int,
    is_total_row: np.ndarray,
    first: int,
    leftmost: str,
    sheet_row: Callable[[int], int],
) -> list[Finding]:
    """One finding for each row that looks like the table's: what is left out in silence would be a wrong sum.

    `sheet_row` gives the number in the sheet of a row that is read, both from 1.
    """
    findings = []
    # Notes may stand between the table and the blank row.
    below = range(end, len(is_total_row))
    blank = next((one for one in below if all(is_blank(cells[one]) for cells in contents.values())), end)
    for position in range(end, len(is_total_row)):
        if not is_total_row[position] and _looks_like_a_row(layout, readers, contents, position):
            doubt = Doubt(
                f"Raden är ifylld men står efter en tom rad, rad {sheet_row(first + blank + 1)}. Rader efter en tom "
                "rad läses inte.",
                "Tabellens rader väntas stå i följd, utan tomma rader mellan.",
                "Ta bort den tomma raden, eller flytta det som inte hör till tabellen till ett annat blad.",
            )
            findings.append(Finding(first + position + 1, leftmost, doubt, shared=True))
    return findings


def _looks_like_a_row(
    layout: TableLayout, readers: Mapping[str, CellReader], contents: Contents, position: int
) -> bool:
    """A note fills one cell. A row has its key and something more, half of what it must have, or a name and numbers."""
    filled = [name for name, cells in contents.items() if not is_blank(cells[position])]
    if len(filled) < 2:
        return False
    required = [name for name, column in layout.columns.items() if column.empty != "allowed"]
    keys = [name for name in layout.key if name in required]
    has_key = all(readers[name].read(contents[name][position]).value is not None for name in keys)
    if has_key or 2 * len(set(required) & set(filled)) >= len(required):
        return True
    numeric = [name for name, column in layout.columns.items() if column.is_numeric]
    numbers = [name for name in numeric if _number(readers[name], contents[name][position]) is not None]
    return len(filled) > len(numbers) >= 2 and 2 * len(numbers) >= len(numeric)


def _number(reader: CellReader, content: Any) -> float | None:
    value = reader.read(content.value if isinstance(content, ShownCell) else content).value
    return value if isinstance(value, float | int) else None
