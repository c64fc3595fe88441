"""What a sheet's XML tells that the fast reader does not: failed formulas, formulas without a value, what is seen.

calamine reads values ten times faster than anything else, but turns `#REF!` and a formula that was never computed into
an empty cell, gives 0.045 for a cell that shows 4,5 % and 2600000 for one that shows 2,6, and says nothing of what is
hidden or struck through. Each of these would be a silent error in a report.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from xml.parsers import expat

from followup.ground.wording import column_index, column_letter
from followup.workbooks.files.bold_runs import bold_cells
from followup.workbooks.files.cell_order import is_plainly_ordered
from followup.workbooks.files.cell_styles import DEFAULT_STYLE, CellStyles, is_on
from followup.workbooks.files.formula_cells import FormulaCells
from followup.workbooks.files.marked_cells import ErrorCell
from followup.workbooks.files.number_format import NumberFormat
from followup.workbooks.files.sheet_marks import Marks, Place, SheetContext

# A cell that is not in one of the columns A-Z and the rows 1-999999, or whose reference is not written out plainly.
_OTHER_CELL = re.compile(rb'<c r="(?![A-Z][0-9]{1,6}")')
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_CONDITIONAL = re.compile(rb"<(?:\w+:)?conditionalFormatting\s[^>]*>|<(?:\w+:)?cfRule\s[^>]*>")
_EXTENSION = re.compile(rb"<\w+:conditionalFormatting\b.*?</\w+:conditionalFormatting>", re.DOTALL)
_AREAS = re.compile(rb"<\w+:sqref>([^<]*)<")
_CODE = re.compile(rb"""\bformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"\s*([A-Za-z]{1,3})([0-9]{1,7})\s*")
_ROW_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

# The same few columns in every row.
_column_index = cache(column_index)

# Text between the cells, which is no cell's: the rest of one whose tag is damaged.
_STRAY_TEXT = re.compile(rb"</(?:\w+:)?(?:v|is|c|f|row)>\s*[^<\s]")

# A value with a character that is written as its number, 2&#46;6: of a number, only what comes before it is read.
_CUT_SHORT = re.compile(
    rb"<(?:\w+:)?c(\s[^>]*|)>\s*(?:<(?:\w+:)?f\b[^>]*>(?:[^<]*</(?:\w+:)?f>)?\s*)?<(?:\w+:)?v\s*>[^<&]*&"
)
_IS_TEXT = re.compile(rb"\bt\s*=\s*[\"'](?:str|e|d)")

# All bytes but those of the marks that a sheet is searched for.
_NOT_IN_OUTLINE = bytes(set(range(256)) - set(b":cdfhrestP</\"='& "))

# A workbook with more unusual styles than this is parsed: searching for each of them would take longer.
_MOST_SEARCHED = 20


def marks_of(xml: bytes, context: SheetContext) -> Marks:
    """Scan one sheet. The common sheet, values only, is settled by a few searches without looking at each cell.

    Raises ExpatError for markup that is broken, and ValueError for text where only cells can stand.
    """
    if _STRAY_TEXT.search(xml):
        raise ValueError("text between the cells")
    marks = Marks()
    formats = _formats_of_plain(xml, context)
    if formats is None:
        if b"&" in xml and any(not _IS_TEXT.search(attributes) for attributes in _CUT_SHORT.findall(xml)):
            raise ValueError("a number in pieces")
        _Scan(marks, context).run(xml)
    else:
        # What reads the values takes markup that is broken, and leaves cells out in silence.
        expat.ParserCreate().Parse(xml, True)
        marks.formats = formats
    marks.bold = bold_cells(xml, context.bold_texts)
    start, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    if start >= 0:
        marks.hidden_columns += _hidden_columns(xml[:start])
        if b"conditionalFormatting" in xml[end:]:
            if context.styles.conditional:
                marks.conditional += _conditional(xml[end:], context)
            marks.conditional += _conditional_of_extension(xml[end:])
    return marks


