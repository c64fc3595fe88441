"""Where tables may be on a sheet: a row of headings, the rows below it, and the title above.

A heading row is the first of the rows of words that is about as wide as the rows below it. A table ends at a blank row,
unless rows of the same form go on below it, or where a title and another row of headings begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from followup.ground.wording import normalised
from followup.layout_proposal.sheet_cells import filled, is_label, is_missing, is_time, number_of
from followup.params.column_layout import KRONOR_PER_WORD
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.shapes.header_row import ROWS_SEARCHED
from followup.workbooks.shapes.headings import Heading, headings_of
from followup.workbooks.shapes.stated_units import unit_of_text
from followup.workbooks.shapes.table_end import is_note

Kind = Literal["blank", "title", "labels", "data"]
# A heading row has words over at least so much of the columns below it.
_WIDE = 0.6
# "Belopp i tkr", "Enhet: tkr", "Period:": words about the table and not over a column.
_SAYS = re.compile(rf"(?:alla )?(?:belopp|enhet|siffror)\b.*\b(?:{'|'.join(KRONOR_PER_WORD)}|kronor)|källa:")
_LONGEST = 200
# The heading of a group is no sentence.
_LONGEST_GROUP = 80
_RUN = [float(month) for month in range(1, 13)]
# More tables than this on a sheet are no tables but a form, or a page of text.
MOST_TABLES = 12


@dataclass(frozen=True, eq=False)
class Candidate:
    """A table by its rows, counted from 0: `first` is where it may be told of, `header` the headings', `end` the first
    below it. `after` and `before` are the titles that part it from other tables of the sheet.
    """

    sheet: Sheet
    first: int
    header: int
    end: int
    heading_rows: Literal[1, 2] = 1
    title: str = ""
    after: str = ""
    before: str = ""
    has_blank_rows: bool = False

    @cached_property
    def headings(self) -> list[Heading]:
        return headings_of(self.sheet.rows, self.header, self.heading_rows, self.sheet.merged)

    @property
    def body(self) -> Sequence[list[Any]]:
        return self.sheet.rows[self.header + 1 : self.end]

    def cells(self, position: int) -> list[Any]:
        """The cells below a heading."""
        return [row[position] if position < len(row) else "" for row in self.body]

    @property
    def top(self) -> int:
        """The first row of the headings."""
        return self.header - self.heading_rows + 1


def candidates(sheet: Sheet) -> list[Candidate]:
    """The tables of a sheet, from above."""
    rows, found = sheet.rows, list[Candidate]()
    kinds = [_kind(row) for row in rows]
    first = number = 0
    while number < len(rows) and len(found) < MOST_TABLES:
        one = _table_at(sheet, kinds, first, number) if kinds[number] == "labels" else None
        if one is None:
            number += 1
            continue
        found.append(one)
        first = number = one.end
    return _parted(sheet, found)


def _kind(row: Sequence[Any]) -> Kind:
    places = filled(row)
    if not places:
        return "blank"
    cells = [row[place] for place in places]
    if any(isinstance(cell, float) and not is_time(cell) and cell not in _RUN for cell in cells):
        return "data"
    if len(cells) == 1:
        return "title" if is_label(cells[0]) else "data"
    others = [cell for cell in cells if not is_label(cell)]
    if not others or _is_run(others):
        return "labels"
    return "data"


def _is_run(cells: Sequence[Any]) -> bool:
    """Whether they are 1, 2, 3 …: months by number."""
    return 2 <= len(cells) <= 12 and [number_of(cell) for cell in cells] == _RUN[: len(cells)]


def _table_at(sheet: Sheet, kinds: Sequence[Kind], first: int, number: int) -> Candidate | None:
    """The table whose words begin in a row; None if they head nothing."""
    rows = sheet.rows
    end_of_words = number
    while end_of_words < len(rows) and kinds[end_of_words] == "labels":
        end_of_words += 1
    below = rows[end_of_words : end_of_words + 3] if end_of_words < len(rows) else []
    has_data = end_of_words < len(rows) and kinds[end_of_words] == "data"
    words = range(number, end_of_words)
    width = max(len(filled(row)) for row in (below if has_data and below else rows[number:end_of_words]))
    header = next((one for one in words if _may_head(rows[one], width)), None)
    if header is None:
        return None
    heading_rows: Literal[1, 2] = 1
    if header + 1 < end_of_words and _is_group_of(rows[header], rows[header + 1]):
        header, heading_rows = header + 1, 2
    elif header > first and kinds[header - 1] in ("title", "labels") and _is_group_of(rows[header - 1], rows[header]):
        heading_rows = 2
    end, has_blank_rows = _end(rows, kinds, header)
    if end == header + 1:
        return None
    title = _title(rows, first, header - heading_rows + 1)
    return Candidate(sheet, first, header, end, heading_rows, title, has_blank_rows=has_blank_rows)


def _may_head(row: Sequence[Any], width: int) -> bool:
    cells = [row[place] for place in filled(row)]
    texts = [cell[:_LONGEST].strip() for cell in cells if isinstance(cell, str)]
    said = [text for text in texts if text.endswith(":") or _SAYS.match(normalised(text))]
    # The first heading may say the unit: "Belopp i mnkr | Not | 2019 | 2018".
    is_said = bool(said) and (len(said) > 1 or said != texts[:1] or len(cells) < 3)
    return len(cells) >= max(2, _WIDE * width) and not is_said and not _is_repeated(row)


def _is_repeated(row: Sequence[Any]) -> bool:
    """Whether all after a row's first words are the same, as `Stängt` in every column: no headings."""
    _, *others = (normalised(str(row[place])[:_LONGEST]) for place in filled(row))
    return len(others) >= 2 and len(set(others)) == 1


