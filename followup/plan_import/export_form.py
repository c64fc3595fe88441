"""An export of a planning system: a column for each level, where an entry holds for the rows beside it.

An entry's cell is merged downwards, or followed by empty cells, or repeated on every row; the sheet shows which.
After the heads of a new page an entry goes on, in an empty cell or repeated once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from followup.ground.errors import Problem, Severity
from followup.ground.wording import normalised, quoted
from followup.params.plan.file import LevelEntry
from followup.plan_import.attributes import Attributes
from followup.plan_import.carry_overs import units_in
from followup.plan_import.drafts import Count, Draft, ReadPlan
from followup.plan_import.export_rows import ExportRows
from followup.plan_import.grid import Grid
from followup.plan_import.level_names import level_entries

FORM = "en export med en kolumn för varje nivå"
MERGED = "sammanslagna celler"
REPEATED = "texten upprepad på varje rad"
EMPTY = "tomma celler"

# In the place of an entry that cannot be read: what stands beside it has no parent.
LOST = Draft(-1, -1, "", -1)
# What the outermost level is called where its headings have numbers alone.
UNNAMED = "Del"


@dataclass
class ExportReader:
    """Reads one export; `known` are the levels that plans have."""

    grid: Grid
    rows: ExportRows
    attributes: Attributes
    known: dict[str, LevelEntry]
    year: int
    problems: list[Problem] = field(default_factory=list)
    roots: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        cells = sum(len(self.grid.filled(row)) for row in self.grid.with_text) + len(self.grid.unreadable)
        self.count = Count(("cell", "celler"), cells, headings=self.rows.headings, unplaced=self.rows.unplaced)
        self._style = self._seen_style()
        self._open: list[Draft | None] = [None] * len(self.rows.levels)
        self._section: Draft | None = None
        self._page_start = -1
        self._drafts: list[tuple[Draft, int | None]] = []

    def read(self) -> ReadPlan:
        """The whole table as a hierarchy; what has no place is counted and told."""
        self.problems += self.rows.problems
        columns = dict[int, int]()
        is_new_page = False
        for row in self.grid.with_text:
            if row in self.rows.heads:
                columns, is_new_page = self.rows.heads[row], True
            elif row in self.rows.sections:
                self._begin(row)
            elif row in self.rows.entries:
                if is_new_page:
                    self._page_start, is_new_page = row, False
                self._row(row, columns)
        units = units_in((draft.name for draft, _ in self._drafts), self.year)
        for draft, row_of_details in self._drafts:
            self.problems += self.attributes.take_name(draft, units)
            if row_of_details is not None:
                self.problems += self.attributes.take_details(draft, row_of_details)
        words = Counter(section.word for section in self.rows.sections.values() if section.word)
        outermost = [next(iter(words), UNNAMED)] if self.rows.sections else []
        form = f"{FORM}, där en post gäller för flera rader genom {self._style}"
        levels = level_entries([*outermost, *map(self._level_name, self.rows.levels)], self.known)
        return ReadPlan(form, levels, self.roots, self.count, self.problems)

    def _level_name(self, heading: str) -> str:
        level = self.known.get(normalised(heading))
        return level.name if level else heading

    def _seen_style(self) -> str:
        """How the table shows that an entry holds for several rows."""
        rows = sorted(self.rows.entries)
        columns = {column for head in self.rows.heads.values() for column in head.values()}
        if any(
            area[2] > area[0] and column in columns and self.grid.text(*area[:2])
            for (row, column), area in self.grid.areas.items()
            if row in self.rows.entries
        ):
            return MERGED
        repeated = empty = 0
        for above, row in pairwise(rows):
            if row != above + 1:
                continue
            last = max((column for column in columns if self.grid.text(row, column)), default=-1)
            for column in columns:
                if column < last:
                    text = self.grid.text(row, column)
                    repeated += bool(text) and text == self.grid.text(above, column)
                    empty += not text
        return REPEATED if repeated > empty else EMPTY

    def _begin(self, row: int) -> None:
        section = self.rows.sections[row]
        self._section = Draft(row, section.column, section.name, 0, section.code)
        self._section.add_to(None, self.roots)
        self._drafts.append((self._section, None))
        self._open = [None] * len(self._open)
        self.count.entries += 1

    def _row(self, row: int, columns: dict[int, int]) -> None:
        filled = [place for place, column in columns.items() if self._holds(row, column)]
        last = max(filled, default=-1)
        newest: Draft | None = None
        is_new = False
        for place, column in sorted(columns.items()):
            if not self._holds(row, column):
                if place < last and self._skips(row, column):
                    self._open[place] = None
                continue
            if not is_new and self._goes_on(row, column, place, place < last):
                self.count.repeated += 1
                continue
            is_new = True
            newest = self._entry(row, column, place) or newest
        self._details(row, columns, newest)

    def _holds(self, row: int, column: int) -> bool:
        return bool(self.grid.text(row, column)) or (row, column) in self.grid.unreadable

    def _skips(self, row: int, column: int) -> bool:
        """Whether an empty cell beside an entry means that the entry has no such level above it."""
        if row == self._page_start or self._style == EMPTY:
            return False
        top = self.grid.top_of_tall(row, column)
        return top is None or not (self.grid.text(*top) or top[0] == self._page_start)

    def _goes_on(self, row: int, column: int, place: int, has_more: bool) -> bool:
        """Whether a cell says once more which entry the row belongs to."""
        above = self._open[place]
        if above is None or above is LOST or self.grid.text(above.row, above.column) != self.grid.text(row, column):
            return False
        is_last = place == len(self._open) - 1
        return (self._style == REPEATED and has_more) or (row == self._page_start and not is_last)

    def _entry(self, row: int, column: int, place: int) -> Draft | None:
        before, text = self._open[place], self.grid.text(row, column)
        self._open[place:] = [None] * (len(self._open) - place)
        above = next((one for one in reversed(self._open[:place]) if one is not None), self._section)
        if not text or above is LOST:
            self._open[place] = LOST
            self.count.unplaced += 1
            if text:
                found = f"{quoted(text)} ligger under en cell som inte kan läsas."
                remedy = "Den har inte blivit någon post. Rätta cellen ovanför, och börja om."
                self.problems.append(self.grid.problem(row, column, found, "Varje post har en plats.", remedy))
            return None
        draft = Draft(row, column, text, place + bool(self.rows.sections))
        draft.add_to(above, self.roots)
        self._open[place] = draft
        self._drafts.append((draft, None))
        self.count.entries += 1
        if row == self._page_start and before not in (None, LOST) and text[0].islower():
            self.problems.append(
                self.grid.problem(
                    row,
                    column,
                    f"{quoted(text)} står först på en ny sida och börjar med liten bokstav. Det kan vara "
                    f"fortsättningen på {quoted(before.name if before else '')}.",
                    "En text som delas av en sidbrytning är en enda post.",
                    "Är det så: lägg ihop de två i planens fil.",
                    Severity.WARNING,
                )
            )
        return draft

    def _details(self, row: int, columns: dict[int, int], newest: Draft | None) -> None:
        """What stands beside the levels: of the row's innermost entry, or of nothing."""
        levels, roles = set(columns.values()), set(self.rows.roles.values())
        beside = [column for column in self.grid.filled(row) if column not in levels]
        beside += [column for column in self.grid.unreadable_in(row) if column not in levels]
        known = [column for column in beside if column in roles]
        if newest and known:
            self._drafts[-1] = (newest, row)
            newest.code, problems = self.attributes.code(row)
            self.problems += problems
            self.count.details += len(known)
        for column in beside:
            if column not in roles or newest is None:
                self.count.unplaced += 1
                self.problems.append(
                    self.grid.problem(
                        row,
                        column,
                        f"{quoted(self.grid.text(row, column))} står bredvid tabellens nivåer.",
                        "Ett ord eller en text står under en rubrik, på samma rad som sin post.",
                        "Texten finns inte i planen. Skriv den i planens fil om den hör dit.",
                    )
                )
