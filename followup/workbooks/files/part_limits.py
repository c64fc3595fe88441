"""How much each part of a workbook may hold. All is counted by searching the bytes: nothing is parsed to find out that
it is too much to parse.

The limits are far above what the largest real ledgers have (327 740 rows, 2.9 million cells, 110 MB of XML), and low
enough for every file to be read or refused within ten seconds and a gibibyte.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

MEGABYTE = 2**20

# The parts by what they are for. A part that is not named here is never read.
LARGEST_SHEET = 200 * MEGABYTE
LARGEST_STRINGS = 80 * MEGABYTE
LARGEST_STYLES = 40 * MEGABYTE
LARGEST_INDEX = 4 * MEGABYTE

# A ledger's cells with a tenth to spare. Each costs some hundred bytes while it is read.
MOST_CELLS = 3_300_000
MOST_ROWS = 500_000
# Far more columns than any table has; a sheet that is filled to its last column has 16 384.
MOST_COLUMNS = 1_000
# Excel itself has at most 65 490 cell formats, named styles as many again.
MOST_FORMATS = 131_000
# Excel itself takes some 250 number formats of one's own. Each is taken apart to see what it shows.
MOST_NUMBER_FORMATS = 5_000
MOST_STRINGS = 1_000_000
# A table has none; a form some dozens.
MOST_MERGED = 50_000
# A lookup that fails in every row of a ledger is told with far fewer.
MOST_ERROR_CELLS = 400_000
# As many as the amounts of the largest ledger, and more. Each is looked at by itself.
MOST_FORMULAS = 1_200_000
# Tags that are neither cells nor what stands in them: rows, columns, conditional formats.
MOST_OTHER_TAGS = 2_000_000
# All the text in a sheet's cells, in bytes: a text that a thousand cells share is a thousand texts to whoever reads it,
# and a character that is a byte here may be four in memory.
MOST_TEXT = 150 * MEGABYTE
# What a cell costs in the XML besides its text, so that numbers are not taken for text.
_CELL_BYTES = 45
# Excel's longest text is 32 767 characters, six bytes each at most when written as &#...; in XML.
LONGEST_RUN = 200_000

_COPY_VALUES = "Kopiera de blad som rapporten läser till en ny arbetsbok, som värden, och spara den med filens namn."
_CODE = re.compile(rb"""formatCode\s*=\s*("[^"]*"|'[^']*')""")
_STATED_STRINGS = re.compile(rb"""uniqueCount\s*=\s*["']\s*\+?([0-9]{1,25})""")
_STRING = re.compile(rb"<(?:\w+:)?si[\s>/]")
_STRING_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>([0-9]{1,7})</""")
_ODD_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*(?:\s=|=\s|=["']&)""")


class Refusal(NamedTuple):
    """What is too much, what is allowed, and what to do: three sentences."""

    found: str
    expected: str
    remedy: str = _COPY_VALUES


class Kind(NamedTuple):
    """What a part is for, in words, and how many bytes it may unzip to."""

    words: str
    most: int

    def overrun(self, size: int) -> Refusal:
        """The refusal of a part that unzips to more than that."""
        return Refusal(
            f"{self.words} packas upp till {-(-size // MEGABYTE)} MB.", f"Högst {self.most // MEGABYTE} MB väntas där."
        )


INDEX = Kind("Arbetsbokens innehållsförteckning", LARGEST_INDEX)
STRINGS = Kind("Listan med arbetsbokens texter", LARGEST_STRINGS)
STYLES = Kind("Listan med arbetsbokens format", LARGEST_STYLES)
SHEET = Kind("Ett blad", LARGEST_SHEET)


def too_many_strings(strings: bytes) -> Refusal | None:
    """The refusal of a list of shared texts, if it is too long to read."""
    if long := _too_long_run(strings):
        return long
    stated = _STATED_STRINGS.findall(strings)
    # The reader takes memory for as many as the list says that it has before it has read any.
    count = max([strings.count(b"<si") + strings.count(b":si>"), *map(int, stated)])
    if count > MOST_STRINGS:
        return Refusal(f"Arbetsboken har {count} olika texter.", f"En arbetsbok har högst {MOST_STRINGS} olika texter.")
    return None


