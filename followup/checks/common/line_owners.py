"""Whose activities a forecast has, by the ledger of everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# So many of a forecast's activities are another's for the workbook to be another's; two committees may share a few.
_MOST = 2 / 3

# How the remedy ends for a workbook that is another one altogether: what else was found in it is not told.
NOT_CHECKED = "Annat i arbetsboken är inte kontrollerat."


@dataclass(frozen=True)
class LineOwners:
    """`known` of the forecast's `total` activities are the committee's own; `other` is who has most of them instead."""

    known: int
    total: int
    other: str = ""

    @property
    def is_own(self) -> bool:
        return self.total > 0 and 2 * self.known >= self.total


def line_owners(case: Case) -> LineOwners | None:
    """None where the forecast or the ledger could not be read, or is empty."""
    forecast, ledger = case.tables.get("forecast"), case.whole.get("ledger")
    if forecast is None or ledger is None or not len(forecast) or not len(ledger):
        return None
    wanted = {normalised(name) for name in forecast.frame["activity"] if name}
    pairs = ledger.frame[["committee", "activity"]].dropna().drop_duplicates()
    found: dict[str, set[str]] = {}
    for committee, activity in pairs.itertuples(index=False, name=None):
        found.setdefault(committee, set()).add(normalised(activity))
    known = {code: len(wanted & names) for code, names in found.items()}
    own = known.pop(case.committee.code, 0)
    other = max(known, key=lambda code: known[code], default="")
    is_others = bool(other) and known[other] >= _MOST * len(wanted) and known[other] > own
    return LineOwners(own, len(wanted), other if is_others else "")
