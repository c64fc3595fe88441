"""Numbers, dates and lists as Swedish readers expect them. Pure functions on values; nothing is read or remembered.

Numbers are rounded by the one rule of `followup.ground.rounding`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from followup.ground.figure import COUNT, PERCENT
from followup.ground.period import MONTHS
from followup.ground.rounding import MINUS as MINUS
from followup.ground.rounding import NBSP as NBSP
from followup.ground.rounding import in_millions as in_millions
from followup.ground.rounding import rounded as rounded
from followup.ground.rounding import unsigned, written
from followup.ground.wording import listed

DASH = "\u2013"

MISSING = DASH
PROTECTED = "skyddas"
PROTECTED_WHY = "skyddad uppgift"
# True of whoever is small, and of what is hidden for their sake.
OR_REVEALED = "eftersom uppgifter om ett fåtal anställda annars skulle röjas"

MILLIONS = "mnkr"


def number(value: float, decimals: int = 1) -> str:
    """`−1 234,5`: U+2212, no-break space between thousands, decimal comma. Zero has no sign."""
    return written(value, decimals)


def _signed(value: float, decimals: int) -> str:
    return ("+" if rounded(value, decimals) > 0 else "") + number(value, decimals)


def signed(value: float, decimals: int = 1) -> str:
    """As `number`, with `+` before what is above zero after rounding."""
    return _signed(value, decimals)


def in_prose(value: float, decimals: int = 1, plus: bool = True) -> str:
    """`minus 10,4`, `plus 1,2` (or `1,2` without `plus`), `0,0`: the sign as a word, for running text."""
    size = rounded(value, decimals)
    word = f"minus{NBSP}" if size < 0 else f"plus{NBSP}" if size > 0 and plus else ""
    return word + unsigned(size)


def with_unit(value: float, decimals: int, unit: str) -> str:
    """`12 dagar`, `4,5 %`, with a no-break space. A count (`antal`) and a bare number have no unit to show."""
    return joined(number(value, decimals), unit)


def percent(value: float, decimals: int = 1) -> str:
    """`4,5 %` from 4.5."""
    return with_unit(value, decimals, PERCENT)


def amount(kronor: float, decimals: int = 1) -> str:
    """`−10,4 mnkr` from −10 400 000 kronor."""
    return with_unit(in_millions(kronor), decimals, MILLIONS)


def prose_amount(kronor: float, decimals: int = 1, plus: bool = True) -> str:
    """An amount in running text, from kronor: `minus 10,4 miljoner kronor`, `plus 1 miljon kronor`.

    Rounded as in a table, but a decimal of 0 says nothing to whoever reads a sentence.
    """
    millions = in_millions(kronor)
    whole = rounded(millions, decimals) == rounded(millions, 0)
    unit = "miljon kronor" if abs(rounded(millions, decimals)) == 1 else "miljoner kronor"
    return joined(in_prose(millions, 0 if whole else decimals, plus), unit)


def joined(text: str, unit: str) -> str:
    """A number and its unit, which are never parted at the end of a line; a count has none."""
    return text if unit in ("", COUNT) else f"{text}{NBSP}{unit}"


def _day(day: date | str) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day[:10])


def date_long(day: date | str) -> str:
    """`8 maj 2024` from a date or its ISO text, with a no-break space between day and month."""
    found = _day(day)
    return f"{found.day}{NBSP}{month_name(found.month)} {found.year}"


def day_of(text: str) -> str:
    """`den 6 december 2017`, `i december 2017` or `2017`, as exactly as ISO text says it."""
    if len(text) == len("2017-12-06"):
        return f"den {date_long(text)}"
    if len(text) == len("2017-12"):
        return f"i {month_name(int(text[5:]))} {text[:4]}"
    return text


def lowered(words: str) -> str:
    """A heading's words within a sentence: only the first letter, for they may hold a proper noun."""
    return words[:1].lower() + words[1:]


def date_iso(day: date | str) -> str:
    """`2024-05-08`, for tables."""
    return f"{_day(day):%Y-%m-%d}"


def month_name(month: int) -> str:
    """`april` from 4."""
    return MONTHS[month - 1]


def month_short(month: int) -> str:
    """`apr` from 4, for axes and narrow columns. `maj`, `juni` and `juli` are not shortened in Swedish."""
    name = MONTHS[month - 1]
    return name if name in ("maj", "juni", "juli") else name[:3]


def list_of(parts: Iterable[str], last: str = "och") -> str:
    """`a, b och c`; `a`; the empty text for nothing. All are named, however many: see `wording.listed`."""
    return listed(parts, last, most=None)


def plural(count: int, one: str, many: str) -> str:
    """The word that agrees with `count`: `nämnd` or `nämnder`."""
    return one if count == 1 else many


def counted(count: int, one: str, many: str) -> str:
    """`1 nämnd`, `3 nämnder`, with a no-break space."""
    return f"{number(count, 0)}{NBSP}{plural(count, one, many)}"


_WORDS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def in_words(count: int, common: bool = False) -> str:
    """0 to 12 in letters as running text has them, `en` for 1 if the noun is `common` gender; digits above."""
    if count == 1 and common:
        return "en"
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(count, 0)
