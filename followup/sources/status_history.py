"""What earlier reports of the same year said of what the report shows the development of.

It is the statuses of a plan, or of the assignments that are its promises, and in the region's report the forecasts of
the holders that leave no report of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError, Severity
from followup.params.layouts import Reader, WorkbookLayout
from followup.sources.reader_tables import source_table
from followup.workbooks.cache import cached_workbook
from followup.workbooks.lying_file import as_it_lies, is_lying
from followup.workbooks.read_workbook import ReadingOrder

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.subject import Subject
    from followup.workbooks.read_workbook import ReadWorkbook
    from followup.workbooks.source_table import SourceTable

# What is compared in the report of each reader.
_TABLES: dict[Reader, str] = {
    "plan_follow_up": "plan_statuses",
    "committee": "assignments",
    "region": "holder_forecast",
}


@dataclass(frozen=True)
class StatusHistory:
    """`tables` by period, in order; `workbooks` are theirs, and `problems` tell which could not be read."""

    tables: dict[Period, SourceTable]
    workbooks: tuple[ReadWorkbook, ...]
    problems: tuple[Problem, ...]


def status_history(subject: Subject) -> StatusHistory:
    """Every earlier report of the year that there is a workbook of; none for one that follows up no plan or promise.

    Only what cannot be read of a plan's is told here: rules that compare the promises of a committee, and the region's
    forecasts, have asked for the same.
    """
    tables: dict[Period, SourceTable] = {}
    workbooks, problems = [], []
    for period, layout in _compared(subject):
        if not is_lying(subject.data, layout.path(period, subject.code)):
            continue
        name, filled = _TABLES[subject.reader], as_it_lies(subject.data, layout.filled(period, subject.code))
        try:
            workbook = cached_workbook(subject.data, ReadingOrder.of(filled, subject.params, period.year))
        except ReportError:
            problems.append(_unread(filled.workbook, ""))
            continue
        workbooks.append(workbook)
        table = workbook.tables.get(name)
        if table is None or not table.is_whole:
            problems.append(_unread(filled.workbook, filled.tables[name].sheet))
        else:
            tables[period] = source_table(workbook.name, table, filled.tables[name], table.frame)
    return StatusHistory(tables, tuple(workbooks), tuple(problems) if subject.reader == "plan_follow_up" else ())


def history_workbooks(subject: Subject) -> list[str]:
    """The workbooks that `status_history` looks for, below the data folder."""
    return [layout.path(period, subject.code) for period, layout in _compared(subject)]


def _compared(subject: Subject) -> Iterator[tuple[Period, WorkbookLayout]]:
    """Each earlier period of the year with the layout of what is compared; none where the report compares nothing."""
    name = _TABLES.get(subject.reader, "")
    if not name or (subject.reader == "committee" and not subject.promises):
        return
    for layout in subject.params.layouts.values():
        if name in layout.tables:
            yield from ((period, layout) for period in subject.earlier_in_year)


def _unread(workbook: str, sheet: str) -> Problem:
    return Problem(
        workbook,
        sheet,
        found=f"{'Bladet' if sheet else 'Arbetsboken'} kan inte läsas, och utvecklingen under året visas utan den "
        "uppföljningen.",
        expected="Statusarna jämförs med årets tidigare uppföljningar.",
        remedy=f"Rätta {'bladet' if sheet else 'den'}, eller lägg tillbaka den arbetsbok som uppföljningen gjordes av.",
        severity=Severity.WARNING,
    )
