"""Everything that one committee's report rests on, read and checked: `load_sources`.

    sources = load_sources(Path("data/example"), Period(2024, 4), "DNKS", load_params())
    sources.ledger.where(activity="Bibliotek").total("outcome")

Problems are collected from all workbooks before anything is raised. A bad row in a shared workbook stops the committee
that the row belongs to, and no other; a fault of the sheet itself stops them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from followup.checks import registry
from followup.checks.common.case import Case
from followup.ground.errors import Problem, ReportError, Severity, in_order
from followup.ground.guard import guarded
from followup.ground.period import Period
from followup.ground.wording import listed
from followup.params.confirmations import AppliedConfirmation
from followup.params.layouts import Reader
from followup.params.params import REGION, Committee, Params
from followup.sources.confirmed_findings import rules_about_people, what_is_confirmed
from followup.sources.once import once
from followup.sources.reader_tables import Unread, read_tables, source_table, table_of_period
from followup.tables.budget_frames import frame_lines
from followup.tables.comment_items import with_known_items
from followup.tables.discretion import discreet_correction, discreet_problem, is_private
from followup.tables.earlier_people import earlier_people
from followup.tables.kolada import Kolada, load_kolada
from followup.tables.lying_files import spreadsheets
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.read_workbook import ReadWorkbook
from followup.workbooks.source_table import SourceTable


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
    and `investment_plan` hold every row. In the region's, every table holds every row. `problems` are warnings, which
    the report lists, and `notes` what is told to the analyst alone: an error is raised. `everyone` holds the tables of
    people with every committee's rows, of this period first and then of the earlier ones whose reports stand beside
    this one; `earlier_files` are the workbooks of those.
    """

    committee: Committee
    period: Period
    params: Params
    tables: dict[str, SourceTable]
    kolada: Kolada
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    corrections: tuple[AppliedCorrection, ...]
    confirmations: tuple[AppliedConfirmation, ...] = ()
    notes: tuple[Problem, ...] = ()
    everyone: dict[str, tuple[SourceTable, ...]] = field(default_factory=dict)
    earlier_files: tuple[SourceFile, ...] = ()

    def __getattr__(self, name: str) -> SourceTable:
        tables: dict[str, SourceTable] = self.__dict__.get("tables", {})
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
    return {code: _all_problems(data, period, code, params) for code in committees}


def parse(data: Path, period: Period, committees: Iterable[str], params: Params) -> None:
    """Parses the workbooks of chosen committees, of the period and of the one before it, and asks no rule.

    What is wrong in them is left for whoever reads them.
    """
    before = params.calendar.before(period)
    for code in committees:
        for one in (period, *([before] if before else [])):
            with suppress(ReportError):
                read_tables(data, one, params.committee(code, one.year), params.kind_of(one, code).reader, params)


def _all_problems(data: Path, period: Period, code: str, params: Params) -> tuple[Problem, ...]:
    """One committee's problems. A fault in the program while its workbooks are compared is one of them, and no more."""
    try:
        with guarded(f"underlaget för {code}", "Underlaget"):
            return _collected(data, period, code, params)[1]
    except ReportError as fault:
        return fault.problems


def _collected(data: Path, period: Period, code: str, params: Params) -> tuple[Sources | None, tuple[Problem, ...]]:
    """The sources, or None if there is any error; and all problems."""
    return once(data, period, code, params, lambda: _read(data, period, code, params))


