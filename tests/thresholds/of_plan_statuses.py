"""Threshold of the rule that compares a follow-up's statuses with those before."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.pair import pair


def copied(params: Params, count: int) -> Case:
    """A follow-up of so many entries of the plan of 2022, each with the status that it had before."""
    (plan, *_) = params.plans_followed_by("RS", 2022)
    codes = [node.code for node in plan.followed_nodes][:count]
    statuses = source_table("node  status\n" + "\n".join(f"{code}  on_schedule" for code in codes))
    before = {"plan_statuses": statuses}
    return case_of("2022-08", params, "plan_follow_up", "RS", previous=before, plan_statuses=statuses)


pair("planens-statusar", "least_entries", copied, 19, 20, moved=21, severity=Severity.WARNING)
