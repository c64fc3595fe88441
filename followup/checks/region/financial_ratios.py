"""Printed financial ratios that cannot be true, or whose definition is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.ground.errors import Problem, Severity
from followup.tables.financial_history import checked_ratios

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> list[Problem]:
    """A warning for each printed ratio that cannot be true or whose definition is doubtful."""
    history = case["financial_history"]
    return [
        Problem(
            history.workbook,
            history.sheet,
            ",".join(cells.address for cells in one.row.cells("value")),
            one.found,
            one.expected,
            f"Kontrollera talet i källan, {one.source}. Rapporten visar det, men bedömer inte målet på det.",
            Severity.WARNING,
        )
        for one in checked_ratios(history, case.params.rules.financial_goals)
        if not one.is_usable
    ]


RULE = Rule(
    code="finansiella-kvoter",
    title="Tryckta finansiella kvoter",
    catches="En tryckt kvot som inte stämmer med källans egna belopp, eller som är räknad på något annat.",
    check=check,
    needs=("financial_history",),
    readers=("region", "region_plan"),
    severities=(Severity.WARNING,),
    example=(
        "Självfinansieringsgraden i utfallet 2022 är tryckt som 23,2 %, men resultatet på 876 mnkr är ensamt 124,4 "
        "% av investeringarna på 704 mnkr. Avskrivningarna läggs till resultatet och är aldrig under 0, så kvoten "
        "kan inte vara lägre än så. Kontrollera talet i källan, Region Halland, Mål och budget 2024–2028. "
        "Rapporten visar det, men bedömer inte målet på det."
    ),
)
