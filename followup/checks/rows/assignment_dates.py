"""When assignments are to be done: a year far from the plan's is mistyped, and a day that has passed needs a status."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.tables.deadlines import passed_day
from followup.tables.promise_rows import promise_in

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One warning for the dates that are far outside the plan's years, one for those that have passed."""
    yield from _far(case)
    yield from _passed(case)


def _far(case: Case) -> Iterator[Problem]:
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


def _passed(case: Case) -> Iterator[Problem]:
    assignments = case["assignments"]
    late, told = [], []
    for row in assignments.rows():
        text = row.text("assignment")
        promise = promise_in(case.subject.promises, text)
        day = passed_day(row.text("status"), (row.text("due"), promise.due if promise else ""), case.period)
        late.append(bool(day))
        if day:
            told.append(f"{day} för {quoted(text)}")
    if told:
        yield at(
            only(assignments, late),
            "status",
            f"Klart senast är {listed(told, most=3)}, och statusen säger varken att det är klart eller försenat.",
            f"Det som skulle vara klart under perioden till och med {case.period.month_and_year} är klart, försenat "
            "eller avfört.",
            "Rätta statusen, eller datumet om det har flyttats. Rapporten visar statusen som den är lämnad.",
            Severity.WARNING,
        )


RULE = Rule(
    code="uppdragens-datum",
    title="När uppdragen ska vara klara",
    catches="Ett felskrivet år i Klart senast, och ett uppdrag eller löfte vars dag har passerat men som sägs gå "
    "enligt plan eller inte vara påbörjat.",
    check=check,
    needs=("assignments",),
    severities=(Severity.WARNING,),
    limits=("ar_fore", "ar_efter"),
    example=(
        "Klart senast är 2014-06-30 för ”Uppdrag 3”. Ett uppdrag i planen för 2024 väntas vara klart åren "
        "2019–2034. Rätta året. Rapporten visar datumet som det är lämnat."
    ),
)
