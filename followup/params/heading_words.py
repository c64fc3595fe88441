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
_ACCUMULATED = re.compile(
    r"\back(?:\.|umuler\w*|\b)|\bkum(?:\.|ulativ\w*|uler\w*|\b)|\bt\.? ?o\.? ?m\b\.?|\btom\b|\bhittills\b|\bytd\b|"
    r"\bårets början\b|\b(?:från|sedan) jan(?:uari)?\b"
)

# What an amount may be for each of: it is then no sum.
EACH = re.compile(
    r" ?(?:/ ?|\bper )(?P<each>(?:inv|capita|elev|barn|plats|anst|brukar|patient|vård|årsarb|person|kvm|m2|tim|hushåll|"
    r"besök|medlem|styck)[a-zåäö0-9]*)"
)

# Words that an asterisk in a heading never stands for: they make the column another one.
_ANOTHER = re.compile(
    r"\b(?:föregående|föreg|fg|förra|fjol|ifjol|tidigare|budget|årsbudget|prognos|helårsprognos|utfall|avvikelse|avv|"
    r"diff|differens|föränd|jämför|procent|andel|index|kommentar|antal|snitt|medel|kvar|återstår|helår|årstakt|rullande|"
    r"plan(?=\b|er)|beräkn|förvänt|bedöm|uppskatt|intäkt|kostnad|brutto|exkl|utan|ej|jfr)\w*|"
    r"\b(?:f\.? ?å|r ?12|12[ -]?mån\w*|år ?-1)\b\.?|%|δ"
)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
# "Utfall 23", "Utfall -23": a period is 12 at most.
_SHORT_YEAR = re.compile(r"[('-]*(1[3-9]|2[0-9]|3[0-9])\)?")
_LONGEST = 100


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


def fits(pattern: str, heading: str, year: int | None = None) -> bool:
    """Whether a heading is `pattern`, where `*` stands for any words: `Utfall *` for `Utfall` and `Utfall, period 4`.

    It never stands for words that make the amounts other ones, nor for another year than `year`: neither ”Utfall ack”,
    ”Utfall föregående år” nor ”Utfall per invånare” is `Utfall *`.
    """
    plain, text = normalised(pattern), normalised(heading[: _LONGEST + 1])
    if "*" not in plain or len(text) > _LONGEST:
        return plain == text
    match = re.fullmatch(re.escape(plain).replace(r"\ \*", "(?: (.*)|)").replace(r"\*", "(.*)"), text)
    if not match:
        return False
    rest = " ".join(filter(None, match.groups()))
    is_same_time = not _ACCUMULATED.search(rest) or bool(_ACCUMULATED.search(plain))
    years = [
        *map(int, _YEAR.findall(rest)),
        *(2000 + int(short[1]) for short in [_SHORT_YEAR.fullmatch(rest)] if short),
    ]
    is_same_year = year is None or all(found == year for found in years)
    return is_same_time and is_same_year and not _ANOTHER.search(rest) and not EACH.search(rest)


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
