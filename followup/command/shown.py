"""What the commands that read the sources do and show: a build period by period, and a check by who can mend what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from followup.run.progress import BuildProgress, console, ordered_table, outcome_table, problem_table

if TYPE_CHECKING:
    from followup.run.outcome import Outcome
    from followup.run.request import Request, WorkList


def show_build(work: WorkList, request: Request) -> bool:
    """Builds one period and tells how it went; whether every report of it was made."""
    from followup.run.period_build import build as build_period

    screen = console()
    with BuildProgress(screen) as progress:
        progress.say(f"{work.kind.name} {work.period}: {work.number}, underlag i {request.data}")
        result = build_period(work, request, progress)
    screen.print(outcome_table(result.outcomes, work.names))
    for outcome in result.outcomes:
        folder = work.output / str(work.period) / outcome.committee
        if outcome.fault:
            screen.print(f"\n{outcome.committee}: {outcome.fault} ({folder})", markup=False, soft_wrap=True)
        if outcome.problems:
            screen.print(f"\n{outcome.committee}: rapporten kan inte byggas.", markup=False)
            screen.print(problem_table(outcome.problems))
    if command := review_command(result.outcomes, request, str(work.period)):
        told = "För en sida med vem som kan rätta vad, och en text att skicka till var och en, kör:"
        screen.print(f"\n{told}\n    {command}", markup=False, soft_wrap=True)
    if notes := list(dict.fromkeys(note for outcome in result.outcomes for note in outcome.notes)):
        screen.print("\nAtt se över (står inte i rapporterna):", markup=False)
        screen.print(problem_table(notes))
    screen.print(f"\nÖppna {result.index}", markup=False, soft_wrap=True)
    return result.is_complete


def review_command(outcomes: Iterable[Outcome], request: Request, period: str) -> str:
    """The command that tells senders what stops their reports; empty where no workbook does."""
    from followup.workbooks.forms.form import ENDINGS

    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if not any(problem.workbook.endswith(ENDINGS) for problem in problems):
        return ""
    words = ("--period", period, "--data", request.data, "--output", request.output, "--marked")
    return " ".join(["followup check", *(f'"{word}"' if " " in word else word for word in words)])


def show_check(work: WorkList, data: str, output: str | None, marked: bool) -> bool:
    """Checks one period, tells what is wrong by who can mend it, and writes the files of it where `output` is given;
    whether there is no error.
    """
    from followup.run.check import checked

    screen = console()
    screen.print(f"{work.kind.name} {work.period}: {work.number}, underlag i {data}", markup=False, soft_wrap=True)
    found = checked(work)
    for part in found.parts:
        if part.faults:
            told = f"\n{part.recipient.name} ({part.recipient.function}): {part.count}"
            screen.print(told, markup=False, soft_wrap=True)
            screen.print(ordered_table(one.as_problem for one in part.faults))
    summary = found.summary(found.parts)
    screen.print(f"\n{summary}" if found.problems else summary, markup=False, soft_wrap=True)
    if output:
        from followup.run.review_files import write_review

        page = write_review(work, found, Path(output).absolute(), marked)
        screen.print(f"Öppna {page}", markup=False, soft_wrap=True)
    return not found.errors
