"""A month or a day as a sheet may hold it: a date cell, a number such as 202404, or one of several ways of writing."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from followup.ground.period import MONTHS, Period
from followup.ground.wording import normalised

# "april", "apr" and "sept" alike: the first three letters tell the months apart.
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}


def period_in(content: Any) -> str:
    """A month as `2024-04`. Raises ValueError for anything that is not one month of the years 2000-2099."""
    if isinstance(content, date):
        return _period(content.year, content.month)
    if isinstance(content, bool) or not isinstance(content, str | float | int):
        raise ValueError
    if isinstance(content, float | int):
        if isinstance(content, float) and not content.is_integer():
            raise ValueError
        content = str(int(content))
    text = normalised(content)
    if match := re.fullmatch(r"([0-9]{4})[-/.m ]?([0-9]{2})(?:[-/.]([0-9]{2}))?", text):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
        return _period(*date(year, month, day).timetuple()[:2])
    if match := re.fullmatch(r"([a-zåäö]+)\.?[ -]([0-9]{4})", text):
        return _period(int(match[2]), _month(match[1]))
    if match := re.fullmatch(r"([0-9]{4}) ([a-zåäö]+)", text):
        return _period(int(match[1]), _month(match[2]))
    raise ValueError


def date_in(content: Any) -> str:
    """A day as `2024-05-08`. Raises ValueError for anything else; 5/6 2024 could be two days and is refused."""
    if isinstance(content, datetime):
        content = content.date()
    if isinstance(content, date):
        day = content
    elif isinstance(content, str):
        text = normalised(content)
        if match := re.fullmatch(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?: 00:00(?::00)?)?", text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
        elif match := re.fullmatch(r"(?:den )?([0-9]{1,2})(?::e)? ([a-zåäö]+)\.? ([0-9]{4})", text):
            day = date(int(match[3]), _month(match[2]), int(match[1]))
        else:
            raise ValueError
    else:
        raise ValueError
    _period(day.year, day.month)
    return day.isoformat()


def _month(word: str) -> int:
    number = _MONTH_NUMBERS.get(word[:3])
    if number is None or not (MONTHS[number - 1].startswith(word) or word == "sept"):
        raise ValueError
    return number


def _period(year: int, month: int) -> str:
    if not (2000 <= year <= 2099 and 1 <= month <= 12):
        raise ValueError
    return str(Period(year, month))
