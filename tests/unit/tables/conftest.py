"""The small set of workbooks."""

from tests.small_set import data, own_cache, params

__all__ = ["data", "own_cache", "params"]
