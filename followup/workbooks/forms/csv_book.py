"""A csv file as an xlsx with one sheet: what is a number becomes one, all else stays the text that it is.

A number is read by the rules for numbers that somebody has written as text (`ground.number_text`). One that may be two
things stays a text, and the column that it stands in asks. A decimal point may be a code's (mål 1.1): it makes a number
only in a column that holds amounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.ground.errors import Problem, ReportError
from followup.ground.number_text import NotANumber, number_in
from followup.workbooks.cells.cell_values import ERROR_WORD
from followup.workbooks.files.archive import refusal
from followup.workbooks.files.part_limits import LONGEST_RUN, MEGABYTE, MOST_COLUMNS, MOST_ROWS, Refusal
from followup.workbooks.forms.csv_text import UnreadableText, csv_text
from followup.workbooks.forms.package import CellStyle
from followup.workbooks.forms.plain_book import PlainBook, PlainSheet

_TRUTH = {"sant": True, "true": True, "falskt": False, "false": False}
_NUMBER = re.compile(r"[-+\u2212\u2010-\u2013]?\s?[0-9][0-9 \u00a0\u202f\u2009.,]*-?\s?%?")
# One number whoever wrote it, as nearly all are: told without the rules for the others.
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,(?:[0-9]{1,2}|[0-9]{4,}))?")
_ESCAPED = re.compile(r'="([^"]*)"')
_POINT, _COMMA = re.compile(r"[0-9]\.[0-9]"), re.compile(r"[0-9],[0-9]")
# Certainly decimals, and not a comma between the thousands.
_DECIMAL_COMMA = re.compile(r"(?:[0-9]{4,}|[0-9] [0-9]{3}|\b0),[0-9]+|[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])")
# What a code does not look like: a sign, three digits in a row before the point.
_AMOUNT = re.compile(r"^[-\u2212\u2013+]|[0-9]{3,}(?:[.,]|$)|%$")
_MOST_DIGITS = 15
# A million cells are some 13 MB.
LARGEST_CSV = 30 * MEGABYTE


def csv_book(content: bytes, workbook: str, sheet: str) -> bytes:
    """The xlsx with its one sheet. Raises ReportError for what is no csv file, or may be read in two ways."""
    if len(content) > LARGEST_CSV:
        found = f"Filen är {-(-len(content) // MEGABYTE)} MB."
        raise refusal(workbook, *Refusal(found, f"En csv-fil är högst {LARGEST_CSV // MEGABYTE} MB."))
    try:
        read = csv_text(content, MOST_ROWS)
    except UnreadableText as fault:
        problem = Problem(workbook, "", fault.where, fault.found, fault.expected, fault.remedy)
        raise ReportError([problem]) from fault
    if len(read.rows) > MOST_ROWS:
        raise refusal(
            workbook, *Refusal(f"Filen har fler än {MOST_ROWS} rader.", f"Ett blad har högst {MOST_ROWS} rader.")
        )
    width = max(map(len, read.rows), default=0)
    if width > MOST_COLUMNS:
        allowed = f"En csv-fil har högst {MOST_COLUMNS} kolumner."
        raise refusal(workbook, *Refusal(f"Filen har fler än {MOST_COLUMNS} kolumner.", allowed))
    book = PlainBook(workbook)
    target = book.sheet(sheet)
    rules = [_Column([row[place] for row in read.rows if place < len(row)]) for place in range(width)]
    percent = book.style(CellStyle("0.0%"))
    for number, row in enumerate(read.rows):
        target.row(number)
        for place, text in enumerate(row):
            if text.strip():
                _write(target, place, text, rules[place], percent)
    return book.content()


class _Column:
    """What a column's texts say of how its numbers are written."""

    def __init__(self, texts: Sequence[str]) -> None:
        numbers = [text.strip() for text in texts if _NUMBER.fullmatch(text.strip())]
        with_point = any(map(_POINT.search, numbers))
        # A comma is a decimal comma in all of a column where one cannot be anything else.
        self.has_decimal_comma = not with_point and any(map(_DECIMAL_COMMA.search, numbers))
        self.has_amounts = any(map(_AMOUNT.search, numbers))

    def number(self, text: str) -> float | None:
        """The number that a text is in this column; None for what is none, or may be another."""
        if len(text) <= _MOST_DIGITS and _PLAIN.fullmatch(text):
            # Never −0.
            return float(text.replace(",", ".")) or 0.0
        if not _NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > _MOST_DIGITS:
            return None
        if re.match(r"0[0-9]", text):
            # An account, a code: the zeros in front belong to it.
            return None
        try:
            found = number_in(text)
        except NotANumber:
            return None
        if found.grouped is not None and not self.has_decimal_comma:
            return None
        if _POINT.search(text) and not _COMMA.search(text) and not self.has_amounts:
            return None
        return float(found.value)


def _write(sheet: PlainSheet, place: int, text: str, column: _Column, percent: int) -> None:
    plain = text.strip()
    if escaped := _ESCAPED.fullmatch(plain):
        sheet.text(place, escaped[1])
    elif ERROR_WORD.fullmatch(plain):
        sheet.error(place, plain)
    elif plain.lower() in _TRUTH:
        sheet.boolean(place, _TRUTH[plain.lower()])
    elif (number := column.number(plain)) is not None:
        is_percent = plain.endswith("%")
        sheet.number(place, float(f"{number / 100:.15g}") if is_percent else number, percent if is_percent else 0)
    else:
        # A line break inside a text is the file's, whichever system wrote it.
        sheet.text(place, text[:LONGEST_RUN].replace("\r\n", "\n"))
