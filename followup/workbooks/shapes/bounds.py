"""Where on its sheet a table may stand, when there are several: below its title, above what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from followup.ground.wording import column_letter, listed, quoted
from followup.params.heading_words import fits
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding


@dataclass(frozen=True)
class Bounds:
    """Rows from 0: the title's, and the first that is not the table's. A `finding` says why neither is known."""

    first: int = 0
    end: int | None = None
    finding: Finding | None = None


def bounds_of(rows: Sequence[Sequence[Any]], layout: TableLayout) -> Bounds:
    """A table's bounds by the titles in its layout; the whole sheet where it names none."""
    first, end = 0, None
    if layout.after:
        found = _places(rows, layout.after, layout.year)
        if len(found) != 1:
            return Bounds(finding=_unclear(layout.after, found, "after"))
        first = found[0][0]
    if layout.before:
        below = [one for one in _places(rows, layout.before, layout.year) if one[0] > first]
        if not below:
            return Bounds(finding=_unclear(layout.before, [], "before"))
        end = below[0][0]
    return Bounds(first, end)


def _places(rows: Sequence[Sequence[Any]], title: str, year: int | None) -> list[tuple[int, int]]:
    return [
        (number, position)
        for number, row in enumerate(rows)
        for position, content in enumerate(row)
        if isinstance(content, str) and content and fits(title, content, year)
    ]


def _unclear(title: str, found: Sequence[tuple[int, int]], key: str) -> Finding:
    cells = listed(f"{column_letter(column)}{row + 1}" for row, column in found)
    doubt = Doubt(
        f"Texten {quoted(title)} står i cellerna {cells}." if found else f"Texten {quoted(title)} saknas i bladet.",
        "Tabellen väntas under den." if key == "after" else "Tabellen väntas sluta ovanför den.",
        "Ge tabellen en rubrik som står en gång, och skriv den i params/layouts, "
        f'till exempel {key}: "{"Driftbudget *" if key == "after" else "Investeringar"}".'
        if found
        else f"Skriv texten i bladet, eller rätta raden {key} i params/layouts.",
    )
    return Finding(0, "", doubt, shared=True)
