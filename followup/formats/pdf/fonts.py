"""Texts for the PDF: with characters that the typefaces have, measured, and with places to break.

PDF/A forbids a character without a glyph, and Typst then makes no file at all. A committee may have pasted anything
into its workbook, so what the typefaces lack is replaced before Typst sees it, and told when the workbook is read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.ground.typefaces import FACES, REGULAR, SEMIBOLD, SYMBOLS, advances, composed, with_glyphs
from followup.ground.unbroken import unbroken

_BREAK = "\u200b"
_LONGEST_RUN_IN_COLUMN = 18
_LONGEST_RUN_IN_LINES = 48
_LONGEST_WORD = 40
# From the beginning of a word only: a search from each of its letters would take a long word's square of steps.
_NO_BREAK_RUN = re.compile(r"(?<!\S)\S+(?:[\u00a0\u202f]\S+)+")
_WORD = re.compile(r"[^\W\d_]+(?:[-–/,.;:)”][^\W\d_]*)*")
# Five vowels or seven consonants in a row: no word, so hyphenation would find nowhere to break.
_UNSPOKEN = re.compile(r"[aeiouyåäö]{5}|[^aeiouyåäö\W]{7}", re.IGNORECASE)
# An underscore parts the words of a file's name, though `\w` counts it as a letter.
_PART = re.compile(r"(?:[^\W_]|\ufffd)+(?:_|[^\w\ufffd])?|(?:_|[^\w\ufffd])+")
_PIECE = 12


def drawable(text: str) -> str:
    """`text` as the fonts can draw it: composed, with U+FFFD for what they lack, without invisible signs.

    Line ends are kept as one line feed; a tab becomes a space. A number stays with its unit.
    """
    return with_glyphs(unbroken(composed(text).replace("\t", " ")))


@lru_cache(maxsize=50_000)
def text_width(text: str, bold: bool = False) -> float:
    """The width of the widest line of `text` in em, without kerning; an unknown character counts as one em."""
    widths = advances()[FACES[SEMIBOLD if bold else REGULAR]]
    symbols = advances().get(SYMBOLS, {})
    return max(sum(widths.get(code, symbols.get(code, 1.0)) for code in map(ord, line)) for line in text.split("\n"))


def in_lines(text: str) -> str:
    """`text` for the full width of the page, with invisible places to break inside what no line can hold."""
    return _fitted(text, _LONGEST_RUN_IN_LINES)


def in_narrow(text: str) -> str:
    """`text` for a table's column, a tile or a heading, with places to break inside addresses, codes and pasted junk.

    Words are left alone: Typst hyphenates them as Swedish.
    """
    return _fitted(text, _LONGEST_RUN_IN_COLUMN)


def _fitted(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    # Text from a web page may have no-break spaces throughout; between a number and its unit they are kept.
    text = _NO_BREAK_RUN.sub(lambda run: run[0] if len(run[0]) <= _LONGEST_WORD else " ".join(run[0].split()), text)
    return re.sub(rf"\S{{{longest + 1},}}", lambda run: _BREAK.join(_pieces(run[0])), text)


def _pieces(run: str) -> list[str]:
    if len(run) <= _LONGEST_WORD and _WORD.fullmatch(run) and not _UNSPOKEN.search(run):
        return [run]
    return [piece for part in _PART.findall(run) for piece in _chopped(part)]


def _chopped(part: str) -> list[str]:
    """A word with what follows it, whole if Typst can hyphenate it."""
    if len(part) <= _PIECE or (len(part) <= _LONGEST_WORD and part.isalpha() and not _UNSPOKEN.search(part)):
        return [part]
    return [part[start : start + _PIECE] for start in range(0, len(part), _PIECE)]
