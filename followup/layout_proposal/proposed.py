"""What is proposed of a table: keys of the layout with the reasons for them, and what could not be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from followup.ground.wording import column_letter

# What stands for an answer that only a person has: params refuse it with the line.
ASK = "FRÅGA"


@dataclass(eq=False)
class ColumnProposal:
    """One column: the `keys` of a ColumnLayout as far as they are known, and where the column stands, from 0.

    A key whose value nobody can tell is not in `keys`, or is `ASK`. `left_out` says why the column is not to be read.
    """

    name: str
    header: str
    positions: tuple[int, ...]
    group: str = ""
    keys: dict[str, Any] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    left_out: str = ""

    @property
    def type(self) -> str:
        return str(self.keys.get("type", ""))

    @property
    def letters(self) -> str:
        """`C`, or `C–N` for one that has a column for each month."""
        first, last = column_letter(min(self.positions)), column_letter(max(self.positions))
        return first if first == last else f"{first}\N{EN DASH}{last}"

    def ask(self, question: str) -> None:
        if question not in self.questions:
            self.questions.append(question)

    @property
    def is_numeric(self) -> bool:
        """Whether it holds numbers, also where nobody knows of what."""
        return self.type in ("amount", "number", "integer", "")


@dataclass(eq=False)
class TableProposal:
    """One table of a sheet. `keys` are those of a TableLayout but for its columns."""

    name: str
    sheet: str
    place: str
    keys: dict[str, Any] = field(default_factory=dict)
    columns: list[ColumnProposal] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    @property
    def read(self) -> list[ColumnProposal]:
        """The columns that the layout has."""
        return [one for one in self.columns if not one.left_out]

    def all_questions(self) -> list[str]:
        return [*self.questions, *(question for one in self.columns for question in one.questions)]

    def named(self, name: str) -> ColumnProposal | None:
        return next((one for one in self.read if one.name == name), None)
