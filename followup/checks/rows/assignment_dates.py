"""When assignments are to be done: a year far from the plan's is mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One warning for the assignments whose date is far outside the plan's years."""
    assignments = case["assignments"]
    first = case.period.year - int(case.limit(RULE.code, "ar_fore"))
    last = case.period.year + int(case.limit(RULE.code, "ar_efter"))
    years = pd.to_numeric(assignments.frame["due"].astype(str).str[:4], errors="coerce")
    far = only(assignments, (years < first) | (years > last))
    if not len(far):
        return
    dates = listed(
        (f"{date} för {quoted(name)}" for date, name in zip(far.frame["due"], far.frame["assignment"], strict=True)),
        most=3,
    )
    yield at(
        far,
        "due",
        f"Klart senast är {dates}.",
        f"Ett uppdrag i planen för {case.period.year} väntas vara klart åren {first}–{last}.",
        "Rätta året. Rapporten visar datumet som det är lämnat.",
        Severity.WARNING,
    )


RULE = Rule(
    code="uppdragens-datum",
    title="När uppdragen ska vara klara",
    catches="Ett felskrivet år i Klart senast.",
    check=check,
    needs=("assignments",),
    severities=(Severity.WARNING,),
    limits=("ar_fore", "ar_efter"),
    example=(
        "Klart senast är 2014-06-30 för ”Uppdrag 3”. Ett uppdrag i planen för 2024 väntas vara klart åren "
        "2019–2034. Rätta året. Rapporten visar datumet som det är lämnat."
    ),
)
