"""One report: run its notebook, render its files, write its manifest. The work of one process."""

from __future__ import annotations

import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup.formats.files import FORMATS, NOTEBOOK
from followup.ground.errors import Problem, ReportError, Severity
from followup.run.executed_notebook import normalised, notebook_text, read_back, titled
from followup.run.fingerprint import Fingerprint, content_hash
from followup.run.outcome import Outcome, Status
from followup.run.publication import FAILED, FAULT_LOG, is_full, refusal, writing
from followup.run.stages import Stages

if TYPE_CHECKING:
    from followup.document.document import Document

_DRAFT = "draft.ipynb"


@dataclass(frozen=True)
class Job:
    """Everything that one report's process needs to know. `folder` is empty or absent and on output's file system.

    `previous` is where the committee's report of the period before is published, whether there is one or not.
    """

    period: str
    committee: str
    name: str
    notebook: Path
    data: Path
    folder: Path
    parameters: dict[str, str]
    fingerprint: Fingerprint
    plain_kernel: bool = False
    previous: Path | None = None


def run_job(job: Job) -> Outcome:
    """Builds the report in `job.folder`: all its files, or on failure `failed.ipynb` and at times `failed.log`.

    Never raises an Exception: what goes wrong is in the outcome.
    """
    started = datetime.now(UTC)
    stages = Stages()
    try:
        with writing(job.folder):
            job.folder.mkdir(parents=True, exist_ok=True)
        problems = _build(job, stages, started)
    except ReportError as error:
        told = error.problems or (Problem(workbook=job.notebook.name, found=str(error)),)
        return _failed(job, stages, started, problems=told)
    except Exception as error:
        # Any library may be the one that first meets a full disk.
        if is_full(error):
            return _failed(job, stages, started, problems=refusal(job.folder, error).problems)
        return _failed(job, stages, started, fault=_fault(job, error))
    notes = tuple(one for one in problems if one.severity is Severity.NOTE)
    return Outcome(
        job.committee,
        Status.BUILT,
        _seconds(started),
        warnings=len(problems) - len(notes),
        notes=notes,
        timings={"stages": stages.seconds},
    )


def _build(job: Job, stages: Stages, started: datetime) -> list[Problem]:
    """Writes every file of the report; returns the warnings and notes that were found."""
    from followup.document.document import read_document
    from followup.run.earlier_report import earlier_notes
    from followup.run.execution import execute
    from followup.run.manifest import NAME, manifest, manifest_text
    from followup.run.text_numbers import text_notes

    draft = job.folder / _DRAFT
    with stages.time("underlag"):
        report, files, problems = _read(job, draft)
        _refuse_changed(job, files)
    with stages.time("notebook"):
        executed = execute(job.notebook, draft, job.parameters, job.plain_kernel)
        # The notebook has read the workbooks once more.
        _refuse_changed(job, {workbook: content_hash(job.data / workbook) for workbook in files})
    with stages.time("dokument"):
        cells = {cell.id: cell.metadata.get("papermill", {}).get("duration") for cell in executed.cells}
        notebook = normalised(executed)
        document = read_document(read_back(notebook_text(notebook)))
        cover = document.cover
        # The first cell is for whoever opens the notebook, and no part of the document.
        title = f"{cover.title}: {cover.committee}, {cover.span}"
        text = notebook_text(titled(notebook, title, job.parameters["data"]))
        problems += text_notes(report, document)
    problems += earlier_notes(job.data, job.previous)
    made = {NOTEBOOK.name: text.encode("utf-8")} | _rendered(document, stages)
    content = manifest(
        job.fingerprint,
        made,
        document,
        warnings=[problem.as_dict() for problem in problems if problem.severity is Severity.WARNING],
        notes=[problem.as_dict() for problem in problems if problem.severity is Severity.NOTE],
        timings={"stages": stages.seconds, "cells": cells},
        started=started,
        execution="kernel" if job.plain_kernel else "process",
    )
    with writing(job.folder):
        for name, data in (made | {NAME: manifest_text(content).encode("utf-8")}).items():
            (job.folder / name).write_bytes(data)
        draft.unlink()
    return problems


def _read(job: Job, draft: Path) -> tuple[Any, dict[str, str], list[Problem]]:
    """What the notebook will read: the report, for the manifest workbook -> sha256, and the warnings and notes.

    The region reads its committees' workbooks too. Raises the same ReportError as the notebook would stop at; that the
    report's tables agree is asserted by the notebook alone, where they are computed.

    Asked for before the notebook runs: from a kernel, an error comes back only as text. The notebook runs all the
    same when there is one, since its executed cells are what `failed.ipynb` shows.
    """
    from followup.reports.open import read_report
    from followup.run.execution import NotebookFault, execute

    try:
        report = read_report(job.committee, job.period, job.data)
    except ReportError:
        with suppress(ReportError, NotebookFault):
            execute(job.notebook, draft, job.parameters, job.plain_kernel)
        raise
    parts = [report, *getattr(report, "reports", {}).values()]
    files = {
        file.workbook: file.sha256 for part in parts for file in (*part.sources.files, *part.sources.earlier_files)
    }
    told = (problem for part in parts for problem in (*part.sources.problems, *part.sources.notes))
    return report, files, list(dict.fromkeys(told))


def _refuse_changed(job: Job, read: dict[str, str]) -> None:
    """The manifest states the hashes from when the run started: a report of other workbooks must not carry them.

    `read` is workbook -> sha256. Raises ReportError for those that somebody saved in the meantime.
    """
    inputs = job.fingerprint["inputs"]
    problems = [
        Problem(
            workbook=workbook,
            found="Arbetsboken ändrades medan rapporten byggdes.",
            expected="Underlaget ska vara detsamma under hela körningen.",
            remedy="Kör igen när arbetsboken är sparad och stängd.",
        )
        for workbook, digest in read.items()
        if inputs.get(workbook) != digest
    ]
    if problems:
        raise ReportError(problems)


def _rendered(document: Document, stages: Stages) -> dict[str, bytes]:
    """The files that are made from the executed notebook, by name."""
    files: dict[str, bytes] = {}
    for one in FORMATS:
        with stages.time(one.key):
            files[one.name] = one.made(document)
    return files


def _failed(
    job: Job, stages: Stages, started: datetime, problems: tuple[Problem, ...] = (), fault: str = ""
) -> Outcome:
    """Leaves the notebook as far as it came, normalised, and says what happened."""
    draft = job.folder / _DRAFT
    # A full disk may be the very reason: then there is nothing more to save.
    with suppress(OSError, ValueError):
        if draft.exists():
            text = notebook_text(normalised(read_back(draft.read_text(encoding="utf-8"))))
            (job.folder / FAILED).write_text(text, encoding="utf-8", newline="\n")
    return Outcome(
        job.committee,
        Status.FAILED,
        _seconds(started),
        problems=tuple(problems),
        fault=fault,
        timings={"stages": stages.seconds},
    )


def _fault(job: Job, error: Exception) -> str:
    """One sentence for the screen; the call stack goes to the log, for whoever mends the program."""
    from followup.run.execution import NotebookFault

    if isinstance(error, NotebookFault):
        return f"{error}. Hela felet står i {FAILED}."
    with suppress(OSError):
        (job.folder / FAULT_LOG).write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return f"Ett fel i programmet: {type(error).__name__}: {error}. Hela felet står i {FAULT_LOG}."


def _seconds(started: datetime) -> float:
    return round((datetime.now(UTC) - started).total_seconds(), 3)
