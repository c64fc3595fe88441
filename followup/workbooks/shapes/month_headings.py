"""Headings that say a month: `Utfall jan`, `2024-01`, `Budget {month}` in a layout."""

from __future__ import annotations

import re

from followup.ground.period import MONTHS
from followup.ground.wording import normalised
from followup.params.column_layout import MONTH
from followup.workbooks.cells.period_text import accumulated_in, period_in

_SHORT_YEAR = re.compile(r"([a-zåäö]+)\.?[ '-]?([0-9]{2})")


def month_in(pattern: str, heading: str, year: int | None, *, accumulated: bool = False) -> int | None:
    """The month, 1-12, that stands for `{month}`; None if the heading is not `pattern`, or of another year.

    A month is written in any of the ways of a cell, and without its year: `jan`, `januari`, `1`, `jan-24`. Amounts
    since January may say so: `jan–mar`.
    """
    before, _, after = normalised(pattern).partition(MONTH)
    text = normalised(heading[:100])
    if not (text.startswith(before) and text.endswith(after)) or len(text) <= len(before) + len(after):
        return None
    word = text[len(before) : len(text) - len(after)].strip(" ()")
    return _month(word, year, accumulated=accumulated)


def _month(word: str, year: int | None, *, accumulated: bool) -> int | None:
    if re.fullmatch("0?[1-9]|1[0-2]", word):
        return int(word)
    named = _SHORT_YEAR.fullmatch(word)
    candidates = [word, f"{named[1]} 20{named[2]}" if named else "", f"{word} {year}" if year else ""]
    for one in filter(None, candidates):
        try:
            found = accumulated_in(one) if accumulated else period_in(one)
        except ValueError:
            continue
        return int(found[5:]) if year is None or int(found[:4]) == year else None
    return None


def month_name(month: int) -> str:
    return MONTHS[month - 1]
