"""The tables that one reader's layouts name for one period: each as it was read, and the reader's own rows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.rule import Cell
from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.figure import COUNT, KRONOR, People
from followup.ground.plain_file import is_anything_at
from followup.params.layouts import Reader, TableLayout, WorkbookLayout
from followup.workbooks.cache import cached_workbook
from followup.workbooks.cells.findings import Finding, problems_of
from followup.workbooks.cells.vocabulary import LACKING
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.hidden import hidden_problems
from followup.workbooks.lying_file import as_it_lies, is_lying
from followup.workbooks.read_table import ReadTable
from followup.workbooks.read_workbook import ReadingOrder, ReadWorkbook
from followup.workbooks.source_table import SourceTable
from followup.workbooks.unshown import unshown_characters

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Committee, Params
    from followup.params.subject import Subject

# A workbook, and the sheet of it; an empty one where the workbook cannot be opened at all.
Unread = tuple[str, str]


@dataclass(frozen=True, eq=False)
class _Part:
    """A table of a workbook as it was read, and the reader's own rows of it."""

    workbook: str
    table: ReadTable
    layout: TableLayout
    own: pd.DataFrame


@dataclass
class ReaderTables:
    """`tables` and `whole` lack what could not be read whole; `reads` and `layouts` have every table of a workbook that
    could be opened. `of_workbooks` are the problems of the workbooks themselves, `parts` what was read of each table.
    """

    tables: dict[str, SourceTable] = field(default_factory=dict)
    whole: dict[str, SourceTable] = field(default_factory=dict)
    reads: dict[str, ReadTable] = field(default_factory=dict)
    layouts: dict[str, TableLayout] = field(default_factory=dict)
    workbooks: list[ReadWorkbook] = field(default_factory=list)
    of_workbooks: list[Problem] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    corrections: list[AppliedCorrection] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Those of the workbooks and of the reader's own rows."""
        return self.problems_but(frozenset())

    def problems_but(self, explained: frozenset[Cell]) -> list[Problem]:
        """The same without what says that one of some cells is empty."""
        return [*self.of_workbooks, *(one for part in self.parts for one in _cell_problems(part, explained))]


def read_tables(subject: Subject) -> ReaderTables:
    """Every table that the subject's report rests on. Nothing is raised: what is wrong is in `problems`."""
    found, data, params = ReaderTables(), subject.data, subject.params
    # A plan may lack workbooks.
    is_optional = subject.reader in ("plan", "region_plan")
    for layout in params.layouts.values():
        filled = as_it_lies(data, layout.filled(subject.period, subject.code))
        if subject.reader not in layout.readers or (is_optional and not is_anything_at(data / filled.workbook)):
            continue
        try:
            workbook = cached_workbook(data, ReadingOrder.of(filled, params, subject.period.year))
        except ReportError as fault:
            found.of_workbooks += fault.problems
            continue
        found.of_workbooks += workbook.problems
        found.workbooks.append(workbook)
        for name, table in workbook.tables.items():
            _add(found, workbook.name, table, filled.tables[name], subject.committee)
    return found


def table_of_period(
    subject: Subject, period: Period, name: str, *, everybodys: bool = False, unread: set[Unread] | None = None
) -> SourceTable | None:
    """One table as a period has it, the rows of the subject's committee or `everybodys`.

    None where it is not there or cannot be read whole. What is there and cannot be read is added to `unread`,
    if a report of the same sort was made of it: a plan's follow-up has a workbook of the same name.
    """
    layout = _layout_with(name, subject.reader, subject.params)
    if layout is None:
        return None
    # Most of what is asked for is not there, and filling a layout costs more than looking.
    if not is_lying(subject.data, layout.path(period, subject.code)):
        return None
    filled = as_it_lies(subject.data, layout.filled(period, subject.code))
    missed = unread if unread is not None and subject.has_report(period) else set()
    try:
        workbook = cached_workbook(subject.data, ReadingOrder.of(filled, subject.params, period.year))
    except ReportError:
        missed.add((filled.workbook, ""))
        return None
    table = workbook.tables.get(name)
    if table is None and filled.tables[name].optional:
        return None
    if table is None or not table.is_whole:
        missed.add((filled.workbook, filled.tables[name].sheet))
        return None
    as_read = table.as_read(filled.tables[name])
    rows = table.frame if everybodys else _own_rows(table, as_read, subject.committee)
    return source_table(workbook.name, table, as_read, rows)


def _layout_with(name: str, reader: Reader, params: Params) -> WorkbookLayout | None:
    return next((one for one in params.layouts.values() if reader in one.readers and name in one.tables), None)


