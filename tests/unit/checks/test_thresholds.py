"""Every threshold in params/rules.yml decides where it says that it does, and not a step to either side."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import tests.thresholds
from followup.params.loading import load_params
from tests.thresholds.pair import PAIRS, Pair

pytestmark = pytest.mark.slow

for module in pkgutil.iter_modules(tests.thresholds.__path__):
    importlib.import_module(f"tests.thresholds.{module.name}")


@pytest.fixture(scope="module")
def params():
    return load_params()


@pytest.mark.parametrize("one", PAIRS, ids=lambda one: f"{one.rule} {one.limit}")
def test_both_sides(one: Pair, params):
    assert one.found(params, one.inside) == []
    assert one.found(params, one.outside)
    assert one.found(params, one.outside, **{one.limit: one.moved}) == []
    limit = params.rules.checks[one.rule].limits[one.limit]
    # Nothing is less than no share at all.
    if limit:
        assert one.found(params, one.inside, **{one.limit: 2 * limit - one.moved})


def test_every_threshold_has_a_pair(params):
    checks = params.rules.checks
    assert {(one.rule, one.limit) for one in PAIRS} == {(code, name) for code in checks for name in checks[code].limits}
