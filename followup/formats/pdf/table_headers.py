"""The headers of a table with groups, made right for whoever hears the table.

A group's row spans all columns. To Typst it is a header of columns, of the second level: a cell below it gets the group
as its only header, and the group gets the headers of all columns. Read aloud, a figure in the third column has then
five headers, and nobody hears which is its own. Here the group is a header of the rows below it, each cell has its own
column's header and its group's, and a total below the last group is in no group.

Typst can be told so itself (`pdf.header-cell`), but only with a feature that its library for Python does not turn on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from followup.formats.pdf.streams import Edit, edited

_ELEMENT = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem/S/(TH|TD|TR|TFoot)/P (\d+) 0 R(.*)>>\nendobj")
_HEADERS = re.compile(rb"/Headers\[((?:\(\w+\))*)\]")
_COLUMN_HEADER = re.compile(rb"/Scope/Column/Headers\[(?:\(\w+\))+\]")
_ID = re.compile(rb"/ID\((U\d+x)(\d+)y\d+\)")
_KIDS = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
_SPAN = re.compile(rb"/ColSpan (\d+)")


@dataclass(frozen=True)
class _Element:
    kind: bytes
    parent: bytes
    words: bytes
    # Where `words` begin in the file.
    start: int

    @property
    def span(self) -> int:
        found = _SPAN.search(self.words)
        return int(found[1]) if found else 1


def with_headers_of_groups(content: bytes) -> bytes:
    """The same PDF, where every cell of a table with groups has the headers that are its own."""
    elements = {
        found[1]: _Element(found[2], found[3], found[4], found.start(4)) for found in _ELEMENT.finditer(content)
    }
    return edited(content, sorted(_edits(elements)))


def _edits(elements: dict[bytes, _Element]) -> Iterator[Edit]:
    columns: dict[bytes, dict[int, bytes]] = defaultdict(dict)
    groups: dict[bytes, bytes] = {}
    for one in elements.values():
        named = _ID.search(one.words) if one.kind == b"TH" else None
        if named is None:
            continue
        table, column = named[1], int(named[2])
        if above := _COLUMN_HEADER.search(one.words):
            groups[named[0][4:-1]] = table
            yield one.start + above.start(), one.start + above.end(), b"/Scope/Row/Headers[]"
        else:
            columns[table][column] = named[0][4:-1]
    for one in elements.values():
        headers = _HEADERS.search(one.words) if one.kind == b"TD" else None
        group = headers[1][1:-1] if headers else b""
        row = elements.get(one.parent)
        if headers is None or group not in groups or row is None:
            continue
        own = columns[groups[group]].get(_column(one, row, elements))
        if own is None:
            continue
        totals = elements.get(row.parent)
        both = b"(%b)" % own if totals is not None and totals.kind == b"TFoot" else b"(%b)(%b)" % (own, group)
        yield one.start + headers.start(1), one.start + headers.end(1), both


def _column(cell: _Element, row: _Element, elements: dict[bytes, _Element]) -> int:
    """Where a cell of a row stands, from 0."""
    kids = _KIDS.search(row.words)
    place = 0
    for name in re.findall(rb"(\d+) 0 R", kids[1] if kids else b""):
        one = elements.get(name)
        if one is cell:
            return place
        place += one.span if one else 1
    return -1
