"""Rows that lack several of the words that every row must have: one finding for the row, and not one for each cell.

Such a row is most often a total in words that nobody knows, such as ”Hela nämnden”.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from followup.ground.errors import Severity
from followup.ground.wording import column_index, listed, normalised, quoted
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.vocabulary import LACKING
from followup.workbooks.shapes.headings import header_text
from followup.workbooks.total_rows import may_label

if TYPE_CHECKING:
    from followup.params.layouts import TableLayout

# Cells of a row that cannot be read, from which on the row is another kind of row.
_FEWEST = 2
# In more rows than this share, it is the columns that lack something: merged cells, or an export without them.
_LARGEST_SHARE = 0.1


def lacking_rows(
    layout: TableLayout,
    findings: Sequence[Finding],
    contents: Mapping[str, Sequence[Any]],
    letters: Mapping[str, str],
    first_row: int,
    rows: int,
) -> list[Finding]:
    """The findings, with those of such a row's words as one. `contents` are the columns' cells from `first_row` on."""
    words = {
        letters[name]: name
        for name, column in layout.columns.items()
        if not column.is_numeric and column.empty == "error" and not column.group_row
    }
    if not any(column.is_numeric for column in layout.columns.values()):
        return list(findings)
    unread: dict[int, list[Finding]] = {}
    for one in findings:
        if one.row and one.letter in words and one.doubt.severity is Severity.ERROR:
            unread.setdefault(one.row, []).append(one)
    lacking = {row: found for row, found in unread.items() if len({one.letter for one in found}) >= _FEWEST}
    if not lacking or len(lacking) > max(1.0, _LARGEST_SHARE * rows):
        return list(findings)
    owner = letters.get(layout.column_of_type("committee"), "")
    gone = {id(one) for found in lacking.values() for one in found}
    gone_rows = {row - first_row for row in lacking}
    told = []
    for row, found in lacking.items():
        cells = sorted({one.letter for one in found}, key=column_index)
        # Whose row it is remains unknown where that cell is one of them.
        letter = owner if owner in cells else cells[0]
        label, column = _label(layout, contents, row - first_row, {words[one] for one in cells})
        remedy = _remedy(layout, label, column, contents, gone_rows)
        headers = listed(quoted(layout.columns[words[one]].header) for one in cells)
        name = f"Raden {quoted(label)}" if label else "En rad utan ord"
        doubt = Doubt(
            f"{name} kan inte läsas i kolumnerna {headers}{LACKING}",
            "Varje rad i tabellen är en post för sig, och en summa känns igen på sina ord.",
            f"Är det en summa: {remedy}. Är det en post: fyll i cellerna.",
        )
        told.append(Finding(row, letter, doubt))
    return [*(one for one in findings if id(one) not in gone), *told]


def _label(
    layout: TableLayout, contents: Mapping[str, Sequence[Any]], position: int, unread: set[str]
) -> tuple[str, str]:
    """The row's own words and their column: those that nobody knows, else the last, which say the most."""
    found = [
        (header_text(contents[name][position]).strip(), name)
        for name, column in layout.columns.items()
        if not column.is_numeric and column.type != "markdown" and not is_blank(contents[name][position])
    ]
    unknown = [one for one in found if one[1] in unread]
    return (unknown or found or [("", "")])[-1]


def _remedy(
    layout: TableLayout, label: str, column: str, contents: Mapping[str, Sequence[Any]], lacking: set[int]
) -> str:
    """How such a row becomes a total. Words that other rows have, too, are no total's."""
    if column and layout.columns[column].type == "period":
        # A part of the year, such as a quarter, is the sum of no rows that a total is held against.
        return "ta bort raden"
    if column and may_label(layout, column, layout.columns[column]):
        others = {
            normalised(header_text(content)) for row, content in enumerate(contents[column]) if row not in lacking
        }
        if normalised(label) not in others:
            return f"ta bort raden, eller lägg till {quoted(label, 200)} under words i params/totals.yml"
    can = [one for one, entry in layout.columns.items() if entry.empty == "error" and may_label(layout, one, entry)]
    if blank := [one for one in can if all(is_blank(contents[one][row]) for row in lacking)]:
        return f"ta bort raden, eller skriv Summa i kolumnen {quoted(layout.columns[blank[0]].header)}"
    return "ta bort raden"
