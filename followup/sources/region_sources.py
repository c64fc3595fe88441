"""The region's sources: its own workbook and the shared ones unfiltered, and the sources of each committee."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.paths import portable
from followup.ground.wording import listed
from followup.params.params import REGION
from followup.sources.read_words import together
from followup.sources.sources import load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.params.subject import Subject
    from followup.sources.sources import Sources


def load_region(subject: Subject) -> tuple[Sources, dict[str, Sources]]:
    """The region's sources, and those of every committee that reports for the period, by code in registry order.

    The region's list the workbooks, warnings, words, corrections and confirmations of them all. Raises ReportError with
    every error of every committee, headed by how many each of them has and how they are seen one by one.
    """
    found: dict[str, Sources] = {}
    faults: dict[str, tuple[Problem, ...]] = {}
    reporting = (subject.of(one) for one in subject.reporting if not one.is_region)
    for one in (*reporting, subject):
        try:
            found[one.code] = load_sources(one)
        except ReportError as error:
            faults[one.code] = error.problems
    if faults:
        raise ReportError([*_heading(faults, subject), *_distinct(faults.values())])
    everyone = list(found.values())
    own = found.pop(REGION)
    whole = replace(
        own,
        files=tuple({file.workbook: file for sources in [own, *everyone] for file in sources.files}.values()),
        problems=tuple(_distinct(sources.problems for sources in everyone)),
        corrections=tuple(dict.fromkeys(one for sources in everyone for one in sources.corrections)),
        notes=tuple(_distinct(sources.notes for sources in everyone)),
        words=together(sources.words for sources in everyone),
        confirmations=tuple(dict.fromkeys(one for sources in everyone for one in sources.confirmations)),
    )
    return whole, found


def _heading(faults: dict[str, tuple[Problem, ...]], subject: Subject) -> list[Problem]:
    """One problem that says whose sources have errors of their own; none if all errors are the region's too."""
    shared = faults.get(REGION, ())
    counts = {
        code: sum(problem.severity is Severity.ERROR and problem not in shared for problem in problems)
        for code, problems in faults.items()
        if code != REGION
    }
    counts = {code: count for code, count in counts.items() if count}
    if not counts:
        return []
    told = listed(f"{code} {count} fel" for code, count in counts.items())
    flags = " ".join([*(f"--committee {code}" for code in counts), f"--data {portable(subject.data)}"])
    return [
        Problem(
            f"regionens rapport {subject.period}",
            found=f"Underlaget har fel för {len(counts)} av nämnderna: {told}.",
            expected="Regionens rapport summerar nämndernas, och alla måste kunna läsas.",
            remedy=f"Se felen med followup check --period {subject.period} {flags}, rätta dem och bygg igen.",
        )
    ]


def _distinct(problems: Iterable[Iterable[Problem]]) -> list[Problem]:
    # A fault of a shared workbook is told to each committee.
    return list(dict.fromkeys(problem for found in problems for problem in found))
