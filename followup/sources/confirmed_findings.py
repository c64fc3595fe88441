"""What the rules found less what has been confirmed, and the confirmations that no longer apply."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks import registry
from followup.ground.errors import Severity
from followup.params.confirmations import AppliedConfirmation, Confirmation, confirmed, outdated

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem


# What a confirmation has as its rule where reading the workbook found it.
READING = "lasning"


def rules_about_people() -> frozenset[str]:
    """The codes of the rules that may tell of few employees."""
    return frozenset(rule.code for rule in registry.RULES if rule.about_people)


def what_is_confirmed(
    case: Case, problems: list[Problem], told: Callable[[Problem], Problem], *, reading: bool = False
) -> tuple[list[Problem], list[AppliedConfirmation]]:
    """What remains, with a warning for each confirmation that no longer applies; and what was let through.

    `told` is a problem as a report may say it. Those of the rules, and of `reading`, are asked for one by one.
    """
    asked = [one for one in case.params.confirmations if (one.rule == READING) is reading]
    # What is the same for everybody who reads a sheet has the range of everybody's rows.
    own = [one for one in asked if any(map(one.is_for, problems)) or _concerns(case, one)]
    remaining, applied, left = confirmed(problems, own, told)
    about_people = rules_about_people()
    # What most holders of a shared sheet have in common is confirmed for them all, and need not be everybody's.
    expired = [one for one in left if one.cell or not _is_shared(case, one)]
    return [*remaining, *(outdated(one, one.rule in about_people) for one in expired)], applied


def stamped_reading(problem: Problem) -> Problem:
    """What reading found and does not stop at, so that it can be confirmed for the words that it is told in."""
    if problem.severity is Severity.ERROR or problem.rule:
        return problem
    return replace(problem, rule=READING, value=problem.found)


def _is_shared(case: Case, confirmation: Confirmation) -> bool:
    """Whether a confirmation is about a sheet that holds several committees' rows."""
    return any(
        case.layouts[name].column_of_type("committee") and not case.layouts[name].form
        for name, table in case.tables.items()
        if (table.workbook, table.sheet) == (confirmation.workbook, confirmation.sheet)
    )


def _concerns(case: Case, confirmation: Confirmation) -> bool:
    """Whether a confirmation is about the reader's own rows: of a shared sheet, those of its committee."""
    for name, table in case.tables.items():
        if (table.workbook, table.sheet) != (confirmation.workbook, confirmation.sheet):
            continue
        row = re.search(r"[0-9]+", confirmation.cell)
        everybodys = not case.layouts[name].column_of_type("committee") or case.committee.is_region
        if everybodys or row is None or int(row[0]) in table.frame.index:
            return True
        # A row that is kept out as the committee's total is none of its rows.
        totals = case.reads[name].totals
        return any((one.row, one.committee) == (int(row[0]), case.committee.code) for one in totals)
    return False
