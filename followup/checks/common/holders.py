"""The holders of a budget frame, and those of them that leave no report: only the region's rests on their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Committee

# Tables of which the region's report takes the rows of each holder.
_SHARED = ("ledger",)


def holders(case: Case) -> list[Committee]:
    """Those who have a frame this year, in the registry's order."""
    return [one for one in case.params.committees.values() if one.frames and one.exists_in(case.period.year)]


def own_cases(case: Case) -> Iterator[Case]:
    """A committee's own case; for the region, one for each holder that leaves no report, with its own ledger."""
    if not case.committee.is_region:
        yield case
        return
    reporting = {one.code for one in case.subject.reporting}
    for holder in holders(case):
        if holder.code not in reporting:
            own = {name: case.tables[name].where(committee=holder.code) for name in _SHARED if name in case.tables}
            yield replace(case, subject=replace(case.subject, committee=holder), tables={**case.tables, **own})
