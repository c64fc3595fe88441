"""How Swedish reports name the time that a figure is for: `till och med augusti 2023`, `jan–aug`, `tertial 2 2023`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup.ground.period import MONTHS

_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec")
_NUMBERS = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_ORDINALS = ("första", "andra", "tredje", "fjärde")
# How many months there are in a part of the year that is counted.
_PARTS = {"tertial": 4, "t": 4, "kvartal": 3, "q": 3, "halvår": 6, "delår": 4}

MONTH = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
YEAR = r"20\d\d"
# "Mål och budget 2023–2027" is no 2023.
ONE_YEAR = rf"{YEAR}\b(?!\s?[–/-]\s?(?:20)?\d\d\b)"
_UP_TO = r"\b(?:till och med|t\.?\s?o\.?\s?m\.?|januari till|jan(?:uari|\.)?\s?[–-])"
_LAST = rf"(?:(?:den )?\d{{1,2}} )?(?P<month>{MONTH})(?:,? (?P<year>{ONE_YEAR}))?"
# A span since January without a word that is for something else: the months of an outcome.
SINCE_JANUARY = (
    rf"(?P<span>(?:{_UP_TO}|\bper)\s*(?:{_LAST}|(?:den )?(?P<date>{YEAR}-\d\d-\d\d)\b)"
    rf"|\befter (?P<count>{'|'.join(_NUMBERS)}) månader\b)"
)

_WITH_YEAR = re.compile(
    rf"(?P<dated>(?:{_UP_TO}|\bper)\s*(?:(?:den )?\d{{1,2}} )?(?P<month>{MONTH}),? (?P<year>{ONE_YEAR}))"
    rf"|(?P<day>(?:{_UP_TO}|\bper)\s*(?:den )?(?P<date>{YEAR}-\d\d-\d\d)\b)"
    rf"|(?P<counted>(?:\b(?P<part>tertial|kvartal|halvår|delår)(?:et)? ?|\b(?P<letter>[tq]))(?P<number>[1-4])"
    rf"(?:,| år)? (?P<of>{ONE_YEAR}))"
    rf"|(?P<ordered>\b(?P<ordinal>{'|'.join(_ORDINALS)}|sista) (?P<named>tertialet|kvartalet|halvåret|delåret)"
    rf"(?: år)? (?P<in>{ONE_YEAR}))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A time as a text names it: `month` is its last, `year` None where none is written, `at` where it stands."""

    words: str
    year: int | None
    month: int
    at: tuple[int, int]


def month_number(word: str) -> int:
    """1-12 of `augusti`, `aug` and `aug.`."""
    return next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == word[:3].lower())


def since_january(match: re.Match[str]) -> Named:
    """What a match of `SINCE_JANUARY` names."""
    if match["date"]:
        year, month = int(match["date"][:4]), int(match["date"][5:7])
    elif match["count"]:
        year, month = None, _NUMBERS.index(match["count"].lower()) + 1
    else:
        year, month = int(match["year"]) if match["year"] else None, month_number(match["month"])
    return Named(match["span"], year, month, match.span("span"))


def with_year(sentence: str) -> Iterator[Named]:
    """Times of a year that are more than a month, a season or a plan of it: they are whose figures a text tells."""
    for match in _WITH_YEAR.finditer(sentence):
        if match["dated"]:
            year, month = match["year"], month_number(match["month"])
        elif match["day"]:
            year, month = match["date"][:4], int(match["date"][5:7])
        elif match["counted"]:
            part = (match["part"] or match["letter"]).lower()
            year, month = match["of"], min(_PARTS[part] * int(match["number"]), 12)
        else:
            part = match["named"].lower().removesuffix("et")
            number = 12 if match["ordinal"].lower() == "sista" else _ORDINALS.index(match["ordinal"].lower()) + 1
            year, month = match["in"], min(_PARTS[part] * number, 12)
        yield Named(match[0], int(year), month, match.span())