def _formats_of_plain(xml: bytes, context: SheetContext) -> dict[Place, NumberFormat] | None:
    """The unusual number formats of a sheet whose every cell is a bare value in the columns A-Z; None for any other.

    It is known by what cannot stand in such a sheet. A search of ten megabytes takes a hundredth of a second, parsing
    them more than half a second. What looks odd for any reason, if only a text with a colon in it, is parsed.
    """
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData")
    if start < 0 or end < start or b"<!" in xml:
        return None
    if DEFAULT_STYLE in context.styles.notable:
        # All cells that name no style have it.
        return None
    cells = xml[start:end]
    if b' ht="0' in cells:
        return None
    # What stands side by side still does so when everything else is left out, and a shorter text is searched faster.
    outline = cells.translate(None, _NOT_IN_OUTLINE)
    # hdde is "hidden", and rPr comes before everything that concerns a part of a text.
    # "<&" is a value with a character that is written as its number.
    suspicious = (b":c", b":f", b"<f", b'"e"', b"='", b'="&', b"= ", b" =", b"hdde", b"rPr", b"<&")
    if b"<?" in cells:
        return None
    if any(mark in outline for mark in suspicious) or outline.count(b"<c") != outline.count(b'<c r="'):
        return None
    if _OTHER_CELL.search(cells) or (context.struck_texts and b't="s"' in cells):
        return None
    # Which of the cells is out of order the parser finds.
    return _formats(cells, context.styles) if is_plainly_ordered(xml, start, end) else None


def _formats(cells: bytes, styles: CellStyles) -> dict[Place, NumberFormat] | None:
    """The cells with one of the notable styles; None if there is more to them than a format for numbers."""
    if len(styles.notable) > _MOST_SEARCHED:
        return None
    used = {style: count for style in styles.notable if (count := cells.count(b' s="%s"' % style.encode()))}
    if any(style in styles.struck | styles.unseen or styles.formats[style].hides_text for style in used):
        return None
    places = {}
    for style in used:
        format_ = styles.formats[style]
        for column, row in re.findall(rb'<c r="([A-Z])([0-9]{1,6})" s="%s"' % style.encode(), cells):
            places[int(row) - 1, column[0] - 65] = format_
    # A row may have a style, too, and a cell's attributes may stand in another order: both are for the parser.
    return places if len(places) == sum(used.values()) else None


def _attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): (one or other).decode() for name, one, other in _ATTRIBUTE.findall(tag)}


def _hidden_columns(head: bytes) -> Iterator[tuple[int, int]]:
    for tag in _COLUMN.findall(head) if b"col" in head else ():
        found = _attributes(tag)
        if is_on(found.get("hidden")) or _is_nothing(found.get("width", "")):
            yield int(found.get("min", "1")) - 1, int(found.get("max", "1")) - 1


def _conditional(tail: bytes, context: SheetContext) -> Iterator[tuple[str, NumberFormat]]:
    areas = ""
    for tag in _CONDITIONAL.findall(tail):
        found = _attributes(tag)
        areas = found.get("sqref", areas)
        if found.get("dxfId") in context.styles.conditional:
            yield areas, context.styles.conditional[found["dxfId"]]


def _conditional_of_extension(tail: bytes) -> Iterator[tuple[str, NumberFormat]]:
    """The rules that refer to other sheets: Excel keeps them in an extension, each with its format inside."""
    for block in _EXTENSION.findall(tail) if b"formatCode" in tail else ():
        areas = b" ".join(_AREAS.findall(block)).decode()
        for one, other in _CODE.findall(block):
            format_ = NumberFormat.of(html.unescape((one or other).decode()))
            if not format_.is_plain:
                yield areas, format_


def _is_nothing(size: str) -> bool:
    """Whether a height or a width is too small to see anything."""
    return bool(re.fullmatch(r"0*(?:\.[0-9]*)?", size.strip())) and any(mark == "0" for mark in size)


