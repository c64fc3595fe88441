"""Total rows: which they are, and whether they agree with the rows that they sum.

A reader who adds up a printed column expects the printed total. So the rule is strict: a total that differs from the
sum of the rows by more than half of the last written decimal is a warning with both numbers, however many rows there
are. Frames printed in whole mnkr that sum to 13 528 under a total of 13 530 are such a case; the rows are what counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from followup.inputs.cell_values import MISSING_WORDS, CellReader, is_blank
from followup.inputs.header_row import header_text
from followup.inputs.layouts import TableLayout
from followup.inputs.marked_cells import ShownCell
from followup.inputs.read_table import StatedTotal
from followup.inputs.wording import normalised

# A computed cell may have any number of decimals; nobody prints more than these.
_MOST_DECIMALS = 4


# What may follow the word without making it a name: "Summa 2024", "Totalt 2024-04", "Summa 2024–2028".
_NUMBER_OR_PERIOD = re.compile(r"[0-9]+(?:[-/ ][0-9]+)*")


def is_total(content: Any, words: Sequence[str], others: Sequence[Any] = ()) -> bool:
    """Whether a row is a total row, by the cell that would label it and the cells of its other required texts.

    The cell is one of the words, alone or before a number or a period; or it begins with one of them, as a whole word,
    and the other cells are blank. "Totalt stopp för konsultköp" with its decision filled in is a row like any other.
    """
    text = normalised(header_text(content))
    for word in map(normalised, words):
        if text == word:
            return True
        if text.startswith((f"{word} ", f"{word}: ")):
            rest = text[len(word) :].lstrip(": ")
            return bool(_NUMBER_OR_PERIOD.fullmatch(rest)) or all(map(_says_nothing, others))
    return False


def total_rows(layout: TableLayout, contents: dict[str, Sequence[Any]], height: int) -> np.ndarray:
    """Which of a table's rows are total rows."""
    if layout.total_row is None:
        return np.zeros(height, dtype=bool)
    label, words = layout.total_row.column, layout.total_row.words
    required = [
        contents[name]
        for name, column in layout.columns.items()
        if name != label and not column.is_numeric and column.empty == "error"
    ]
    found = (
        is_total(cell, words, [cells[position] for cells in required]) for position, cell in enumerate(contents[label])
    )
    return np.fromiter(found, dtype=bool, count=height)


def _says_nothing(content: Any) -> bool:
    return is_blank(content) or (isinstance(content, str) and normalised(content) in MISSING_WORDS)


def stated_totals(
    layout: TableLayout,
    readers: dict[str, CellReader],
    letters: dict[str, str],
    contents: dict[str, Sequence[Any]],
    total_positions: Sequence[int],
    values: dict[str, np.ndarray],
    data_positions: np.ndarray,
    first_row: int,
) -> list[StatedTotal]:
    """Every number in a total row, beside the sum of all rows above it or, for a subtotal, since the total before.

    Positions are counted in the table's rows; `values` hold the data rows' numbers in the sheet's unit.
    """
    found = []
    previous = -1
    for position in total_positions:
        label = str(contents[layout.total_row.column][position])
        above = data_positions < position
        since = above & (data_positions > previous)
        for name, column in layout.columns.items():
            if not column.is_numeric:
                continue
            content = contents[name][position]
            # What a total holds is compared, however it is shown: it is not what is reported.
            reading = readers[name].read(content.value if isinstance(content, ShownCell) else content)
            if reading.value is None:
                continue
            stated = float(reading.value)
            sums = [float(np.nansum(values[name][rows])) for rows in (above, since)]
            computed = min(sums, key=lambda total: abs(stated - total))
            decimals = max(map(_decimals, [stated, *values[name][since].tolist()]), default=0)
            row = first_row + position
            found.append(StatedTotal(row, letters[name], name, label, stated, computed, decimals))
        previous = position
    return found


def differs(total: StatedTotal) -> bool:
    """Whether a reader would notice: more than half of the last written decimal."""
    return abs(total.difference) > 0.5 * 10**-total.decimals + 1e-9 * abs(total.stated)


def _decimals(value: float) -> int:
    if not np.isfinite(value):
        return 0
    return len(f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])
