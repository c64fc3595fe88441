"""Reports side by side: one process each, forked from this one while it is warm, a few at a time.

A report's process may do anything to itself: leave open figures, run out of memory, end without a word. The others go
on, and whoever asked gets an outcome for every job. Nothing here may start a thread: a process is forked from this one
for every report, and a lock that a thread holds at that moment stays locked for ever in the copy.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from followup.run.job import Job, run_job
from followup.run.outcome import Outcome, Status
from followup.run.publication import FAULT_LOG

Run = Callable[[Job], Outcome]
# How long the processes get to end by themselves when the run is interrupted.
_GRACE_SECONDS = 3.0
_TICK_SECONDS = 0.5


def start_method() -> str:
    """`fork` on Linux; elsewhere the system's own libraries do not survive it, and each process starts afresh."""
    return "fork" if sys.platform == "linux" else "spawn"


@dataclass
class _Worker:
    job: Job
    process: Any
    results: Connection
    started: float


def run_all(
    jobs: Iterable[Job],
    workers: int,
    timeout: float | None = None,
    on_start: Callable[[Job], None] = lambda job: None,
    on_tick: Callable[[], None] = lambda: None,
    run: Run = run_job,
) -> Iterator[Outcome]:
    """The outcome of every job, as they finish; the jobs start in the order given, at most `workers` at a time.

    A report that takes longer than `timeout` seconds is stopped. Closing the iterator, or an exception in whoever
    iterates (Ctrl-C), stops the processes that are running.
    """
    context = multiprocessing.get_context(start_method())
    waiting = list(jobs)
    running: list[_Worker] = []
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                job = waiting.pop(0)
                on_start(job)
                running.append(_started(context, job, run))
            ready = wait([worker.results for worker in running], timeout=_TICK_SECONDS)
            on_tick()
            for worker in list(running):
                outcome = _outcome(worker, worker.results in ready, timeout)
                if outcome:
                    running.remove(worker)
                    yield outcome
    finally:
        _stop(running)


def _started(context: Any, job: Job, run: Run) -> _Worker:
    # What is buffered here would be written once more by the copy.
    sys.stdout.flush()
    sys.stderr.flush()
    results, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, sender, run), name=f"followup-{job.committee}")
    with warnings.catch_warnings():
        # From Python 3.12: native threads of a numerics library, idle and safe to leave behind, are warned about.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    # Only the process itself may hold this end: its death is then seen as the end of the stream.
    sender.close()
    return _Worker(job, process, results, time.monotonic())


def _work(job: Job, sender: Connection, run: Run) -> None:
    """What the report's process does. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    with suppress(OSError):
        _divert_output(job)
    sender.send(run(job))
    sender.close()


def _end(_signal: int, _frame: Any) -> None:
    """Leaves by way of the `finally` blocks, which stop a kernel and remove temporary folders."""
    raise SystemExit(1)


def _divert_output(job: Job) -> None:
    """What a library prints goes to a log beside the report, not across the progress bar."""
    log = os.open(f"{job.folder}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    sys.stdout.flush()
    sys.stderr.flush()
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
    faulthandler.enable(sys.stderr)


def _outcome(worker: _Worker, is_ready: bool, timeout: float | None) -> Outcome | None:
    """The outcome if the worker is done, dead or too late; None while it is at work."""
    seconds = time.monotonic() - worker.started
    if is_ready:
        try:
            outcome: Outcome = worker.results.recv()
        except (EOFError, OSError):
            worker.process.join()
            outcome = _died(worker, seconds)
        _end_process(worker)
        return outcome
    if timeout and seconds > timeout:
        _end_process(worker, at_once=True)
        words = f"Rapporten tog längre tid än {timeout:g} sekunder och avbröts. Ge den mer tid med --timeout."
        return _lost(worker, seconds, words)
    return None


def _died(worker: _Worker, seconds: float) -> Outcome:
    code = worker.process.exitcode
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        memory = " Det händer när minnet tar slut: försök med --jobs 1." if name == "SIGKILL" else ""
        words = f"Rapportens process avbröts av systemet ({name}).{memory}"
    else:
        words = f"Rapportens process avslutades oväntat (kod {code})."
    return _lost(worker, seconds, words)


def _lost(worker: _Worker, seconds: float, words: str) -> Outcome:
    """An outcome for a process that gave none. What it printed becomes the log that is published."""
    folder = worker.job.folder
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        folder.with_name(f"{folder.name}.log").replace(folder / FAULT_LOG)
        words += f" Det den skrev ut står i {FAULT_LOG}."
    return Outcome(worker.job.committee, Status.FAILED, round(seconds, 3), fault=words)


def _end_process(worker: _Worker, at_once: bool = False) -> None:
    if at_once:
        worker.process.terminate()
    worker.process.join(_GRACE_SECONDS)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.results.close()


def _stop(running: list[_Worker]) -> None:
    """Asks all to end, then makes them."""
    for worker in running:
        worker.process.terminate()
    for worker in running:
        _end_process(worker)
