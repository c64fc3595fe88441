"""Entries of a plan that is being read, and the count of all that stood in the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from followup.ground.errors import Problem
from followup.ground.swedish import counted
from followup.params.plan.file import LevelEntry


@dataclass(eq=False)
class Draft:
    """An entry with the cell that it was read from. `depth` is its level's place, outermost 0.

    `committees` is None where the table says nothing: the entry then has its parent's.
    """

    row: int
    column: int
    name: str
    depth: int
    code: str = ""
    text: str = ""
    committees: tuple[str, ...] | None = None
    due: str = ""
    carried_over: str = ""
    notes: list[str] = field(default_factory=list)
    parent: Draft | None = None
    children: list[Draft] = field(default_factory=list)

    def add_to(self, parent: Draft | None, roots: list[Draft]) -> None:
        """Gives the entry its place, last below its parent or last of all."""
        self.parent = parent
        (parent.children if parent else roots).append(self)


def walked(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Every entry in plan order, a parent before its children."""
    for draft in drafts:
        yield draft
        yield from walked(draft.children)


@dataclass
class Count:
    """What became of all that stood in the table: `read` rows of a list, or cells of an export, as `unit` says.

    `details` are the cells of an export that say something more of an entry.
    """

    unit: tuple[str, str]
    read: int
    entries: int = 0
    details: int = 0
    headings: int = 0
    repeated: int = 0
    unplaced: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether everything that was read has gone somewhere."""
        return self.read == self.entries + self.details + self.headings + self.repeated + self.unplaced

    @property
    def summary(self) -> str:
        """`120 rader lästa: 118 poster, 1 rubrik eller sidrad, 1 utan plats.` What there are none of is left out."""
        told = [
            (self.details, "uppgift till en post", "uppgifter till poster"),
            (self.headings, "rubrik eller sidrad", "rubriker och sidrader"),
            (self.repeated, "upprepning", "upprepningar"),
        ]
        parts = [counted(self.entries, "post", "poster")]
        parts += [counted(number, one, many) for number, one, many in told if number]
        noun = counted(self.read, *self.unit)
        verb = "läst" if self.read == 1 else "lästa"
        return f"{noun} {verb}: {', '.join(parts)}, {self.unplaced} utan plats."


@dataclass
class ReadPlan:
    """A table as a hierarchy. `form` says in a sentence what kind of table it was taken for."""

    form: str
    levels: list[LevelEntry]
    roots: list[Draft]
    count: Count
    problems: list[Problem]
