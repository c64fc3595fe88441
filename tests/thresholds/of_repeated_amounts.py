"""Thresholds of the rule about amounts that stand in the ledger twice, or are taken back."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.thresholds.amounts import ledger_case, unlike
from tests.thresholds.pair import pair

REPEATED = "huvudbokens-dubbletter"


def pasted(params: Params, count: int) -> Case:
    """In January so many accounts, all with other amounts, and as many more accounts with the same ones."""
    columns = unlike(2 * count)
    columns["outcome"][count:, 0] = columns["outcome"][:count, 0]
    return ledger_case(params, columns, 1)


def spread(params: Params, different: int) -> Case:
    """In January so many different amounts, each on four accounts: three times too many."""
    columns = unlike(4 * different)
    for first in range(different, 4 * different, different):
        columns["outcome"][first : first + different, 0] = columns["outcome"][:different, 0]
    return ledger_case(params, columns, 1)


def pasted_account(params: Params, month: int) -> Case:
    """Another account has the same amounts in every month so far."""
    columns = unlike(2)
    columns["outcome"][1] = columns["outcome"][0]
    return ledger_case(params, columns, month)


def small_in_january(params: Params, kronor: float) -> Case:
    """Two accounts with the same amounts in three months, of which January's is the least."""
    columns = unlike(2)
    columns["outcome"][:, :3] = (-kronor, -5_000.25, -6_000.25)
    return ledger_case(params, columns, 3)


def taken_back(params: Params, count: int, share: float = 1.0) -> Case:
    """In January so many accounts, and as many more that take them back; a last one has the rest of the month."""
    columns = unlike(2 * count + 1)
    columns["outcome"][count:-1, 0] = -columns["outcome"][:count, 0]
    whole = -float(columns["outcome"][:count, 0].sum())
    columns["outcome"][-1, 0] = -(whole / share - whole) - 0.01
    return ledger_case(params, columns, 1)


pair(REPEATED, "least_amounts", pasted, 11, 12, moved=13)
pair(REPEATED, "least_amounts", taken_back, 11, 12, moved=13)
pair(REPEATED, "share_taken_back", lambda params, share: taken_back(params, 12, share), 0.49, 0.51, moved=0.52)
# Half as many, six, are to be different ones.
pair(REPEATED, "least_amounts", spread, 5, 6, moved=14)
pair(REPEATED, "least_months", pasted_account, 2, 3, moved=4)
# Of whole hundreds, as 1 000 is, nothing is said.
pair(REPEATED, "kronor", small_in_january, 999.99, 1_000.01, moved=1_001)
