"""Small help for comparing and naming what people have written: normalised texts, near misses, Swedish lists."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from followup.ground.personal_number import masked

NBSP = "\u00a0"
MINUS = "\u2212"

# Hyphens, dashes and minus signs that a keyboard, a word processor or an export may produce for the same thing.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))

_NEGATIONS = frozenset({"ej", "inte", "icke"})


@lru_cache(maxsize=20_000)
def normalised(text: str) -> str:
    """For comparing: case, spaces, kinds of dash and a trailing full stop or colon make no difference."""
    plain = unicodedata.normalize("NFC", text).translate(_DASHES).casefold()
    return " ".join(plain.split()).rstrip(".:").rstrip()


@lru_cache(maxsize=20_000)
def loosely_normalised(text: str) -> str:
    """As `normalised`, but commas and hyphens make no difference either."""
    return " ".join(re.sub(r"[,\-]", " ", normalised(text)).split())


def nearest(text: str, known: Iterable[str]) -> str:
    """The known word that `text` was probably meant to be; empty if none is near. What negates it never is."""
    by_normalised = {normalised(word): word for word in known}
    wanted = normalised(text)
    possible = [word for word in by_normalised if _is_negated(word) == _is_negated(wanted)]
    found = difflib.get_close_matches(wanted, possible, n=1, cutoff=0.6)
    return by_normalised[found[0]] if found else ""


def suggestion(text: str, known: Iterable[str], otherwise: str) -> str:
    """`Menades ”Budget”?` or, if no known word is near, the sentence `otherwise`.

    Words that are as near are named side by side: ”DNKX” may be DNKS or DNKT, and only the writer knows.
    """
    words = list(dict.fromkeys(known))
    best = nearest(text, words)
    if not best:
        return otherwise
    closest = _likeness(text, best)
    near = [word for word in words if _likeness(text, word) >= closest and _is_negated(word) == _is_negated(best)]
    return f"Menades {listed(map(quoted, near), 'eller')}?"


def _is_negated(text: str) -> bool:
    """Whether the words say that something is not so: ”Påbörjat” is no slip for ”Ej påbörjat”."""
    return not _NEGATIONS.isdisjoint(normalised(text).split())


def _likeness(text: str, word: str) -> float:
    return difflib.SequenceMatcher(None, normalised(word), normalised(text)).ratio()


def listed(words: Iterable[object], joiner: str = "och", most: int | None = 30) -> str:
    """`a, b och c`; `a`; the empty text for nothing. A list longer than `most` is cut with the number that is left out:
    an error may name whatever stands in a sheet. A report names all: `swedish.list_of`.
    """
    texts = [str(word) for word in words]
    if most is not None and len(texts) > most:
        return ", ".join(texts[:most]) + f" {joiner} {len(texts) - most} till"
    if len(texts) < 2:
        return "".join(texts)
    return ", ".join(texts[:-1]) + f" {joiner} {texts[-1]}"


def who_does(names: Sequence[str]) -> str:
    """`De som gör det är RS och DNKS.`; `Den som gör det är RS.`"""
    return f"{'Den' if len(names) == 1 else 'De'} som gör det är {listed(names)}."


def quoted(text: object, most: int = 60) -> str:
    """`”text”` on one line, cut after `most` characters: it may be anything that a person pasted.

    A personal identity number in it is not repeated.
    """
    line = " ".join("".join(" " if unicodedata.category(mark) == "Cc" else mark for mark in str(text)[:1000]).split())
    line = masked(line)
    if len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return f"”{line}”"


def spelled(value: Decimal | float | int) -> str:
    """A number as Swedish text, with all its decimals: `−12\u00a0300,5`."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    text = f"{exact:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        text = "0"
    return text.replace(",", NBSP).replace(".", ",").replace("-", MINUS)


def column_index(letters: str) -> int:
    """The index of a column, counted from 0, by its name: A is 0, AA is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def column_letter(index: int) -> str:
    """The spreadsheet's name of a column, from its index counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
