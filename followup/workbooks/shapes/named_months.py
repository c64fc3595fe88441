"""The month that a heading names beside its own words: `Utfall april`, `Utfall jan–apr 2024`, `Utfall T1`."""

from __future__ import annotations

import re
from typing import NamedTuple

from followup.ground.period import MONTHS
from followup.ground.wording import normalised

_LONGEST = 100
_MONTH_OF = {word: number for number, name in enumerate(MONTHS, start=1) for word in (name, name[:3])} | {"sept": 9}
_WORDS = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_MONTH = re.compile(
    rf"\b(?P<word>{_WORDS})\b\.?(?:[ '-]?(?P<short>[0-9]{{2}})\b|,? (?P<year>20[0-9]{{2}})\b)?"
    r"|\b(?P<iso>20[0-9]{2})[-/.m]?(?P<number>0[1-9]|1[0-2])(?:[-/.]?[0-9]{2})?\b"
    r"|\b(?:period|per|månad|mån)\.? ?(?P<period>1[0-2]|0?[1-9])\b(?![-/.])"
    r"|\b[0-3]?[0-9]/(?P<day_of>1[0-2]|0?[1-9])\b"
    r"|\b(?P<yy>2[1-9]|3[0-9])-?(?P<mm>0[1-9]|1[0-2])(?:-?[0-3][0-9])?\b"
)
# A part of the year ends with a month: the first tertial with April.
_PART = re.compile(
    r"\b(?:(?P<kind>t|tertial|q|k|kv|kvartal|h|halvår)\.? ?(?P<number>[1-4])"
    r"|(?P<ordinal>första|andra|tredje|fjärde|[1-4]:[ae]) (?P<of>tertial|kvartal|halvår)\w*)\b"
)
_LENGTHS = {"t": 4, "q": 3, "k": 3, "h": 6}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}


class NamedMonth(NamedTuple):
    """The month, 1-12, and its year where the heading says one."""

    month: int
    year: int | None = None

    def __str__(self) -> str:
        return MONTHS[self.month - 1] + (f" {self.year}" if self.year else "")


def named_month(heading: str) -> NamedMonth | None:
    """The last month that a heading names; None if it names none.

    A part of the year is its last month. A month without a year of its own has the one that the heading says, if any.
    """
    text = normalised(heading[:_LONGEST])
    years = [int(year) for year in re.findall(r"\b20[0-9]{2}\b", text)]
    year = years[-1] if years else None
    found = [(match.start(), _of_match(match, year)) for match in _MONTH.finditer(text)]
    found += [(match.start(), NamedMonth(month, year)) for match in _PART.finditer(text) if (month := _end(match))]
    return max(found)[1] if found else None


def names_several(heading: str) -> bool:
    """Whether a heading names more than one month: several, or a part of the year."""
    text = normalised(heading[:_LONGEST])
    return bool(_PART.search(text)) or len({_of_match(match, None).month for match in _MONTH.finditer(text)}) > 1


def _of_match(match: re.Match[str], year: int | None) -> NamedMonth:
    if match["iso"]:
        return NamedMonth(int(match["number"]), int(match["iso"]))
    if match["yy"]:
        return NamedMonth(int(match["mm"]), 2000 + int(match["yy"]))
    if match["word"]:
        own = int(match["year"]) if match["year"] else 2000 + int(match["short"]) if match["short"] else year
        return NamedMonth(_MONTH_OF[match["word"]], own)
    return NamedMonth(int(match["period"] or match["day_of"]), year)


def _end(match: re.Match[str]) -> int | None:
    kind = match["kind"] or match["of"]
    ordinal = match["ordinal"] or match["number"]
    number = _ORDINALS.get(ordinal) or int(ordinal[0])
    end = number * _LENGTHS[kind[0]]
    return end if end <= 12 else None
