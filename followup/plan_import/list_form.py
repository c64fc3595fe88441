"""A list: each row is one entry, with its level or its parent in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted
from followup.params.plan.file import LevelEntry
from followup.plan_import.attributes import Attributes
from followup.plan_import.carry_overs import units_in
from followup.plan_import.drafts import Count, Draft, ReadPlan
from followup.plan_import.grid import Grid
from followup.plan_import.headings import Headings, above_headings, unread_columns
from followup.plan_import.list_levels import ListRow, list_levels
from followup.plan_import.list_places import Places
from followup.plan_import.page_lines import is_page_line, page_note

FORM = "en lista med en rad för varje post"


@dataclass
class ListReader:
    """Reads one list; `known` are the levels that plans have."""

    grid: Grid
    headings: Headings
    attributes: Attributes
    known: dict[str, LevelEntry]
    year: int
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._odd_codes: dict[int, list[Problem]] = {}
        self.count = Count(("rad", "rader"), len(self.grid.with_text))

    def read(self) -> ReadPlan:
        """The whole list as a hierarchy; what has no place is counted and told."""
        column = self.headings.columns["name"]
        rows = list(self._rows())
        levels = list_levels(rows, self.grid, self.headings, self.known)
        by_parent = "parent" in self.headings.columns or "level" not in self.headings.columns
        places = Places(self.grid, levels.faults, by_parent=by_parent)
        for row in rows:
            depth = None if row.number in levels.faults else levels.keys.index(row.key)
            name = self.grid.text(row.number, column)
            places.put(Draft(row.number, column, name, depth or 0, row.code), depth, row.parent)
        placed = places.finished()
        units = units_in((draft.name for draft in placed), self.year)
        for draft in placed:
            self.problems += self._odd_codes[draft.row]
            self.problems += self.attributes.take_name(draft, units)
            self.problems += self.attributes.take_details(draft, draft.row)
        self.problems += places.problems
        self.count.entries += len(placed)
        self.count.unplaced += len(rows) - len(placed)
        return ReadPlan(FORM, levels.entries, places.roots, self.count, self.problems)

    def _rows(self) -> Iterator[ListRow]:
        """The rows that can become entries; the others are counted, and told where they are no headings."""
        name = self.headings.columns["name"]
        seen: dict[tuple[str, ...], int] = {}
        pages: list[int] = []
        head = self.grid.texts[self.headings.row]
        for number in self.grid.with_text:
            texts = tuple(self.grid.texts[number])
            is_page = self._is_page(number)
            if number < self.headings.row and (told := list(above_headings(self.grid, number))):
                self.count.unplaced += 1
                self.problems += told
            elif number <= self.headings.row or list(texts) == head or is_page:
                self.count.headings += 1
                pages += [number] if is_page else []
            elif not texts[name]:
                self.count.unplaced += 1
                self.problems.append(self._nameless(number))
            elif texts in seen and self.grid.text(number, self.headings.columns.get("code")):
                self.count.unplaced += 1
                self.problems.append(self._repeated(number, seen[texts]))
            else:
                seen[texts] = number
                code, problems = self.attributes.code(number)
                self._odd_codes[number] = problems
                yield ListRow(number, code, self.attributes.parent(number))
        self.problems += [*page_note(self.grid, pages), *unread_columns(self.grid, self.headings)]

    def _is_page(self, number: int) -> bool:
        filled = self.grid.filled(number)
        return len(filled) == 1 and is_page_line(self.grid.text(number, filled[0]))

    def _nameless(self, number: int) -> Problem:
        column = self.headings.columns["name"]
        if odd := self.grid.unreadable.get((number, column)):
            return odd
        words = listed((quoted(self.grid.text(number, one), 40) for one in self.grid.filled(number)), most=4)
        return self.grid.problem(
            number,
            column,
            f"Cellen är tom, men raden har {words}." if words else "Cellen är tom, och resten av raden kan inte läsas.",
            f"Varje post har en text i kolumnen {quoted(self.grid.text(self.headings.row, column))}.",
            "Raden har inte blivit någon post. Skriv texten, eller ta bort raden.",
        )

    def _repeated(self, number: int, first: int) -> Problem:
        return self.grid.problem(
            number,
            None,
            f"Raden är densamma som rad {first + 1}: {quoted(self.grid.text(number, self.headings.columns['name']))}.",
            "Varje post står på en rad.",
            "Raden har inte blivit någon post. Är det två poster: ge dem var sin kod.",
        )
