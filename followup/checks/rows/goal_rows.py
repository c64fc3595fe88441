"""The assessed goals against the plan's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """An error for a goal of somebody else's; warnings for what is not assessed."""
    committee = case.committee
    goals, plan = case["goals"], case.subject.main_plan
    if plan is None:
        return
    own = {goal.code: goal for goal in plan.goals_of(committee.code)}
    rows = goals.values("goal")
    names = {goal.code: goal.name for goal in plan.goals}
    for code in rows:
        if code not in own:
            yield at(
                goals.where(goal=code),
                "goal",
                f"Målet {quoted(names.get(code, code), 130)} hör inte till {committee.code}.",
                f"Planen för {plan.year} ger {committee.code} {len(own)} mål.",
                "Ta bort raden, eller rätta målets nämnder i planen.",
            )
    if not case.subject.kind.assesses_goals:
        return
    for code in (code for code in rows if code in own):
        row = goals.where(goal=code)
        # Two rows for a goal are told where they are read.
        if len(row.frame) > 1 or row.text("assessment"):
            continue
        yield at(
            row,
            "assessment",
            f"Bedömningen av målet {quoted(names[code], 130)} är tom.",
            "Varje mål ska ha en bedömning. ”Bedömning saknas” är också en.",
            "Fyll i bedömningen. Tills dess står det ”Bedömning saknas” i rapporten.",
            Severity.WARNING,
        )
    for code, goal in own.items():
        if code not in rows:
            yield about(
                goals,
                f"Målet {quoted(goal.name, 130)} har ingen rad.",
                "Varje mål som nämnden har i planen ska ha en rad.",
                "Lägg till målet. Utan rad står det ”Bedömning saknas” i rapporten.",
                Severity.WARNING,
            )


RULE = Rule(
    code="mal",
    title="Nämndens mål mot planens",
    catches="Ett mål som nämnden inte har i planen, ett mål utan rad och ett mål utan bedömning.",
    check=check,
    needs=("goals",),
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Målet ”En robust kultursektor” hör inte till DNKT. Planen för 2024 ger DNKT 1 mål. Ta bort raden, eller "
        "rätta målets nämnder i planen."
    ),
)