class _Scan:
    """Walks through a sheet's cells in order, as (row, column) with or without references."""

    def __init__(self, marks: Marks, context: SheetContext) -> None:
        self._marks, self._context, self._styles = marks, context, context.styles
        self._formulas = FormulaCells(context)
        self._row = self._column = -1
        self._cell: dict[str, str] | None = None
        self._text: list[str] | None = None
        self._formula: dict[str, str] | None = None
        self._has_content = self._is_struck = self._is_broken = False
        self._value = self._formula_text = ""

    def run(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = self._break
        parser.Parse(xml, True)
        marks, formulas = self._marks, self._formulas
        for (row, column), mark in formulas.uncomputed().items():
            marks.cells[row, column] = mark
            marks.rows, marks.columns = max(marks.rows, row + 1), max(marks.columns, column + 1)
        marks.linked |= formulas.linked
        marks.outdated |= formulas.outdated

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "row":
            number = attributes.get("r", str(self._row + 2))
            if not _ROW_NUMBER.fullmatch(number):
                raise ValueError("a row without a number")
            if int(number) - 1 <= self._row:
                self._is_out_of_order(f"rad {number}", "Raden", self._row == int(number) - 1, f"rad {self._row + 1}")
            self._row = int(number) - 1
            self._column = -1
            if is_on(attributes.get("hidden")) or _is_nothing(attributes.get("ht", "")):
                self._marks.hidden_rows.add(self._row)
        elif name == "c":
            written = attributes.get("r")
            if written is None:
                self._column += 1
            elif reference := _REFERENCE.fullmatch(written):
                row, column = int(reference[2]) - 1, _column_index(reference[1])
                if row != self._row or column <= self._column:
                    before = f"rad {self._row + 1}" if row != self._row else self._reference
                    self._is_out_of_order(written.strip(), "Cellen", (row, column) == (self._row, self._column), before)
                self._row, self._column = row, column
            else:
                raise ValueError("a cell without a place")
            self._cell, self._value, self._formula = attributes, "", None
            self._has_content = self._is_struck = False
        elif self._cell is not None:
            self._is_broken = False
            if name == "f":
                self._formula = attributes
                self._text = []
            elif name == "is":
                self._has_content = True
            elif name == "strike":
                self._is_struck = is_on(attributes.get("val", "1"))
            elif name == "v":
                self._text = []

    @property
    def _reference(self) -> str:
        return f"cell {column_letter(self._column)}{self._row + 1}"

    def _is_out_of_order(self, cell: str, what: str, is_repeated: bool, before: str) -> None:
        """Notes the first row or cell that does not come after the one before it, or not in its own row."""
        if self._marks.disorder is None:
            how = "står två gånger i filen" if is_repeated else f"kommer efter {before} i filen"
            self._marks.disorder = (cell, f"{what} {how}.")

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _break(self, *_: str) -> None:
        """What reads the values takes only what comes before a comment, an instruction or a section of raw text."""
        self._is_broken = True

    def _end(self, name: str) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "v" and self._text is not None:
            if self._is_broken:
                raise ValueError("a value in pieces")
            self._value, self._text = "".join(self._text), None
        elif name == "f" and self._text is not None:
            self._formula_text, self._text = "".join(self._text), None
        elif name == "c" and self._cell is not None:
            self._finish(self._cell)
            self._cell = None

    def _finish(self, attributes: dict[str, str]) -> None:
        place, kind, marks = (self._row, self._column), attributes.get("t", "n"), self._marks
        style = attributes.get("s", DEFAULT_STYLE)
        has_content = bool(self._value) or self._has_content
        if has_content or self._formula is not None or kind == "e":
            if self._row >= marks.rows:
                marks.rows = self._row + 1
            if self._column >= marks.columns:
                marks.columns = self._column + 1
        if kind == "e":
            marks.cells[place] = ErrorCell(self._value or "#FEL!")
        elif self._formula is not None:
            self._formulas.add(place, self._formula, self._formula_text, self._value, kind)
        elif self._context.recalculates and kind == "n":
            self._formulas.add_value(place, self._value)
        if not has_content:
            return
        is_shared = kind == "s" and self._value.isdigit() and int(self._value) in self._context.struck_texts
        if self._is_struck or is_shared or style in self._styles.struck:
            marks.struck.add(place)
        if style in self._styles.unseen:
            marks.unseen.add(place)
        format_ = self._styles.formats.get(style)
        if format_ is not None and kind == "n":
            marks.formats[place] = format_
        elif format_ is not None and format_.hides_text and kind in ("s", "str", "inlineStr"):
            marks.concealed.add(place)
