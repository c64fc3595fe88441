"""What several folders of tests share: reports of every kind, built once by the real command.

Beside this file stand modules that tests import: samples, tables, workbooks.
"""

from __future__ import annotations

import gc
import importlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from followup.formats import files
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.run.warm import quick_imports

# As in the command, before any test's module imports something heavy.
quick_imports()

COMMITTEES = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
# What is built for the tests: the whole of one period, and of every other kind a few that differ the most.
SAMPLE = {
    "2018": ("RS",),
    "2018-10": ("RS",),
    "2018-12": ("RS",),
    "2019": ("RS",),
    "2019-08": ("DNKS",),
    "2022": ("RS",),
    "2022-12": ("RS",),
    "2023-12": ("DNKS", "GNHH"),
    "2024": ("RS", "DNKS", "REGION"),
    "2024-02": ("DNHS", "REGION"),
    "2024-04": (*COMMITTEES, "REGION"),
    "2024-08": ("DNHS", "DNKT", "REGION"),
    "2024-10": ("DNKT",),
    "2024-12": ("DNHS", "PN", "GNHH", "REGION"),
}


def _everything() -> dict[str, tuple[str, ...]]:
    params = load_params(PROJECT / "params")
    periods = [Period.parse(entry.period) for entry in params.calendar.periods]
    return {str(period): tuple(one.code for one in params.reporting(period)) for period in periods}


# `make nightly` tests every report of the calendar.
BUILT = _everything() if os.environ.get("FOLLOWUP_EVERY_REPORT") else SAMPLE
REPORTS = tuple((period, code) for period, codes in BUILT.items() for code in codes)
FILES = tuple(file.name for file in files.FILES)


def pytest_collection() -> None:
    """Nothing that is made while modules are imported is garbage, and looking for it takes a tenth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What has been imported lives to the end: it is not looked through again each time that garbage is collected."""
    # Its plugin imports it at the end if no test has, and then warns of what it cannot find among the frozen objects.
    importlib.import_module("hypothesis")
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What forks comes first: Typst's threads, once another test has started them, do not survive a fork."""
    forks = PROJECT / "tests" / "unit" / "run"
    items.sort(key=lambda item: not item.path.is_relative_to(forks))


def run_followup(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command `followup` in a process of its own, with these environment variables added."""
    return subprocess.run(
        [sys.executable, "-c", "from followup.command.cli import main; main()", *words],
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
    """The output folder with the reports of BUILT. The second worker waits, and finds them there."""
    # pytest-xdist gives each worker a folder of its own inside a common one.
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    output = common / "built-period"
    with FileLock(common / "built-period.lock"):
        for period, codes in BUILT.items():
            if (output / period / "index.html").exists():
                continue
            chosen = [word for code in codes for word in ("--committee", code)]
            done = run_followup("build", "--period", period, "--output", str(output), *chosen)
            assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(params=REPORTS, ids="-".join)
def report_folder(request, built_output) -> Path:
    """The folder of each of the built reports in turn."""
    return built_output.joinpath(*request.param)


@pytest.fixture(scope="session")
def built_period(built_output) -> Path:
    """The folder of 2024-04 in `built_output`: the period that is built for everybody."""
    return built_output / "2024-04"


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    """The files of a report, all but its manifest, that must be the same from the same input."""
    return {name: (folder / name).read_bytes() for name in FILES}
