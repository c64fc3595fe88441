"""A month or a day as a sheet may hold it: a date cell, a number such as 202404, or one of several ways of writing.

Months in a row are a span, `januari–april 2024`: where amounts are since January it is one month's name, and
elsewhere it is none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from followup.ground.period import MONTHS, Period
from followup.ground.wording import normalised
from followup.workbooks.cells.cell_words import shown

# "april", "apr" and "sept" alike: the first three letters tell the months apart.
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}

_NUMBERED = re.compile(r"(?P<year>[0-9]{4})[-/.m]?(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")
_NAMED = re.compile(
    r"(?:(?P<before>[0-9]{4}),? )?(?:(?P<day>[0-9]{1,2}) )?(?P<month>[a-zåäö]+)\.?(?:,? (?P<year>[0-9]{4}))?"
)
_BETWEEN = re.compile(r" ?--? ?|/| (?:till och med|till|tom|t\.? ?o\.? ?m)\.? ")
_UP_TO = re.compile(r"(?:till och med|tom|t\.? ?o\.? ?m)\.? (?P<last>.+)")
_PART_OF_YEAR = re.compile(
    r"\b(?:20[0-9]{2})?(?:(?:[tqk]|kv)\.? ?[1-4]|h[12]|(?:tertial|kvartal|delår|halvår|helår)\w*)\b"
)
# A date has the same dash twice; with a hyphen and a dash, the last two digits are another month.
_MONTH_TO_MONTH = re.compile(r"\s*[0-9]{4}-[0-9]{2}\s?[\u2012-\u2015]\s?[0-9]{2}\s*")

_YEAR = re.compile(r"20[0-9]{2}")
# How a month is written, without one that somebody may copy.
_AS_MONTH = "Skriv årtalet, ett bindestreck och månadens nummer, 01\N{EN DASH}12."
_OF_YEAR = "Ett mått för ett helt år skrivs på årets december."


@dataclass(frozen=True)
class Span:
    """Whole months in a row, 1-12, of the years where they begin and end; without years where none is written."""

    first_year: int | None
    first_month: int
    last_year: int | None
    last_month: int

    @property
    def is_since_january(self) -> bool:
        """Whether it is from January to a month of the same year."""
        return self.first_month == 1 and self.first_year == self.last_year


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
    if _MONTH_TO_MONTH.fullmatch(content):
        raise ValueError
    text = normalised(content)
    if match := re.fullmatch(r"([0-9]{4})[-/.m ]?([0-9]{2})(?:[-/.]([0-9]{2}))?", text):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
        return _period(*date(year, month, day).timetuple()[:2])
    if match := re.fullmatch(r"([a-zåäö]+)\.?[ -]([0-9]{4})", text):
        return _period(int(match[2]), _month(match[1]))
    if match := re.fullmatch(r"([0-9]{4}) ([a-zåäö]+)", text):
        return _period(int(match[1]), _month(match[2]))
    raise ValueError


def accumulated_in(content: Any) -> str:
    """The last month, as `2024-04`, of what is counted from January: a month, or a span since January of its year.

    Raises ValueError for anything else: other spans, and those without a year.
    """
    try:
        return period_in(content)
    except ValueError:
        pass
    span = span_in(content)
    if not span.is_since_january or span.last_year is None:
        raise ValueError
    return _period(span.last_year, span.last_month)


def span_in(content: Any) -> Span:
    """Whole months in a row: `jan–apr 2024`, `2024-01--2024-04`, `1 februari till 30 april`, `t.o.m. april 2024`.

    Raises ValueError for anything else, also for a day in the middle of a month and for an end before the beginning.
    """
    if not isinstance(content, str):
        raise ValueError
    text = normalised(content)
    if match := _UP_TO.fullmatch(text):
        year = _end_of_span(match["last"]).year
        return _span("januari" if year is None else f"januari {year}", match["last"])
    for between in _BETWEEN.finditer(text[:60]):
        try:
            return _span(text[: between.start()], text[between.end() :])
        except ValueError:
            continue
    raise ValueError


def is_part_of_year(content: Any) -> bool:
    """Whether it names months by their place in the year: `T1 2024`, `delår 2`, `första halvåret`, `helår 2024`."""
    return isinstance(content, str) and bool(_PART_OF_YEAR.search(normalised(content[:60])))


def no_month(content: Any, *, accumulated: bool) -> tuple[str, str]:
    """What is wrong with a cell that is no month, and the remedy: several months are told as what they are."""
    here = f"Här står {shown(content)}"
    try:
        span = span_in(content)
    except ValueError:
        if not is_part_of_year(content):
            of_year = f" {_OF_YEAR}" if _YEAR.fullmatch(str(content).strip()) else ""
            return f"{here}, som inte är en månad.", f"{_AS_MONTH}{of_year}"
        span = None
    if not accumulated:
        return (
            f"{here}, som är flera månader.",
            "Skriv en rad för varje månad, som 2024-04, med månadens egna tal. Är raden en summa av andra rader: ta "
            "bort den. Ett mått för en längre tid skrivs på tidens sista månad.",
        )
    if span is None:
        return f"{here}, som inte säger vilken månad perioden slutar.", "Skriv periodens sista månad, som 2024-04."
    if span.is_since_january:
        return f"{here}, där året saknas.", "Skriv periodens sista månad med år, som 2024-04."
    return (
        f"{here}, som inte är januari till en månad samma år.",
        "Uppgifterna ska gälla från januari. Skriv den månad som de gäller till och med, som 2024-04.",
    )


def _span(first: str, last: str) -> Span:
    start, end = _end_of_span(first), _end_of_span(last)
    one, other = start.year or end.year, end.year or start.year
    if start.day not in (None, 1) or (one or 0, start.month) > (other or 0, end.month):
        raise ValueError
    if end.day is not None and end.day != monthrange(other or 2024, end.month)[1]:
        raise ValueError
    return Span(one, start.month, other, end.month)


class _EndOfSpan(NamedTuple):
    """One end of a span; the year and the day may be missing."""

    year: int | None
    month: int
    day: int | None


def _end_of_span(text: str) -> _EndOfSpan:
    if match := _NUMBERED.fullmatch(text):
        year, month = match["year"], int(match["month"])
    elif match := _NAMED.fullmatch(text):
        if match["before"] and match["year"]:
            raise ValueError
        year, month = match["before"] or match["year"], _month(match["month"])
    else:
        raise ValueError
    _period(int(year or 2000), month)
    return _EndOfSpan(int(year) if year else None, month, int(match["day"]) if match["day"] else None)


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
