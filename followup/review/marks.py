"""What is to be marked in a workbook: each cell with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from followup.ground.errors import Problem, Severity
from followup.ground.wording import column_index, column_letter
from followup.review.remedies import for_sender

_AREA = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")
# Of an area, the first cells are coloured: a wrong column of a ledger need not be red for a hundred thousand rows.
_MOST_CELLS = 500
# What is about a sheet as a whole stands here.
_FIRST = (1, 0)

# Row from 1 and column from 0: the order in which they stand in the sheet.
Place = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A cell to colour; `text` is its comment, empty for a cell inside an area whose first cell has it."""

    is_error: bool
    text: str


def address(place: Place) -> str:
    """`C7`"""
    return f"{column_letter(place[1])}{place[0]}"


def marks_by_sheet(problems: Iterable[Problem]) -> dict[str, dict[Place, Mark]]:
    """The marks of each sheet by its name, in the order of the cells. What concerns no sheet is left out.

    A remark is told too; of several problems of a cell, all are.
    """
    found: dict[str, dict[Place, Mark]] = {}
    for problem in problems:
        if not problem.sheet:
            continue
        marks = found.setdefault(problem.sheet, {})
        for place, text in _places(problem):
            before = marks.get(place, Mark(False, ""))
            texts = [one for one in (before.text, text) if one]
            marks[place] = Mark(before.is_error or problem.severity is Severity.ERROR, "\n\n".join(texts))
    return {sheet: dict(sorted(marks.items())) for sheet, marks in found.items()}


def _places(problem: Problem) -> list[tuple[Place, str]]:
    told = replace(problem, remedy=for_sender(problem.remedy))
    text = f"{str(problem.severity).capitalize()}: {told.message}"
    areas = [match for piece in problem.cell.split(",") if (match := _AREA.fullmatch(piece.strip()))]
    if not areas:
        return [(_FIRST, text)]
    places: list[tuple[Place, str]] = []
    for match in areas:
        cells = _cells(match)
        places += [(place, "" if number else text) for number, place in enumerate(cells)]
    return places[:_MOST_CELLS]


def _cells(match: re.Match[str]) -> list[Place]:
    left, top = column_index(match[1]), int(match[2])
    right, bottom = (column_index(match[3]), int(match[4])) if match[3] else (left, top)
    # No more than are coloured are made: an area may be as large as the sheet.
    rows = range(top, min(bottom, top + _MOST_CELLS) + 1)
    return [(row, column) for row in rows for column in range(left, right + 1)][:_MOST_CELLS]
