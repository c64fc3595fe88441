"""An .ods workbook (LibreOffice, or Excel's OpenDocument) as an xlsx of the same cells.

Its content is one part, which is streamed: a cell may say that it stands a million times, so what is told is counted
before it is written. A number whose cell shows an error is an error: Excel writes 0 and the error's text.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from xml.parsers import expat
from xml.parsers.expat import ExpatError

from followup.ground.errors import ReportError
from followup.workbooks.cells.cell_values import ERROR_WORD
from followup.workbooks.files.archive import SafeParts, refusal
from followup.workbooks.files.part_limits import LARGEST_SHEET, LONGEST_RUN, MOST_COLUMNS, MOST_ROWS, STYLES, Kind
from followup.workbooks.forms.ods_styles import OdsStyles, local, plain
from followup.workbooks.forms.package import CellStyle
from followup.workbooks.forms.plain_book import TOO_MANY_CELLS, PlainBook, PlainSheet, Run
from followup.workbooks.forms.refusals import password_protected

_CONTENT = Kind("Arbetsbokens innehåll", LARGEST_SHEET)
_DAY_ZERO = date(1899, 12, 30)
# Excel counts a 29 February 1900 that never was.
_FIRST_DAY = date(1900, 3, 1)
_TIME = re.compile(r"(-?)PT(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9}(?:[.,][0-9]+)?)S)?")
# What the words for errors begin with; an empty text is none.
_ERROR_STARTS = frozenset("EFef#")
# Of a million cells with their texts; each tag costs a microsecond.
_MOST_TAGS = 8_000_000
_MOST_SPACES = 100
# A formula that is true or false is written as a number.
_TRUTH = {"SANT", "FALSKT", "TRUE", "FALSE"}
_MANIFEST = "META-INF/manifest.xml"
_HIDDEN = ("collapse", "filter")


def ods_book(parts: SafeParts, workbook: str) -> bytes:
    """The xlsx. Raises ReportError for a file that is encrypted, damaged or too large."""
    manifest = parts.read(_MANIFEST, STYLES) if _MANIFEST in parts else b""
    if b"encryption-data" in manifest:
        raise password_protected(workbook)
    book, styles = PlainBook(workbook), OdsStyles()
    try:
        beside: list[str] = []
        if "styles.xml" in parts:
            common = parts.read("styles.xml", STYLES)
            styles.read(common)
            beside += _texts(common)
        content = parts.read("content.xml", _CONTENT)
        if content.count(b"<") > _MOST_TAGS:
            raise refusal(workbook, *TOO_MANY_CELLS)
        _Content(book, styles, beside).run(content)
        if "meta.xml" in parts:
            book.add_texts("docProps/custom.xml", _texts(parts.read("meta.xml", STYLES)))
        book.add_texts("xl/drawings/drawing1.xml", beside)
        return book.content()
    except ReportError:
        raise
    except (ExpatError, ValueError, KeyError, OverflowError) as fault:
        found = "Filen är inget OpenDocument-kalkylblad, eller så är den skadad."
        raise refusal(workbook, found, "En arbetsbok väntas.") from fault


def _texts(xml: bytes) -> list[str]:
    """All that is text in a part."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = lambda text: found.append(text) if text.strip() else None
    parser.Parse(xml, True)
    return found


