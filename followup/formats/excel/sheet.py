"""One sheet of the report's workbook, written from the top down: a title, texts and marked tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from followup.document.blocks import Column, Cover, Row, Table
from followup.document.cells import Cell
from followup.document.document import slug
from followup.formats.excel.grids import grid_of
from followup.formats.excel.heights import WrappedText, height_of
from followup.formats.excel.styles import MIDDLE, Styles, number_format, size_of
from followup.ground.characters import printable
from followup.ground.swedish import counted

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# Widths in characters. The first column holds the row labels and all running text.
TEXT_COLUMN = 58.0
_LABEL_COLUMN = 30.0
_WORDS_COLUMN = 30.0
_PROSE_COLUMN = 48.0
_NUMBER_COLUMN = 16.0
_LINK_COLUMN = 200.0
# Of a prose that stands beside names alone.
_ONLY_PROSE_COLUMN = 90.0
_LONGEST_WORD = 46.0
# Of texts in a column that has another table's numbers, too: these are to stand at about the same distance.
_BESIDE_NUMBERS = 30.0
# One line of the body's size.
_LINE = 16.5

# An Excel cell holds 32 767 UTF-16 units and drops a longer text without a word.
_LONGEST_TEXT = 32_767
_CUT = " […] Texten är avkortad: en cell i Excel rymmer 32 767 tecken."
_LONGEST_HEADER = 250
# The cover has the same in whole sentences.
_FOOTER = (
    "Talen är oavrundade, utom de om anställda, variationens gränser och det som annars skulle visas som ett annat tal"
)
_LONGEST_NAME = 200


@dataclass
class Shared:
    """What the sheets of one workbook share: the names of its tables, its notes, and where each table stands."""

    names: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)
    # Title, sheet, first cell and name of each table, in order.
    tables: list[tuple[str, str, str, str]] = field(default_factory=list)

    def table_name(self, text: str) -> str:
        """A name that no other table has: `Tabell_utfall_kontoklass`."""
        wanted = f"Tabell_{slug(text).replace('-', '_')}"[:_LONGEST_NAME]
        name, count = wanted, 1
        while name.lower() in self.names:
            count += 1
            name = f"{wanted}_{count}"
        self.names.add(name.lower())
        return name

    def note(self, text: str) -> str:
        """How a heading points at a note: `[not 3]`."""
        return f"[not {self.notes.setdefault(text, len(self.notes) + 1)}]"


class Sheet:
    """Writes below what was written last. `finish` comes last and sets widths, heights, panes and the printed page."""

    def __init__(self, book: Workbook, name: str, cover: Cover, styles: Styles, shared: Shared) -> None:
        self._sheet = book.add_worksheet(name)
        self.name = name
        self._styles = styles
        self._cover = cover
        self.shared = shared
        self._row = 0
        self._columns = 1
        self._widths: dict[int, float] = {}
        self._numbers: set[int] = set()
        self._texts: dict[int, list[WrappedText]] = {}
        self._header_rows: list[int] = []
        self._first_width = 0.0
        self._contents = ""
        self._ends_in_table = False

    def activate(self) -> None:
        """The sheet that is open first."""
        self._sheet.activate()

    def gap(self) -> None:
        """An empty row, but not two and not at the top."""
        if self._row:
            self._row += 1

    def title(self, text: str, contents: str = "") -> None:
        """The sheet's title in its first cell. A sheet below the `contents` leads there from its second row."""
        self._write(0, text, "title")
        self._sheet.set_row(0, 27)
        self._row += 2 if contents else 1
        self._contents = contents

    def text(self, text: str, style: str = "text") -> None:
        """A paragraph in the first column; an empty text leaves no row."""
        if text:
            self._write(0, text, style)
            self._first_width = TEXT_COLUMN if len(text) > _LABEL_COLUMN else self._first_width
            self._ends_in_table = False
            self._row += 1

    def table(self, table: Table, links: Sequence[tuple[str, str]] = ()) -> None:
        """Caption with its notes' numbers, unit line and source, then the marked table, with an empty row above.

        `links` are the sheet and the cell that each row's first entry leads to.
        """
        self.gap()
        start = self._row
        notes = " ".join(self.shared.note(one) for one in table.notes if one)
        self.text(f"{table.caption} {notes}".strip(), "label")
        self.text(table.unit_line, "quiet")
        self.text(table.source, "quiet")
        grid = grid_of(table)
        for position, column in enumerate(grid.columns):
            width = _column_width(column, grid.headings[position], grid.rows, position, len(grid.columns))
            if links and position == 0:
                # LibreOffice does not wrap a link.
                width = max(width, min(_LINK_COLUMN, _longest(grid.rows, 0)))
            self._widen(position, width)
            if column.kind == "number":
                self._numbers.add(position)
            align = "right" if column.kind == "number" else "left"
            self._write(position, grid.headings[position], "header", align)
        self._header_rows.append(self._row)
        self._columns = max(self._columns, len(grid.columns))
        name = self.shared.table_name(table.id)
        self.shared.tables.append((table.caption, self.name, f"A{start + 1}", name))
        if grid.rows:
            self._mark(name, grid.headings, [column.kind == "number" for column in grid.columns], len(grid.rows))
        self._row += 1
        for number, row in enumerate(grid.rows):
            self._table_row(row, grid.columns)
            if links:
                sheet, cell = links[number]
                self._link(self._row - 1, sheet, cell, row.cells[0].text)

    def listing(
        self,
        name: str,
        caption: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[object]],
        widths: Sequence[float],
    ) -> None:
        """The sheet's one table, of texts and numbers that do not wrap, with a filter. Its title says what it is."""
        self.gap()
        for position, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            self._widths[position] = width
            self._write(position, heading, "header", "left")
        self._header_rows.append(self._row)
        self._columns = max(self._columns, len(headings))
        marked = self.shared.table_name(name)
        self.shared.tables.append((caption, self.name, "A1", marked))
        if rows:
            self._mark(marked, headings, [False] * len(headings), len(rows), has_filter=True)
        plain = self._styles("plain")
        for row in rows:
            self._row += 1
            for position, value in enumerate(row):
                if isinstance(value, str):
                    if value:
                        self._sheet.write_string(self._row, position, _fitting(value), plain)
                elif isinstance(value, int | float):
                    self._sheet.write_number(self._row, position, value, plain)
        self._row += 1

    def finish(self) -> None:
        sheet, last_row = self._sheet, max(self._row - 1, 0)
        if self._contents:
            number = len(self._header_rows)
            tables = f"Bladet har {counted(number, 'tabell', 'tabeller')}." if number else "Bladet har bara text."
            self._link(1, self._contents, "A1", f"{tables} Till innehållet")
            self._first_width = max(self._first_width, _LABEL_COLUMN)
        self._widths[0] = max(self._widths.get(0, 0), self._first_width)
        for position in self._numbers:
            self._widths[position] = min(self._widths[position], _BESIDE_NUMBERS)
        widths = {at: self._widths.get(at) or _LABEL_COLUMN for at in range(self._columns)}
        for position, width in widths.items():
            sheet.set_column(position, position, width)
        for row, texts in self._texts.items():
            sheet.set_row(row, max(_LINE, height_of(texts, widths)))
        # With one table from near the top to the end its header stays in view; otherwise the sheet's title does.
        header = self._header_rows[0] if len(self._header_rows) == 1 and self._ends_in_table else 99
        stays = header if header < 8 else 0
        sheet.freeze_panes(stays + 1, 0)
        sheet.repeat_rows(stays)
        sheet.print_area(0, 0, last_row, self._columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.hide_gridlines(2)
        cover = self._cover
        example = "Exempeldata" if cover.example else ""
        sheet.set_header(_header(f"{cover.committee} · {cover.title} · {cover.span}", example))
        sheet.set_footer(f"&L{_FOOTER}&Rsida &P av &N")

    def _link(self, row: int, sheet: str, cell: str, text: str) -> None:
        """A link in the first cell of a row to a cell of a sheet."""
        quoted = sheet.replace("'", "''")
        self._sheet.write_url(row, 0, f"internal:'{quoted}'!{cell}", self._styles("link"), _fitting(text))
        self._wraps(0, text, "link", row)

    def _mark(
        self, name: str, headings: Sequence[str], right: Sequence[bool], height: int, has_filter: bool = False
    ) -> None:
        """Marks the header that stands in this row, and the rows below it, as a table by a name."""
        columns = [
            {
                "header": _fitting(heading),
                "header_format": self._styles("header", align="right" if is_right else "left"),
            }
            for heading, is_right in zip(headings, right, strict=True)
        ]
        self._ends_in_table = True
        options = {"name": name, "style": None, "autofilter": has_filter, "columns": columns}
        self._sheet.add_table(self._row, 0, self._row + height, len(headings) - 1, options)

    def _table_row(self, row: Row, columns: Sequence[Column]) -> None:
        style = "total" if row.role == "total" else "body"
        style += MIDDLE if self._is_one_line(row.cells, style) else ""
        for position, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            self._cell(position, cell, style, align="right" if column.kind == "number" else "left")
        self._row += 1

    def _is_one_line(self, cells: Sequence[Cell], style: str) -> bool:
        texts = (WrappedText(at, cell.text, *size_of(style)) for at, cell in enumerate(cells) if cell.value is None)
        return height_of(texts, self._widths) < 2 * size_of(style)[0]

    def _cell(self, position: int, cell: Cell, style: str, align: str = "") -> None:
        if cell.value is not None:
            look = self._styles(style, number_format(cell), align)
            self._sheet.write_number(self._row, position, cell.value, look)
        else:
            self._write(position, cell.text, style, align)

    def _write(self, position: int, text: str, style: str, align: str = "") -> None:
        # Never write(): it makes formulas, numbers and links of what texts look like.
        self._sheet.write_string(self._row, position, _fitting(text), self._styles(style, align=align))
        if style != "title":
            self._wraps(position, text, style, self._row)

    def _wraps(self, position: int, text: str, style: str, row: int) -> None:
        self._texts.setdefault(row, []).append(WrappedText(position, text, *size_of(style)))

    def _widen(self, position: int, width: float) -> None:
        self._widths[position] = max(self._widths.get(position, 0), width)


def _column_width(column: Column, heading: str, rows: Sequence[Row], position: int, columns: int) -> float:
    longest = _longest(rows, position)
    word = max((len(word) for word in re.split(r"[ \u00ad-]", heading)), default=0) * 1.2 + 3
    if column.kind == "text":
        words = (len(word) for row in rows for word in row.cells[position].text.split())
        word = max(word, min(_LONGEST_WORD, max(words, default=0) * 1.05 + 2))
    if column.kind == "number":
        return max(_NUMBER_COLUMN, min(longest, _LABEL_COLUMN), word)
    prose = _ONLY_PROSE_COLUMN if columns == 2 else _PROSE_COLUMN
    most = TEXT_COLUMN if position == 0 else prose if column.kind == "prose" else _WORDS_COLUMN
    return max(12.0, min(longest, most), word)


def _longest(rows: Sequence[Row], position: int) -> float:
    lines = (len(line) for row in rows for line in row.cells[position].text.split("\n"))
    return max(lines, default=0) * 1.1 + 3


@lru_cache(maxsize=8192)
def _fitting(text: str) -> str:
    """`text` without what XML forbids, and no longer than a cell holds; a cut is said."""
    text = printable(text)
    if len(text) * 2 <= _LONGEST_TEXT or len(text.encode("utf-16-le")) // 2 <= _LONGEST_TEXT:
        return text
    room = (_LONGEST_TEXT - len(_CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + _CUT


def _header(left: str, right: str) -> str:
    """Excel's header codes begin with &, so one in a name is doubled."""
    left = printable(left).replace("\n", " ")
    while len(left.replace("&", "&&")) > _LONGEST_HEADER - len(right) - 6:
        left = left[:-1]
    return f"&L{left.replace('&', '&&')}&R{right}"
