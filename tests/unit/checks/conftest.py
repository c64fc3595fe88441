"""The small set of workbooks, and what the rules say of it."""

from collections.abc import Callable

import pytest

from followup.ground.errors import Severity
from tests.small_set import cache_of_the_module, data, own_cache, params, problems_for

__all__ = ["cache_of_the_module", "data", "own_cache", "params"]


@pytest.fixture
def told(data, params) -> Callable[..., list[tuple[str, str]]]:
    """Rule and message of a committee's errors."""
    return lambda committee="DNKS": [
        (one.rule, one.message.replace("\xa0", " "))
        for one in problems_for(data, params, committee)
        if one.severity is Severity.ERROR
    ]
