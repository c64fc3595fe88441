"""Personal identity numbers in texts: found by their shape, their date and their check digit, and never repeated.

    masked("Anna 811218-9876")      # Anna ÅÅMMDD-XXXX

With or without century, with hyphen, plus or spaces, and coordination numbers, whose day is 60 higher. An organisation
number is none: its month is 20 or more. Neither is a time such as 20240508-1430, nor a telephone number that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MASK = "ÅÅMMDD-XXXX"

_HYPHENS = "-+\u2010-\u2015\u2212\u00ad"
_SHAPE = re.compile(
    rf"""(?<![0-9])(?P<century>18|19|20)?(?P<year>[0-9]{{2}})
    (?: (?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?P<between>\s{{0,3}}[{_HYPHENS}]\s{{0,3}}|\s)?
      | -(?P<month_>[0-9]{{2}})-(?P<day_>[0-9]{{2}})(?P<between_>\s?[{_HYPHENS}]\s?) )
    (?P<last>[0-9]{{4}})(?![0-9])""",
    re.VERBOSE,
)

_CALL = re.compile(r"(?:tel|mob|sms|fax|ring)[a-zåäö.]*[\s:]*(?:\+?46)?[\s(]*$", re.IGNORECASE)


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """Each personal identity number in a text."""
    for match in _SHAPE.finditer(text):
        if is_personal_number(match) and not _is_something_else(match):
            yield match


def has_personal_number(text: str) -> bool:
    """Whether there is any in the text."""
    return next(personal_numbers(text), None) is not None


def masked(text: str) -> str:
    """The text with every personal identity number replaced."""
    for match in reversed(list(personal_numbers(text))):
        text = text[: match.start()] + MASK + text[match.end() :]
    return text


def is_separated(match: re.Match[str]) -> bool:
    """Whether anything stands between the date and the last four digits."""
    return bool(match["between"] or match["between_"])


def is_personal_number(match: re.Match[str]) -> bool:
    """Whether the date exists and the check digit is right."""
    month, day = match["month"] or match["month_"], match["day"] or match["day_"]
    number = match["year"] + month + day + match["last"]
    if match["last"].startswith("000"):
        # Nobody has the serial number 000.
        return False
    century = match["century"] or "20"
    try:
        date(int(century + match["year"]), int(month), int(day) - 60 if int(day) > 60 else int(day))
    except ValueError:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(number)]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def _is_something_else(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    hour, minute = int(match["last"][:2]), int(match["last"][2:])
    if match["century"] == "20" and match["year"] >= "15" and hour < 24 and minute < 60:
        return True
    if is_separated(match):
        return False
    # Without a separator: decimals of a number, or a part of a longer code.
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if re.search(r"[0-9][.,]$|[^\W0-9_]$", before) or re.match(r"[.,][0-9]|[^\W0-9_]", after):
        return not text[:start].casefold().endswith(("pnr", "personnr", "personnummer"))
    return bool(match["year"].startswith("0") and _CALL.search(text[max(0, start - 25) : start]))
