"""Every problem in a period's sources, without building anything."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from followup.ground.errors import Problem, Severity
from followup.run.request import WorkList


@dataclass(frozen=True)
class Checked:
    """`problems` holds each problem once, also when it concerns several committees."""

    number: str
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def summary(self) -> str:
        """`Underlag för 8 nämnder och regionen: 2 fel, 1 varning.` Notes are counted where there are any."""
        warnings = sum(problem.severity is Severity.WARNING for problem in self.problems)
        notes = len(self.problems) - self.errors - warnings
        words = "inga varningar" if not warnings else "1 varning" if warnings == 1 else f"{warnings} varningar"
        noted = f", {notes} {'påpekande' if notes == 1 else 'påpekanden'}" if notes else ""
        return f"Underlag för {self.number}: {self.errors or 'inga'} fel, {words}{noted}."


def checked(work: WorkList) -> Checked:
    """Reads all sources of the committees asked for, as their reports would."""
    from followup.run.warm import quick_imports

    quick_imports()
    from followup.sources.sources import preload

    by_committee = preload(work.read)
    # A fault in a shared workbook stands in every committee's list.
    return Checked(work.number, tuple(dict.fromkeys(chain.from_iterable(by_committee.values()))))
