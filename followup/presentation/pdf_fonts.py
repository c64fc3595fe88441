"""The fonts of the PDF: which characters they have and how wide a text is.

PDF/A forbids a character without a glyph, and Typst then makes no file at all. A committee may have pasted anything
into its workbook, so what the fonts lack is replaced before Typst sees it. Only the PDF is affected.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from followup.errors import Problem, ReportError
from followup.paths import templates_folder
from followup.presentation.characters import printable

# A white square would be the usual sign, but IBM Plex Sans has none; this one it has.
REPLACEMENT = "\ufffd"
# Invisible by definition: joiners, variation selectors, marks of writing direction. Alone they say nothing, and the
# marks of direction could turn the text that follows.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_BREAK = "\u200b"
_LONGEST_RUN_IN_COLUMN = 18
_LONGEST_RUN_IN_LINES = 48
_LONGEST_WORD = 40
_NO_BREAK_RUN = re.compile(r"\S+(?:[\u00a0\u202f]\S+)+")
_WORD = re.compile(r"[^\W\d_]+(?:[-–/,.;:)”][^\W\d_]*)*")
# Five vowels or seven consonants in a row: no word, so hyphenation would find nowhere to break.
_UNSPOKEN = re.compile(r"[aeiouyåäö]{5}|[^aeiouyåäö\W]{7}", re.IGNORECASE)
# An underscore parts the words of a file's name, though `\w` counts it as a letter.
_PART = re.compile(r"(?:[^\W_]|\ufffd)+(?:_|[^\w\ufffd])?|(?:_|[^\w\ufffd])+")
_PIECE = 12


def font_files() -> list[Path]:
    """The font files in templates/fonts, in the order of their names. Raises ReportError if there are none."""
    files = sorted((templates_folder() / "fonts").glob("*.ttf"))
    if not files:
        raise ReportError(
            [
                Problem(
                    workbook="templates/fonts",
                    found="Mappen innehåller inga typsnitt.",
                    expected="PDF-filen sätts med IBM Plex Sans, som levereras med projektet.",
                    remedy="Återställ mappen templates/fonts och kör igen.",
                )
            ]
        )
    return files


@cache
def _advances() -> dict[str, dict[int, float]]:
    """Font file without its ending -> code point -> advance width in em."""
    from fontTools.ttLib import TTFont

    found = {}
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
            found[path.stem] = {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return found


@cache
def _known() -> frozenset[str]:
    """The characters that all the fonts have: any text may be set in bold or italics."""
    codes = frozenset.intersection(*(frozenset(widths) for widths in _advances().values()))
    # A private-use character has no meaning outside the program it came from, whatever a font draws for it.
    return frozenset(sign for sign in map(chr, codes) if unicodedata.category(sign) not in ("Co", "Cc", "Cs"))


def drawable(text: str) -> str:
    """`text` as the fonts can draw it: composed, with U+FFFD for what they lack, without invisible signs.

    Line ends are kept as one line feed; a tab becomes a space.
    """
    text = printable(text).replace("\t", " ")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _BEYOND_ASCII.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    known = _known()
    return "".join(sign if sign in known else REPLACEMENT for sign in match[0])


@lru_cache(maxsize=50_000)
def text_width(text: str, bold: bool = False) -> float:
    """The width of the widest line of `text` in em, without kerning; an unknown character counts as one em."""
    widths = _advances()["IBMPlexSans-SemiBold" if bold else "IBMPlexSans-Regular"]
    return max(sum(widths.get(ord(sign), 1.0) for sign in line) for line in text.split("\n"))


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
