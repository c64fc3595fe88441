"""One sheet of the report's workbook, written from the top down: titles, texts, tiles and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from followup.document.blocks import Column, Cover, Row, Table, Tile
from followup.document.cells import Cell, plain_sentence
from followup.ground.characters import printable
from followup.ground.palette import palette
from followup.ground.rounding import rounded

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

# Widths in characters. The first column holds the row labels and all running text.
TEXT_COLUMN = 64
_LABEL_COLUMN = 30
_PROSE_COLUMN = 50
_NUMBER_COLUMN = 13

# An Excel cell holds 32 767 UTF-16 units and drops a longer text without a word.
_LONGEST_TEXT = 32_767
_CUT = " […] Texten är avkortad: en cell i Excel rymmer 32 767 tecken."
_LONGEST_HEADER = 250

_BRAND, _TINT, _QUIET, _LINE = palette().brand, palette().tint, palette().quiet, palette().line
_MINUS = "\u2212"
_AROUND_NUMBER = re.compile(r'([+−]|plus\b|minus\b)?\s?\d(?:\s?\d)*(?:,\d+)?([^"]{0,40})')

_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 16, "font_color": _BRAND},
    "subheading": {"bold": True, "font_size": 13, "font_color": _BRAND, "text_wrap": True},
    "label": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True},
    "link": {"font_color": _BRAND, "underline": 1},
    "quiet": {"font_size": 9, "font_color": _QUIET, "text_wrap": True},
    "main": {"bold": True, "font_size": 13, "font_color": _BRAND, "align": "left"},
    "header": {"bold": True, "text_wrap": True, "valign": "bottom", "top": 2, "bottom": 1, "border_color": _BRAND},
    "body": {"text_wrap": True, "bottom": 4, "bottom_color": _LINE},
    "total": {"text_wrap": True, "bold": True, "top": 1, "bottom": 1},
    "group": {"bold": True, "bg_color": _TINT, "bottom": 4, "bottom_color": _LINE},
}


class Styles:
    """The workbook's formats, each made once: `styles("total", "0.0")`."""

    def __init__(self, book: Workbook) -> None:
        @cache
        def style(name: str, number_format: str = "", align: str = "") -> Format:
            look = {"font_name": "Calibri", "font_size": 11, "valign": "top", **_LOOKS[name]}
            if number_format:
                look["num_format"] = number_format
            if align:
                look["align"] = align
            return book.add_format(look)

        self._style = style

    def __call__(self, name: str, number_format: str = "", align: str = "") -> Format:
        return self._style(name, number_format, align)


