"""Fixtures: the small, valid set of workbooks and its params, with a cache of its own. A conftest imports them."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup.params.loading import load_params
from followup.params.params import Params
from followup.workbooks import cache
from tests import workbooks


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """Nothing that another test or a real run has parsed may answer for this one."""
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    cache.forget()


@pytest.fixture
def data(tmp_path) -> Path:
    """A complete, valid set of workbooks."""
    return workbooks.write_books(tmp_path / "data")


@pytest.fixture
def params(tmp_path) -> Params:
    """Params that agree with `data`."""
    return load_params(workbooks.write_params(tmp_path / "params"))
