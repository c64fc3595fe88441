"""The same work list on a Dask cluster of one worker on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_notebook import report_notebook

from followup.formats.files import FILES
from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.run.cluster import _received, run_on_cluster
from followup.run.fingerprint import fingerprint
from followup.run.job import Job
from followup.run.manifest import NAME as MANIFEST
from followup.run.outcome import Outcome, Status

pytestmark = pytest.mark.slow

DATA = PROJECT / "data" / "example"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def job(tmp_path: Path) -> Job:
    notebook = report_notebook(tmp_path / "n.ipynb")
    parameters = {"committee": "DNKS", "period": "2024-04", "data": "data/example"}
    made_of = fingerprint(subject_of(DATA, Period(2024, 4), "DNKS", load_params()), notebook, parameters)
    return Job("2024-04", "DNKS", "DNKS", notebook, DATA, tmp_path / "out" / "DNKS", parameters, made_of)


def test_the_files_come_back_from_the_worker(address: str, job: Job) -> None:
    other = replace(job, committee="RS", folder=job.folder.with_name("RS"), fingerprint=job.fingerprint | {"code": "x"})
    found = {outcome.committee: outcome for outcome in run_on_cluster([job, other], address)}

    assert found["DNKS"].status is Status.BUILT, found["DNKS"]
    assert {path.name for path in job.folder.iterdir()} == {*(file.name for file in FILES), MANIFEST}
    # A worker with another version of the program must not make reports that look like ours.
    assert found["RS"].status is Status.FAILED
    (problem,) = found["RS"].problems
    assert problem.place == "arbetaren i klustret"
    assert "programmet" in problem.found


def test_a_report_that_cannot_be_written_here_stops_nobody(job: Job) -> None:
    job.folder.parent.mkdir(parents=True)
    job.folder.write_text("i vägen")
    found = _received(job, Outcome("DNKS", Status.BUILT), {"rapport.html": b"sida"})

    assert found.status is Status.FAILED
    assert [problem.workbook for problem in found.problems] == [f"mappen {job.folder}"]


def test_an_address_where_nobody_answers(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr("followup.run.cluster._CONNECT_SECONDS", 1)
    with pytest.raises(ReportError) as caught:
        list(run_on_cluster([job], "tcp://127.0.0.1:1"))
    assert str(caught.value) == (
        "flaggan --scheduler: Ingen schemaläggare svarar på tcp://127.0.0.1:1. "
        "Adressen skrivs tcp://dator:port, till exempel tcp://127.0.0.1:8786. "
        "Starta den med dask scheduler och en arbetare med dask worker, eller rätta adressen."
    )


def test_without_dask_the_message_says_how_to_install_it(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ReportError) as caught:
        list(run_on_cluster([job], "tcp://127.0.0.1:8786"))
    assert str(caught.value) == (
        "flaggan --scheduler: Paketet dask.distributed är inte installerat. "
        'Installera det med: pip install -c requirements.lock -e ".[cluster]"'
    )
