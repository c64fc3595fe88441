"""Holders of a frame that leave no report: the region's case looks at their ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest
from region_case import case

from followup.checks.budget import budget_frame
from followup.checks.ledger import ledger_months

__all__ = ["case"]


@pytest.mark.parametrize("rule", [budget_frame, ledger_months])
def test_the_example_is_accounted_for(case, rule):
    assert list(rule.check(case)) == []


def test_the_ledger_of_a_holder_without_a_report_is_looked_at_by_the_region(case):
    ledger = case.tables["ledger"]
    rows = ledger.frame[~((ledger.frame["committee"] == "REV") & (ledger.frame["period"] == "2024-03"))]
    changed = replace(case, tables={**case.tables, "ledger": replace(ledger, frame=rows)})
    assert [problem.found for problem in ledger_months.check(changed)] == ["Rader för mars 2024 saknas för REV."]
    assert [problem.found for problem in budget_frame.check(changed)] == [
        "Årets budget för REV är −5,5 mnkr i huvudboken, men −6 mnkr i de beslutade ramarna (Revision)."
    ]
