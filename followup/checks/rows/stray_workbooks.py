"""Workbooks that lie in the period's or the year's folder and that no report reads: a copy, a new version, a typo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.workbooks.lying_file import is_same_workbook, lying_name

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One warning for each such workbook, with who it seems to be."""
    claimed = _claimed(case)
    for workbook in case.workbooks:
        committee = case.params.committees.get(PurePosixPath(workbook).stem)
        # One that does not exist this year is told with all else that is there for it.
        if not any(is_same_workbook(workbook, one) for one in claimed) and (
            committee is None or committee.exists_in(case.period.year)
        ):
            yield _problem(case, workbook, claimed)


def _claimed(case: Case) -> frozenset[str]:
    """The workbooks that some report of the period, or of the year's plan, reads."""
    codes = [one.code for one in case.subject.reporting]
    return frozenset(layout.path(case.period, code) for layout in case.params.layouts.values() for code in ("", *codes))


def _problem(case: Case, workbook: str, claimed: frozenset[str]) -> Problem:
    path = PurePosixPath(workbook)
    committee = case.params.committees.get(path.stem)
    inside = sorted(PurePosixPath(one).name for one in claimed if PurePosixPath(one).parent == path.parent)
    beside = [
        name
        for name in inside
        if path.stem.casefold().startswith(PurePosixPath(name).stem.casefold()) and name[0] != "."
    ]
    expected = f"I mappen läses {listed(name for name in inside if not name.startswith('.'))}."
    if committee is not None and committee not in case.subject.reporting:
        kind = case.subject.of(committee).kind.name.lower()
        expected = f"{committee.code} lämnar ingen {kind} för {case.period}."
        remedy = (
            "Flytta arbetsboken till rätt period, eller ändra vilka rapporter nämnden lämnar (reports) i "
            "params/committees.yml."
        )
    elif beside:
        name = PurePosixPath(lying_name(case.subject.data, str(path.with_name(beside[-1])))).name
        remedy = (
            f"Rapporten räknar med {quoted(name)}. Är den här rätt: flytta bort den andra och ge den här namnet "
            f"{quoted(PurePosixPath(beside[-1]).stem + path.suffix)}. Annars: flytta bort den här."
        )
    else:
        remedy = "Ge arbetsboken det namn som läses om den ska vara med. Annars: flytta bort den."
    return Problem(
        workbook,
        found="Arbetsboken läses inte: ingen rapport har den som underlag.",
        expected=expected,
        remedy=remedy,
        severity=Severity.WARNING,
    )


RULE = Rule(
    code="arbetsbocker-som-inte-lases",
    title="Arbetsböcker som inte läses",
    catches="En kopia, en ny version eller ett felskrivet namn i periodens eller årets mapp.",
    check=check,
    needs=(),
    readers=("region", "region_plan", "plan_follow_up"),
    severities=(Severity.WARNING,),
    example="Arbetsboken läses inte: ingen rapport har den som underlag. I mappen läses DNADH.xlsx, DNHS.xlsx, "
    "DNKS.xlsx, DNKT.xlsx, DNNSVH.xlsx, DNPSH.xlsx, DNRGS.xlsx, REGION.xlsx, RS.xlsx, indikatorer.xlsx, "
    "investeringar.xlsx, personal.xlsx och utfall.xlsx. Ge arbetsboken det namn som läses om den ska vara med. "
    "Annars: flytta bort den.",
)
