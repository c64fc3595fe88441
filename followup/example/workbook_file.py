"""Workbooks as files that have the same bytes each time they are written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

Value = str | int | float | date | None

# The moment that stands in every file; the clock is never read.
_MOMENT = b"2024-05-08T06:00:00Z"
_ZIP_MOMENT = (2024, 5, 8, 6, 0, 0)


class ExampleWorkbook(Workbook):
    """A workbook with large tables: openpyxl writes a table's first row, and `save` the others like it, much faster."""

    def __init__(self) -> None:
        super().__init__()
        # By the sheet's part in the file: the number of the first row, which openpyxl has written, and all the rows.
        self.large_tables: dict[str, tuple[int, Sequence[Sequence[Value]]]] = {}


def new_workbook(title: str) -> ExampleWorkbook:
    """An empty workbook without sheets; its creator is a function, not a person."""
    workbook = ExampleWorkbook()
    # openpyxl gives a new workbook one sheet.
    assert workbook.active is not None
    workbook.remove(workbook.active)
    workbook.properties.title = title
    workbook.properties.creator = "Exempeldata"
    return workbook


def save(workbook: Workbook, path: Path) -> Path:
    """Write the workbook with a fixed moment, order and compression of its parts."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(buffer) as written, zipfile.ZipFile(path, "w") as fixed:
        for name in sorted(written.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            content = written.read(name)
            if name == "docProps/core.xml":
                # openpyxl stamps the time of saving, whatever the workbook's properties say.
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + _MOMENT, content)
            if isinstance(workbook, ExampleWorkbook) and name in workbook.large_tables:
                content = _with_rows(content.decode(), *workbook.large_tables[name]).encode()
            entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            fixed.writestr(entry, content, compresslevel=9)
    return path


def _with_rows(sheet: str, first: int, rows: Sequence[Sequence[Value]]) -> str:
    """The sheet with the rows after its first, in the first row's styles."""
    start = sheet.index(f'<row r="{first}">')
    end = sheet.index("</row>", start) + len("</row>")
    styles = dict(re.findall(rf'<c r="([A-Z]+){first}" s="(\d+)"', sheet[start:end]))
    return sheet[:end] + "".join(_row_parts(rows[1:], first + 1, styles)) + sheet[end:]


def _row_parts(rows: Sequence[Sequence[Value]], first: int, styles: dict[str, str]) -> Iterator[str]:
    letters = [get_column_letter(number) for number in range(1, len(rows[0]) + 1)]
    texts: dict[str, str] = {}
    for number, values in enumerate(rows, start=first):
        yield f'<row r="{number}">'
        for letter, value in zip(letters, values, strict=True):
            if value is None:
                continue
            if isinstance(value, str):
                if value not in texts:
                    texts[value] = f't="inlineStr"><is><t>{escape(value)}</t></is></c>'
                yield f'<c r="{letter}{number}" {texts[value]}'
            else:
                style = f' s="{styles[letter]}"' if letter in styles else ""
                # As openpyxl writes a number.
                written = str(value) if isinstance(value, int) else f"{value:.16g}"
                yield f'<c r="{letter}{number}"{style} t="n"><v>{written}</v></c>'
        yield "</row>"
