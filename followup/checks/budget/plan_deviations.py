"""Indicators of a plan that are a deviation of its own budget, against the sheet that the deviation is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.wording import quoted, spelled
from followup.params.plan.tables import KRONOR_PER
from followup.tables.measured_rows import indicator_in

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "avvikelser-mot-budgeten"
_SHEETS = {"operating_deviation": "plan_operating_budget", "investment_deviation": "plan_investments"}


def check(case: Case) -> Iterator[Problem]:
    """One error for each indicator whose value is not the deviation that the report computes out of the sheet."""
    indicators = [one for plan in case.subject.plans for one in plan.indicators]
    for row in case["plan_indicator_values"].rows():
        indicator, value = indicator_in(indicators, row.text("indicator")), row.figure("value").value
        name = _SHEETS.get(indicator.equals or "") if indicator is not None else None
        if indicator is None or value is None or name is None or name not in case.tables:
            continue
        deviation = _deviation(case, name)
        if deviation is None:
            continue
        found = deviation / KRONOR_PER[indicator.unit]
        # What is a whole number of steps away is so, whatever binary fractions make of it.
        if round(abs(value - found), 6) > case.limit(CODE, "steps") / 10**indicator.decimals:
            shown = f"{spelled(value)} {indicator.unit}"
            yield at(
                row,
                "value",
                f"{quoted(row.text('indicator'))} är {shown}. Bladet {case[name].sheet} ger "
                f"{spelled(round(found, indicator.decimals))} {indicator.unit}.",
                "Indikatorn är bladets avvikelse mellan årets budget och prognosen, med plus när det är bättre än "
                "budget.",
                "Rätta den som är fel.",
                value=shown,
            )


def _deviation(case: Case, name: str) -> float | None:
    """The forecast's deviation from the year's budget, in kronor, + better: of all rows. None if any is missing."""
    table = case[name]
    if name == "plan_investments":
        return (table.total("year_budget") - table.total("forecast")).value
    return (table.total("forecast") - table.total("budget")).value


RULE = Rule(
    code=CODE,
    title="Planens indikatorer mot dess budget",
    catches="En indikator för prognosens avvikelse som inte är den som planens driftbudget eller investeringar ger.",
    check=check,
    needs=("plan_indicator_values",),
    readers=("plan_follow_up",),
    limits=("steps",),
    may_be_confirmed=True,
    example=(
        "”Prognos budgetavvikelse” är 7,8 mnkr. Bladet Blad1 ger −7,8 mnkr. Indikatorn är bladets avvikelse mellan "
        "årets budget och prognosen, med plus när det är bättre än budget. Rätta den som är fel."
    ),
)
