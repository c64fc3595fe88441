"""An .xls workbook (Excel 5.0 to 2003) as an xlsx of the same cells.

xlrd reads values, formats and what is hidden; `xls_records` has looked first at what xlrd takes in silence.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

import xlrd
from xlrd.biffh import (
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_ERROR,
    XL_CELL_NUMBER,
    XL_CELL_TEXT,
    error_text_from_code,
)
from xlrd.formatting import std_format_strings

from followup.ground.errors import ReportError
from followup.workbooks.files.archive import refusal
from followup.workbooks.files.number_format import BUILT_IN
from followup.workbooks.forms.package import CellStyle
from followup.workbooks.forms.plain_book import PlainBook, PlainSheet, Run
from followup.workbooks.forms.refusals import cut_off
from followup.workbooks.forms.xls_records import xls_records

# White in the palette, and in the old one.
_WHITE = (1, 9)
_WHITE_FILL = (*_WHITE, 65)
_BOLD = 700


def xls_book(content: bytes, workbook: str) -> bytes:
    """The xlsx. Raises ReportError for a file that is encrypted, cut off, damaged or too large."""
    try:
        records = xls_records(content, workbook)
        log = io.StringIO()
        read = xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=log
        )
        book = PlainBook(workbook, dates_from_1904=read.datemode == 1)
        styles = _styles(read, book)
        for number, name in enumerate(read.sheet_names()):
            sheet = read.sheet_by_index(number)
            uncomputed = records.uncomputed[number] if number < len(records.uncomputed) else set()
            _add(sheet, book.sheet(name, is_hidden=sheet.visibility != 0), read, styles, uncomputed)
            read.unload_sheet(number)
        book.add_texts("xl/drawings/drawing1.xml", records.texts)
        if "expected size" in log.getvalue():
            # Told in its log alone: it goes on with what there is.
            raise cut_off(workbook)
        return book.content()
    except ReportError:
        raise
    except Exception as fault:
        # A damaged file makes its reader fail in any way.
        raise refusal(workbook, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault


def _styles(read: xlrd.Book, book: PlainBook) -> list[int]:
    """The number of each cell format's style."""
    found = []
    for one in read.xf_list:
        font, format_ = read.font_list[one.font_index], read.format_map.get(one.format_key)
        fill = one.background
        is_bare = fill.fill_pattern == 0 or fill.pattern_colour_index in _WHITE_FILL
        code = format_.format_str if format_ is not None else "General"
        if code == std_format_strings.get(one.format_key):
            # Not written out in the file: what it shows depends on who opens it.
            code = BUILT_IN.get(one.format_key, code)
        is_white = font.colour_index in _WHITE and is_bare
        found.append(book.style(CellStyle(code or "General", bool(font.struck_out), is_white)))
    return found


def _add(
    read: xlrd.sheet.Sheet, sheet: PlainSheet, book: xlrd.Book, styles: Sequence[int], uncomputed: set[tuple[int, int]]
) -> None:
    for first, last in _hidden(column for column, info in read.colinfo_map.items() if info.hidden or info.width == 0):
        sheet.hide_columns(first, last)
    for row in range(read.nrows):
        info = read.rowinfo_map.get(row)
        sheet.row(row, is_hidden=info is not None and bool(info.hidden or info.height == 0))
        for column, (kind, value) in enumerate(zip(read.row_types(row), read.row_values(row), strict=True)):
            if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
                if (row, column) in uncomputed:
                    sheet.uncomputed(column)
                else:
                    sheet.number(column, value, styles[read.cell_xf_index(row, column)])
            elif kind == XL_CELL_TEXT:
                runs = read.rich_text_runlist_map.get((row, column))
                style = styles[read.cell_xf_index(row, column)]
                sheet.text(column, value, style, _runs(value, runs, book) if runs else ())
            elif kind == XL_CELL_BOOLEAN:
                sheet.boolean(column, bool(value))
            elif kind == XL_CELL_ERROR:
                sheet.error(column, error_text_from_code.get(value, "#FEL!"))
    for top, bottom, left, right in read.merged_cells:
        sheet.merge(top, left, bottom - 1, right - 1)
    sheet.comments.update({place: note.text for place, note in read.cell_note_map.items()})


def _runs(text: str, starts: Sequence[tuple[int, int]], book: xlrd.Book) -> Iterator[Run]:
    """A text's parts, where each begins with a font of its own; before the first the cell's own font holds."""
    places = [(0, -1), *starts, (len(text), -1)]
    for (begin, font), (end, _) in pairwise(places):
        yield Run(text[begin:end], font >= 0 and book.font_list[font].weight >= _BOLD)


def _hidden(columns: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring columns together."""
    first = last = -2
    for column in sorted(columns):
        if column != last + 1:
            if first >= 0:
                yield first, last
            first = column
        last = column
    if first >= 0:
        yield first, last
