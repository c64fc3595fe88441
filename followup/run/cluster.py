"""The same work list on a Dask cluster, with `--scheduler tcp://…`.

A worker needs the project installed, the same version of it, and the data folder under the same path. It does not
need the output folder: it sends the finished files back.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from followup.ground.errors import Problem, ReportError
from followup.ground.period import Period
from followup.run.fingerprint import differences, fingerprint
from followup.run.job import Job, run_job
from followup.run.outcome import Outcome, Status
from followup.run.publication import writing

_CONNECT_SECONDS = 10
Files = dict[str, bytes]


def run_on_cluster(
    jobs: Iterable[Job],
    address: str,
    on_start: Callable[[Job], None] = lambda job: None,
) -> Iterator[Outcome]:
    """The outcome of every job as they finish; each report's files are then in its folder, as after `run_job`.

    Raises ReportError when Dask is not installed or nobody answers at the address.
    """
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise ReportError(
            [
                Problem(
                    workbook="flaggan --scheduler",
                    found="Paketet dask.distributed är inte installerat.",
                    remedy='Installera det med: pip install -c requirements.lock -e ".[cluster]"',
                )
            ]
        ) from None
    try:
        client = Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        raise ReportError(
            [
                Problem(
                    workbook="flaggan --scheduler",
                    found=f"Ingen schemaläggare svarar på {address}.",
                    expected="Adressen skrivs tcp://dator:port, till exempel tcp://127.0.0.1:8786.",
                    remedy="Starta den med dask scheduler och en arbetare med dask worker, eller rätta adressen.",
                )
            ]
        ) from error
    with client:
        futures = {}
        for job in jobs:
            on_start(job)
            futures[client.submit(run_remotely, job, pure=False, retries=1)] = job
        for future in as_completed(futures):
            job = futures[future]
            fault = future.exception()
            if fault is not None:
                words = f"Arbetaren i klustret gav inget svar: {type(fault).__name__}: {fault}."
                yield Outcome(job.committee, Status.FAILED, fault=words)
                continue
            outcome, files = future.result()
            yield _received(job, outcome, files)


def _received(job: Job, outcome: Outcome, files: Files) -> Outcome:
    """Puts a report's files in its folder. One that cannot be written here has failed; the others go on."""
    try:
        with writing(job.folder):
            job.folder.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                (job.folder / name).write_bytes(content)
    except ReportError as error:
        return replace(outcome, status=Status.FAILED, problems=(*outcome.problems, *error.problems))
    return outcome


def run_remotely(job: Job) -> tuple[Outcome, Files]:
    """On the worker: the report is made in a process of its own, since a worker runs many things in one."""
    with tempfile.TemporaryDirectory(prefix="followup-") as folder:
        there = replace(job, folder=Path(folder) / job.committee)
        done = subprocess.run(
            [sys.executable, "-m", "followup.run.cluster"],
            input=pickle.dumps(there),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"kod {done.returncode}"]
            return Outcome(job.committee, Status.FAILED, fault=f"Rapportens process i klustret föll: {last[0]}."), {}
        outcome = pickle.loads(done.stdout)
        return outcome, {path.name: path.read_bytes() for path in there.folder.glob("*") if path.is_file()}


def _run_here(job: Job) -> Outcome:
    """Refuses to make a report of something else than the parent asked for."""
    from followup.params.loading import load_params
    from followup.params.subject import subject_of

    subject = subject_of(job.data, Period.parse(job.period), job.committee, load_params())
    ours = fingerprint(subject, job.notebook, job.parameters)
    changed = differences(job.fingerprint, ours)
    if changed:
        problem = Problem(
            workbook="arbetaren i klustret",
            found=f"Arbetaren har något annat än den som startade körningen: {', '.join(changed)}.",
            remedy="Ge arbetaren samma version av projektet och samma datamapp.",
        )
        return Outcome(job.committee, Status.FAILED, problems=(problem,))
    return run_job(job)


def main() -> None:
    """Reads a pickled job on stdin and writes its pickled outcome on stdout."""
    from followup.run.warm import quick_imports

    quick_imports()
    answer = os.dup(1)
    # What a library prints must not end up in the answer.
    os.dup2(2, 1)
    outcome = _run_here(pickle.load(sys.stdin.buffer))
    with os.fdopen(answer, "wb") as stream:
        pickle.dump(outcome, stream)


if __name__ == "__main__":
    main()
