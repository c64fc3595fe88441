"""A table block as a table of Word: repeated headers, widths that fit, cells that are not merged, alternative texts.

The widths and the size of type are those of the PDF. Word's usual face is narrower, so that it can be larger here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from followup.document.deviations import shares
from followup.formats.docx.inline import Linked, cell_runs, prose_paragraphs
from followup.formats.docx.lists import Lists
from followup.formats.docx.wordml import TWIPS, Look, Paragraph, escaped, run
from followup.formats.pdf.fonts import text_width
from followup.ground.palette import palette

if TYPE_CHECKING:
    from followup.document.blocks import Column, Row, Table

STYLE = "TableText"
# Calibri at this many times the size of IBM Plex Sans takes less room still, which the wider signs of Word ask for.
_LARGER = 1.06
# A row of a table that may be divided over pages stays with so many that follow.
_FIRST_ROWS = 2
_LAST_ROWS = 2
# The heading of a group takes so many lines of the first column, or goes over all columns.
_MOST_LINES = 2


def table_xml(
    table: Table,
    laid_out: dict[str, Any],
    lists: Lists,
    linked: Linked,
    followed: bool = False,
    in_column: bool = False,
) -> str:
    """The table as XML; `laid_out` is the PDF's of the same table. `followed`: notes below it belong to it.

    In a column of a page no row is held to the next, since LibreOffice 7.4 falls over that.
    """
    size = round(laid_out["size"] * _LARGER * 2) / 2
    widths = [round(width * TWIPS) for width in laid_out["widths"]]
    printed = laid_out["rows"] + laid_out["footer"]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row(
        [_header(column, width, size, not in_column) for column, width in zip(table.columns, widths, strict=True)],
        "<w:cantSplit/><w:tblHeader/>",
    )
    merged = _merged(table, laid_out["widths"][0] - 2 * laid_out["inset_x"], size)
    kept = [False] * len(table.rows) if in_column else _kept(table, laid_out["breakable"], followed)
    rows = []
    for row, shown, keep_next in zip(_signed(table), printed, kept, strict=True):
        if row.role == "group":
            cells = _group(row, widths, size, merged, keep_next)
        else:
            cells = _cells(row, table.columns, widths, size, lists, linked, keep_next)
        rows.append(_row(cells, "" if shown["breakable"] else "<w:cantSplit/>"))
    caption, description = escaped(table.caption), escaped(_description(table))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_margins(laid_out)}<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{header}{''.join(rows)}</w:tbl>"
    )


def _signed(table: Table) -> list[Row]:
    """The rows, with a sign at each amount of a judged column that is not 0: Word draws no bars."""
    rows = []
    for row, of_largest in zip(table.rows, shares(table), strict=True):
        cells = [
            replace(cell, symbol="better" if share > 0 else "worse", tone="good" if share > 0 else "bad")
            if share
            else cell
            for cell, share in zip(row.cells, of_largest or [None] * len(row.cells), strict=True)
        ]
        rows.append(replace(row, cells=tuple(cells)))
    return rows


def _margins(laid_out: dict[str, Any]) -> str:
    across, down = (round(laid_out[name] * TWIPS) for name in ("inset_x", "inset_y"))
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    margins = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _description(table: Table) -> str:
    columns = ", ".join(column.label for column in table.columns)
    return f"{table.unit_line.rstrip('.')}. Kolumner: {columns}." if table.unit_line else f"Kolumner: {columns}."


def _kept(table: Table, breakable: bool, followed: bool) -> list[bool]:
    """Which rows stay on the page of the row below them: all of a short table, else the first, the last, and groups."""
    last = len(table.rows) - 1
    totals = last
    while totals > 0 and table.rows[totals].role == "total":
        totals -= 1
    return [
        followed
        if number == last
        else not breakable or row.role == "group" or number < _FIRST_ROWS or number >= min(totals, last - _LAST_ROWS)
        for number, row in enumerate(table.rows)
    ]


def _row(cells: list[str], properties: str) -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _header(column: Column, width: int, size: float, keep_next: bool) -> str:
    line = f'w:val="single" w:sz="{{}}" w:space="0" w:color="{_hex(palette().brand)}"'
    borders = f"<w:top {line.format(10)}/><w:bottom {line.format(6)}/>"
    content = run(column.label, Look(bold=True, size=size))
    shown = Paragraph(STYLE, content, keep_next=keep_next, right=column.kind == "number").xml
    return _cell(shown, width, borders, '<w:vAlign w:val="bottom"/>')


def _merged(table: Table, room: float, size: float) -> bool:
    """Whether the headings of a table's groups go over all its columns: where the first has no room for one of them.

    Elsewhere their cells are not merged, since a reader aloud loses its way in merged cells.
    """
    texts = [row.cells[0].text for row in table.rows if row.role == "group"]
    return any(text_width(text, True) * size > _MOST_LINES * room for text in texts)


def _group(row: Row, widths: list[int], size: float, merged: bool, keep_next: bool) -> list[str]:
    (cell,) = row.cells
    texts = [cell_runs(cell, Look(bold=True, size=size))]
    if not merged:
        texts += [""] * (len(widths) - 1)
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(palette().tint)}"/>'
    return [
        _cell(Paragraph(STYLE, text, keep_next).xml, width, _line_below(), shading, len(widths) if merged else 1)
        for text, width in zip(texts, [sum(widths)] if merged else widths, strict=True)
    ]


def _line_below() -> str:
    return f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_hex(palette().line)}"/>'


def _cells(
    row: Row, columns: tuple[Column, ...], widths: list[int], size: float, lists: Lists, linked: Linked, keep_next: bool
) -> list[str]:
    borders = _line_below()
    if row.role == "total":
        line = f'w:val="single" w:sz="8" w:space="0" w:color="{_hex(palette().ink)}"'
        borders = f"<w:top {line}/><w:bottom {line}/>"
    look = Look(bold=row.role == "total", size=size)
    found = []
    for cell, column, width in zip(row.cells, columns, widths, strict=True):
        if cell.prose:
            paragraphs = [*prose_paragraphs(cell.prose, lists, linked, STYLE, look)]
        else:
            paragraphs = [Paragraph(STYLE, cell_runs(cell, look), right=column.kind == "number")]
        shown = "".join(replace(one, keep_next=keep_next).xml for one in paragraphs)
        found.append(_cell(shown, width, borders))
    return found


def _hex(colour: str) -> str:
    return colour.removeprefix("#")


def _cell(content: str, width: int, borders: str, after: str = "", span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look = f"<w:tcBorders>{borders}</w:tcBorders>{after}"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{look}</w:tcPr>{content}</w:tc>'
