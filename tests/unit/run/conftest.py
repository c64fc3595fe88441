"""A job on a small notebook of its own, and sources that cost nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from small_set import data
from tiny_notebook import MakeJob, report_notebook

from followup.run.job import Job

__all__ = ["data"]


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What every report's sources answer in the test; set `problems`, `files` or `error`."""
    from followup.reports import open as module

    answer = SimpleNamespace(problems=(), notes=(), files=(), earlier_files=(), error=None)

    def read_report(*_: object) -> SimpleNamespace:
        if answer.error:
            raise answer.error
        return SimpleNamespace(sources=answer, kind=SimpleNamespace(reader="plan"))

    monkeypatch.setattr(module, "read_report", read_report)
    return answer


@pytest.fixture
def make_job(tmp_path: Path, sources: SimpleNamespace) -> MakeJob:
    """`make_job("cell", …, committee="DNKS")`: a job whose notebook ends with these cells."""

    def make(*cells: str, committee: str = "DNKS", plain_kernel: bool = False) -> Job:
        notebook = report_notebook(tmp_path / f"{committee}.ipynb", *cells)
        return Job(
            period="2024-04",
            committee=committee,
            name=committee,
            notebook=notebook,
            data=tmp_path,
            folder=tmp_path / ("kernel" if plain_kernel else "process") / committee,
            parameters={"committee": committee, "period": "2024-04", "data": "data/example"},
            fingerprint={"inputs": {}, "parameters": {}},
            plain_kernel=plain_kernel,
        )

    return make
