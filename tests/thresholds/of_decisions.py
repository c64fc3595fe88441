"""Thresholds of the rules about asked decisions. The report was handed in on 16 May 2024."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.pair import pair

AMOUNT, DAY = "beslutens-belopp", "beslutens-datum"


def by(params: Params, day: str) -> Case:
    """A decision that is to be taken by the day."""
    cover = source_table("handed_in_on\n2024-05-16")
    return case_of(params=params, asked_decisions=source_table(f"decision  due\nGodkänna  {day}"), cover=cover)


def of_large(params: Params, kronor: int) -> Case:
    """A decision of a committee that costs 150 mnkr."""
    return _costing(params, kronor, 150_000_000)


def of_small(params: Params, kronor: int) -> Case:
    """A decision of a committee that costs 10 mnkr, a tenth of which is less than the least amount."""
    return _costing(params, kronor, 10_000_000)


def _costing(params: Params, kronor: int, costs: int) -> Case:
    decisions = source_table(f"decision  amount  concerns\nGodkänna  {kronor}  economy")
    return case_of(params=params, asked_decisions=decisions, ledger=source_table(f"period  budget\n2024-01  -{costs}"))


pair(DAY, "manader_fram", by, "2025-11-30", "2025-12-01", moved=19, severity=Severity.WARNING)
pair(AMOUNT, "procent_av_kostnaderna", of_large, 15_000_000, 15_000_001, moved=11)
pair(AMOUNT, "minst_mnkr", of_small, 5_000_000, 5_000_001, moved=6)
