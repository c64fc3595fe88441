"""A csv file as rows of texts: its encoding and its separator are seen from what it holds.

Excel in Swedish writes semicolons and, unless asked for UTF-8, Windows-1252. What could be two things is not guessed.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise

_WHOLE = re.compile(r"[-\u2212]?[0-9][0-9 \u00a0\u202f]*")
SEPARATORS = (";", "\t", ",", "|")
# A line of its own, unless a quotation mark before it is open.
_END = "END OF THE TABLE"
# What the letters of another encoding are in Windows-1252, between other letters: ”s„k” is ”säk” from DOS.
_ODD_IN_WORDS = re.compile("(?<=[a-zA-Z])[†„”ŽŠŒ‰š‡™\x81\x8d\x8f\x90\x9d](?=[a-zA-Z])|[a-zA-Z][„†”Š‰š](?=[a-z])")
# UTF-8 that was read as Windows-1252 and saved as UTF-8.
_TWICE_ENCODED = re.compile("Ã[¥¤¶…„–]")


class UnreadableText(Exception):
    """The file is no table of texts, or may be two: three sentences for a Problem, and the line if one is known."""

    def __init__(self, found: str, expected: str, remedy: str, where: str = "") -> None:
        super().__init__(found)
        self.where = where
        self.found, self.expected, self.remedy = found, expected, remedy


@dataclass(frozen=True)
class CsvText:
    """The rows as they stand in the file, and the encoding that was seen."""

    rows: list[list[str]]
    encoding: str


def csv_text(content: bytes, most_rows: int) -> CsvText:
    """At most `most_rows` rows and one more. Raises UnreadableText."""
    text, encoding = decoded(content)
    # "sep=;" is a line of Excel's own.
    first, _, rest = text.partition("\n")
    stated = first.strip()[4:] if first.strip().lower() in {f"sep={mark}" for mark in SEPARATORS} else ""
    if first.lower().rstrip("\r\n") == "sep=\t":
        stated = "\t"
    table = rest if stated else text
    try:
        mark = stated or _separator(text)
        rows, line = _split(table, mark, most_rows), _open_line(table, mark)
    except csv.Error as fault:
        # The module refuses a text of more than 131 072 characters, which is what a lost quotation mark makes.
        raise _open_quotation("") from fault
    if line:
        raise _open_quotation(f"rad {line + bool(stated)}")
    if mark == "," and (row := _split_number(rows)):
        raise UnreadableText(
            "Raden har fler kolumner än rubrikerna, och tal intill varandra: ett decimalkomma kan ha delat ett tal.",
            "Ett annat tecken väntas mellan kolumnerna än i talen.",
            "Spara filen med semikolon mellan kolumnerna, eller som .xlsx.",
            f"rad {row + bool(stated)}",
        )
    return CsvText([[], *rows] if stated else rows, encoding)


def decoded(content: bytes) -> tuple[str, str]:
    """The text and its encoding. Raises UnreadableText where it is none, or may be in two encodings."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if _TWICE_ENCODED.search(text) or (encoding == "cp1252" and _ODD_IN_WORDS.search(text)):
            raise UnreadableText(
                "Å, ä och ö går inte att läsa säkert: filen är sparad i en kodning som inte känns igen, eller har "
                "sparats om i fel kodning.",
                "En csv-fil i UTF-8 eller Windows-1252 väntas.",
                "Öppna filen i det program som den kommer ifrån och spara den som ”CSV UTF-8” eller som .xlsx.",
            )
        return text, encoding
    raise UnreadableText(
        "Filen är ingen textfil i UTF-8, UTF-16 eller Windows-1252.",
        "En csv-fil eller en Excel-arbetsbok (.xlsx) väntas.",
        "Öppna filen i Excel och spara den som ”CSV UTF-8” eller som .xlsx.",
    )


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    head = content[:4000]
    if head[1::2].count(0) > len(head) // 4 and not head[::2].count(0):
        return ("utf-16-le",)
    if head[::2].count(0) > len(head) // 4 and not head[1::2].count(0):
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _split(text: str, separator: str, most_rows: int) -> list[list[str]]:
    return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), most_rows + 1))


def _open_quotation(where: str) -> UnreadableText:
    return UnreadableText(
        "Filen kan inte delas upp i rader och kolumner.",
        "Varje citattecken som inleder en text avslutar den också.",
        "Öppna filen i Excel, rätta och spara den på nytt som csv eller som .xlsx.",
        where,
    )


def _open_line(text: str, separator: str) -> int:
    """The line of the row whose quotation mark is never closed: it takes all that follows it. 0 where all are."""
    if '"' not in text:
        return 0
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    begins, before = 1, 0
    for row in reader:
        begins, before = before + 1, reader.line_num
        if row == [_END]:
            return 0
    return begins


def _separator(text: str) -> str:
    """The separator that fits the first rows of the file."""
    # Quoted texts hold line breaks, so what is tried is rows and not lines.
    tried = {mark: _split(text, mark, 500) for mark in SEPARATORS if mark in text}
    if not tried:
        return SEPARATORS[0]
    fits = {mark: _fit(rows) for mark, rows in tried.items()}
    best = max(fits, key=lambda mark: fits[mark])
    rivals = [mark for mark in fits if mark != best and fits[mark] == fits[best] and fits[mark][1] > 1]
    if rivals:
        shown = " eller ".join(_SHOWN[mark] for mark in (best, *rivals))
        raise UnreadableText(
            f"Kolumnerna kan vara åtskilda av {shown}: filen går att dela upp lika bra på båda sätten.",
            "Ett tecken väntas mellan kolumnerna, och ett annat i talen.",
            f"Skriv sep={best} (eller det tecken som gäller) på en egen rad överst i filen, eller spara den som .xlsx.",
        )
    return best


def _split_number(rows: list[list[str]]) -> int:
    """The first row, from 1, that is wider than the headings and has two whole numbers side by side; 0 if none is."""
    width = 0
    for number, row in enumerate(rows, start=1):
        digits = [bool(_WHOLE.fullmatch(text.strip())) for text in row]
        if not any(digits):
            width = max(width, len(row))
        elif width and len(row) > width and any(one and other for one, other in pairwise(digits)):
            return number
    return 0


_SHOWN = {";": "semikolon", "\t": "tabb", ",": "komma", "|": "lodstreck"}


def _fit(rows: list[list[str]]) -> tuple[float, int]:
    """The share of the rows that have the commonest width, and that width: texts have commas here and there."""
    filled = [row for row in rows if any(row)]
    widths = Counter(len(row) for row in filled if len(row) > 1)
    width, count = max(widths.items(), key=lambda one: (one[1], one[0]), default=(1, 0))
    return count / max(1, len(filled)), width