def too_many_formats(styles: bytes) -> Refusal | None:
    """The refusal of a list of formats, if it is too long to read."""
    count = styles.count(b"<xf") + styles.count(b":xf ")
    if count > MOST_FORMATS:
        return Refusal(f"Arbetsboken har {count} cellformat.", f"En arbetsbok har högst {MOST_FORMATS} cellformat.")
    if styles.count(b"formatCode") > MOST_NUMBER_FORMATS:
        codes = len(set(_CODE.findall(styles)))
        if codes > MOST_NUMBER_FORMATS:
            expected = f"En arbetsbok har högst {MOST_NUMBER_FORMATS} talformat."
            return Refusal(f"Arbetsboken har {codes} olika talformat.", expected)
    return None


def too_large_sheet(sheet: bytes, strings: bytes) -> Refusal | None:
    """The refusal of a sheet, if there is more in it than a table holds. `strings` are the workbook's shared texts."""
    if long := _too_long_run(sheet):
        return long
    cells = sheet.count(b"<c ") + sheet.count(b"<c>") + sheet.count(b"<c/") + sheet.count(b":c ") + sheet.count(b":c>")
    counts = (
        (cells, MOST_CELLS, "celler", "celler"),
        (sheet.count(b"mergeCell "), MOST_MERGED, "sammanslagna områden", "sammanslagna områden"),
        (sheet.count(b't="e"') + sheet.count(b"t='e'"), MOST_ERROR_CELLS, "felvärden (som #SAKNAS!)", "felvärden"),
        (sheet.count(b"<f>") + sheet.count(b"<f "), MOST_FORMULAS, "formler", "formler"),
        (sheet.count(b"formatCode"), MOST_NUMBER_FORMATS, "talformat i villkor", "talformat i villkor"),
        (sheet.count(b"<") - 8 * cells, MOST_OTHER_TAGS, "uppgifter utöver cellerna", "uppgifter utöver cellerna"),
    )
    for count, most, found, allowed in counts:
        if count > most:
            return Refusal(f"Bladet har {count} {found}.", f"Ett blad har högst {most} {allowed}.")
    text = _text_in(sheet, strings, cells)
    if text > MOST_TEXT:
        found = f"Bladets celler håller tillsammans {-(-text // MEGABYTE)} MB text."
        return Refusal(found, f"Ett blad har högst {MOST_TEXT // MEGABYTE} MB text.")
    return None


def _too_long_run(xml: bytes) -> Refusal | None:
    """Something longer than any text between two tags, found by looking for a tag in every stretch of that length."""
    for start in range(0, len(xml), LONGEST_RUN):
        if xml.find(b"<", start, start + LONGEST_RUN) < 0 and start + LONGEST_RUN <= len(xml):
            found = f"En text i arbetsboken är längre än {LONGEST_RUN} tecken."
            return Refusal(found, "En text i en cell är högst 32 767 tecken.", "Ta bort eller korta texten.")
    return None


def _text_in(sheet: bytes, strings: bytes, cells: int) -> int:
    """No less than the bytes of text that the sheet's cells hold together, where that can be much."""
    own = max(0, len(sheet) - _CELL_BYTES * cells)
    starts = np.fromiter((match.start() for match in _STRING.finditer(strings)), dtype=np.int64)
    if not len(starts):
        return own
    lengths = np.diff(starts, append=len(strings))
    longest = int(lengths.max())
    if longest * cells <= MOST_TEXT:
        return own
    chosen = np.array(_STRING_CELL.findall(sheet), dtype=np.int64)
    # A cell that is written in another way than everybody writes it may hold the longest text.
    all_odd = _ODD_CELL.search(sheet) is not None
    odd = (cells if all_odd else sheet.count(b't="s"') + sheet.count(b"t='s'")) - len(chosen)
    return own + int(lengths[chosen[chosen < len(lengths)]].sum()) + max(0, odd) * longest