class _Content:
    """Walks through content.xml: styles first, then each sheet's columns, rows and cells in order."""

    def __init__(self, book: PlainBook, styles: OdsStyles, beside: list[str]) -> None:
        self._book, self._styles, self._beside = book, styles, beside
        self._sheet: PlainSheet | None = None
        self._skipped = 0
        self._is_foreign = False
        self._columns: list[tuple[int, str]] = []
        self._column_count = self._row = self._column = 0
        self._hidden_groups: list[bool] = []
        self._repeats_row = 1
        self._row_attributes: dict[str, str] = {}
        self._row_cells: list[tuple[int, int, dict[str, str], list[list[Run]]]] = []
        self._cell: dict[str, str] | None = None
        self._lines: list[list[Run]] = []
        self._bold: list[bool] = []
        self._is_line = False
        self._length = 0
        self._note: list[str] | None = None
        self._drawn = 0
        # Letters of rows that say that they stand several times.
        self._repeated = 0
        self._numbers: dict[str, int] = {}

    def run(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = local(full)
        if self._sheet is None and name != "table":
            self._styles.start(name, plain(attributes))
            if name in ("dde-links", "tracked-changes"):
                self._skipped += 1
            return
        if self._skipped:
            return
        if full.startswith(("draw:", "chart:")) or self._drawn:
            self._drawn += 1
        elif name == "table":
            self._start_sheet(plain(attributes))
        elif name == "table-source":
            # What another workbook's sheet held when it was last looked at.
            self._is_foreign = True
        elif name == "table-column":
            self._add_columns(plain(attributes))
        elif name == "table-row-group":
            self._hidden_groups.append(plain(attributes).get("display") == "false")
        elif name == "table-row":
            self._row_attributes, self._row_cells, self._column = plain(attributes), [], 0
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._lines, self._length = plain(attributes), [], 0
        elif name == "annotation":
            self._note = []
        elif self._cell is not None and self._note is None:
            self._start_text(name, attributes)

    def _start_sheet(self, attributes: dict[str, str]) -> None:
        if self._sheet is not None:
            raise ValueError("a table in a cell of another")
        is_hidden = self._styles.is_hidden(attributes.get("style-name", ""))
        self._sheet = self._book.sheet(attributes.get("name", ""), is_hidden=is_hidden)
        self._columns, self._column_count, self._row, self._is_foreign = [], 0, 0, False

    def _start_text(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("p", "h"):
            self._lines.append([])
            self._is_line = True
        elif name == "span":
            self._bold.append(self._styles.is_bold(plain(attributes).get("style-name", "")))
        elif name == "s":
            self._characters(" " * min(_MOST_SPACES, _count(plain(attributes).get("c", "1"))))
        elif name == "tab":
            self._characters("\t")
        elif name == "line-break":
            self._characters("\n")

    def _characters(self, text: str) -> None:
        if self._skipped:
            return
        if self._sheet is None:
            self._styles.characters(text)
        elif self._drawn:
            self._beside.append(text)
        elif self._note is not None:
            self._note.append(text)
        elif self._is_line:
            self._length += len(text)
            if self._length > LONGEST_RUN:
                raise ValueError("a text without end")
            self._lines[-1].append(Run(text, bool(self._bold) and self._bold[-1]))

    def _end(self, full: str) -> None:
        name = local(full)
        if self._sheet is None:
            self._styles.end(name)
            if name in ("dde-links", "tracked-changes"):
                self._skipped -= 1
        elif self._drawn:
            self._drawn -= 1
        elif name == "table":
            if self._is_foreign:
                self._book.drop(self._sheet)
            self._sheet = None
        elif name == "table-row-group":
            self._hidden_groups.pop()
        elif name == "table-row":
            self._finish_row(self._sheet)
        elif name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._finish_cell(self._sheet, self._cell)
        elif name == "annotation" and self._note is not None:
            self._sheet.comments[self._row, self._column] = " ".join(self._note)
            self._note = None
        elif name in ("p", "h"):
            self._is_line = False
        elif name == "span" and self._bold:
            self._bold.pop()

    def _add_columns(self, attributes: dict[str, str]) -> None:
        count = _count(attributes.get("number-columns-repeated", "1"))
        first, self._column_count = self._column_count, self._column_count + count
        self._columns.append((self._column_count, attributes.get("default-cell-style-name", "")))
        if attributes.get("visibility") in _HIDDEN and self._sheet is not None and first < MOST_COLUMNS:
            self._sheet.hide_columns(first, self._column_count - 1)

    def _finish_cell(self, sheet: PlainSheet, cell: dict[str, str]) -> None:
        count = _count(cell["number-columns-repeated"]) if "number-columns-repeated" in cell else 1
        if "value-type" in cell or self._lines:
            self._row_cells.append((self._column, count, cell, self._lines))
        if "number-rows-spanned" in cell or "number-columns-spanned" in cell:
            down, across = (_count(cell.get(f"number-{what}-spanned", "1")) for what in ("rows", "columns"))
            sheet.merge(self._row, self._column, self._row + down - 1, self._column + across - 1)
        self._column += count
        self._cell = None

    def _finish_row(self, sheet: PlainSheet) -> None:
        count = _count(self._row_attributes.get("number-rows-repeated", "1"))
        is_hidden = self._row_attributes.get("visibility") in _HIDDEN or any(self._hidden_groups)
        if count > 1:
            for _, times, _, lines in self._row_cells:
                self._repeated += count * times * sum(len(run.text) for line in lines for run in line)
            self._book.refuse_text(self._repeated)
        if self._row_cells or (is_hidden and self._row + count < MOST_ROWS):
            for row in range(self._row, self._row + count):
                sheet.row(row, is_hidden=is_hidden)
                for first, times, cell, lines in self._row_cells:
                    for column in range(first, first + times):
                        self._write(sheet, column, cell, lines)
        self._row += count

    def _write(self, sheet: PlainSheet, column: int, cell: dict[str, str], lines: list[list[Run]]) -> None:
        kind, style = cell.get("value-type", "string"), self._style(cell, column)
        text = "\n".join(["".join([run.text for run in line]) for line in lines])
        formula = cell.get("formula", "")
        is_linked = "'file:" in formula or "DDE(" in formula
        shown = text.strip()
        # calcext:value-type, too, is `value-type`: the last one that is written is kept.
        is_error = kind == "error" or (shown[:1] in _ERROR_STARTS and ERROR_WORD.fullmatch(shown) is not None)
        if is_error and (kind != "string" or formula):
            sheet.error(column, shown or "#FEL!")
        elif kind in ("float", "percentage", "currency"):
            value = float(cell["value"])
            if value in (0, 1) and shown.upper() in _TRUTH:
                sheet.boolean(column, bool(value))
            elif is_linked:
                sheet.linked(column, value)
            else:
                sheet.number(column, value, style)
        elif kind == "date":
            self._date(sheet, column, cell.get("date-value", ""))
        elif kind == "time":
            days = _days(cell.get("time-value", ""))
            sheet.number(column, days, self._book.style(CellStyle("hh:mm:ss" if 0 <= days < 1 else "[h]:mm:ss")))
        elif kind == "boolean":
            sheet.boolean(column, cell.get("boolean-value") == "true")
        elif is_linked:
            sheet.linked(column, text)
        else:
            has_bold = any(run.is_bold for line in lines for run in line)
            runs = [run for line in lines for run in (*line, Run("\n", False))][:-1] if has_bold else []
            # What is shown of a text may be another, by its format.
            sheet.text(column, cell.get("string-value", text), style, runs)

    def _style(self, cell: dict[str, str], column: int) -> int:
        name = cell.get("style-name") or self._row_attributes.get("default-cell-style-name", "")
        if not name:
            name = next((style for end, style in self._columns if column < end), "")
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = self._book.style(self._styles.cell(name))
        return number

    def _date(self, sheet: PlainSheet, column: int, text: str) -> None:
        moment = datetime.fromisoformat(text)
        if moment.date() < _FIRST_DAY:
            sheet.text(column, text)
            return
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        days = (moment.date() - _DAY_ZERO).days + seconds / 86400
        sheet.number(column, days, self._book.style(CellStyle("yyyy-mm-dd hh:mm:ss" if seconds else "yyyy-mm-dd")))


def _count(text: str) -> int:
    """How often something stands, or how far it reaches."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError("a count that is no number")
    return max(1, int(text))


def _days(text: str) -> float:
    match = _TIME.fullmatch(text)
    if not match:
        raise ValueError("a time that is none")
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups()[1:])
    return (-1 if match[1] else 1) * (hours * 3600 + minutes * 60 + seconds) / 86400
