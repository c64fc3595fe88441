"""What a cell may be before anybody knows its column: a word, a number, a time that may head a column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from followup.ground.number_text import AmbiguousNumber, NotANumber, number_in
from followup.ground.wording import normalised
from followup.workbooks.cells.cell_values import MISSING_WORDS, is_blank
from followup.workbooks.cells.period_text import period_in
from followup.workbooks.files.marked_cells import PercentCell, ShownCell

FIRST_YEAR, LAST_YEAR = 1990, 2100


def is_missing(content: Any) -> bool:
    """Whether nothing stands there, or a word for nothing."""
    return is_blank(content) or (isinstance(content, str) and normalised(content) in MISSING_WORDS)


def number_of(content: Any) -> float | None:
    """The number of a cell, whether it is one or a text; per cent as written. None for anything else."""
    if isinstance(content, bool) or is_missing(content):
        return None
    if isinstance(content, float | int):
        return float(content)
    if isinstance(content, PercentCell):
        return float(content.percent)
    if isinstance(content, ShownCell):
        return content.value
    return _number_in(content) if isinstance(content, str) else None


@lru_cache(maxsize=10_000)
def _number_in(content: str) -> float | None:
    """The same words stand in a column again and again."""
    try:
        return float(number_in(content).value)
    except AmbiguousNumber as fault:
        return float(fault.readings[1])
    except NotANumber:
        return None


def year_of(content: Any) -> int | None:
    """A cell that is a year and nothing more."""
    if isinstance(content, str):
        text = content.strip()
        return int(text) if text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR else None
    if isinstance(content, bool) or not isinstance(content, float | int) or not FIRST_YEAR <= content <= LAST_YEAR:
        return None
    return int(content) if content == int(content) else None


def is_time(content: Any) -> bool:
    """Whether a cell is a year, a month or a day, as may head a column."""
    if year_of(content) is not None or isinstance(content, date):
        return True
    try:
        period_in(content)
    except ValueError:
        return False
    return True


def is_label(content: Any) -> bool:
    """Whether a cell may be a heading: a word or a time, and no number."""
    if is_time(content):
        return True
    return isinstance(content, str) and not is_missing(content) and number_of(content) is None


def filled(row: Sequence[Any]) -> list[int]:
    """The positions of a row where anything stands."""
    return [position for position, content in enumerate(row) if not is_blank(content)]
