"""Workbooks as files that have the same bytes each time they are written."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

# The moment that stands in every file; the clock is never read.
_MOMENT = b"2024-05-08T06:00:00Z"
_ZIP_MOMENT = (2024, 5, 8, 6, 0, 0)


def new_workbook(title: str) -> Workbook:
    """An empty workbook without sheets; its creator is a function, not a person."""
    workbook = Workbook()
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
            entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            fixed.writestr(entry, content, compresslevel=9)
    return path
