"""Thresholds of the rule that holds a measured value to its target: at least 30 % in 2018."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.pair import pair

RULE = "matvardenas-storlek"


def measured(params: Params, value: float) -> Case:
    """A follow-up with the value of that target."""
    values = source_table(f"target  value  measured\n2018/T6  {value}  2018")
    return case_of("2018-12", params, "plan_follow_up", "RS", plan_target_values=values)


pair(RULE, "times", measured, 150, 150.1, moved=6)
pair(RULE, "parts", measured, 0.6, 0.59, moved=60)
