"""No-break spaces in a text that is to be shown: a number, its thousands and its unit never part at a line's end.

Texts are kept as they were written, in params, workbooks, csv and Excel; what draws them asks here. What is written of
figures by the program has its no-break spaces already.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.ground.period import MONTHS
from followup.ground.wording import NBSP

_UNITS = (
    "mnkr|mdkr|tkr|kkr|kr|kronor|tusen|miljon|miljoner|miljard|miljarder|procent|procentenheter|%|‰|index|invånare|"
    "minuter|timmar|dagar|dygn|veckor|månader|år|åringar|elever|gram|ton|kWh|km|mil|st|stycken|poäng|årsarbetare|vårdplatser"
)
# A word alone: `år` of `årsarbetare` is no unit, and `st` of `stora` none either.
_ALONE = r"(?![\w-])"
_JOINED = re.compile(
    # Thousands: three digits after a space, and neither more nor fewer; `2024 120` is a year and something else.
    r"(?<=\d) (?=\d{3}(?!\d))(?<!\d{4} )"
    rf"|(?<=\d) (?=(?:{_UNITS}){_ALONE})"
    rf"|(?<=\d) (?=(?:{'|'.join(MONTHS)}){_ALONE})"
    r"|(?:(?<=\bminus)|(?<=\bplus)|(?<=[−+±])) (?=\d)"
    rf"|(?:(?<=miljon)|(?<=miljoner)|(?<=miljard)|(?<=miljarder)|(?<=tusen))[ {NBSP}](?=(?:kronor|kr){_ALONE})",
    re.IGNORECASE,
)
_HAS_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=20_000)
def unbroken(text: str) -> str:
    """The text with a no-break space between what belongs together: `1 000 invånare`, `minus 86,7 mnkr`, `8 maj`."""
    return _JOINED.sub(NBSP, text) if _HAS_DIGIT.search(text) else text
