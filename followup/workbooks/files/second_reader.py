"""The values of a sheet that calamine cannot read, or reads wrongly, from openpyxl.

Only the values: formats, formulas, failed and hidden cells are told by the sheet's own XML, whoever reads the values.
It gets the sheet, the texts and the styles in a package of our own; ten times slower, it has a limit of its own too.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any
from xml.etree import ElementTree

import openpyxl

from followup.ground.wording import column_index
from followup.workbooks.files.archive import repacked
from followup.workbooks.files.first_reader import Cells
from followup.workbooks.files.part_limits import MEGABYTE
from followup.workbooks.files.part_names import RELATIONS, ROOT, TYPES, WORKBOOK, relations_part

# As much as is read in ten seconds: a third of a million cells, their texts and their styles.
MOST_CELLS = 330_000
_LARGEST_TEXTS, _LARGEST_STYLES = 20 * MEGABYTE, 2 * MEGABYTE
_SHEET, _TEXTS, _STYLES = "xl/sheet.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_PARTS = {"worksheet": _SHEET, "styles": _STYLES, "sharedStrings": _TEXTS}
# The number of a shared text is digits alone: of anything else calamine makes the first text, openpyxl of -1 the last.
_TEXT = rb"""\bt\s*=\s*["']s["'][^<>]*>\s*<(?:\w+:)?v(?:\s[^<>]*)?>"""
_ODD_TEXT = re.compile(_TEXT + rb"(?![0-9]{1,7}<)")
# As all programs write it: what begins with so many letters is searched three times as fast.
_ODD_PLAIN_TEXT = re.compile(rb't="s"><v>(?![0-9]{1,7}<)')
_NO_TEXT = re.compile(_TEXT + rb"(?![0-9]{0,7}<)")
_KINDS = (b"b", b"d", b"e", b"inlineStr", b"n", b"s", b"str")
_KIND_OF_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*\s)?t\s*=\s*["']([^"']*)["']""")
# What no XML can hold stands as its number.
_CHARACTER = re.compile("_x([0-9A-Fa-f]{4})_")
_EXTENT = re.compile(rb"<(?:\w+:)?dimension\b[^<>]*/>")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)


def is_needed(xml: bytes) -> bool:
    """Whether a sheet has texts that calamine takes for others, without saying so."""
    is_plain = xml.count(b't="s"><v>') == xml.count(b'"s"') + xml.count(b"'s'")
    return (_ODD_PLAIN_TEXT if is_plain else _ODD_TEXT).search(xml) is not None


def second_reading(xml: bytes, common: dict[str, bytes], *, from_1904: bool) -> Cells:
    """A sheet's values and its merged areas. Raises ValueError for what it cannot read either, whole."""
    if xml.count(b"<c ") + xml.count(b":c ") > MOST_CELLS:
        raise ValueError("too many cells")
    if len(common.get(_TEXTS, b"")) > _LARGEST_TEXTS or len(common.get(_STYLES, b"")) > _LARGEST_STYLES:
        raise ValueError("too many texts or styles")
    if _NO_TEXT.search(xml) or not set(_KIND_OF_CELL.findall(xml)) <= set(_KINDS):
        raise ValueError("cells that are read differently")
    archive = repacked(_package(xml, common, from_1904))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.filterwarnings("error", message="Cell .* is marked as a date")
        try:
            sheet = openpyxl.load_workbook(archive, read_only=True, data_only=True).worksheets[0]
            sheet.reset_dimensions()
            read = [list(row) for row in sheet.iter_rows(values_only=True)]
        except Exception as fault:
            # What is damaged makes it fail in any way.
            raise ValueError("not read by the second reader") from fault
    if sum(value is not None for row in read for value in row) < _filled(xml):
        raise ValueError("cells that the second reader does not see")
    rows = [list(map(_plain, row)) for row in read]
    width = max((place + 1 for row in rows for place, value in enumerate(row) if value != ""), default=0)
    while rows and not any(value != "" for value in rows[-1]):
        rows.pop()
    rows = [[*row, *[""] * (width - len(row))][:width] for row in rows]
    return rows, tuple(_merged(xml))


def _package(xml: bytes, common: dict[str, bytes], from_1904: bool) -> dict[str, bytes]:
    # What a sheet says of how far it reaches is not believed, and may be no area.
    there = {_SHEET: _EXTENT.sub(b"", xml, count=1)}
    there |= {name: part for name in (_TEXTS, _STYLES) if (part := common.get(name))}
    kinds = {kind: name for kind, name in _PARTS.items() if name in there}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}{kind}+xml"/>'
        for kind, name in {**kinds, "sheet.main": WORKBOOK}.items()
    )
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(from_1904)}"/><sheets>'
        '<sheet name="Blad" sheetId="1" r:id="worksheet"/></sheets></workbook>'
    )
    return {
        TYPES: f'<Types xmlns="{_CONTENT_TYPES}">{types}</Types>'.encode(),
        ROOT: relations_part({"book": (f"{_OFFICE}/officeDocument", WORKBOOK)}),
        WORKBOOK: book.encode(),
        RELATIONS: relations_part({kind: (f"{_OFFICE}/{kind}", name) for kind, name in kinds.items()}),
        **{name: part.replace(_STRICT, _MAIN.encode()) for name, part in there.items()},
    }


def _plain(value: Any) -> Any:
    """A value as calamine gives it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, str):
        return _CHARACTER.sub(lambda found: chr(int(found[1], 16)), value)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _filled(xml: bytes) -> int:
    """How many cells have a value in the sheet's XML."""
    count = 0
    for _, element in ElementTree.iterparse(io.BytesIO(xml)):
        if element.tag.rpartition("}")[2] == "c":
            count += any(one.text for one in element.iter() if one.tag.rpartition("}")[2] in ("v", "t"))
            element.clear()
    return count


def _merged(xml: bytes) -> Iterator[tuple[int, int, int, int]]:
    for left, top, right, bottom in _MERGED.findall(xml):
        yield int(top) - 1, column_index(left.decode()), int(bottom) - 1, column_index(right.decode())
