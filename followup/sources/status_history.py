"""The statuses of a plan as earlier follow-ups of the same year had them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.plain_file import is_anything_at
from followup.sources.reader_tables import source_table
from followup.workbooks.cache import cached_workbook
from followup.workbooks.read_workbook import ReadingOrder

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.subject import Subject
    from followup.workbooks.read_workbook import ReadWorkbook
    from followup.workbooks.source_table import SourceTable

TABLE = "plan_statuses"


@dataclass(frozen=True)
class StatusHistory:
    """`tables` by period, in order; `workbooks` are theirs, and `problems` tell which could not be read."""

    tables: dict[Period, SourceTable]
    workbooks: tuple[ReadWorkbook, ...]
    problems: tuple[Problem, ...]


def status_history(subject: Subject) -> StatusHistory:
    """Every earlier follow-up of the year that there is a workbook of; none for a report that follows up no plan."""
    tables: dict[Period, SourceTable] = {}
    workbooks, problems = [], []
    layouts = [layout for layout in subject.params.layouts.values() if TABLE in layout.tables]
    for layout in layouts if subject.reader == "plan_follow_up" else ():
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
            table = workbook.tables.get(TABLE)
            if table is None or not table.is_whole:
                problems.append(_unread(filled.workbook, filled.tables[TABLE].sheet))
            else:
                tables[period] = source_table(workbook.name, table, filled.tables[TABLE], table.frame)
    return StatusHistory(tables, tuple(workbooks), tuple(problems))


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
