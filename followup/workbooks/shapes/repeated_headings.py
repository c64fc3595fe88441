"""A heading row that stands again among a table's rows, as on each page of a printed list.

Years and months are numbers to whoever reads the rows: ”Nämnd | 2024” would be a committee with 2 024.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from followup.ground.wording import column_letter, normalised
from followup.params.heading_words import without_numbers
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_row import Header
from followup.workbooks.shapes.headings import header_text

# One word in common may be a name.
_FEWEST = 2


def repeated_headings(rows: Sequence[Sequence[Any]], header: Header, layout: TableLayout) -> list[Finding]:
    """The rows below a header that are it again, whatever their years; down to the first blank row."""
    numeric = {
        position
        for name, column in layout.columns.items()
        if column.is_numeric and name in header.positions
        for position in header.all_positions(name)
    }
    words = {position for name, position in header.positions.items() if not layout.columns[name].is_numeric} - numeric
    headings = {position: header_text(rows[header.row][position]) for position in sorted(words | numeric)}
    below = rows[header.row + 1 :]
    if layout.blank_rows != "allowed":
        below = list(takewhile(lambda row: not all(is_blank(row[position]) for position in headings), below))
    findings = []
    for number, row in enumerate(below, start=header.row + 2):
        if not any(_is_word(row[one], headings[one]) for one in words):
            continue
        filled = [one for one in headings if not is_blank(row[one])]
        if len(filled) >= _FEWEST and all(_is_like(row[one], headings[one]) for one in filled):
            findings.append(Finding(number, column_letter(min(filled)), _AGAIN, shared=True))
    return findings


_AGAIN = Doubt(
    "Rubrikraden står en gång till här.",
    "En rubrikrad väntas, och bara tabellens rader under den.",
    "Är det samma tabell som fortsätter: ta bort raden. Är det en annan tabell: flytta den till ett eget blad.",
)


def _is_word(content: Any, heading: str) -> bool:
    return isinstance(content, str) and bool(content) and normalised(content) == normalised(heading)


def _is_like(content: Any, heading: str) -> bool:
    """Whether a cell is a heading, if of another year."""
    text = header_text(content)
    if text.isdecimal() and text != heading:
        return _is_year(text) and _is_year(heading)
    return without_numbers(text) == without_numbers(heading)


def _is_year(text: str) -> bool:
    return bool(re.fullmatch("20[0-9]{2}", text))