def _read(data: Path, period: Period, code: str, params: Params) -> tuple[Sources | None, tuple[Problem, ...]]:
    committee = params.committee(code, period.year)
    reader = params.kind_of(period, code).reader
    problems = list(_plan_problems(period, code, reader, params))
    read = read_tables(data, period, committee, reader, params)
    problems += read.problems
    files = [_source_file(workbook) for workbook in read.workbooks]
    kolada = load_kolada(data, params.kolada)
    if reader in ("committee", "region"):
        problems += kolada.problems
        files += [SourceFile(one.name, one.sha256, one.size, source_note="Kolada") for one in kolada.files]
    tables = with_known_items(read.tables, params)

    unread: set[Unread] = set()

    def others(other: Period, name: str) -> SourceTable | None:
        return table_of_period(data, other, name, committee, reader, params, unread=unread)

    def everybodys(other: Period, name: str) -> SourceTable | None:
        return table_of_period(data, other, name, committee, reader, params, everybodys=True, unread=unread)

    def of_committee(other: str, name: str) -> SourceTable | None:
        one, own_reader = params.committee(other, period.year), params.kind_of(period, other).reader
        return table_of_period(data, period, name, one, own_reader, params)

    lying = spreadsheets(data, period)
    parts = (tables, read.whole, read.reads, read.layouts)
    case = Case(committee, period, params, reader, *parts, others, everybodys, lying, of_committee)

    about_people = rules_about_people()

    def told(problem: Problem) -> Problem:
        """As the report may say it, which tells no numbers of people."""
        return discreet_problem(problem, read.whole, read.layouts, about_people)

    remaining, applied = what_is_confirmed(case, registry.problems_of(case), told)
    wrong = registry.wrong_workbooks(remaining)
    problems = [one for one in problems if one.workbook not in wrong]
    problems = in_order([*problems, *remaining, *map(_not_compared, sorted(unread))])
    layouts = [layout.filled(period, code) for layout in params.layouts.values()]
    problems = [replace(one, is_private=is_private(one, layouts, about_people)) for one in problems]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, tuple(problems)
    everyone = {name: [table] for name, table in read.whole.items() if read.layouts[name].is_about_people}
    not_counted: set[Unread] = set()
    earlier = earlier_people(data, period, params, not_counted) if everyone else []
    problems = in_order([*problems, *map(_not_counted, sorted(not_counted))])
    for workbook, layout in earlier:
        for name, extracts in everyone.items():
            if name in workbook.tables and workbook.tables[name].is_whole:
                table = workbook.tables[name]
                extracts.append(source_table(workbook.name, table, layout.tables[name], table.frame))
    return Sources(
        committee,
        period,
        params,
        tables,
        kolada,
        files=tuple({file.workbook: file for file in files}.values()),
        problems=tuple(told(one) for one in problems if one.severity is Severity.WARNING),
        corrections=tuple(discreet_correction(one, read.whole, read.layouts) for one in read.corrections),
        confirmations=tuple(applied),
        notes=tuple(told(one) for one in problems if one.severity is Severity.NOTE),
        everyone={name: tuple(extracts) for name, extracts in everyone.items()},
        earlier_files=tuple(_source_file(workbook) for workbook, _ in earlier),
    ), tuple(problems)


def _plan_problems(period: Period, code: str, reader: Reader, params: Params) -> Iterator[Problem]:
    if period.year not in params.plans:
        yield _no_plan(period.year, params)
    elif reader in ("plan", "region_plan") and not (
        params.plans_of(REGION, period.year) or params.plans_of(code, period.year)
    ):
        yield _no_own_plan(code, period.year)


def _not_compared(unread: Unread) -> Problem:
    """Rules that compare with an earlier period are silent where its workbook cannot be opened: that is told.

    Of a single sheet it is told to the analyst alone, and so once for all reports that are built.
    """
    workbook, sheet = unread
    if sheet:
        return Problem(
            workbook,
            sheet,
            found=f"Bladet kan inte läsas, och det som nu står i bladet {sheet} är därför inte jämfört med det som "
            "stod där.",
            expected="En rapport jämförs med tidigare perioders arbetsböcker, så att det som har ändrats märks.",
            remedy="Rätta bladet, eller lägg tillbaka den arbetsbok som den perioden byggdes med.",
            severity=Severity.NOTE,
        )
    return Problem(
        workbook,
        found="Arbetsboken kan inte läsas, och rapporten är därför inte jämförd med det som stod där.",
        expected="En rapport jämförs med tidigare perioders arbetsböcker, så att belopp som har ändrats märks.",
        remedy="Lägg tillbaka den arbetsbok som den perioden byggdes med.",
        severity=Severity.WARNING,
    )


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
