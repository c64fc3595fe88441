"""What a sheet's XML tells that the fast reader does not: failed formulas, formulas without a value, percentages.

calamine reads values ten times faster than anything else, but turns `#REF!` and a formula that was never computed into
an empty cell, and gives 0.045 for a cell that shows 4,5 %. Each of these would be a silent error in a report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.parsers import expat

from followup.inputs.cell_values import ErrorCell, PercentCell, UncomputedFormula
from followup.inputs.part_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

# A cell that is not in one of the columns A-Z and the rows 1-99999, or whose reference is not written out plainly.
_OTHER_CELL = re.compile(rb'<c r="(?![A-Z][0-9]{1,5}")')

_MOST_SEARCHES = 50

# The number formats 9 and 10 are built in: 0 % and 0,00 %.
_PERCENT_FORMATS = {"9", "10"}


@dataclass
class Marks:
    """Cells by (row, column), counted from 0, that are more than their value.

    `rows` and `columns` say how far the content of a sheet that is not plain reaches; cells that are only coloured do
    not count.
    """

    cells: dict[tuple[int, int], ErrorCell | UncomputedFormula] = field(default_factory=dict)
    percents: set[tuple[int, int]] = field(default_factory=set)
    rows: int = 0
    columns: int = 0

    @property
    def is_too_large(self) -> bool:
        return self.rows > MOST_ROWS or self.columns > MOST_COLUMNS or self.rows * self.columns > MOST_CELLS


def percent_styles(styles: bytes | None) -> frozenset[str]:
    """The cell styles whose number format is a percentage, as the sheets' `s` attributes name them."""
    if not styles:
        return frozenset()
    formats = set(_PERCENT_FORMATS)
    found: list[str] = []
    inside = False
    for event, element in ElementTree.iterparse(_Stream(styles), events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if name == "cellXfs":
            inside = event == "start"
        elif event == "start" and name == "numFmt" and "%" in element.get("formatCode", ""):
            formats.add(element.get("numFmtId", ""))
        elif event == "start" and name == "xf" and inside:
            found.append(element.get("numFmtId", ""))
    return frozenset(str(position) for position, format_ in enumerate(found) if format_ in formats)


def marks_of(xml: bytes, percents: frozenset[str]) -> Marks:
    """Scan one sheet. The common sheet, values only, is settled by a few searches without parsing anything."""
    marks = Marks()
    if not _is_plain(xml, percents):
        _Scan(marks, percents).run(xml)
    return marks


def _is_plain(xml: bytes, percents: frozenset[str]) -> bool:
    """Whether every cell is a bare value in the columns A-Z, by what cannot stand in such a sheet.

    A search of ten megabytes takes a hundredth of a second, parsing them more than half a second. What looks odd for
    any reason, if only a text with a colon in it, is parsed.
    """
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData")
    if start < 0 or end < start or b"<!" in xml:
        return False
    cells = xml[start:end]
    suspicious = (b":c", b":f", b"<f", b'"e"', b"='", b'="&', b"= ", b" =")
    if any(mark in cells for mark in suspicious) or cells.count(b"<c") != cells.count(b'<c r="'):
        return False
    # A search for each; a workbook with very many such styles is parsed instead.
    if len(percents) > _MOST_SEARCHES or any(b' s="%s"' % style.encode() in cells for style in percents):
        return False
    return not _OTHER_CELL.search(cells)


class _Stream:
    """Bytes as a file for iterparse."""

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def read(self, size: int) -> bytes:
        chunk = self._content[self._at : self._at + size]
        self._at += size
        return chunk


class _Scan:
    """Walks through a sheet's cells in order, as (row, column) with or without references."""

    def __init__(self, marks: Marks, percents: frozenset[str]) -> None:
        self._marks, self._percents = marks, percents
        self._row = self._column = -1
        self._cell: dict[str, str] | None = None
        self._text: list[str] | None = None
        self._has_formula = self._has_content = False
        self._value = ""

    def run(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            number = attributes.get("r", str(self._row + 2))
            if not re.fullmatch(r"[1-9][0-9]{0,6}", number):
                raise ValueError("a row without a number")
            self._row = int(number) - 1
            self._column = -1
        elif name == "c":
            reference = re.fullmatch(r"\s*([A-Za-z]{1,3})([0-9]{1,7})\s*", attributes.get("r", ""))
            if "r" in attributes and not reference:
                raise ValueError("a cell without a place")
            if reference:
                self._row, self._column = int(reference[2]) - 1, _column_index(reference[1])
            else:
                self._column += 1
            self._cell, self._value = attributes, ""
            self._has_formula = self._has_content = False
        elif self._cell is not None:
            if name == "f":
                self._has_formula = True
            elif name == "is":
                self._has_content = True
            elif name == "v":
                self._text = []

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "v" and self._text is not None:
            self._value, self._text = "".join(self._text), None
        elif name == "c" and self._cell is not None:
            self._finish(self._cell)
            self._cell = None

    def _finish(self, attributes: dict[str, str]) -> None:
        place, kind, marks = (self._row, self._column), attributes.get("t", "n"), self._marks
        if self._value or self._has_content or self._has_formula or kind == "e":
            marks.rows, marks.columns = max(marks.rows, place[0] + 1), max(marks.columns, place[1] + 1)
        if kind == "e":
            marks.cells[place] = ErrorCell(self._value or "#FEL!")
        elif self._has_formula and not self._value and kind != "str":
            # An empty text (t="str") is a formula's honest result; no value at all means that none was computed.
            marks.cells[place] = UncomputedFormula()
        elif kind == "n" and attributes.get("s") in self._percents:
            marks.percents.add(place)


def with_marks(rows: list[list[object]], marks: Marks) -> list[list[object]]:
    """The sheet's rows with the marked cells in place, every row equally long. Changes `rows`."""
    width = max([len(row) for row in rows[:1]] + [column + 1 for _, column in marks.cells], default=0)
    height = max([len(rows)] + [row + 1 for row, _ in marks.cells])
    if rows and len(rows[0]) < width:
        for row in rows:
            row.extend([""] * (width - len(row)))
    rows.extend([""] * width for _ in range(height - len(rows)))
    for (row, column), mark in marks.cells.items():
        rows[row][column] = mark
    for row, column in marks.percents:
        if row < len(rows) and column < width and isinstance(rows[row][column], float | int):
            rows[row][column] = PercentCell(rows[row][column])
    return rows


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1
