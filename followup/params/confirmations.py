"""What somebody has confirmed although it is unlikely: params/confirmations.yml.

A rule's finding that may be confirmed names its code and the value that it is about. A confirmation of the same place,
rule and value lets the report through and is listed in it. When the value has changed, or the finding is gone, the
confirmation no longer applies, and that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from followup.ground.errors import Problem, Severity
from followup.ground.wording import normalised, quoted
from followup.params.params_problems import Entry, day, fault


def _said(text: str) -> str:
    if text.strip():
        return text
    raise fault("Texten är tom.", "Det som står här visas i rapporten.", "Skriv en text.")


Said = Annotated[str, AfterValidator(_said)]


class Confirmation(Entry):
    """One confirmed finding: where it is, which rule, the value that it is confirmed for, why, and by which function.

    `cell` is as the finding has it, a cell or several, and empty for a finding about the sheet.
    """

    workbook: str
    sheet: str = ""
    cell: str = ""
    rule: str
    value: Said
    why: Said
    decided_by: Said
    decided_on: Annotated[date, BeforeValidator(day)]

    def is_for(self, problem: Problem) -> bool:
        """Whether it is this very finding that is confirmed."""
        return self._place == (problem.workbook, problem.sheet, problem.cell, problem.rule) and normalised(
            self.value
        ) == normalised(problem.value)

    @property
    def _place(self) -> tuple[str, str, str, str]:
        return (self.workbook, self.sheet, self.cell, self.rule)


@dataclass(frozen=True)
class AppliedConfirmation:
    """A finding that was let through. `found` is what the rule said, all texts as the report lists them."""

    place: str
    found: str
    value: str
    why: str
    decided_by: str
    decided_on: str
    workbook: str = ""


def confirmed(
    problems: Iterable[Problem],
    confirmations: Iterable[Confirmation],
    told: Callable[[Problem], Problem] = lambda problem: problem,
) -> tuple[list[Problem], list[AppliedConfirmation], list[Confirmation]]:
    """The problems that remain, the confirmations that let one through, and those that did not.

    `told` is a problem as a report may say it.
    """
    by_value = list(confirmations)
    used: set[int] = set()
    remaining: list[Problem] = []
    applied: list[AppliedConfirmation] = []
    for problem in problems:
        place = next((number for number, one in enumerate(by_value) if problem.value and one.is_for(problem)), None)
        if place is None:
            remaining.append(problem)
            continue
        used.add(place)
        one = by_value[place]
        shown = told(problem)
        applied.append(
            AppliedConfirmation(
                shown.place,
                shown.found,
                shown.value,
                one.why,
                one.decided_by,
                one.decided_on.isoformat(),
                problem.workbook,
            )
        )
    return remaining, applied, [one for number, one in enumerate(by_value) if number not in used]


def outdated(confirmation: Confirmation, about_people: bool = False) -> Problem:
    """The warning for a confirmation that nothing answers to any more; a note where it is about people."""
    return Problem(
        confirmation.workbook,
        confirmation.sheet,
        confirmation.cell,
        f"Bekräftelsen av {quoted(confirmation.value)} gäller inte längre: regeln {confirmation.rule} finner inte det "
        "värdet här.",
        "En bekräftelse gäller bara det värde som den skrevs för.",
        "Ta bort bekräftelsen ur params/confirmations.yml. Gäller den ett nytt värde: bekräfta det på nytt.",
        Severity.NOTE if about_people else Severity.WARNING,
        # A report masks what a rule about people found, also here.
        rule=confirmation.rule,
    )
