"""A notebook makes the reports that the calendar gives it, and no others: it says which one it is."""

from __future__ import annotations

from followup.ground.errors import Problem, ReportError
from followup.ground.wording import who_does
from followup.params.subject import Subject


def assert_own_notebook(subject: Subject, notebook: str) -> None:
    """Raises ReportError where the report of this committee and period is made by another notebook, or by none.

    `notebook` is the file name that the notebook gives as its own: the sections of another would be shown under this
    report's title, or fail in the middle.
    """
    if subject.code not in [one.code for one in subject.reporting]:
        raise ReportError([_no_report(subject, notebook)])
    if notebook != subject.kind.notebook:
        raise ReportError([_another(subject, notebook)])


def _no_report(subject: Subject, notebook: str) -> Problem:
    return Problem(
        f"notebooks/{notebook}",
        found=f"{subject.committee.name} lämnar ingen rapport för {subject.period}.",
        expected=who_does([one.code for one in subject.reporting]),
        remedy="Ändra committee eller period i cellen med parametrar.",
    )


def _another(subject: Subject, notebook: str) -> Problem:
    title = f"{subject.kind.title} för {subject.committee.name}"
    return Problem(
        f"notebooks/{notebook}",
        found=f"Den här notebooken gör inte {title}.",
        expected=f"Den rapporten görs av notebooks/{subject.kind.notebook}.",
        remedy=f"Kör {subject.kind.notebook}, eller ändra committee eller period i cellen med parametrar. En ny "
        "notebook skriver sitt eget filnamn i cellen som öppnar rapporten, och står i params/calendar.yml.",
    )
