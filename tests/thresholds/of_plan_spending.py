"""Thresholds of the rule that holds a plan's outcomes and forecasts to its budget: of an investment, in kronor."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.amounts import Make
from tests.thresholds.pair import pair

RULE = "planens-utfall"


def paid(budget: int, before: int | None = None) -> Make:
    """A project whose outcome is the input, with the budget and perhaps an earlier outcome."""

    def make(params: Params, kronor: int) -> Case:
        rows = "project  year_budget  outcome  forecast\nFVIS  {}  {}  ."
        earlier = {"plan_investments": source_table(rows.format(budget, before))} if before is not None else None
        return case_of(
            "2022-08",
            params,
            "plan_follow_up",
            "RS",
            previous=earlier,
            plan_statuses=source_table("node  status\n1.1  done"),
            plan_investments=source_table(rows.format(budget, kronor)),
        )

    return make


pair(RULE, "times", paid(20_000_000), 60_000_000, 60_000_001, moved=4)
pair(RULE, "least_mnkr", paid(1_300_000), 5_000_000, 5_000_001, moved=6)
pair(RULE, "turned_percent", paid(20_000_000), -2_000_000, -2_000_001, moved=11)
pair(RULE, "less_percent", paid(20_000_000, before=10_000_000), 9_500_000, 9_499_999, moved=6)
