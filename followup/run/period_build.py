"""One period: which reports are to be made, which are up to date, making the rest, and the page that lists them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from followup.ground.errors import ReportError
from followup.ground.paths import notebooks_folder, portable
from followup.ground.regions import REGION
from followup.run.failure import mark_text
from followup.run.fingerprint import Fingerprint, fingerprint, shared_parts
from followup.run.gathered import Gathered, publish_pages
from followup.run.job import Job
from followup.run.outcome import Outcome, Status
from followup.run.publication import FAILED, FAULT_LOG, Workspace
from followup.run.request import Request, WorkList

if TYPE_CHECKING:
    from followup.params.subject import Subject
    from followup.run.progress import BuildProgress


@dataclass(frozen=True)
class Result:
    """`outcomes` in the registry's order; `index` is the page to open."""

    outcomes: tuple[Outcome, ...]
    index: Path

    @property
    def is_complete(self) -> bool:
        return all(outcome.status is not Status.FAILED for outcome in self.outcomes)


def build(work: WorkList, request: Request, progress: BuildProgress) -> Result:
    """Makes what is not up to date and publishes each report as it is done, then the period's page.

    The region's report sums up the committees', so it is made when theirs are done.

    Raises ReportError when the output folder cannot be used at all.
    """
    with Workspace(work.output) as workspace:
        shared = shared_parts()
        jobs = [_job(subject, workspace, request, shared) for subject in work.subjects]
        outcomes: dict[str, Outcome] = {}
        due = []
        for job in jobs:
            unchanged = None if request.force else _unchanged(workspace, job)
            if unchanged:
                outcomes[job.committee] = unchanged
            else:
                due.append(job)
        if due:
            progress.expect(len(due))
        # The region reads everybody's sources: what is checked before the first wave need not be checked again.
        with_region = any(job.committee == REGION for job in due)
        for wave in ([job for job in due if job.committee != REGION], [job for job in due if job.committee == REGION]):
            if not wave:
                continue
            # Closed whatever happens: no process may be left behind when the workspace is taken away.
            with closing(_run(work, _longest_first(wave, workspace), request, progress, with_region)) as results:
                for outcome in results:
                    outcomes[outcome.committee] = _published(workspace, work, outcome)
                    progress.finished(work.names[outcome.committee], outcomes[outcome.committee])
        index = publish_pages(
            workspace, Gathered(work.output, work.data, work.params, date.today()), work.period, outcomes
        )
    return Result(tuple(outcomes[job.committee] for job in jobs), index)


def _job(subject: Subject, workspace: Workspace, request: Request, shared: Fingerprint) -> Job:
    parameters = {"committee": subject.code, "period": str(subject.period), "data": portable(subject.data)}
    notebook = notebooks_folder() / subject.kind.notebook
    return Job(
        str(subject.period),
        subject.code,
        subject.committee.short_name,
        notebook,
        subject.data,
        workspace.building / subject.code,
        parameters,
        fingerprint(subject, notebook, parameters, shared),
        request.plain_kernel,
        None if subject.before is None else workspace.report_folder(str(subject.before), subject.code),
    )


def _unchanged(workspace: Workspace, job: Job) -> Outcome | None:
    """An outcome without work if the published report is made of exactly this."""
    from followup.run.manifest import is_up_to_date, read_manifest

    folder = workspace.report_folder(job.period, job.committee)
    if not is_up_to_date(folder, job.fingerprint):
        return None
    workspace.clear_failure(job.period, job.committee)
    found = read_manifest(folder) or {}
    return Outcome(job.committee, Status.UNCHANGED, warnings=len(found.get("warnings", [])))


def _longest_first(jobs: list[Job], workspace: Workspace) -> list[Job]:
    """By how long each took last time, so that no core is left with a long report at the end; the unknown first."""
    from followup.run.manifest import read_manifest

    def seconds(job: Job) -> float:
        found = read_manifest(workspace.report_folder(job.period, job.committee))
        return float(found.get("seconds", 0)) if found else float("inf")

    return sorted(jobs, key=seconds, reverse=True)


def _run(
    work: WorkList, due: list[Job], request: Request, progress: BuildProgress, with_region: bool
) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, wherever they run. `with_region`: the region's report is made in this run, too."""

    def on_start(job: Job) -> None:
        progress.started(job.name)

    if request.scheduler:
        from followup.run.cluster import run_on_cluster

        yield from run_on_cluster(due, request.scheduler, on_start)
        return
    from followup.run.pool import run_all, start_method
    from followup.run.warm import decide_protection, preload_sources, read_ahead, settle, usable_cores, warm_up

    workers = min(request.jobs or usable_cores(), len(due))
    if start_method() == "fork":
        by_code = {one.code: one for one in work.subjects}
        own = [by_code[job.committee] for job in due]
        read_ahead(own)
        warm_up()
        # One committee brings in the workbooks that all share; its own is small, and each process reads that itself.
        # The region reads them all.
        preload_sources(work.due if with_region else own[:1])
        decide_protection(own)
        settle()
    yield from run_all(due, workers, request.timeout, on_start, progress.tick)


def _published(workspace: Workspace, work: WorkList, outcome: Outcome) -> Outcome:
    """Moves what the job made into place. A report that cannot be moved is a failed one; the others go on."""
    period, committee = str(work.period), outcome.committee
    if outcome.status is Status.BUILT:
        try:
            workspace.publish(period, committee)
            return outcome
        except ReportError as error:
            outcome = _failed(outcome, error)
    made = workspace.building / committee
    left = {name: made / name for name in (FAILED, FAULT_LOG) if (made / name).exists()}
    try:
        workspace.publish_failure(period, committee, mark_text(outcome), left)
    except ReportError as error:
        return _failed(outcome, error)
    return outcome


def _failed(outcome: Outcome, error: ReportError) -> Outcome:
    """What was already wrong, and that it could not be put in place; the same refusal is told once."""
    return replace(outcome, status=Status.FAILED, problems=tuple(dict.fromkeys((*outcome.problems, *error.problems))))
