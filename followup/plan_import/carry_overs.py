"""What stands in parentheses after a name: where it was carried over from, a note, or a part of the name.

parted("Doula och kulturtolk (Social hållbarhet 2017)", 2018, units)    # carried over from Social hållbarhet 2017
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from followup.ground.wording import normalised

STARRED = "märkt med * i planen"

_LAST = re.compile(r"\s*(?:[-–]\s*)?\(([^()]{1,120})\)\s*$")
_YEAR_LAST = re.compile(r"(?<![0-9-])((?:19|20)[0-9]{2})\s*$")
# ”Från MoB 2018”, but not ”från 2019-01-01”: that says from when.
_FROM = re.compile(r"(?:från|ersätter|överförd|överfört|flyttad|flyttat)\s+[^\W\d]", re.IGNORECASE)
_REFERENCE = re.compile(r"se\s", re.IGNORECASE)


@dataclass(frozen=True)
class Parted:
    """A name without what was taken from it. `left` is a last parenthesis that may be more than a part of the name."""

    name: str
    carried_over: str
    notes: tuple[str, ...]
    left: str


def units_in(names: Iterable[str], year: int) -> frozenset[str]:
    """Whatever earlier plans are named after anywhere in the table: `(Näringsliv 2017)` makes `(Näringsliv)` known."""
    found = set()
    for name in names:
        while match := _LAST.search(name):
            name = name[: match.start()]
            if (old := _YEAR_LAST.search(match[1])) and int(old[1]) < year and not _FROM.match(match[1]):
                found |= {normalised(unit) for unit in match[1][: old.start()].split(",")}
    return frozenset(found - {""})


def parted(name: str, year: int, units: frozenset[str]) -> Parted:
    """A name of a plan for `year`, and what stands around it."""
    carried: list[str] = []
    notes: list[str] = []
    star = (STARRED,) if name.startswith("*") and name.strip("* ") else ()
    name = name.lstrip("* ") if star else name
    left = ""
    while match := _LAST.search(name):
        inside = " ".join(match[1].split()).replace(" ,", ",")
        old = _YEAR_LAST.search(inside)
        if _FROM.match(inside) or (old and int(old[1]) < year):
            carried.insert(0, inside)
        elif _REFERENCE.match(inside) or _is_unit(inside, old, units):
            notes.insert(0, inside)
        else:
            left = inside
            break
        if not name[: match.start()].strip():
            # A name that is nothing but a parenthesis stays.
            return Parted(name, "", (), "")
        name = name[: match.start()].rstrip()
    return Parted(name, "; ".join(carried), (*notes, *star), left)


def _is_unit(inside: str, year: re.Match[str] | None, units: frozenset[str]) -> bool:
    words = inside[: year.start()] if year else inside
    return bool(words.strip()) and all(normalised(word) in units for word in words.split(","))
