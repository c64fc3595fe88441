"""The sheet of assignments against the promises that the plan gives the committee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.tables.promise_rows import almost_promise, done_since, is_done, promise_in, promise_rows

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.plan.promises import Promise
    from followup.params.plans import Plan
    from followup.workbooks.source_table import SourceTable


_CODE = re.compile(r"([^\W\d_]+) ?([0-9]+)\b")


def check(case: Case) -> Iterator[Problem]:
    """Promises that stand twice, without a row, as done and no longer so, and those of somebody else."""
    plan, assignments = case.subject.region_plan, case["assignments"]
    if plan is None or not plan.promises:
        return
    own = case.subject.promises
    yield from _rows(case, plan, own)
    rows, done = promise_rows(own, assignments), _done_earlier(case, own)
    absent = [one for one in own if one.code not in rows and one.code not in done]
    if absent:
        yield about(
            assignments,
            f"Rader saknas för {listed(map(_named, absent))} ur {plan.title}.",
            "Varje löfte som planen ger nämnden har en rad i varje period, till och med den då det är klart.",
            "Lägg till raderna, med löftets kod eller namn i kolumnen Uppdrag. Utan dem står det i rapporten att "
            "status saknas.",
            Severity.WARNING,
        )
    for promise in own:
        if promise.code in rows and promise.code in done and not is_done(rows[promise.code]):
            yield at(
                rows[promise.code],
                "status",
                f"Löftet {_named(promise)} är inte klart, men var det i {done[promise.code]}.",
                "Ett löfte som är klart förblir klart.",
                "Rätta statusen, eller skriv i kommentaren varför arbetet har tagits upp igen.",
                Severity.WARNING,
            )


def _rows(case: Case, plan: Plan, own: Sequence[Promise]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for row in case["assignments"].rows():
        text = row.text("assignment")
        promise = promise_in(plan.promises, text)
        if promise is None:
            yield from _unknown(row, plan)
        elif promise not in own:
            yield at(
                row,
                "assignment",
                f"{_named(promise)} är ett löfte som {case.committee.code} inte bär.",
                f"{plan.title} ger det till {listed(promise.committees)}.",
                f"Ta bort raden, eller lägg till {case.committee.code} under löftets committees i planen.",
                Severity.WARNING,
            )
        # The same text twice is told where it is read.
        elif seen.setdefault(promise.code, text) != text:
            yield at(
                row,
                "assignment",
                f"{quoted(text)} är samma löfte som {quoted(seen[promise.code])}.",
                "Varje löfte står på en rad.",
                "Ta bort den ena raden.",
            )


def _unknown(row: SourceTable, plan: Plan) -> Iterator[Problem]:
    """A row that is nearly a promise, `L 13` or `L13 Buslinje`, or begins as the code of one, `L99`, and is none."""
    text = row.text("assignment")
    if almost := almost_promise(plan.promises, text):
        yield at(
            row,
            "assignment",
            f"{quoted(text)} ser ut att vara löftet {_named(almost)}, men är varken dess kod, dess namn eller båda.",
            "Ett löfte skrivs med sin kod, sitt namn eller båda.",
            f"Skriv {_named(almost)} i cellen, om det är löftet.",
            Severity.WARNING,
        )
        return
    begins = _CODE.match(text)
    if begins and begins[1].upper() in {found[1] for one in plan.promises if (found := _CODE.match(one.code.upper()))}:
        yield at(
            row,
            "assignment",
            f"{quoted(text)} börjar som ett löftes kod, men är inget löfte i {plan.title}.",
            "Ett löfte skrivs med sin kod, sitt namn eller båda, som planen har dem.",
            "Rätta koden, eller ta bort den om raden är ett annat uppdrag.",
            Severity.WARNING,
        )


def _done_earlier(case: Case, own: Sequence[Promise]) -> dict[str, str]:
    """The period from which each promise has been done, by its code."""
    sheets = {period: case.others(period, "assignments") for period in case.subject.earlier_in_year} if own else {}
    earlier = {period: table for period, table in sheets.items() if table is not None}
    return {code: str(period) for code, (period, _) in done_since(own, earlier).items()}


def _named(promise: Promise) -> str:
    return quoted(f"{promise.code} {promise.name}", 130)


RULE = Rule(
    code="planens-loften",
    title="Löftena i Mål och budget bland nämndens uppdrag",
    catches="Ett löfte i planen utan rad i bladet Uppdrag, ett som står två gånger, ett som har varit klart och inte "
    "längre är det, ett som en annan nämnd bär, och en rad som nästan är ett löfte eller bara börjar som ett.",
    check=check,
    needs=("assignments",),
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Rader saknas för ”L13 Busslinje mellan Hylte och Falkenberg” ur Mål och budget 2024–2028. Varje löfte som "
        "planen ger nämnden har en rad i varje period, till och med den då det är klart. Lägg till raderna, med "
        "löftets kod eller namn i kolumnen Uppdrag. Utan dem står det i rapporten att status saknas."
    ),
)
