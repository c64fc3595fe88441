"""The region's own assessments of focus areas against the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted, suggestion
from followup.tables.focus_area_rows import rows_of, unknown_areas

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """A warning for each row that is about no focus area of the plan; an error for two decisions on one."""
    rows, plan = case["focus_area_assessments"], case.subject.main_plan
    if plan is None:
        return
    names = [root.name for root in plan.roots]
    for text in unknown_areas(rows, {root.name: root.code for root in plan.roots}):
        yield at(
            rows.where(focus_area=text),
            "focus_area",
            f"{quoted(text)} är inget fokusområde i planen, och raden används inte.",
            f"Planen för {plan.year} har {listed(map(quoted, names))}.",
            suggestion(text, names, "Skriv fokusområdets namn eller kod som i planen."),
            Severity.WARNING,
        )
    for root in plan.roots:
        own = rows_of(rows, root.code, root.name)
        if len(own) > 1:
            yield at(
                own,
                "focus_area",
                f"Fokusområdet {quoted(root.name)} har {len(own)} rader.",
                "Ett fokusområde har en bedömning, och raden anger det med kod eller namn.",
                "Ta bort den rad som inte gäller.",
            )


RULE = Rule(
    code="fokusomraden",
    title="Fokusområdenas rader mot planen",
    catches="En bedömning av ett fokusområde som inte finns i planen, och två bedömningar av samma.",
    check=check,
    needs=("focus_area_assessments",),
    readers=("region",),
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "”Kultur” är inget fokusområde i planen, och raden används inte. Planen för 2024 har ”Digitalt först” och "
        "”Vård - nära dig”. Skriv fokusområdets namn eller kod som i planen."
    ),
)
