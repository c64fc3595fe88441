"""A cached CSV file as rows of texts that know where they stand, checked for its header and the shape of its rows.

A row is counted as a spreadsheet counts it: a quoted text may hold line breaks. Columns get the letters that a
spreadsheet would give them.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from followup.ground.errors import Problem
from followup.ground.plain_file import TooLargeFile, UnreadableFile, read_plain_file
from followup.ground.wording import column_letter, listed, quoted, suggestion
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.clean_text import clean_text
from followup.workbooks.cells.findings import Finding

# Some sixty times what the largest file holds today.
LARGEST_FILE = 20 * 1024 * 1024


@dataclass(frozen=True)
class CachedFile:
    """A file that was read, by its path below the data folder."""

    name: str
    sha256: str
    size: int


@dataclass
class CsvSheet:
    """`rows` are (row in the file, texts by heading), `letters` the wanted columns'. `problems` are of the file itself,
    `findings` of its cells. `file` is None where there is none, and `remedy` is what mends the file.
    """

    name: str
    remedy: str
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    file: CachedFile | None = None

    def doubt(self, row: int, column: str, found: str, expected: str) -> None:
        """Adds an error about one cell."""
        self.findings.append(Finding(row, self.letters[column], Doubt(found, expected, self.remedy), shared=True))

    def fault(self, cell: str, found: str, expected: str, remedy: str = "") -> None:
        """Adds an error about the file."""
        self.problems.append(Problem(self.name, "", cell, found, expected, remedy or self.remedy))


def read_csv(path: Path, name: str, columns: Sequence[str], remedy: str) -> CsvSheet:
    """Read one file, which is called `name` in problems and must have `columns`; it may have others.

    Texts are read without control characters. A row that is not as wide as the header is a finding and left out.
    """
    sheet = CsvSheet(name, remedy)
    lines = _lines(path, sheet)
    header = lines[0] if lines else []
    for column in columns if not sheet.problems else ():
        if column not in header:
            expected = f"Rubriker som behövs är {listed(columns)}; här står {listed(header) or 'inga'}."
            sheet.fault("rad 1", f"Kolumnen {quoted(column)} saknas.", expected, suggestion(column, header, remedy))
        elif header.count(column) > 1:
            sheet.fault("rad 1", f"Kolumnen {quoted(column)} står två gånger.", "Varje rubrik får stå en gång.")
    if sheet.problems:
        return sheet
    sheet.letters = {column: column_letter(header.index(column)) for column in columns}
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cells):
            continue
        if len(cells) != len(header):
            sheet.doubt(
                number, columns[0], f"Raden har {len(cells)} kolumner.", f"Varje rad har {len(header)} kolumner."
            )
            continue
        sheet.rows.append((number, dict(zip(header, map(clean_text, cells), strict=True))))
    return sheet


def _lines(path: Path, sheet: CsvSheet) -> list[list[str]]:
    """Every row's texts, the header first; none where the file cannot be read, which is a fault of the sheet."""
    try:
        content = read_plain_file(path, LARGEST_FILE)
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except FileNotFoundError:
        sheet.fault("", "Filen saknas.", "Den behövs för jämförelsen.")
    except TooLargeFile as fault:
        expected = f"En fil från Kolada är högst {LARGEST_FILE // 1024**2} MB."
        sheet.fault("", f"Filen är {fault.size // 1024**2} MB.", expected)
    except UnreadableFile as fault:
        sheet.fault("", fault.found, fault.expected, fault.remedy)
    except UnicodeDecodeError:
        sheet.fault("", "Filen är inte sparad som UTF-8.", "Filen ska ha kodningen UTF-8.")
    except csv.Error:
        # The module refuses a text of more than 131 072 characters, which is what a lost quotation mark makes.
        expected = "Varje citattecken som inleder en text avslutar den också."
        sheet.fault("", "Filen kan inte delas upp i rader och kolumner.", expected)
    else:
        sheet.file = CachedFile(sheet.name, hashlib.sha256(content).hexdigest(), len(content))
        return lines
    return []