def _is_group_of(above: Sequence[Any], below: Sequence[Any]) -> bool:
    """Whether a row has headings of groups: gaps over headings, or years below words."""
    upper, lower = set(filled(above)), set(filled(below))
    if any(len(str(above[position])) > _LONGEST_GROUP for position in upper):
        return False
    if len(upper) == 1:
        position = next(iter(upper))
        return position > min(lower) and position in lower and not unit_of_text(str(above[position]))
    if lower - upper and (upper & lower or upper - lower):
        return len(lower) >= 2
    return bool(upper - lower) and bool(lower) and all(is_time(below[place]) for place in lower)


def _end(rows: Sequence[Sequence[Any]], kinds: Sequence[Kind], header: int) -> tuple[int, bool]:
    """The first row below a table, and whether it has blank rows inside."""
    columns = set(filled(rows[header]))
    number, end, has_blank_rows = header + 1, header + 1, False
    while number < len(rows):
        if kinds[number] == "blank":
            following = next((one for one in range(number, len(rows)) if kinds[one] != "blank"), None)
            # Numbers and words that go on under the same columns are the same table's.
            if end == header + 1 or following is None or kinds[following] != "data":
                break
            goes_on = set(filled(rows[following]))
            if not goes_on <= columns or 2 * len(goes_on) < len(columns) or min(goes_on) != min(columns):
                break
            number, has_blank_rows = following, True
            continue
        if kinds[number] == "title" and _begins_another(rows, kinds, number, columns):
            break
        number += 1
        end = number
    # A sentence below a table is none of its rows, and neither is a name that lacks all its numbers.
    has_numbers = "data" in kinds[header + 1 : end]
    while end > header + 1 and (is_note(rows[end - 1]) or (has_numbers and kinds[end - 1] == "title")):
        end -= 1
    return end, has_blank_rows


def _begins_another(rows: Sequence[Sequence[Any]], kinds: Sequence[Kind], number: int, columns: set[int]) -> bool:
    below = [kind for kind in kinds[number + 1 : number + 3] if kind != "blank"]
    if below[:2] != ["labels", "data"] or _is_repeated(rows[number + 1]):
        return False
    return 2 * len(filled(rows[number + 1])) >= len(columns)


def _title(rows: Sequence[Sequence[Any]], first: int, top: int) -> str:
    """The first text above the headings that is neither a note nor a unit."""
    for row in rows[first:top]:
        for content in row:
            if isinstance(content, str) and not is_missing(content):
                text = content.strip()
                if not unit_of_text(text) or " " in text:
                    return text
    return ""


def _parted(sheet: Sheet, found: Sequence[Candidate]) -> list[Candidate]:
    """With the titles that each is found by, where a sheet has several or its only one stands far down."""
    marks = [_mark(sheet, one) for one in found]
    parted = []
    for place, one in enumerate(found):
        is_far = one.header >= ROWS_SEARCHED
        after = marks[place] if place or is_far else ""
        before = marks[place + 1] if place + 1 < len(found) else ""
        parted.append(replace(one, after=after, before=before))
    return parted


def _mark(sheet: Sheet, one: Candidate) -> str:
    """A text above the headings, or one of them, that stands once on the sheet; empty if there is none."""
    above = [cell for row in sheet.rows[one.first : one.header + 1] for cell in row if isinstance(cell, str)]
    said = [normalised(cell) for row in sheet.rows for cell in row if isinstance(cell, str)]
    for text in above:
        plain = text.strip()
        if plain and "*" not in plain and len(plain) <= 100 and said.count(normalised(plain)) == 1:
            return plain
    return ""
