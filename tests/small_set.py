"""Fixtures: the small, valid set of workbooks and its params, with a cache of its own. A conftest imports them.

A test reads what it changes. What it leaves as it is has been written and read once, for all tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Params
from followup.params.subject import subject_of, subjects_of
from followup.sources.sources import parse, preload
from followup.workbooks import cache as parsed
from followup.workbooks.read_workbook import ReadWorkbook
from tests import workbooks

APRIL = Period(2024, 4)


_numbers = count()


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Nothing that another test or a real run has parsed may answer for this one.

    The folder is made by whoever saves something in it: a `tmp_path` for each of thousands of tests takes long.
    """
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path_factory.getbasetemp() / f"cache-{next(_numbers)}"))
    parsed.forget()


@pytest.fixture(scope="module")
def cache_of_the_module(tmp_path_factory):
    """For a module whose tests all read the example: each changes one workbook, and the others are parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOLLOWUP_CACHE", str(tmp_path_factory.mktemp("cache")))
        parsed.forget()
        yield


@pytest.fixture
def data(tmp_path) -> Path:
    """A complete, valid set of workbooks. They have been read as they are: `forget` to have it done again."""
    parsed._memory.update(_untouched())
    return workbooks.write_books(tmp_path / "data")


@pytest.fixture
def params() -> Params:
    """Params that agree with `data`. They are frozen, so that the same ones do for every test."""
    return _params()


def problems_for(data: Path, params: Params, committee: str = "DNKS", period: Period = APRIL) -> list[Problem]:
    """What `check_period` says of one committee, without what it says of the others."""
    return list(preload([subject_of(data, period, committee, params)])[committee])


@cache
def _params() -> Params:
    with TemporaryDirectory() as folder:
        return load_params(workbooks.write_params(Path(folder) / "params"))


@cache
def _untouched() -> Mapping[str, ReadWorkbook]:
    """What reading gives of the workbooks as they are, by its key in the cache, which holds their content."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOLLOWUP_CACHE", str(Path(folder) / "cache"))
        patch.setattr(parsed, "_memory", {})
        parse(subjects_of(workbooks.write_books(Path(folder) / "data"), APRIL, _params()))
        return parsed._memory
