"""What the reader must be told to look at: deviations that want an explanation, and what is not known.

The findings are data; their Swedish sentences are made in `sections`. Those of a year that is over are of other
figures, not of another tense: nothing is forecast any more, and how far the last forecast was off is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.analysis.economy import NET, EconomyTable
from followup.ground.figure import Figure
from followup.tables.explanations import explains
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import LargeDeviation


# Kronor: what is smaller is 0,0 mnkr to a reader, and a sign of 0,0 means nothing.
SMALLEST_SHOWN = 50_000


@dataclass(frozen=True)
class Finding:
    """`kind`: "signs_differ", "large_deviation", "large_forecast_deviation" or, of a year that is over,
    "missed_forecast" (the outcome far from the last forecast); `item` is the row that it is about.

    `figures` are the deviation so far and the forecast's, or one of them where the other is missing, the same to a
    reader, or not asked for.
    `explained` tells whether the committee has explained the item, or its economy as a whole.
    """

    kind: str
    item: str
    figures: tuple[Figure, ...]
    explained: bool


def is_large(deviation: Figure, budget: Figure, limit: LargeDeviation) -> bool:
    """At least `limit.kronor` and at least `limit.percent` of the budget; the share is not asked of a budget of 0."""
    if deviation.value is None or abs(deviation.value) < limit.kronor:
        return False
    if not budget.value:
        return True
    return abs(100 * deviation.value / budget.value) >= limit.percent


def signs_differ(first: Figure, second: Figure, limit: LargeDeviation) -> bool:
    """One is above 0 and the other below, as the report shows them, and at least one of them is large in kronor."""
    if first.value is None or second.value is None or first.value * second.value >= 0:
        return False
    if min(abs(first.value), abs(second.value)) < SMALLEST_SHOWN:
        return False
    return max(abs(first.value), abs(second.value)) >= limit.kronor


def economy_findings(economy: EconomyTable, commented: frozenset[str], limit: LargeDeviation) -> list[Finding]:
    """Findings for every row of `by_account_class` or `by_activity`, NET first, then in the table's order.

    Each row is told with both its deviations, since one alone would hide that it grows or turns.

    `commented`: the rows that the committee has explained; NET stands for its economy as a whole.
    """
    found = []
    for item in [NET, *(str(name) for name in economy.names if name != NET)]:
        row = economy.row(item)
        explained = item in commented
        so_far, forecast = row["deviation"], row["forecast_deviation"]
        large_now, large_then = is_large(so_far, row["budget"], limit), is_large(forecast, row["year_budget"], limit)
        turns = signs_differ(so_far, forecast, limit) and (item == NET or large_now or large_then)
        if turns:
            found.append(Finding("signs_differ", item, (so_far, forecast), explained))
        elif large_now or large_then:
            kind = "large_deviation" if large_now else "large_forecast_deviation"
            found.append(Finding(kind, item, _both(so_far, forecast, large_now), explained))
    return found


def _both(so_far: Figure, forecast: Figure, large_now: bool) -> tuple[Figure, ...]:
    """The two where both are known and a reader sees that they differ, or else the one that is large."""
    if so_far.is_missing or forecast.is_missing or so_far.as_shown(1) == forecast.as_shown(1):
        return (so_far if large_now else forecast,)
    return so_far, forecast


def year_findings(economy: EconomyTable, commented: frozenset[str], limit: LargeDeviation) -> list[Finding]:
    """Findings of a year that is over: large deviations of the outcome, and of the whole from its last forecast."""
    found = []
    for item in [NET, *(str(name) for name in economy.names if name != NET)]:
        row = economy.row(item)
        explained = item in commented
        if is_large(row["deviation"], row["year_budget"], limit):
            found.append(Finding("large_deviation", item, (row["deviation"],), explained))
        miss = row["outcome"] - row["forecast"]
        if item == NET and is_large(miss, row["year_budget"], limit):
            found.append(Finding("missed_forecast", item, (miss,), explained))
    return found


def commented_items(comments: SourceTable, forecast: SourceTable, committee: str = "") -> frozenset[str]:
    """Every activity and account class with a comment that explains something; NET when the economy as a whole has one.

    `committee` is its name: a comment that only says how large its deviation is does not count (see `explanations`).
    """
    economy = comments.where(section="economy")
    items = {
        row.text("item") or NET
        for row in economy.rows()
        if explains(row.text("comment"), row.text("item") or committee)
    }
    for row in forecast.rows():
        if explains(row.text("comment"), f"{row.text('activity')} {row.text('account_class')}"):
            items.update((row.text("activity"), row.text("account_class")))
    return frozenset(items)
