"""An .xlsb workbook (Excel's binary form) as an xlsx of the same cells.

Its parts are those of an xlsx, as records instead of XML. They are read here and not by calamine, which gives an empty
cell for `#DIV/0!` and says nothing of formats or of what is hidden.
"""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator
from xml.etree import ElementTree

from followup.ground.errors import ReportError
from followup.workbooks.files.archive import SafeParts, refusal
from followup.workbooks.files.part_limits import INDEX, SHEET, STRINGS, STYLES
from followup.workbooks.forms.plain_book import PlainBook, PlainSheet
from followup.workbooks.forms.xlsb_records import packed_number, records, rich_text_at, runs_of, text_at
from followup.workbooks.forms.xlsb_styles import XlsbStyles, xlsb_styles

# [MS-XLSB] 2.3.2: what is not named here holds no value of a cell.
_ROW, _BLANK, _PACKED, _ERROR, _BOOLEAN, _NUMBER, _TEXT, _SHARED = range(8)
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOLEAN, _FORMULA_ERROR, _RICH = 8, 9, 10, 11, 62
_COLUMNS, _MERGED, _BEGIN_CELLS, _END_CELLS = 60, 176, 145, 146
_SHEET, _PROPERTIES, _CALCULATION, _SHARED_TEXT = 156, 153, 157, 19
_COMMENT, _COMMENT_TEXT = 635, 637
_HIDDEN_ROW = 0x10
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
# What is XML in this form, too, and may hold text.
_BESIDE = ("xl/drawings/", "xl/charts/", "docProps/", "customXml/")

_Texts = list[tuple[str, list[tuple[int, int]]]]


def xlsb_book(parts: SafeParts, workbook: str) -> bytes:
    """The xlsx. Raises ReportError for a file that is damaged or too large."""
    try:
        return _book(parts, workbook)
    except ReportError:
        raise
    except (ElementTree.ParseError, struct.error, ValueError, KeyError, IndexError) as fault:
        raise refusal(workbook, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault


def _book(parts: SafeParts, workbook: str) -> bytes:
    listed: list[tuple[str, str, bool]] = []
    from_1904 = recalculates = False
    for kind, record in records(parts.read("xl/workbook.bin", INDEX)):
        if kind == _SHEET:
            (state,) = struct.unpack_from("<I", record)
            identity, place = text_at(record, 8)
            listed.append((identity, text_at(record, place)[0], state != 0))
        elif kind == _PROPERTIES:
            from_1904 = bool(record[0] & 1)
        elif kind == _CALCULATION and len(record) >= 26:
            recalculates = bool(struct.unpack_from("<H", record, 24)[0] & 1)
    relations = _relations(parts, "xl/workbook.bin")
    styles = next((path for type_, path in relations.values() if type_ == "styles"), "")
    texts = next((path for type_, path in relations.values() if type_ == "sharedStrings"), "")
    found = xlsb_styles(parts.read(styles, STYLES)) if styles in parts else XlsbStyles()
    shared = _shared_texts(parts.read(texts, STRINGS)) if texts in parts else []
    book = PlainBook(workbook, dates_from_1904=from_1904, recalculates=recalculates)
    for identity, name, is_hidden in listed:
        type_, path = relations.get(identity, ("", ""))
        if type_ == "worksheet":
            sheet = book.sheet(name, is_hidden=is_hidden)
            _Sheet(book, sheet, found, shared, is_marked=recalculates).run(parts.read(path, SHEET))
            for kind_, comments in _relations(parts, path).values():
                if kind_ == "comments" and comments in parts:
                    sheet.comments.update(_comments(parts.read(comments, SHEET)))
    book.add_parts(
        {name: parts.read(name, SHEET) for name in parts if name.startswith(_BESIDE) and name.endswith(".xml")}
    )
    return book.content()


def _relations(parts: SafeParts, path: str) -> dict[str, tuple[str, str]]:
    """What a part refers to by the id of each relation: (kind, path)."""
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    found = {}
    for one in ElementTree.fromstring(parts.read(relations, INDEX)) if relations in parts else ():
        target = one.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        # To the names of parts, case makes no difference.
        full = full if full in parts else next((part for part in parts if part.lower() == full.lower()), full)
        found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], full)
    return found


def _shared_texts(part: bytes) -> _Texts:
    return [rich_text_at(record, 0) for kind, record in records(part) if kind == _SHARED_TEXT]


def _comments(part: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    place = (0, 0)
    for kind, record in records(part):
        if kind == _COMMENT:
            row, _, column = struct.unpack_from("<III", record, 4)
            place = (row, column)
        elif kind == _COMMENT_TEXT:
            yield place, rich_text_at(record, 0)[0]


class _Sheet:
    """Walks through the records of one sheet."""

    def __init__(
        self, book: PlainBook, sheet: PlainSheet, styles: XlsbStyles, texts: _Texts, *, is_marked: bool
    ) -> None:
        self._sheet, self._styles, self._texts, self._is_marked = sheet, styles, texts, is_marked
        self._numbers = [book.style(one) for one in styles.cells]

    def run(self, part: bytes) -> None:
        is_inside, ended = False, False
        for kind, record in records(part):
            if kind in (_BEGIN_CELLS, _END_CELLS):
                is_inside, ended = kind == _BEGIN_CELLS, ended or kind == _END_CELLS
            elif kind == _COLUMNS:
                first, last, width = struct.unpack_from("<III", record)
                if record[16] & 1 or width == 0:
                    self._sheet.hide_columns(first, last)
            elif kind == _MERGED:
                top, bottom, left, right = struct.unpack_from("<IIII", record)
                self._sheet.merge(top, left, bottom, right)
            elif is_inside and kind == _ROW:
                row, height = struct.unpack_from("<I4xH", record)
                self._sheet.row(row, is_hidden=bool(record[11] & _HIDDEN_ROW) or height == 0)
            elif is_inside and (kind <= _FORMULA_ERROR or kind == _RICH):
                self._cell(kind, record)
        if not ended:
            raise ValueError("a sheet without end")

    def _cell(self, kind: int, record: bytes) -> None:
        column, style = struct.unpack_from("<II", record)
        style = self._numbers[style & 0xFFFFFF] if self._numbers else 0
        sheet = self._sheet
        if kind == _PACKED:
            sheet.number(column, packed_number(struct.unpack_from("<I", record, 8)[0]), style)
        elif kind in (_NUMBER, _FORMULA_NUMBER):
            is_formula = kind == _FORMULA_NUMBER and self._is_marked
            sheet.number(column, struct.unpack_from("<d", record, 8)[0], style, is_formula=is_formula)
        elif kind in (_ERROR, _FORMULA_ERROR):
            sheet.error(column, _ERRORS.get(record[8], "#FEL!"))
        elif kind in (_BOOLEAN, _FORMULA_BOOLEAN):
            sheet.boolean(column, bool(record[8]))
        elif kind in (_TEXT, _FORMULA_TEXT):
            sheet.text(column, text_at(record, 8)[0], style)
        elif kind in (_SHARED, _RICH):
            text, fonts = (
                self._texts[struct.unpack_from("<I", record, 8)[0]] if kind == _SHARED else rich_text_at(record, 8)
            )
            sheet.text(column, text, style, runs_of(text, fonts, self._styles.bold))
