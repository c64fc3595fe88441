"""Everything that one committee's report rests on, read and checked: `load_sources`.

    sources = load_sources(subject_of(Path("data/example"), Period(2024, 4), "DNKS", load_params()))
    sources.ledger.where(activity="Bibliotek").total("outcome")

Problems are collected from all workbooks before anything is raised. A bad row in a shared workbook stops the committee
that the row belongs to, and no other; a fault of the sheet itself stops them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.guard import guarded
from followup.ground.period import Period
from followup.params.confirmations import AppliedConfirmation
from followup.params.params import Params
from followup.params.report_tables import ReportTables
from followup.params.subject import AboutSubject, Subject, subjects_of
from followup.sources.extracts import extracts_of
from followup.sources.judgement import judged
from followup.sources.once import Once
from followup.sources.read_words import ReadWord, read_words
from followup.sources.reader_tables import ReaderTables, read_tables, table_of_period
from followup.sources.status_history import status_history
from followup.tables.budget_frames import frame_lines
from followup.tables.discretion import discreet_correction
from followup.tables.kolada import Kolada, load_kolada
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
class Sources(ReportTables[SourceTable], AboutSubject):
    """The tables of what one report is about, each by its name in the register: `sources.ledger`.

    In a committee's, shared tables hold only the committee's rows, all years and months that stand in them; `frames`
    and `investment_plan` hold every row. In the region's, every table holds every row. `problems` are warnings, which
    the report lists, and `notes` what is told to the analyst alone: an error is raised. `words` are those that were
    read as others. `everyone` holds the tables of people with every committee's rows, of this period first and then of
    the earlier ones whose reports stand beside this one; `earlier_tables` the year's earlier reports' statuses of a
    plan or of a committee's promises, or their forecasts of the region's other holders, and `earlier_files` are the
    workbooks of both.
    """

    subject: Subject
    tables: Mapping[str, SourceTable]
    kolada: Kolada
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    corrections: tuple[AppliedCorrection, ...]
    confirmations: tuple[AppliedConfirmation, ...] = ()
    notes: tuple[Problem, ...] = ()
    words: tuple[ReadWord, ...] = ()
    everyone: dict[str, tuple[SourceTable, ...]] = field(default_factory=dict)
    earlier_tables: Mapping[Period, SourceTable] = field(default_factory=dict)
    earlier_files: tuple[SourceFile, ...] = ()

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


@dataclass(frozen=True)
class Answer:
    """What became of a subject's sources: none if there is any error; and all problems.

    `told` are the same problems, in the same order, as a file may say them: without numbers of people.
    """

    sources: Sources | None
    problems: tuple[Problem, ...]
    told: tuple[Problem, ...] = ()
    confirmations: tuple[AppliedConfirmation, ...] = ()


_ANSWERS: Once[Answer] = Once()


def load_sources(subject: Subject) -> Sources:
    """Read and check what one report rests on. Raises ReportError with every error that concerns it."""
    answer = _answer(subject)
    if answer.sources is None:
        raise ReportError(problem for problem in answer.problems if problem.severity is Severity.ERROR)
    return answer.sources


def check_period(data: Path, period: Period, params: Params) -> dict[str, tuple[Problem, ...]]:
    """Every problem, errors and warnings, of each committee that reports for the period; in the registry's order."""
    return preload(subjects_of(data, period, params))


def preload(subjects: Iterable[Subject]) -> dict[str, tuple[Problem, ...]]:
    """As `check_period` for chosen reports, by committee. Afterwards their workbooks are parsed and in memory."""
    return {one.code: _all_problems(one) for one in subjects}


def answers(subjects: Iterable[Subject]) -> dict[str, Answer]:
    """As `preload`, with what a file may say of the problems, and what has been confirmed."""
    return {one.code: _safe_answer(one) for one in subjects}


def parse(subjects: Iterable[Subject]) -> None:
    """Parses the workbooks of chosen reports, and of the period before them, and asks no rule.

    What is wrong in them is left for whoever reads them.
    """
    for subject in subjects:
        for one in (subject, subject.earlier):
            if one is not None:
                read_tables(one)


def _all_problems(subject: Subject) -> tuple[Problem, ...]:
    return _safe_answer(subject).problems


def _safe_answer(subject: Subject) -> Answer:
    """One report's answer. A fault in the program while its workbooks are compared is a problem of it, and no more."""
    try:
        with guarded(f"underlaget för {subject.code}", "Underlaget"):
            return _answer(subject)
    except ReportError as fault:
        return Answer(None, fault.problems, tuple(one.published for one in fault.problems))


def _answer(subject: Subject) -> Answer:
    return _ANSWERS.answer(subject, _assembled)


def _assembled(subject: Subject) -> Answer:
    """The workbooks are read, then judged; what holds is joined."""
    read = read_tables(subject)
    kolada = load_kolada(subject.data, subject.params.kolada)
    shows_kolada = subject.reader in ("committee", "region")
    of_committee = cache(partial(_sound_table if subject.committee.is_region else _table, subject))
    judgement = judged(subject, read, kolada.problems if shows_kolada else (), of_committee)
    if judgement.stops:
        return Answer(None, judgement.problems, judgement.as_told, judgement.confirmations)
    extracts = extracts_of(subject, read)
    history = status_history(subject)
    judgement = judgement.also([*extracts.problems, *history.problems])
    sources = Sources(
        subject,
        judgement.tables,
        kolada,
        files=_files(read, kolada if shows_kolada else None),
        problems=judgement.of(Severity.WARNING),
        corrections=tuple(discreet_correction(one, read.whole, read.layouts) for one in read.corrections),
        confirmations=judgement.confirmations,
        notes=judgement.of(Severity.NOTE),
        words=read_words(judgement.tables, subject),
        everyone=extracts.tables,
        earlier_tables=history.tables,
        earlier_files=tuple(map(_source_file, (*extracts.workbooks, *history.workbooks))),
    )
    return Answer(sources, judgement.problems, judgement.as_told, judgement.confirmations)


def _table(subject: Subject, code: str, name: str) -> SourceTable | None:
    """A committee's own table of the subject's period; None where it is not there or cannot be read whole."""
    return table_of_period(subject.of(subject.params.committees[code]), subject.period, name)


def _sound_table(subject: Subject, code: str, name: str) -> SourceTable | None:
    """A committee's own table of the subject's period; None where its sheet has an error.

    The committee is told of that, and what would be worked out from it would be the same thing again.
    """
    own, table = subject.of(subject.params.committees[code]), _table(subject, code, name)
    if table is None or any(
        one.severity is Severity.ERROR and one.workbook == table.workbook and one.sheet in ("", table.sheet)
        for one in _answer(own).problems
    ):
        return None
    return table


def _files(read: ReaderTables, kolada: Kolada | None) -> tuple[SourceFile, ...]:
    """Each workbook once: two layouts may name the same."""
    files = [_source_file(workbook) for workbook in read.workbooks]
    if kolada is not None:
        files += [SourceFile(one.name, one.sha256, one.size, source_note="Kolada") for one in kolada.files]
    return tuple({file.workbook: file for file in files}.values())


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
