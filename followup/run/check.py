"""Every problem in a period's sources, without building anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, Severity
from followup.run.request import WorkList

if TYPE_CHECKING:
    from followup.review.review import Part


@dataclass(frozen=True)
class Checked:
    """`problems` holds each problem once, also when it concerns several committees.

    `parts` are the problems by who can mend them, as the terminal shows them, and `told` the same as a file may.
    """

    number: str
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()
    told: tuple[Part, ...] = ()

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def summary(self, parts: Sequence[Part]) -> str:
        """`Underlag för 8 nämnder och regionen: 2 fel, 1 varning.` Notes are counted where there are any.

        Of `parts` or of `told`: what is one fault there is counted once, as it is shown.
        """
        errors, warnings, notes = (sum(len(part.of(severity)) for part in parts) for severity in Severity)
        words = "inga varningar" if not warnings else "1 varning" if warnings == 1 else f"{warnings} varningar"
        noted = f", {notes} {'påpekande' if notes == 1 else 'påpekanden'}" if notes else ""
        return f"Underlag för {self.number}: {errors or 'inga'} fel, {words}{noted}."


def checked(work: WorkList) -> Checked:
    """Reads all sources of the committees asked for, as their reports would."""
    from followup.run.warm import quick_imports

    quick_imports()
    from followup.params.loading import load_params
    from followup.review.review import review_of
    from followup.sources.sources import answers

    params, found = load_params(), answers(work.read)
    accepted = [one for answer in found.values() for one in answer.confirmations]
    raw = {code: answer.problems for code, answer in found.items()}
    told = {code: answer.told for code, answer in found.items()}
    # A fault in a shared workbook stands in every committee's list.
    problems = tuple(dict.fromkeys(chain.from_iterable(raw.values())))
    return Checked(work.number, problems, review_of(raw, params, accepted), review_of(told, params, accepted))
