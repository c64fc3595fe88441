"""A row of the ledger, and what the ledgers of the two years have in common: seasons and volatility."""

from __future__ import annotations

from dataclasses import dataclass, replace

from followup.example.accounts import BOUGHT, DEPRECIATION, MEDICINES, OTHER, REVENUE, STAFF
from followup.example.activities import Activity

MNKR = 1_000_000

# How a year's amount falls on the months. Staff costs drop in July, when the holidays are paid from the liability;
# heating and snow make the winter dearer.
SEASONS: dict[str, tuple[float, ...]] = {
    REVENUE: (102, 101, 104, 103, 103, 98, 78, 92, 104, 106, 105, 104),
    STAFF: (103, 101, 103, 102, 103, 101, 84, 90, 101, 103, 104, 105),
    BOUGHT: (101, 99, 101, 100, 100, 99, 92, 97, 102, 103, 103, 103),
    MEDICINES: (102, 99, 103, 102, 102, 100, 84, 93, 103, 105, 104, 103),
    OTHER: (106, 105, 104, 100, 98, 96, 86, 93, 100, 102, 104, 106),
    DEPRECIATION: (100,) * 12,
}
VOLATILITY = {REVENUE: 0.05, STAFF: 0.02, BOUGHT: 0.05, MEDICINES: 0.06, OTHER: 0.08, DEPRECIATION: 0.01}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row, kronor; `outcome` is None for a month that has not been closed."""

    year: int
    month: int
    committee: str
    activity: str
    account_class: str
    account: str
    account_name: str
    budget: int
    outcome: float | None
    previous_year: float

    @classmethod
    def of(
        cls,
        activity: Activity,
        account_class: str,
        account: tuple[str, str],
        month: tuple[int, int],
        amounts: tuple[int, float | None, float],
    ) -> LedgerRow:
        """`account` is its number and name, `month` year and month, `amounts` budget, outcome and last year's."""
        (year, number), (budget, outcome, previous_year) = month, amounts
        name = activity.name
        return cls(year, number, activity.committee, name, account_class, *account, budget, outcome, previous_year)

    @property
    def period(self) -> str:
        return f"{self.year}-{self.month:02d}"

    def without_outcome(self) -> LedgerRow:
        """The row before its month was closed."""
        return replace(self, outcome=None)
