"""The styles of an .xlsb workbook: number formats, and which fonts are struck through, white or bold."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from followup.workbooks.files.number_format import BUILT_IN
from followup.workbooks.forms.package import CellStyle
from followup.workbooks.forms.xlsb_records import is_white, records, text_at

# [MS-XLSB] 2.3.2.
_FORMAT, _FONT, _FILL, _CELL, _BEGIN_CELLS, _END_CELLS = 44, 43, 45, 47, 617, 618
_STRUCK, _BOLD = 0x0008, 700
# Days and times, which are built in too: how they are written is not asked, only that they are.
_DATES = dict.fromkeys((14, 15, 16, 17), "yyyy-mm-dd") | dict.fromkeys((18, 19, 20, 21, 45, 47), "hh:mm:ss")
_BUILT_IN = BUILT_IN | _DATES | {22: "yyyy-mm-dd hh:mm", 46: "[h]:mm:ss"}


@dataclass(frozen=True)
class XlsbStyles:
    """`cells` by the number that a cell names; `bold` are fonts by theirs."""

    cells: list[CellStyle] = field(default_factory=list)
    bold: frozenset[int] = frozenset()


def xlsb_styles(part: bytes) -> XlsbStyles:
    """Read xl/styles.bin. Raises ValueError or struct.error if it is damaged."""
    codes = dict(_BUILT_IN)
    fonts: list[tuple[bool, bool, bool]] = []
    bare_fills: list[bool] = []
    cells: list[CellStyle] = []
    is_inside = False
    for kind, record in records(part):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", record)[0]] = text_at(record, 2)[0]
        elif kind == _FONT:
            _, flags, weight = struct.unpack_from("<HHH", record)
            fonts.append((bool(flags & _STRUCK), is_white(record[12:20]), weight >= _BOLD))
        elif kind == _FILL:
            (pattern,) = struct.unpack_from("<I", record)
            bare_fills.append(pattern == 0 or is_white(record[4:12]))
        elif kind in (_BEGIN_CELLS, _END_CELLS):
            is_inside = kind == _BEGIN_CELLS
        elif kind == _CELL and is_inside:
            _, format_, font, fill = struct.unpack_from("<HHHH", record)
            struck, white, _ = fonts[font]
            cells.append(CellStyle(codes.get(format_) or "General", struck, white and bare_fills[fill]))
    return XlsbStyles(cells, frozenset(number for number, font in enumerate(fonts) if font[2]))
