"""Everything that one committee's report rests on, read and checked: `load_sources`.

    sources = load_sources(Path("data/example"), Period(2024, 4), "DNKS", load_params())
    sources.ledger.where(activity="Bibliotek").total("outcome")

Problems are collected from all workbooks before anything is raised. A bad row in a shared workbook stops the committee
that the row belongs to, and no other; a fault of the sheet itself stops them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from followup.errors import Problem, ReportError, Severity
from followup.figure import COUNT, KRONOR
from followup.inputs.cache import cached_workbook
from followup.inputs.comment_items import with_known_items
from followup.inputs.corrections import AppliedCorrection
from followup.inputs.discretion import discreet, discreet_correction
from followup.inputs.earlier_people import earlier_people
from followup.inputs.findings import in_order, problems_of
from followup.inputs.kolada import Kolada, load_kolada
from followup.inputs.layouts import TableLayout
from followup.inputs.params import REGION, Committee, Params
from followup.inputs.read_table import ReadTable
from followup.inputs.read_workbook import ReadingOrder, ReadWorkbook
from followup.inputs.reconciliation import empty_after_period, frame_lines, reconciled, total_problems
from followup.inputs.source_table import SourceTable
from followup.inputs.wording import listed
from followup.period import Period


@dataclass(frozen=True)
class SourceFile:
    """A workbook that was read. `extracted` is the date that the workbook itself states, `example` its own mark."""

    workbook: str
    sha256: str
    size: int
    extracted: date | None = None
    source_note: str = ""
    example: bool = False


@dataclass(frozen=True, eq=False)
class Sources:
    """One reader's tables for one period, each by its name in the layouts: `sources.ledger`.

    In a committee's, shared tables hold only the committee's rows, all years and months that stand in them; `frames`
    and `investment_plan` hold every row. In the region's, every table holds every row. `problems` are warnings: an
    error is raised. `everyone` holds the tables of people with every committee's rows, of this period first and then of
    the earlier ones whose reports stand beside this one; `earlier_files` are the workbooks of those.
    """

    committee: Committee
    period: Period
    params: Params
    tables: dict[str, SourceTable]
    kolada: Kolada
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    corrections: tuple[AppliedCorrection, ...]
    everyone: dict[str, tuple[SourceTable, ...]] = field(default_factory=dict)
    earlier_files: tuple[SourceFile, ...] = ()

    def __getattr__(self, name: str) -> SourceTable:
        tables = self.__dict__.get("tables", {})
        if name in tables:
            return tables[name]
        raise AttributeError(f"the sources have no table {name!r}, only {', '.join(tables)}")

    def table(self, name: str) -> SourceTable | None:
        """A table, or None where there is none: only a plan may lack workbooks."""
        return self.tables.get(name)

    @property
    def is_example(self) -> bool:
        """Whether any of the workbooks says that it holds example data."""
        return any(file.example for file in self.files)

    @property
    def data_date(self) -> date:
        """The latest date on which data was extracted; the day the committee handed in, if no workbook says.

        Without either, as for a plan that has no workbooks, it is the first day of the year.
        """
        if extracted := [file.extracted for file in self.files if file.extracted]:
            return max(extracted)
        cover = self.table("cover")
        return date.fromisoformat(cover.text("handed_in_on")) if cover else date(self.period.year, 1, 1)

    @property
    def frame_lines(self) -> tuple[str, ...]:
        """The committee's lines in `frames`, spelled as they stand there; empty for a committee without a frame."""
        return frame_lines(self.frames, self.committee)


def load_sources(data: Path, period: Period, committee: str, params: Params) -> Sources:
    """Read and check what one report rests on; `committee` is REGION for the region's own.

    Raises ReportError with every error that concerns the committee, for an unknown committee too.
    """
    sources, problems = _collected(data, period, committee, params)
    if sources is None:
        raise ReportError(problem for problem in problems if problem.severity is Severity.ERROR)
    return sources


def check_period(data: Path, period: Period, params: Params) -> dict[str, tuple[Problem, ...]]:
    """Every problem, errors and warnings, of each committee that reports for the period; in the registry's order."""
    return preload(data, period, [committee.code for committee in params.reporting(period)], params)


def preload(data: Path, period: Period, committees: Iterable[str], params: Params) -> dict[str, tuple[Problem, ...]]:
    """As `check_period` for chosen committees. Afterwards all their workbooks are parsed and in memory."""
    return {code: _collected(data, period, code, params)[1] for code in committees}


