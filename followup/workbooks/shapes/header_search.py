"""A table that begins far down on its sheet, found by its headings: the one row that has them all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from followup.ground.wording import listed, normalised
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_matches import matches_of
from followup.workbooks.shapes.headings import Merged, header_text, headings_of

# One word may stand anywhere.
_FEWEST = 2


def has_all(layout: TableLayout, found: Collection[str]) -> bool:
    """Whether every column is among them that the table must have."""
    return all(name in found or column.may_lack for name, column in layout.columns.items())


def rows_with_all_headings(rows: Sequence[Sequence[Any]], layout: TableLayout, merged: Merged, start: int) -> list[int]:
    """The rows from `start` on, counted from 0, that have every heading of the table."""
    must = [column for column in layout.columns.values() if not column.may_lack]
    if len(must) < _FEWEST:
        return []
    # Sheets are long and headings few: a row without the first plain heading is not looked at further.
    plain = next(
        (one for one in must if one.type != "amount" and not any("{" in h or "*" in h for h in one.headers)), None
    )
    words = {normalised(header) for header in plain.headers} if plain else set()
    found = []
    for number in range(start, len(rows)):
        both = rows[max(number - layout.heading_rows + 1, 0) : number + 1]
        if words and not any(
            isinstance(cell, str) and cell and normalised(cell) in words for row in both for cell in row
        ):
            continue
        if len({header_text(cell) for cell in both[-1]} - {""}) >= _FEWEST and has_all(
            layout, matches_of(headings_of(rows, number, layout.heading_rows, merged), layout)
        ):
            found.append(number)
    return found


def two_places(rows: Sequence[int]) -> Finding:
    """The question that several such rows are."""
    doubt = Doubt(
        f"Tabellens rubriker står alla på raderna {listed(str(row + 1) for row in rows)}.",
        "Tabellen väntas på ett ställe i bladet.",
        "Ta bort den som inte gäller, eller skriv i params/layouts vilken text som står ovanför den rätta, till "
        "exempel after: Driftbudget 2024.",
    )
    return Finding(0, "", doubt, shared=True)
