"""Whether one heading is another one misspelt, and whether it means something else.

A suggestion is followed: ”Utfall ack” is no misspelling of ”Utfall”, nor ”Budget 2023” of ”Budget 2024”, and a column
that is read under the wrong heading is a false number that nothing else may notice.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from followup.ground.wording import normalised

# Two spellings of one word share at least so much; ”ingående” and ”utgående” share three quarters.
_ALIKE = 0.8
_SHORTEST_MISSPELT = 4
_WORD = re.compile(r"[^\W\d_]+\.?|[0-9]+|%")
# What may stand beside a heading without making it another one.
_UNITS = {"i", "kr", "tkr", "mnkr", "mkr", "kronor", "sek"}

# Words that make an amount another amount: accumulated, of another time, of another kind.
_ACCUMULATED = re.compile(r"\back(?:\.|umuler\w*|\b)|\bt\.? ?o\.? ?m\b\.?|\btom\b|\bhittills\b|\bytd\b")


def misspelt(wanted: str, known: Iterable[str]) -> str:
    """The known heading that can only be `wanted` with a slip of the pen; empty if none or several are."""
    found = [one for one in dict.fromkeys(known) if is_misspelling(one, wanted)]
    return found[0] if len(found) == 1 else ""


def misnamed(wanted: str, known: Iterable[str]) -> str:
    """The known sheet that can only be `wanted`: misspelt or with more words after it; empty if none or several."""
    names = list(known)
    longer = [one for one in names if normalised(one).startswith(f"{normalised(wanted)} ")]
    return misspelt(wanted, names) or (longer[0] if len(longer) == 1 else "")


def is_misspelling(found: str, wanted: str) -> bool:
    """Whether the two have the same words, numbers and all, but for letters, hyphens, spaces, units or abbreviation."""
    ours, theirs = _words(wanted), _words(found)
    if "".join(ours).replace(".", "") == "".join(theirs).replace(".", ""):
        return True
    return len(ours) == len(theirs) and all(map(_are_alike, theirs, ours))


def says_accumulated(heading: str) -> bool:
    """Whether a heading is that of amounts since January."""
    return bool(_ACCUMULATED.search(normalised(heading)))


def numbers_in(heading: str) -> list[str]:
    """The numbers that stand in a heading: its years."""
    return re.findall("[0-9]+", heading)


def without_numbers(heading: str) -> str:
    """The heading with a mark for each number: two headings of different years are then the same."""
    return re.sub("[0-9]+", "#", normalised(heading))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(normalised(text)) if word not in _UNITS]


def _are_alike(found: str, wanted: str) -> bool:
    if _without_marks(found) == _without_marks(wanted):
        return True
    if found.endswith(".") and len(found) > 3 and wanted.startswith(found[:-1]):
        return True
    if found.isdigit() or wanted.isdigit() or min(len(found), len(wanted)) < _SHORTEST_MISSPELT:
        return False
    return difflib.SequenceMatcher(None, found, wanted).ratio() >= _ALIKE


def _without_marks(word: str) -> str:
    """`matvarden` for `mätvärden`: a keyboard or a file name may lack å, ä and ö."""
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))
