"""A number that somebody has written as text: `12 300,5`, `−7`, `minus 7`, `945'`, `12,3 mnkr`, `4,5 %`.

Swedish text is the rule: comma before the decimals, spaces between the thousands. What could mean two numbers is
refused, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_LONGEST = 40

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "))
_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))

# What stands after a number, and the unit that it means.
UNITS = {
    **dict.fromkeys(("kr", "kronor", "sek", ":-"), "kr"),
    **dict.fromkeys(("tkr", "kkr", "tsek", "ksek", "tusental"), "tkr"),
    **dict.fromkeys(("tusen", "tusen kr", "tusen kronor", "'", "’", "´"), "tkr"),
    **dict.fromkeys(("mnkr", "mkr", "msek", "mn", "mio", "mio kr", "milj", "milj kr", "milj. kr"), "mnkr"),
    **dict.fromkeys(("miljoner", "miljoner kr", "miljoner kronor"), "mnkr"),
    **dict.fromkeys(("mdkr", "mdr", "mdr kr", "miljarder", "miljarder kr", "miljarder kronor"), "mdkr"),
    **dict.fromkeys(("%", "procent"), "%"),
    **dict.fromkeys(("timmar", "tim", "h"), "timmar"),
    **dict.fromkeys(("st", "stycken", "personer", "anställda"), "antal"),
    **dict.fromkeys(("dagar", "dgr"), "dagar"),
}

_INTEGER = r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)"
_SWEDISH = re.compile(rf"{_INTEGER}(?:,[0-9]+)?")
_DECIMAL_POINT = re.compile(rf"({_INTEGER})\.([0-9]+)")
_POINT_GROUPS = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})")
_COMMA_OR_DECIMALS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")

_NOTE = re.compile(r"\s*\((?=[^()]*[a-zåäö])[^()]*\)$")
_SHAPE = re.compile(r"(?P<sign>minus|plus|[-+])?\s*(?P<number>[0-9][0-9 .,]*?)\s*(?P<unit>[^0-9 .,].*)?")


@dataclass(frozen=True)
class NumberText:
    """The number and the unit that stands after it; the unit is empty if none does.

    `grouped` is what the number is for who writes a comma between the thousands: 134,181 in Swedish is 134181 in
    English. None where that cannot be meant.
    """

    value: Decimal
    unit: str
    grouped: Decimal | None = None


class NotANumber(ValueError):
    """The text is no number."""


class AmbiguousNumber(NotANumber):
    """The text could be two numbers: `1.234`. `readings` are both."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__()
        self.readings = readings


def number_in(text: str) -> NumberText:
    """Read a number. Raises NotANumber or AmbiguousNumber."""
    plain = " ".join(text.translate(_SPACES).translate(_MINUS).lower().split())
    # A note in words after the number, as in "12,3 (Från MoB 2018)", is no part of it.
    plain = _NOTE.sub("", plain)
    if len(plain) > _LONGEST:
        raise NotANumber
    trailing_minus = re.fullmatch(r"([0-9][0-9 .,]*)-", plain)
    if trailing_minus:
        # As accounting systems export a credit: 1 234,50-
        plain = f"-{trailing_minus[1]}"
    match = _SHAPE.fullmatch(plain)
    if not match:
        raise NotANumber
    unit = (match["unit"] or "").rstrip(".").strip()
    if unit and unit not in UNITS:
        raise NotANumber
    value = _magnitude(match["number"])
    grouped = Decimal(match["number"].replace(",", "")) if _COMMA_OR_DECIMALS.fullmatch(match["number"]) else None
    if match["sign"] in ("-", "minus"):
        value, grouped = -value, None if grouped is None else -grouped
    return NumberText(value, UNITS.get(unit, ""), grouped)


def _magnitude(text: str) -> Decimal:
    if _SWEDISH.fullmatch(text):
        return Decimal(text.replace(" ", "").replace(",", "."))
    if match := _DECIMAL_POINT.fullmatch(text):
        whole, decimals = match.groups()
        value = Decimal(f"{whole.replace(' ', '')}.{decimals}")
        if len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
            raise AmbiguousNumber((Decimal(whole + decimals), value))
        return value
    if _POINT_GROUPS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    raise NotANumber
