"""Problems in the source data and the one exception that carries them to whoever ran the report.

A `Problem` says where something stands, what stands there, what was expected and how to mend it, in Swedish.
Reading collects problems; it never stops at the first. `ReportError` is the only exception that a command turns
into a message without a traceback: everything else is a fault in the program and is shown as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

# What stands in the place of an error about people wherever reports are kept and read.
_PEOPLE = "Felet gäller uppgifter om anställda, som inte visas här."
_ASK = "Fråga den som bygger rapporterna, som ser det med followup check."


class Severity(StrEnum):
    """`ERROR` stops the committee's report; `WARNING` travels into the report's list "Om underlaget".

    A `NOTE` is for the analyst alone: it is told when the workbooks are checked and when a report is built, and stands
    in manifest.json, but not in the report.
    """

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "påpekande"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong or doubtful, and where.

    `workbook` is the path below the data folder with `/`, or a file in params; `cell` is a cell or a range (`C7`,
    `C7:C19`) or empty when the sheet or the workbook itself is the matter. Each of the three texts is a whole
    sentence in Swedish: `found` what stands there, `expected` what was expected, `remedy` what to do. `rule` is the
    code of the rule that found it (followup.checks), and `value` the value that a confirmation would be for; both are
    empty for what is found while reading, and two problems that differ in them alone are the same. A problem that
    `is_private` may tell of few employees: all of it is for the terminal alone, and `published` for anywhere else.
    """

    workbook: str
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    remedy: str = ""
    severity: Severity = Severity.ERROR
    rule: str = field(default="", compare=False)
    value: str = field(default="", compare=False)
    is_private: bool = field(default=False, compare=False)

    @property
    def place(self) -> str:
        """`2024/2024-04/utfall.xlsx, blad Huvudbok, cell H4711`, as far as it is known."""
        parts = [self.workbook]
        if self.sheet:
            parts.append(f"blad {self.sheet}")
        if self.cell:
            # A line of a params file is written out: "rad 12".
            parts.append(self.cell if " " in self.cell else f"cell {self.cell}")
        return ", ".join(parts)

    @property
    def message(self) -> str:
        """The three sentences after one another, without the place."""
        return " ".join(text for text in (self.found, self.expected, self.remedy) if text)

    @property
    def published(self) -> Problem:
        """The problem as it may stand in the output folder: of a private one the place is left."""
        return replace(self, found=_PEOPLE, expected="", remedy=_ASK, value="") if self.is_private else self

    def as_dict(self) -> dict[str, str]:
        """`published`, for manifest.json, failed.json and the notebook."""
        return {name: str(value) for name, value in asdict(self.published).items() if name != "is_private"}


class ReportError(Exception):
    """A report cannot be made, for reasons that the person who ran it can mend.

    Carries every problem that is known, not only the first. `str()` is a text to show as it stands, also in a notebook
    that is kept: a private problem is there without its numbers.
    """

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        self.summary = problems if isinstance(problems, str) else ""
        self.problems: tuple[Problem, ...] = () if isinstance(problems, str) else tuple(problems)
        super().__init__(self.summary)

    def __str__(self) -> str:
        if self.summary:
            return self.summary
        return "\n".join(self._lines())

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this: a notebook that stops then shows the problems, one to each entry, and no call stack.
        return [self.summary] if self.summary else self._lines()

    def _lines(self) -> list[str]:
        return [f"{problem.place}: {problem.published.message}" for problem in self.problems]

    def __reduce__(self) -> tuple[type[ReportError], tuple[object]]:
        # Crosses from the report's process to the parent: pickle must not lose the problems.
        return (ReportError, (self.summary or list(self.problems),))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by workbook, sheet and row."""

    def place(problem: Problem) -> tuple[object, ...]:
        row = re.search(r"[0-9]+", problem.cell)
        return (problem.workbook, problem.sheet, int(row[0]) if row else 0, problem)

    return sorted(dict.fromkeys(problems), key=place)
