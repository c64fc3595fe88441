"""Thresholds of the rule that holds the budget's workbook to the printed plan."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.amounts import Make
from tests.thresholds.pair import pair

PLAN = "planens-belopp"


def planned(name: str, line: str, sign: int = 1) -> Make:
    """A line of the budget's workbook for 2024, in kronor."""

    def make(params: Params, kronor: int) -> Case:
        table = source_table(f"line  year_0\n{line}  {sign * kronor}")
        return case_of("2024-04", params, "region", "REGION", **{name: table})

    return make


# The plan prints 183 mnkr, and 439,8 with a decimal.
pair(
    PLAN,
    "steps",
    planned("frames", "Driftnämnd Kultur och skola", -1),
    183_500_000,
    183_500_001,
    moved=0.6,
    severity=Severity.WARNING,
)
pair(
    PLAN,
    "steps",
    planned("investment_plan", "Summa redan beslutat/reinvesteringar"),
    439_850_000,
    439_850_001,
    moved=0.6,
    severity=Severity.WARNING,
)


def followed_up(params: Params, kronor: int) -> Case:
    """A project of the plan of 2022 in its follow-up, with every other at what the plan prints."""
    (plan, *_) = params.plans_followed_by("RS", 2022)
    rows = {row.label: row.figures[1].value for row in plan.table("investeringsbudget").rows}
    rows["FVIS / VISUS"] = kronor
    lines = [f"{name}  {value:.0f}" for name, value in rows.items()]
    invested = source_table("project  year_budget\n" + "\n".join(lines))
    operating = [
        f"{activity}  {row.label}  {figure.value:.0f}"
        for row in plan.table("driftbudget").rows
        if not row.is_total
        for activity, figure in zip(plan.table("driftbudget").columns, row.figures, strict=True)
    ]
    spent = source_table("activity  account_class  budget\n" + "\n".join(operating))
    return case_of(
        "2022-12",
        params,
        "plan_follow_up",
        "RS",
        plan_statuses=source_table("node  status\n1.1  done"),
        plan_investments=invested,
        plan_operating_budget=spent,
    )


# The plan prints 20,0 mnkr.
pair("planens-budgetrader", "steps", followed_up, 20_050_000, 20_050_001, moved=0.6)
