"""The workbooks about people that earlier reports of the same year, and of the year before, were made from.

What is hidden in a report depends on what they have published (`analysis.people.staff_protection`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.ground.errors import ReportError
from followup.ground.period import Period
from followup.workbooks.cache import cached_workbook
from followup.workbooks.lying_file import as_it_lies, is_lying
from followup.workbooks.read_workbook import ReadingOrder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from followup.params.layouts import WorkbookLayout
    from followup.params.params import Params
    from followup.workbooks.read_workbook import ReadWorkbook


def earlier_people(
    data: Path, period: Period, params: Params, unread: set[tuple[str, str]]
) -> list[tuple[ReadWorkbook, WorkbookLayout]]:
    """Those that are there and can be opened, the latest first, each with its filled layout.

    What is wrong in one of them is told when its own period is checked. One that cannot be opened, and a sheet that
    cannot be read, are added to `unread`: a workbook and its sheet.
    """
    found = []
    for filled, year in _layouts(period, params):
        if not is_lying(data, filled.workbook):
            continue
        layout = as_it_lies(data, filled)
        try:
            workbook = cached_workbook(data, ReadingOrder.of(layout, params, year))
        except ReportError:
            unread.add((layout.workbook, ""))
            continue
        for name, table in layout.tables.items():
            if table.is_about_people and (name not in workbook.tables or not workbook.tables[name].is_whole):
                unread.add((layout.workbook, table.sheet))
        found.append((workbook, layout))
    return found


def earlier_workbooks(period: Period, params: Params) -> list[str]:
    """Their paths below the data folder, whether they are there or not."""
    return [layout.workbook for layout, _ in _layouts(period, params)]


def _layouts(period: Period, params: Params) -> Iterator[tuple[WorkbookLayout, int]]:
    follow_ups = [
        Period.parse(entry.period)
        for entry in params.calendar.periods
        if params.calendar.kinds[entry.kind].reads == "period"
    ]
    for earlier in sorted((one for one in follow_ups if one < period), reverse=True):
        if earlier.year < period.year - 1:
            continue
        for layout in params.layouts.values():
            if any(table.is_about_people for table in layout.tables.values()):
                yield layout.filled(earlier, ""), earlier.year
