"""What reading found of a cell is all that is said of it."""

from __future__ import annotations

from tests import workbooks
from tests.small_set import data, own_cache, params, problems_for

__all__ = ["data", "own_cache", "params"]


def test_a_word_that_is_unknown_is_not_told_as_an_empty_cell_too(data, params) -> None:
    workbooks.edit(data / workbooks.DNKS, "Mål", {"B2": "Bedöms uppnåss"})
    told = [one for one in problems_for(data, params) if (one.sheet, one.cell) == ("Mål", "B2")]
    assert [one.found for one in told] == ["Här står ”Bedöms uppnåss”, som är okänt."]


def test_a_cell_that_is_empty_is_told_as_that(data, params) -> None:
    workbooks.edit(data / workbooks.DNKS, "Mål", {"B2": None})
    told = [one for one in problems_for(data, params) if (one.sheet, one.cell) == ("Mål", "B2")]
    assert [one.expected for one in told] == ["Varje mål ska ha en bedömning. ”Bedömning saknas” är också en."]