def _add(found: ReaderTables, workbook: str, table: ReadTable, layout: TableLayout, committee: Committee) -> None:
    layout = table.as_read(layout)
    own = _own_rows(table, layout, committee)
    found.reads[table.name], found.layouts[table.name] = table, layout
    found.parts.append(_Part(workbook, table, layout, own))
    found.corrections += [one for one in table.corrections if one.row in own.index or one.row not in table.frame.index]
    # Rows that may be anybody's are missing somewhere: whatever a rule would say of the table rests on that.
    if table.is_whole and not _has_rows_of_nobody(table, layout):
        # Its own finding stops the report; what it makes of the sums is the same thing again.
        lacking = (
            set()
            if layout.is_about_people
            else {one.row for one in table.findings if one.doubt.found.endswith(LACKING)}
        )
        for part, rows in ((found.tables, own), (found.whole, table.frame)):
            rows = rows[~rows.index.isin(lacking)] if lacking else rows
            part[table.name] = source_table(workbook, table, layout, rows)


def _has_rows_of_nobody(table: ReadTable, layout: TableLayout) -> bool:
    """Whether the committee of some row could not be read."""
    letter = table.letters.get(layout.column_of_type("committee"), "")
    return (
        bool(letter)
        and not layout.form
        and any(one.letter == letter and one.doubt.severity is Severity.ERROR for one in table.findings)
    )


def _own_rows(table: ReadTable, layout: TableLayout, committee: Committee) -> pd.DataFrame:
    """A shared table's rows of one committee; all rows of a table that has no committees, and all for the region."""
    column = layout.column_of_type("committee")
    if committee.is_region or not column or layout.form:
        return table.frame
    return table.frame[(table.frame[column] == committee.code).to_numpy(dtype=bool)]


def _cell_problems(part: _Part, explained: frozenset[Cell]) -> list[Problem]:
    """The table's findings that concern the reader's own rows, without the empty cells that are explained."""
    table, layout, own = part.table, part.layout, part.own
    column = layout.column_of_type("committee")
    findings = [one for one in table.findings if not _is_explained(one, table.name, explained)]
    if findings and column and not layout.form:
        owner = dict(zip(table.frame.index.tolist(), table.frame[column].tolist(), strict=True))
        rows = set(own.index.tolist())
        # A row whose committee cannot be read may be anybody's, so it stops everybody.
        findings = [one for one in findings if one.shared or one.row in rows or owner.get(one.row) is None]
    findings += unshown_characters(table, layout, own)
    problems = problems_of(findings, part.workbook, table.sheet)
    seen = None if layout.form or not column else set(own.index.tolist())
    return problems + hidden_problems(table.hidden, part.workbook, table.sheet, seen)


def _is_explained(finding: Finding, table: str, explained: frozenset[Cell]) -> bool:
    return (table, finding.row, finding.letter) in explained and finding.says_missing


def source_table(workbook: str, table: ReadTable, layout: TableLayout, rows: pd.DataFrame) -> SourceTable:
    """Some rows of a table that was read, with what its layout says of the columns."""
    numeric = {column: entry for column, entry in layout.columns.items() if entry.is_numeric}
    units = {column: KRONOR if entry.type == "amount" else entry.unit or COUNT for column, entry in numeric.items()}
    people: dict[str, People] = {column: entry.people for column, entry in numeric.items() if entry.people}
    differences = frozenset(name for name, entry in numeric.items() if entry.from_accumulated)
    headings = {column: table.headings.get(column, entry.shown_header) for column, entry in layout.columns.items()}
    committee = layout.column_of_type("committee")
    own = [str(code) for code in rows[committee].unique()] if committee and committee in rows else []
    return SourceTable(
        table.name,
        workbook,
        table.sheet,
        table.letters,
        rows,
        units,
        table.form_rows,
        people,
        table.blocks,
        table.before,
        differences,
        table.filled,
        factors={column: entry.factor for column, entry in numeric.items()},
        written_units={column: entry.unit for column, entry in numeric.items()},
        headings=headings,
        converted=table.converted,
        corrected=frozenset(one.cell for one in table.corrections),
        # The rows of a shared sheet that are one committee's.
        conditions=((headings[committee], _words_of(table, committee, own[0])),) if len(own) == 1 else (),
        said=table.said,
        synonyms=table.synonyms,
    )


def _words_of(table: ReadTable, column: str, value: str) -> tuple[str, ...]:
    return table.said.get(column, {}).get(value, (value,))