def _collected(data: Path, period: Period, code: str, params: Params) -> tuple[Sources | None, tuple[Problem, ...]]:
    """The sources, or None if there is any error; and all problems."""
    committee = params.committee(code, period.year)
    reader = params.kind_of(period, code).reader
    problems: list[Problem] = []
    if period.year not in params.plans:
        problems.append(_no_plan(period.year, params))
    elif reader in ("plan", "region_plan") and not (
        params.plans_of(REGION, period.year) or params.plans_of(code, period.year)
    ):
        problems.append(_no_own_plan(code, period.year))
    tables: dict[str, SourceTable] = {}
    files: list[SourceFile] = []
    corrections: list[AppliedCorrection] = []
    everyone: dict[str, list[SourceTable]] = {}
    for layout in params.layouts.values():
        filled = layout.filled(period, committee.code)
        if reader not in layout.readers or (
            reader in ("plan", "region_plan") and not (data / filled.workbook).exists()
        ):
            continue
        try:
            workbook = cached_workbook(data, ReadingOrder.of(filled, params, period.year))
        except ReportError as fault:
            problems += fault.problems
            continue
        problems += workbook.problems
        files.append(_source_file(workbook))
        for name, table in workbook.tables.items():
            chosen = table.frame if committee.is_region else _rows_of(table, filled.tables[name], committee.code)
            problems += _table_problems(workbook.name, table, filled.tables[name], chosen, period, params)
            own = [one for one in table.corrections if one.row in chosen.index or not _is_data(table, one)]
            corrections += [discreet_correction(one, table, filled.tables[name]) for one in own]
            if table.is_whole:
                tables[name] = _source_table(workbook.name, table, filled.tables[name], chosen)
                if filled.tables[name].is_about_people:
                    everyone[name] = [_source_table(workbook.name, table, filled.tables[name], table.frame)]
    kolada = load_kolada(data, params.kolada)
    if reader in ("committee", "region"):
        problems += kolada.problems
        files += [SourceFile(one.name, one.sha256, one.size, source_note="Kolada") for one in kolada.files]
    tables = with_known_items(tables, params)
    problems += reconciled(tables, committee, period, params, reader)
    problems = in_order(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, tuple(problems)
    earlier = earlier_people(data, period, params) if everyone else []
    for workbook, layout in earlier:
        for name, extracts in everyone.items():
            if name in workbook.tables and workbook.tables[name].is_whole:
                table = workbook.tables[name]
                extracts.append(_source_table(workbook.name, table, layout.tables[name], table.frame))
    return Sources(
        committee,
        period,
        params,
        tables,
        kolada,
        files=tuple({file.workbook: file for file in files}.values()),
        problems=tuple(problems),
        corrections=tuple(corrections),
        everyone={name: tuple(extracts) for name, extracts in everyone.items()},
        earlier_files=tuple(_source_file(workbook) for workbook, _ in earlier),
    ), tuple(problems)


def _no_own_plan(code: str, year: int) -> Problem:
    return Problem(
        f"params/plans/{year}.yml",
        found=f"Planen för år {year} gäller inte {code}, och regionen har ingen plan för året.",
        expected="Ett plandokument bygger på nämndens egen plan eller på regionens Mål och budget.",
        remedy="Lägg till planen, eller skriv vilka som har en på periodens rad i params/calendar.yml: "
        "committees: [RS].",
    )


def _no_plan(year: int, params: Params) -> Problem:
    return Problem(
        f"params/plans/{year}.yml",
        found=f"Planen för år {year} saknas.",
        expected=f"Planer finns för {listed(sorted(params.plans)) or 'inget år'}.",
        remedy="Kopiera det senaste årets fil till det nya året och för in årets mål.",
    )


def _rows_of(table: ReadTable, layout: TableLayout, code: str) -> pd.DataFrame:
    """A shared table's rows of one committee; all rows of a table that has no committees."""
    column = layout.column_of_type("committee")
    if not column or layout.form:
        return table.frame
    return table.frame[(table.frame[column] == code).to_numpy(dtype=bool)]


def _source_table(workbook: str, table: ReadTable, layout: TableLayout, rows: pd.DataFrame) -> SourceTable:
    numeric = {column: entry for column, entry in layout.columns.items() if entry.is_numeric}
    units = {column: KRONOR if entry.type == "amount" else entry.unit or COUNT for column, entry in numeric.items()}
    people = {column: entry.people for column, entry in numeric.items() if entry.people}
    return SourceTable(table.name, workbook, table.sheet, table.letters, rows, units, table.form_rows, people)


def _is_data(table: ReadTable, correction: AppliedCorrection) -> bool:
    return correction.row in table.frame.index


def _table_problems(
    workbook: str, table: ReadTable, layout: TableLayout, chosen: pd.DataFrame, period: Period, params: Params
) -> list[Problem]:
    """The table's problems that concern the reader's own rows."""
    column = layout.column_of_type("committee")
    findings = list(table.findings)
    if findings and column and not layout.form:
        owner = dict(zip(table.frame.index.tolist(), table.frame[column].tolist(), strict=True))
        own = set(chosen.index.tolist())
        # A row whose committee cannot be read may be anybody's, so it stops everybody.
        findings = [one for one in findings if one.shared or one.row in own or owner.get(one.row) is None]
    findings += empty_after_period(table, layout, chosen, period)
    tolerance = params.rules.total_tolerance if table.name == "forecast" else None
    problems = problems_of([discreet(one, table, layout) for one in findings], workbook, table.sheet)
    return problems + total_problems(workbook, table, layout, tolerance)


def _source_file(workbook: ReadWorkbook) -> SourceFile:
    notes = [table.notes for table in workbook.tables.values()]
    return SourceFile(
        workbook.name,
        workbook.sha256,
        workbook.size,
        max((note.extracted for note in notes if note.extracted), default=None),
        "; ".join(dict.fromkeys(note.source for note in notes if note.source)),
        any(note.example for note in notes),
    )
