"""What the shipped typefaces can draw: their characters, how wide those are, and what becomes of all others.

The PDF, the charts, the page and the warnings of a workbook's texts all ask here. Texts are set in IBM Plex Sans; what
that lacks is taken from Followup Symbols, a selection of Noto's signs that templates/fonts/README.md tells about.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from followup.ground.characters import REPLACEMENT, printable
from followup.ground.errors import Problem, ReportError
from followup.ground.paths import templates_folder

SYMBOLS = "FollowupSymbols"
# The text's face by weight: the names of its files, without their ending.
REGULAR, SEMIBOLD = 400, 600
FACES = {REGULAR: "IBMPlexSans-Regular", SEMIBOLD: "IBMPlexSans-SemiBold"}
# Invisible by definition: joiners, variation selectors, marks of writing direction; and the skin of a hand, which our
# signs do not show. Alone they say nothing, and the marks of direction could turn the text that follows.
INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_BEYOND_LATIN = re.compile("[^\n\t\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u2212]+")


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


def font_file(name: str) -> Path:
    """The file of one typeface: one of FACES, or SYMBOLS."""
    return templates_folder() / "fonts" / f"{name}.ttf"


@cache
def advances() -> dict[str, dict[int, float]]:
    """Font file without its ending -> code point -> advance width in em."""
    from fontTools.ttLib import TTFont

    found = {}
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
            found[path.stem] = {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return found


@cache
def known() -> frozenset[str]:
    """The characters that can be shown: those that all styles of the text's face have, since any text may be set in
    bold or italics, and those of the symbols."""
    faces = {name: frozenset(widths) for name, widths in advances().items()}
    codes = frozenset.intersection(*(own for name, own in faces.items() if name != SYMBOLS)) | faces.get(SYMBOLS, set())
    # A private-use character has no meaning outside the program it came from, whatever a font draws for it.
    return frozenset(sign for sign in map(chr, codes) if unicodedata.category(sign) not in ("Co", "Cc", "Cs"))


def composed(text: str) -> str:
    """`text` as it is judged and drawn: printable, its letters composed with their marks, without invisible signs."""
    text = printable(text)
    return text if text.isascii() else unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def with_glyphs(text: str) -> str:
    """A composed `text` with U+FFFD for each character that no shipped typeface has."""
    return text if text.isascii() else _BEYOND_ASCII.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    shown = known()
    return "".join(sign if sign in shown else REPLACEMENT for sign in match[0])


def unshowable(text: str) -> list[str]:
    """The characters of `text` that no shipped typeface has, each once, in order. U+FFFD is one of them: where it
    stands in a source, a letter has been lost."""
    odd = "".join(_BEYOND_LATIN.findall(composed(text)))
    lost = dict.fromkeys(sign for sign in odd if sign not in known() or sign == REPLACEMENT)
    return list(lost)