class Sheet:
    """Writes below what was written last. `finish` comes last and sets widths, panes and the printed page."""

    def __init__(self, book: Workbook, name: str, cover: Cover, styles: Styles) -> None:
        self._sheet = book.add_worksheet(name)
        self._styles = styles
        self._cover = cover
        self._row = 0
        self._columns = 1
        self._widths: dict[int, float] = {}
        self._header_rows: list[int] = []
        self._has_text = False

    def gap(self) -> None:
        """An empty row, but not two and not at the top."""
        if self._row:
            self._row += 1

    def title(self, text: str) -> None:
        self._write(0, text, "title")
        self._row += 1

    def text(self, text: str, style: str = "text") -> None:
        """A paragraph in the first column; an empty text leaves no row."""
        if text:
            self._write(0, text, style)
            self._has_text = self._has_text or len(text) > _LABEL_COLUMN
            self._row += 1

    def link(self, name: str, text: str) -> None:
        """A link to another sheet of the workbook."""
        quoted = name.replace("'", "''")
        self._sheet.write_url(self._row, 0, f"internal:'{quoted}'!A1", self._styles("link"), _fitting(text))
        self._row += 1

    def tile(self, tile: Tile) -> None:
        """A label with its figure beside it, and the small print below."""
        self._write(0, tile.label, "label")
        self._cell(1, tile.main, "main")
        self._widen(1, 18)
        self._columns = max(self._columns, 2)
        self._row += 1
        for line in tile.lines:
            self.text(plain_sentence(line), "quiet")

    def table(self, table: Table) -> None:
        """Caption, unit line, header, rows, notes and source, with an empty row above."""
        self.gap()
        self.text(table.caption, "label")
        self.text(table.unit_line, "quiet")
        for position, column in enumerate(table.columns):
            self._write(position, column.label, "header", align="right" if column.kind == "number" else "left")
            self._widen(position, _column_width(column, table.rows, position))
        self._header_rows.append(self._row)
        self._columns = max(self._columns, len(table.columns))
        self._row += 1
        for row in table.rows:
            self._table_row(row, table.columns)
        for text in (*table.notes, table.source):
            self.text(text, "quiet")

    def listing(self, headings: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[float]) -> None:
        """A sheet that is one table of texts and numbers from its first row, with a filter; ends the sheet."""
        for position, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            self._write(position, heading, "header", align="left")
            self._widths[position] = width
        self._row = 1
        for row in rows:
            for position, value in enumerate(row):
                if isinstance(value, str):
                    if value:
                        self._sheet.write_string(self._row, position, _fitting(value))
                elif isinstance(value, int | float):
                    self._sheet.write_number(self._row, position, value)
            self._row += 1
        self._columns = len(headings)
        self._header_rows = [0]
        self._sheet.autofilter(0, 0, max(self._row - 1, 0), len(headings) - 1)
        self.finish()

    def finish(self) -> None:
        sheet, last_row = self._sheet, max(self._row - 1, 0)
        if self._has_text:
            self._widths[0] = TEXT_COLUMN
        for position in range(self._columns):
            sheet.set_column(position, position, self._widths.get(position, _LABEL_COLUMN))
        # With one table near the top its header stays in view; otherwise the sheet's title does.
        header = self._header_rows[0] if len(self._header_rows) == 1 else 99
        sheet.freeze_panes(header + 1 if header < 6 else 1, 0)
        if len(self._header_rows) == 1:
            sheet.repeat_rows(self._header_rows[0])
        sheet.print_area(0, 0, last_row, self._columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.hide_gridlines(2)
        cover = self._cover
        example = "Exempeldata" if cover.example else ""
        sheet.set_header(_header(f"{cover.committee} · {cover.title} · {cover.span}", example))
        sheet.set_footer("&LVärdena i cellerna är oavrundade, utom skillnader och de om anställda&Rsida &P av &N")

    def _table_row(self, row: Row, columns: Sequence[Column]) -> None:
        if row.role == "group":
            for position in range(len(columns)):
                self._sheet.write_blank(self._row, position, None, self._styles("group"))
            self._cell(0, row.cells[0], "group")
        else:
            style = "total" if row.role == "total" else "body"
            for position, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
                self._cell(position, cell, style, align="right" if column.kind == "number" else "left")
        self._row += 1

    def _cell(self, position: int, cell: Cell, style: str, align: str = "") -> None:
        if cell.value is not None:
            look = self._styles(style, number_format(cell), align)
            self._sheet.write_number(self._row, position, cell.value, look)
        else:
            self._write(position, cell.text, style, align)

    def _write(self, position: int, text: str, style: str, align: str = "") -> None:
        # Never write(): it makes formulas, numbers and links of what texts look like.
        self._sheet.write_string(self._row, position, _fitting(text), self._styles(style, align=align))

    def _widen(self, position: int, width: float) -> None:
        self._widths[position] = max(self._widths.get(position, 0), width)


def number_format(cell: Cell) -> str:
    """Excel's number format that shows the figure as the report does; Excel adds the reader's own separators.

    What stands before and after the number in the text is in the format too: `"+"#,##0.0" mnkr"`.
    """
    digits = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
    around = _AROUND_NUMBER.fullmatch(cell.text)
    sign, after = around.groups() if around else ("", "")
    after = f'"{after}"' if after else ""
    plus = '"+"' if sign in ("+", "plus") else ""
    # What rounds to zero has no sign; by the report's own rule, where half is rounded away from zero.
    minus = f'"{_MINUS}"' if rounded(cell.value or 0.0, cell.decimals) != 0 else ""
    return f"{plus}{digits}{after};{minus}{digits}{after};{digits}{after}"


def _column_width(column: Column, rows: Sequence[Row], position: int) -> float:
    texts = [row.cells[position].text for row in rows if row.role != "group"]
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0) + 3
    word = max((len(word) for word in column.label.split(" ")), default=0) + 3
    if column.kind == "number":
        return max(_NUMBER_COLUMN, min(longest, _LABEL_COLUMN), word)
    if column.kind == "prose":
        return _PROSE_COLUMN
    return max(12, min(longest, TEXT_COLUMN if position == 0 else _LABEL_COLUMN + 10), word)


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
