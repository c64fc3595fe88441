"""The statuses of a plan, or of the assignments that are its promises, as earlier reports of the same year had them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.plain_file import is_anything_at
from followup.params.layouts import Reader
from followup.sources.reader_tables import source_table
from followup.workbooks.cache import cached_workbook
from followup.workbooks.read_workbook import ReadingOrder

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.subject import Subject
    from followup.workbooks.read_workbook import ReadWorkbook
    from followup.workbooks.source_table import SourceTable

# What is compared in the report of each reader.
_TABLES: dict[Reader, str] = {"plan_follow_up": "plan_statuses", "committee": "assignments"}


@dataclass(frozen=True)
class StatusHistory:
    """`tables` by period, in order; `workbooks` are theirs, and `problems` tell which could not be read."""

    tables: dict[Period, SourceTable]
    workbooks: tuple[ReadWorkbook, ...]
    problems: tuple[Problem, ...]


def status_history(subject: Subject) -> StatusHistory:
    """Every earlier report of the year that there is a workbook of; none for one that follows up no plan or promise.

    What cannot be read of a committee's is not told here: the rule that compares its promises has asked for the same.
    """
    tables: dict[Period, SourceTable] = {}
    workbooks, problems = [], []
    of_committee = subject.reader == "committee"
    name = "" if of_committee and not subject.promises else _TABLES.get(subject.reader, "")
    for layout in (one for one in subject.params.layouts.values() if name in one.tables):
        for period in subject.earlier_in_year:
            filled = layout.filled(period, subject.code)
            if not is_anything_at(subject.data / filled.workbook):
                continue
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
    return StatusHistory(tables, tuple(workbooks), () if of_committee else tuple(problems))


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
