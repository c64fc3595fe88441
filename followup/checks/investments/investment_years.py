"""The budgets of the plan's years against an investment's total budget, in the plan's workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import ROUNDING, at, mnkr
from followup.ground.figure import Figure
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

_YEARS = ("year_0", "year_1", "year_2")


def check(case: Case) -> Iterator[Problem]:
    """One error for each investment whose three years are more than all that it may cost."""
    for row in case["investment_budget"].rows():
        total = row.figure("total_budget").value
        years = [figure for name in _YEARS if not (figure := row.figure(name)).is_missing]
        planned = Figure.sum(years).value if years else None
        # The total and the years are each rounded to a tenth of a million: together no more than twice that.
        if total is None or planned is None or planned <= total + 2 * ROUNDING:
            continue
        first, last = case.period.year, case.period.year + len(_YEARS) - 1
        yield at(
            row,
            "total_budget",
            f"{quoted(row.text('project'))} har budgetar på {mnkr(planned)} för åren {first}–{last}, mer än den totala "
            f"budgeten, {mnkr(total)}.",
            "En investerings årliga budgetar är delar av dess totala.",
            "Rätta den totala budgeten eller åren. Det som går om från år till år har ingen total budget.",
            value=mnkr(planned),
        )


RULE = Rule(
    code="investeringsbudgetens-ar",
    title="Investeringsbudgetens år mot den totala budgeten",
    catches="En investering vars budgetar för planens tre år tillsammans är mer än dess totala budget.",
    check=check,
    needs=("investment_budget",),
    readers=("plan", "region_plan"),
    may_be_confirmed=True,
    example=(
        "”Vårdbyggnad” har budgetar på 950 mnkr för åren 2024–2026, mer än den totala budgeten, 890 mnkr. En "
        "investerings årliga budgetar är delar av dess totala. Rätta den totala budgeten eller åren. Det som går om "
        "från år till år har ingen total budget."
    ),
)
