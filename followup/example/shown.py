"""Deviations as a report shows them, which texts must agree with: the shown outcome less the shown budget.

The story's own deviations are of unrounded amounts. Where a month's budget is not in whole tenths of a million, as in
February, the difference of what is shown may be another tenth.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from followup.example.ledger import ledger_rows
from followup.ground.period import Period
from followup.ground.rounding import in_millions, rounded


def shown_deviation(period: str, committee: str = "", activity: str = "") -> float:
    """The net deviation January to the period's month in mnkr, + better than budget, with one decimal.

    Of one activity, of a committee, or of everything. KeyError for a name that is not in the ledger.
    """
    budget, outcome = _sums(period)[committee, activity]
    return float(rounded(in_millions(budget), 1) - rounded(in_millions(outcome), 1))


@cache
def _sums(period: str) -> dict[tuple[str, str], tuple[float, float]]:
    """(budget, outcome) to the month in kronor, ledger sign, by committee and activity; an empty name is all."""
    found: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in ledger_rows(period):
        if row.month <= Period.parse(period).month:
            for key in ((row.committee, row.activity), (row.committee, ""), ("", "")):
                found[key][0] += row.budget
                found[key][1] += row.outcome or 0.0
    return {key: (round(budget, 2), round(outcome, 2)) for key, (budget, outcome) in found.items()}
