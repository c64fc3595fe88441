"""When decisions are to be taken: a day that has passed when the report is handed in, or one far ahead, is mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


def check(case: Case) -> Iterator[Problem]:
    """One warning for the days before the report was handed in, one for those far after it."""
    written = case["cover"].text("handed_in_on")
    if not written:
        return
    handed_in = date.fromisoformat(written[:10])
    decisions = case["asked_decisions"]
    days = [date.fromisoformat(str(due)[:10]) if due else None for due in decisions.frame["due"]]
    passed = [day is not None and day < handed_in for day in days]
    months = case.limit(RULE.code, "manader_fram")
    far = [day is not None and _months(handed_in, day) > months for day in days]
    if any(passed):
        yield _problem(
            decisions,
            passed,
            f"Rapporten lämnades {handed_in.isoformat()}, och det den ber om ska beslutas efter det.",
            "Rätta datumet, eller ta bort raden om beslutet är fattat. Rapporten visar datumet som det är lämnat.",
        )
    if any(far):
        yield _problem(
            decisions,
            far,
            f"Det som rapporten ber om väntas beslutas inom {spelled(months)} månader.",
            "Rätta året. Rapporten visar datumet som det är lämnat.",
        )


def _months(first: date, last: date) -> int:
    return Period(last.year, last.month).months_since(Period(first.year, first.month))


def _problem(decisions: SourceTable, wrong: list[bool], expected: str, remedy: str) -> Problem:
    rows = only(decisions, wrong)
    pairs = zip(rows.frame["due"], rows.frame["decision"], strict=True)
    days = listed((f"{str(due)[:10]} för {quoted(decision)}" for due, decision in pairs), most=3)
    return at(rows, "due", f"Senast är {days}.", expected, remedy, Severity.WARNING)


RULE = Rule(
    code="beslutens-datum",
    title="När besluten ska fattas",
    catches="Ett beslut i bladet Beslut vars dag har passerat när rapporten lämnas, eller ligger långt fram.",
    check=check,
    needs=("asked_decisions", "cover"),
    readers=("committee", "region"),
    severities=(Severity.WARNING,),
    limits=("manader_fram",),
    example=(
        "Senast är 2024-04-18 för ”Godkänna planen”. Rapporten lämnades 2024-05-16, och det den ber om ska beslutas "
        "efter det. Rätta datumet, eller ta bort raden om beslutet är fattat. Rapporten visar datumet som det är "
        "lämnat."
    ),
)
