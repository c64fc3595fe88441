"""Threshold of the rule that holds an indicator to the plan's own budget."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.pair import pair


def forecast(params: Params, value: float) -> Case:
    """The indicator with the value in mnkr, beside a budget of 100 mnkr with a forecast of 102,0."""
    indicators = source_table(f"indicator  value\nPrognos budgetavvikelse  {value}")
    budget = source_table("activity  account_class  budget  forecast\nA  B  -100000000  -102000000")
    tables = {"plan_indicator_values": indicators, "plan_operating_budget": budget}
    return case_of("2022-08", params, "plan_follow_up", "RS", **tables)


pair("avvikelser-mot-budgeten", "steps", forecast, -2.1, -2.11, moved=1.2)
