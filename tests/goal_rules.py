"""The rules of the financial goals as tests of them have them."""

from __future__ import annotations

from followup.params.financial_rules import FinancialGoalRules


def goal_rules(years: int) -> FinancialGoalRules:
    """`years` is how many years a goal is judged over."""
    return FinancialGoalRules(
        years=years,
        result_share=2.0,
        self_financing=100.0,
        solidity=0.0,
        base_deviation_percent=10.0,
        least_values=5,
        revenue="Intäkter",
        depreciation="Avskrivningar",
    )
