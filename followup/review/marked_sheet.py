"""A sheet's XML with other styles for some of its cells, and the tie to its comments; nothing else in it is touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from followup.ground.wording import column_index
from followup.review.marked_styles import Unmarkable
from followup.review.marks import Place, address

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(?:/>|>(.*)</(?:\w+:)?sheetData\s*>)", re.DOTALL)
_ROW = re.compile(rb"<(?:\w+:)?row\b((?:[^>]*[^/>])?)(?:/>|>(.*?)</(?:\w+:)?row\s*>)", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b((?:[^>]*[^/>])?)(?:/>|>.*?</(?:\w+:)?c\s*>)", re.DOTALL)
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?sheetFormatPr\b[^>]*>")
_USUAL_WIDTH = 64
_STYLE = re.compile(rb'\ss\s*=\s*["\'][0-9]*["\']')
_NUMBER = re.compile(rb'\br\s*=\s*["\']([A-Z]*)([0-9]+)["\']')
# What may stand between the cells and the tie to the comments, last, and what only stands after it.
_BEFORE = re.compile(rb"<(?:\w+:)?drawing\b[^>]*?(?:/>|>\s*</(?:\w+:)?drawing\s*>)")
_AFTER = re.compile(
    rb"<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst"
    rb"|AlternateContent)\b|</(?:\w+:)?worksheet\s*>"
)

Restyle = Callable[[int, Place], int]


def with_styles(xml: bytes, places: Mapping[Place, object], restyle: Restyle) -> bytes:
    """The sheet with `restyle(its style, its place)` as the style of each of these cells.

    A cell that is not there is added, empty. Raises Unmarkable for a sheet whose rows or cells have no addresses.
    """
    data = _DATA.search(xml)
    if data is None:
        raise Unmarkable("Bladets celler kan inte läsas.")
    prefix, rows = data[1], data[2] or b""
    wanted = {row: list(group) for row, group in groupby(sorted(places), key=lambda place: place[0])}
    columns = _column_styles(xml[: data.start()])
    done: list[bytes] = []
    end = 0
    for match in _ROW.finditer(rows):
        number = _number(match[1])
        for missing in sorted(row for row in wanted if row < number):
            done += [rows[end : match.start()], _new_row(prefix, missing, wanted.pop(missing), columns, restyle)]
            end = match.start()
        if number in wanted:
            done += [rows[end : match.start()], _restyled(match, prefix, wanted.pop(number), columns, restyle)]
            end = match.end()
        if not wanted:
            break
    done.append(rows[end:])
    done += [_new_row(prefix, row, wanted[row], columns, restyle) for row in sorted(wanted)]
    opening = data[0][: data[0].find(b">")].rstrip(b"/ ") + b">"
    closing = b"</%ssheetData>" % prefix
    return xml[: data.start()] + opening + b"".join(done) + closing + xml[data.end() :]


def with_comments(xml: bytes, relation: str) -> bytes:
    """The sheet with the tie to the drawing of its comments, where the order of its parts has it."""
    data = _DATA.search(xml)
    start = data.end() if data else 0
    drawing = _BEFORE.search(xml, start)
    after = _AFTER.search(xml, drawing.end() if drawing else start)
    if after is None:
        raise Unmarkable("Bladets slut kan inte läsas.")
    prefix = data[1].decode() if data else ""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    tie = f'<{prefix}legacyDrawing xmlns:gr="{space}" gr:id="{relation}"/>'.encode()
    return xml[: after.start()] + tie + xml[after.start() :]


def column_width(xml: bytes) -> Callable[[int], int]:
    """How wide each column of the sheet is in pixels, the columns from 0."""
    data = _DATA.search(xml)
    head = xml[: data.start()] if data else b""
    usual = _pixels(found[0]) if (found := _FORMAT.search(head)) else _USUAL_WIDTH
    known = []
    for attributes in _COLUMN.findall(head):
        hidden = re.search(rb'\shidden\s*=\s*["\'](?:1|true)["\']', attributes)
        width = 0 if hidden else _pixels(attributes) or usual
        known.append((_integer(attributes, "min") - 1, _integer(attributes, "max") - 1, width))
    return lambda column: next((width for first, last, width in known if first <= column <= last), usual)


def _pixels(attributes: bytes) -> int:
    # A width is in digits of the usual letter, which are seven pixels wide.
    found = re.search(rb'\s(?:width|defaultColWidth)\s*=\s*["\']([0-9.]+)["\']', attributes)
    return round(float(found[1]) * 7) if found else _USUAL_WIDTH


def _number(attributes: bytes) -> int:
    found = _NUMBER.search(attributes)
    if found is None:
        raise Unmarkable("Bladets rader och celler saknar adresser.")
    return int(found[2])


def _column_styles(head: bytes) -> list[tuple[int, int, int]]:
    """The styles of whole columns: first, last, style; the columns from 0."""
    found = []
    for attributes in _COLUMN.findall(head):
        values = {key: _integer(attributes, key) for key in ("min", "max", "style")}
        found.append((values["min"] - 1, values["max"] - 1, values["style"]))
    return found


def _integer(attributes: bytes, name: str) -> int:
    found = re.search(rb'(?<![\w:])%s\s*=\s*["\']([0-9]+)["\']' % name.encode(), attributes)
    return int(found[1]) if found else 0


def _new_row(
    prefix: bytes, row: int, places: list[Place], columns: list[tuple[int, int, int]], restyle: Restyle
) -> bytes:
    cells = b"".join(_new_cell(prefix, place, b"", columns, restyle) for place in places)
    return b'<%srow r="%d">%s</%srow>' % (prefix, row, cells, prefix)


def _new_cell(prefix: bytes, place: Place, row: bytes, columns: list[tuple[int, int, int]], restyle: Restyle) -> bytes:
    """An empty cell, styled as what it stands in: its row, else its column."""
    style = next((style for first, last, style in columns if first <= place[1] <= last), 0)
    if _integer(row, "customFormat"):
        style = _integer(row, "s")
    return b'<%sc r="%s" s="%d"/>' % (prefix, address(place).encode(), restyle(style, place))


def _restyled(
    match: re.Match[bytes], prefix: bytes, places: list[Place], columns: list[tuple[int, int, int]], restyle: Restyle
) -> bytes:
    cells, wanted = match[2] or b"", list(places)
    done: list[bytes] = []
    end = 0
    for cell in _CELL.finditer(cells):
        found = _NUMBER.search(cell[1])
        if found is None:
            raise Unmarkable("Bladets rader och celler saknar adresser.")
        column = column_index(found[1].decode())
        while wanted and wanted[0][1] < column:
            done += [cells[end : cell.start()], _new_cell(prefix, wanted.pop(0), match[1], columns, restyle)]
            end = cell.start()
        if wanted and wanted[0][1] == column:
            place = wanted.pop(0)
            style = restyle(_integer(cell[1], "s"), place)
            plain = _STYLE.sub(b"", cell[1])
            after = plain.index(found[0]) + len(found[0])
            opening = b'%s s="%d"%s' % (plain[:after], style, plain[after:])
            done += [cells[end : cell.start(1)], opening, cells[cell.end(1) : cell.end()]]
            end = cell.end()
    done.append(cells[end:])
    done += [_new_cell(prefix, place, match[1], columns, restyle) for place in wanted]
    head = match[0][: match.start(1) - match.start()] + match[1].rstrip(b"/ ")
    return head + b">" + b"".join(done) + b"</%srow>" % prefix
