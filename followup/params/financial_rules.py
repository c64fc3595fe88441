"""The limits of the three financial goals and of the checks of their history; see params/rules.yml."""

from __future__ import annotations

from typing import Annotated

from followup.params.bounds import between
from followup.params.params_problems import Entry


class FinancialGoalRules(Entry):
    """`result_share`, `self_financing` and `solidity` are the goals' limits in per cent, judged over `years` years.

    `base_deviation_percent` is how far the base that a printed share implies may lie from its series' trend, and
    `least_values` how many values a series needs before there is a trend to speak of. `revenue` and `depreciation` are
    the ledger's names of the two account classes that an income statement keeps apart.
    """

    years: Annotated[int, between(2, 20)]
    result_share: Annotated[float, between(-20, 20)]
    self_financing: Annotated[float, between(0, 300)]
    solidity: Annotated[float, between(-100, 100)]
    base_deviation_percent: Annotated[float, between(0, 50)]
    least_values: Annotated[int, between(3, 50)]
    revenue: str
    depreciation: str
