from pathlib import Path

import pytest
import workbooks

from followup.inputs import cache
from followup.inputs.params import Params, load_params


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
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
