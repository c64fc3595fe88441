"""What each row of a planning system's export is: a page's line, a heading, the repeated heads of columns, or entries.

1.1 Delmål: Hög attraktivitet
Prioriteringsområden | Prioriteringar | Förvaltningens verksamhetsplan | Aktiviteter
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from followup.ground.errors import Problem
from followup.params.plan.file import LevelEntry
from followup.plan_import.grid import Grid
from followup.plan_import.headings import Headings, above_headings, headings_in, squeezed
from followup.plan_import.page_lines import is_page_line, page_note

# A document's title and date stand above the first heads, perhaps a page of contents too.
ROWS_SEARCHED = 60

_SECTION = re.compile(
    r"(?P<code>[0-9]{1,2}(?:\.[0-9]{1,2})*)\.?\s+(?:(?P<word>[^\W\d][^:.]{1,38}):\s*)?(?P<name>[^\W\d].*)"
)


@dataclass
class Section:
    """A numbered heading above a table: an entry of the outermost level. `word` is what it calls itself."""

    row: int
    column: int
    code: str
    word: str
    name: str


@dataclass
class ExportRows:
    """The rows of an export in order: `sections`, `heads` (row to the column of each level) and `entries`."""

    levels: list[str]
    roles: dict[str, int]
    sections: dict[int, Section] = field(default_factory=dict)
    heads: dict[int, dict[int, int]] = field(default_factory=dict)
    entries: set[int] = field(default_factory=set)
    headings: int = 0
    unplaced: int = 0
    problems: list[Problem] = field(default_factory=list)


def export_headings(grid: Grid, known: dict[str, LevelEntry]) -> Headings | None:
    """The first heads of an export; None if no row can be known as such.

    Heads are known by being repeated, by standing below a numbered heading, or by the levels of plans that there are.
    """
    shapes = Counter(_shape(grid, row) for row in grid.with_text)
    words = {squeezed(word) for word in known}
    above = -1
    for row in [row for row in grid.with_text if row < ROWS_SEARCHED]:
        found = headings_in(grid, row)
        section = _section(grid, above) if above >= 0 else None
        if 1 < len(found.others) == len(set(map(squeezed, found.others.values()))):
            is_repeated = shapes[_shape(grid, row)] > 1
            is_known = sum(squeezed(text) in words for text in found.others.values()) > 1
            if is_repeated or is_known or (section and section.word):
                return found
        above = row
    return None


def export_rows(grid: Grid, headings: Headings) -> ExportRows:
    """Tells the rows of an export apart."""
    levels = list(headings.others.values())
    rows = ExportRows(levels, headings.columns)
    names = {squeezed(text): place for place, text in enumerate(levels)}
    roles = {squeezed(grid.text(headings.row, column)) for column in headings.columns.values()}
    kinds = {row: _kind(grid, row, names, roles) for row in grid.with_text}
    order = grid.with_text
    rows.problems += page_note(grid, [row for row in order if kinds[row] == "page"])
    waiting: Section | None = None
    for place, row in enumerate(order):
        kind, filled = kinds[row], grid.filled(row)
        cells = len(filled) + len(grid.unreadable_in(row))
        if kind == "head":
            rows.heads[row] = {
                names[word]: column for column in filled if (word := squeezed(grid.text(row, column))) in names
            }
            rows.headings += cells
            waiting = None
        elif kind == "page":
            rows.headings += cells
        elif kind == "section" and _begins(grid, order[place:], kinds):
            section = _section(grid, row)
            assert section is not None  # its kind says so
            waiting = rows.sections[row] = section
            rows.headings += cells - 1
        elif kind == "section" and _is_chapter(grid, order[place:], kinds):
            rows.headings += cells
        elif waiting and len(filled) == 1 and _reaches_head(order[place:], kinds):
            # A heading that was broken into two lines.
            waiting.name = f"{waiting.name} {grid.text(row, filled[0])}"
            rows.headings += cells
        elif not rows.heads and not rows.sections:
            _above(grid, row, rows)
        else:
            rows.entries.add(row)
            waiting = None
    return rows


def _shape(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(squeezed(grid.text(row, column)) for column in grid.filled(row))


def _kind(grid: Grid, row: int, names: dict[str, int], roles: set[str]) -> str:
    shape = _shape(grid, row)
    if sum(word in names for word in shape) >= min(2, len(names)) and all(
        word in names or word in roles for word in shape
    ):
        return "head"
    if len(shape) == 1 and is_page_line(grid.text(row, grid.filled(row)[0])):
        return "page"
    return "section" if _section(grid, row) else "other"


def _section(grid: Grid, row: int) -> Section | None:
    filled = grid.filled(row)
    if len(filled) != 1:
        return None
    match = _SECTION.fullmatch(grid.text(row, filled[0]))
    return Section(row, filled[0], match["code"], (match["word"] or "").strip(), match["name"]) if match else None


def _begins(grid: Grid, rest: list[int], kinds: dict[int, str]) -> bool:
    """Whether a numbered line is the heading of a table: it says what it is, or the table's heads come next."""
    section = _section(grid, rest[0])
    return bool(section and section.word) or _reaches_head(rest[1:], kinds, others=1)


def _reaches_head(rest: list[int], kinds: dict[int, str], others: int = 5) -> bool:
    for row in rest:
        if kinds[row] == "head":
            return True
        if kinds[row] == "other":
            others -= 1
        if kinds[row] == "section" or others < 0:
            return False
    return False


def _is_chapter(grid: Grid, rest: list[int], kinds: dict[int, str]) -> bool:
    """Whether a numbered line stands over numbered headings of tables: `1 Verksamhetsplan` over `1.1 Delmål: …`."""
    here = _section(grid, rest[0])
    below = next((row for row in rest[1:] if kinds[row] != "page"), None)
    section = _section(grid, below) if below is not None else None
    return bool(here and section and section.code.startswith(f"{here.code}."))


def _above(grid: Grid, row: int, rows: ExportRows) -> None:
    cells = len(grid.filled(row)) + len(grid.unreadable_in(row))
    if told := list(above_headings(grid, row)):
        rows.unplaced += cells
        rows.problems += told
    else:
        rows.headings += cells
