"""The tables of people with everybody's rows: of this period, and of the earlier ones whose reports stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, Severity
from followup.sources.reader_tables import source_table
from followup.tables.earlier_people import earlier_people

if TYPE_CHECKING:
    from followup.params.subject import Subject
    from followup.sources.reader_tables import ReaderTables, Unread
    from followup.workbooks.read_workbook import ReadWorkbook
    from followup.workbooks.source_table import SourceTable


@dataclass(frozen=True)
class Extracts:
    """`tables` by name, this period's first and then the latest; `workbooks` are those of the earlier periods.

    `problems` tell which of those could not be read.
    """

    tables: dict[str, tuple[SourceTable, ...]]
    workbooks: tuple[ReadWorkbook, ...]
    problems: tuple[Problem, ...]


def extracts_of(subject: Subject, read: ReaderTables) -> Extracts:
    """Those of the tables that were read; none where nothing was read about people."""
    found = {name: [table] for name, table in read.whole.items() if read.layouts[name].is_about_people}
    unread: set[Unread] = set()
    earlier = earlier_people(subject.data, subject.period, subject.params, unread) if found else []
    for workbook, layout in earlier:
        for name, extracts in found.items():
            table = workbook.tables.get(name)
            if table is not None and table.is_whole:
                extracts.append(source_table(workbook.name, table, layout.tables[name], table.frame))
    tables = {name: tuple(extracts) for name, extracts in found.items()}
    return Extracts(tables, tuple(workbook for workbook, _ in earlier), tuple(map(_not_counted, sorted(unread))))


def _not_counted(unread: Unread) -> Problem:
    """What earlier reports told of people decides what is hidden now; without it too little may be."""
    workbook, sheet = unread
    return Problem(
        workbook,
        sheet,
        found=f"{'Bladet' if sheet else 'Arbetsboken'} kan inte läsas, och det som en tidigare rapport har visat "
        "räknas därför inte när det avgörs vad som skyddas.",
        expected="Det som skyddas nu ska inte gå att räkna fram ur tidigare rapporter.",
        remedy=f"Rätta {'bladet' if sheet else 'den'}, eller lägg tillbaka den arbetsbok som den perioden byggdes med.",
        severity=Severity.NOTE,
    )
