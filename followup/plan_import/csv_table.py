"""A csv file as rows of texts: its encoding and its separator are seen from what it holds.

Excel in Swedish writes semicolons and, unless asked for UTF-8, Windows-1252.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from followup.ground.errors import Problem, ReportError, Severity
from followup.plan_import.grid import MOST_ROWS, Grid, check_size

SEPARATORS = (";", "\t", ",", "|")
# A line of its own, unless a quotation mark before it is open.
_END = "END OF THE TABLE"


def csv_grid(content: bytes, name: str) -> tuple[Grid, list[Problem]]:
    """The table of a csv file, and a note where its encoding is a guess. Raises ReportError if it cannot be read."""
    text, notes = _decoded(content, name)
    try:
        # "sep=;" is a line of Excel's own.
        first, _, rest = text.partition("\n")
        stated = first.strip()[4:] if first.strip().lower() in {f"sep={mark}" for mark in SEPARATORS} else ""
        table = rest if stated else text
        mark = stated or max(SEPARATORS, key=lambda one: _fit(_split(text, one)))
        rows, line = _split(table, mark), _open_line(table, mark)
    except csv.Error as fault:
        # The module refuses a text of more than 131 072 characters, which is what a lost quotation mark makes.
        raise ReportError([_open_quotation(name, "")]) from fault
    if line:
        raise ReportError([_open_quotation(name, f"rad {line + bool(stated)}")])
    if stated:
        rows.insert(0, [])
    check_size(name, "", rows)
    width = max(map(len, rows), default=0)
    return Grid(name, "", [[*row, *[""] * (width - len(row))] for row in rows]), notes


def _decoded(content: bytes, name: str) -> tuple[str, list[Problem]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        notes = []
        if encoding == "cp1252":
            found = "Filen är inte sparad som UTF-8. Den har lästs som Windows-1252, som Excel på svenska skriver."
            remedy = "Kontrollera att å, ä och ö är rätt i planen. Är de inte det: spara filen som ”CSV UTF-8”."
            notes.append(Problem(name, "", "", found, "En csv-fil i UTF-8 väntas.", remedy, Severity.NOTE))
        return text, notes
    found = "Filen är ingen textfil i UTF-8, UTF-16 eller Windows-1252."
    expected = "En csv-fil eller en Excel-arbetsbok (.xlsx) väntas."
    remedy = "Öppna filen i Excel och spara den som ”CSV UTF-8” eller som .xlsx."
    raise ReportError([Problem(name, "", "", found, expected, remedy)])


def _open_quotation(name: str, where: str) -> Problem:
    found = "Filen kan inte delas upp i rader och kolumner."
    expected = "Varje citattecken som inleder en text avslutar den också."
    remedy = "Öppna filen i Excel, rätta och spara den på nytt som csv eller som .xlsx."
    return Problem(name, "", where, found, expected, remedy)


def _open_line(text: str, separator: str) -> int:
    """The line of the row whose quotation mark is never closed: it takes all that follows it. 0 where all are."""
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    begins, before = 1, 0
    for row in reader:
        begins, before = before + 1, reader.line_num
        if row == [_END]:
            return 0
    return begins


def _split(text: str, separator: str) -> list[list[str]]:
    return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), MOST_ROWS + 1))


def _fit(rows: list[list[str]]) -> tuple[float, int]:
    """The share of the rows that have the commonest width, and that width: texts have commas here and there.

    The first separator wins where two fit as well.
    """
    filled = [row for row in rows if any(row)]
    widths = Counter(len(row) for row in filled if len(row) > 1)
    width, count = max(widths.items(), key=lambda one: (one[1], one[0]), default=(1, 0))
    return count / max(1, len(filled)), width
