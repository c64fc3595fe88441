"""The output folder's first page: its periods by year, the newest first, and the page that compares them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from followup.formats.gathered.compare_page import NAME as COMPARING
from followup.formats.gathered.compare_page import reach_of
from followup.formats.gathered.look import own_sheet
from followup.formats.gathered.told import Told
from followup.formats.html.page import render
from followup.ground.period import Period
from followup.ground.swedish import counted

NAME = "index.html"


@dataclass(frozen=True)
class _Entry:
    """A period with reports, and what its page is called and how many they are."""

    address: str
    title: str
    reports: str


def start_html(reports: Sequence[Told]) -> str:
    """The page for `output/index.html`, the same bytes for the same reports; each period has a page of its own."""
    many = Counter(told.period for told in reports)
    titles = {told.period: told.title for told in reports}
    years: dict[int, list[_Entry]] = {}
    for period in sorted(many, key=_newest_first):
        number = counted(many[period], "rapport", "rapporter")
        years.setdefault(period.year, []).append(_Entry(f"{period}/{NAME}", titles[period], number))
    return render(
        "start.html.j2",
        sheet=own_sheet(),
        example=any(told.example for told in reports),
        lead=reach_of(reports),
        years=years,
        comparing=COMPARING,
    )


def _newest_first(period: Period) -> tuple[int, int]:
    """A plan is of its whole year, and made before it."""
    return -period.year, 0 if period.is_plan else -period.month
