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
