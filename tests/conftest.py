"""What several folders of tests share: the example period, built once by the real command.

Beside this file stand modules that tests import: samples, tables, workbooks.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from followup.paths import PROJECT

COMMITTEES = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
FILES = ("rapport.html", "rapport.pdf", "rapport.xlsx", "rapport.ipynb", "figures.csv")


def run_followup(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command `followup` in a process of its own, with these environment variables added."""
    return subprocess.run(
        [sys.executable, "-c", "from followup.cli import main; main()", *words],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def example_data() -> Path:
    """data/example, as it is in the repository."""
    return PROJECT / "data" / "example"


@pytest.fixture(scope="session")
def built_output(tmp_path_factory) -> Path:
    """The output folder with every report of 2024-04. The second worker waits, and finds them unchanged."""
    # pytest-xdist gives each worker a folder of its own inside a common one.
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    output = common / "built-period"
    with (common / "built-period.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run_followup("build", "--period", "2024-04", "--output", str(output))
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def built_period(built_output) -> Path:
    """The folder of the period in `built_output`."""
    return built_output / "2024-04"


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    """The five files of a report that must be the same from the same input."""
    return {name: (folder / name).read_bytes() for name in FILES}
