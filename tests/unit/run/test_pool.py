"""Reports side by side: whatever one process does to itself, every job gets an outcome."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from followup.run.job import Job
from followup.run.outcome import Outcome, Status
from followup.run.pool import run_all, start_method

pytestmark = pytest.mark.skipif(start_method() != "fork", reason="the tests' functions cannot be sent to a new process")


def job(folder: Path, committee: str) -> Job:
    return Job("2024-04", committee, committee, folder / "n.ipynb", folder, folder / committee, {}, {})


def behave(job: Job) -> Outcome:
    """Does what the committee's name says."""
    if job.committee == "dies":
        print("sista orden", flush=True)
        os._exit(3)
    if job.committee == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if job.committee == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)
    if job.committee.startswith("sleeps"):
        time.sleep(60)
    return Outcome(job.committee, Status.BUILT)


def outcomes(folder: Path, *committees: str, **settings) -> dict[str, Outcome]:
    jobs = [job(folder, committee) for committee in committees]
    return {outcome.committee: outcome for outcome in run_all(jobs, workers=2, run=behave, **settings)}


def test_a_process_that_dies_takes_nobody_with_it(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "a", "dies", "b", "killed", "c", "crashes", "d")

    assert {code: str(outcome.status) for code, outcome in found.items()} == {
        "a": "byggd",
        "b": "byggd",
        "c": "byggd",
        "d": "byggd",
        "dies": "inte byggd",
        "killed": "inte byggd",
        "crashes": "inte byggd",
    }
    assert found["dies"].fault == ("Rapportens process avslutades oväntat (kod 3). Det den skrev ut står i failed.log.")
    assert (tmp_path / "dies" / "failed.log").read_text(encoding="utf-8") == "sista orden\n"
    assert found["killed"].fault == (
        "Rapportens process avbröts av systemet (SIGKILL). Det händer när minnet tar slut: försök med --jobs 1. "
        "Det den skrev ut står i failed.log."
    )
    assert found["crashes"].fault == (
        "Rapportens process avbröts av systemet (SIGSEGV). Det den skrev ut står i failed.log."
    )
    assert "Segmentation fault" in (tmp_path / "crashes" / "failed.log").read_text(encoding="utf-8")


def test_a_report_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "sleeps", "a", timeout=1)

    assert found["a"].status is Status.BUILT
    assert found["sleeps"].fault == (
        "Rapporten tog längre tid än 1 sekunder och avbröts. Ge den mer tid med --timeout. "
        "Det den skrev ut står i failed.log."
    )


def test_an_interruption_leaves_no_process_behind(tmp_path: Path) -> None:
    pids: list[int] = []

    def interrupt() -> None:
        import multiprocessing

        pids.extend(child.pid or 0 for child in multiprocessing.active_children())
        raise KeyboardInterrupt

    jobs = [job(tmp_path, "sleeps-1"), job(tmp_path, "sleeps-2")]
    with pytest.raises(KeyboardInterrupt):
        list(run_all(jobs, workers=2, run=behave, on_tick=interrupt))

    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_jobs_start_in_order_and_no_more_than_asked_at_a_time(tmp_path: Path) -> None:
    started: list[str] = []
    running: set[str] = set()
    most = 0

    def on_start(one: Job) -> None:
        nonlocal most
        started.append(one.committee)
        running.add(one.committee)
        most = max(most, len(running))

    for outcome in run_all([job(tmp_path, code) for code in "abcde"], workers=2, run=behave, on_start=on_start):
        running.discard(outcome.committee)

    assert started == list("abcde")
    assert most == 2
