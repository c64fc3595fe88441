"""Headings that say a month: `Utfall jan`, `2024-01`, `Budget {month}` in a layout."""

from __future__ import annotations

import re

from followup.ground.period import MONTHS
from followup.ground.wording import normalised
from followup.params.column_layout import MONTH, PARTS, ColumnLayout
from followup.workbooks.cells.period_text import accumulated_in, period_in

_SHORT_YEAR = re.compile(r"([a-zåäö]+)\.?[ '-]?([0-9]{2})")

_ORDINALS = ("första", "andra", "tredje", "fjärde")


def _parts(letters: str, name: str) -> re.Pattern[str]:
    number = rf"(?:(?:{letters}|{name}(?:et)?)\.? ?)?(?P<number>[1-4])"
    ordinal = rf"(?P<ordinal>{'|'.join(_ORDINALS)}) {name}et"
    return re.compile(rf"(?:(?P<before>20[0-9]{{2}})[ -]?)?(?:{number}|{ordinal})(?:,? (?P<year>20[0-9]{{2}}))?")


_SAYS_PART = {"quarter": re.compile(r"\b(?:q|k|kv|kvartal)\b"), "tertial": re.compile(r"\b(?:t|tertial)\b")}
_PARTS = {"quarter": _parts("q|k|kv", "kvartal"), "tertial": _parts("t", "tertial")}


def month_in(pattern: str, heading: str, year: int | None, *, accumulated: bool = False) -> int | None:
    """The month, 1-12, that stands for `{month}`; None if the heading is not `pattern`, or of another year.

    A month is written in any of the ways of a cell, and without its year: `jan`, `januari`, `1`, `jan-24`. Amounts
    since January may say so: `jan–mar`.
    """
    word = _word(pattern, MONTH, heading)
    return _month(word, year, accumulated=accumulated) if word else None


def months_in(column: ColumnLayout, heading: str, year: int | None) -> list[int]:
    """The months that a heading of a column goes for: one, or those of a quarter or a tertial."""
    if not column.part:
        read = (month_in(header, heading, year, accumulated=column.from_accumulated) for header in column.headers)
        return [month for month in read if month][:1]
    for header in column.headers:
        for placeholder, months in PARTS.items():
            word, kind = _word(header, placeholder, heading), placeholder[1:-1]
            if word.isdecimal() and not _SAYS_PART[kind].search(
                normalised(f"{column.group} {header.replace(placeholder, '')}")
            ):
                # Quarters, tertials or months: a number alone is any of them.
                continue
            number = _part(word, kind, year)
            if 1 <= number <= 12 // months:
                return [*range((number - 1) * months + 1, number * months + 1)]
    return []


def _word(pattern: str, placeholder: str, heading: str) -> str:
    """What stands where a pattern has its placeholder; empty if the heading is not the pattern."""
    if placeholder not in pattern:
        return ""
    before, _, after = normalised(pattern).partition(placeholder)
    text = normalised(heading[:100])
    if not (text.startswith(before) and text.endswith(after)) or len(text) <= len(before) + len(after):
        return ""
    return text[len(before) : len(text) - len(after)].strip(" ()")


def _part(word: str, kind: str, year: int | None) -> int:
    """The number of a part of the year, `kv 1`, `T2 2024`, `2024Q1`, `första kvartalet`; 0 for anything else."""
    match = _PARTS[kind].fullmatch(word)
    if not match or (year and (said := match["year"] or match["before"]) and int(said) != year):
        return 0
    return _ORDINALS.index(match["ordinal"]) + 1 if match["ordinal"] else int(match["number"])


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
