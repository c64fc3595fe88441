"""The tables that one reader's layouts name for one period: each as it was read, and the reader's own rows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.figure import COUNT, KRONOR, People
from followup.ground.plain_file import is_anything_at
from followup.params.layouts import Reader, TableLayout, WorkbookLayout
from followup.workbooks.cache import cached_workbook
from followup.workbooks.cells.findings import problems_of
from followup.workbooks.cells.vocabulary import LACKING
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.hidden import hidden_problems
from followup.workbooks.read_table import ReadTable
from followup.workbooks.read_workbook import ReadingOrder, ReadWorkbook
from followup.workbooks.source_table import SourceTable
from followup.workbooks.unshown import unshown_characters

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Committee, Params

# A workbook, and the sheet of it; an empty one where the workbook cannot be opened at all.
Unread = tuple[str, str]


@dataclass
class ReaderTables:
    """`tables` and `whole` lack what could not be read whole; `reads` and `layouts` have every table of a workbook that
    could be opened. `problems` are those of the workbooks and of the reader's own rows.
    """

    tables: dict[str, SourceTable] = field(default_factory=dict)
    whole: dict[str, SourceTable] = field(default_factory=dict)
    reads: dict[str, ReadTable] = field(default_factory=dict)
    layouts: dict[str, TableLayout] = field(default_factory=dict)
    workbooks: list[ReadWorkbook] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    corrections: list[AppliedCorrection] = field(default_factory=list)


def read_tables(data: Path, period: Period, committee: Committee, reader: Reader, params: Params) -> ReaderTables:
    """Every table that the reader's report rests on. Nothing is raised: what is wrong is in `problems`."""
    found = ReaderTables()
    for layout in params.layouts.values():
        filled = layout.filled(period, committee.code)
        # A plan may lack workbooks.
        is_optional = reader in ("plan", "region_plan")
        if reader not in layout.readers or (is_optional and not is_anything_at(data / filled.workbook)):
            continue
        try:
            workbook = cached_workbook(data, ReadingOrder.of(filled, params, period.year))
        except ReportError as fault:
            found.problems += fault.problems
            continue
        found.problems += workbook.problems
        found.workbooks.append(workbook)
        for name, table in workbook.tables.items():
            _add(found, workbook.name, table, filled.tables[name], committee)
    return found


def table_of_period(
    data: Path,
    period: Period,
    name: str,
    committee: Committee,
    reader: Reader,
    params: Params,
    *,
    everybodys: bool = False,
    unread: set[Unread] | None = None,
) -> SourceTable | None:
    """One table of another period, the reader's own rows or `everybodys`.

    None where it is not there or cannot be read whole. What is there and cannot be read is added to `unread`,
    if a report of the same sort was made of it.
    """
    layout = _layout_with(name, reader, params)
    if layout is None:
        return None
    filled = layout.filled(period, committee.code)
    if not is_anything_at(data / filled.workbook):
        return None
    missed = unread if unread is not None and _has_report(period, committee, reader, params) else set()
    try:
        workbook = cached_workbook(data, ReadingOrder.of(filled, params, period.year))
    except ReportError:
        missed.add((filled.workbook, ""))
        return None
    table = workbook.tables.get(name)
    if table is None or not table.is_whole:
        missed.add((filled.workbook, filled.tables[name].sheet))
        return None
    rows = table.frame if everybodys else _own_rows(table, filled.tables[name], committee)
    return source_table(workbook.name, table, filled.tables[name], rows)


def _has_report(period: Period, committee: Committee, reader: Reader, params: Params) -> bool:
    """Whether the calendar has a report of the same sort: a plan's follow-up has a workbook of the same name."""
    known = {one.period for one in params.calendar.periods}
    return str(period) in known and params.kind_of(period, committee.code).reader == reader


def _layout_with(name: str, reader: Reader, params: Params) -> WorkbookLayout | None:
    return next((one for one in params.layouts.values() if reader in one.readers and name in one.tables), None)


def _add(found: ReaderTables, workbook: str, table: ReadTable, layout: TableLayout, committee: Committee) -> None:
    own = _own_rows(table, layout, committee)
    found.reads[table.name], found.layouts[table.name] = table, layout
    found.problems += _cell_problems(workbook, table, layout, own)
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


def _cell_problems(workbook: str, table: ReadTable, layout: TableLayout, own: pd.DataFrame) -> list[Problem]:
    """The table's findings that concern the reader's own rows."""
    column = layout.column_of_type("committee")
    findings = list(table.findings)
    if findings and column and not layout.form:
        owner = dict(zip(table.frame.index.tolist(), table.frame[column].tolist(), strict=True))
        rows = set(own.index.tolist())
        # A row whose committee cannot be read may be anybody's, so it stops everybody.
        findings = [one for one in findings if one.shared or one.row in rows or owner.get(one.row) is None]
    findings += unshown_characters(table, layout, own)
    problems = problems_of(findings, workbook, table.sheet)
    seen = None if layout.form or not column else set(own.index.tolist())
    return problems + hidden_problems(table.hidden, workbook, table.sheet, seen)


def source_table(workbook: str, table: ReadTable, layout: TableLayout, rows: pd.DataFrame) -> SourceTable:
    """Some rows of a table that was read, with what its layout says of the columns."""
    numeric = {column: entry for column, entry in layout.columns.items() if entry.is_numeric}
    units = {column: KRONOR if entry.type == "amount" else entry.unit or COUNT for column, entry in numeric.items()}
    people: dict[str, People] = {column: entry.people for column, entry in numeric.items() if entry.people}
    return SourceTable(table.name, workbook, table.sheet, table.letters, rows, units, table.form_rows, people)
