"""The workbook's looks: each format is made once, and a number's format shows it as the report does."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from followup.document.cells import Cell
from followup.ground.palette import palette
from followup.ground.rounding import rounded

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_BRAND, _TINT, _QUIET, _LINE = palette().brand, palette().tint, palette().quiet, palette().line
_MINUS = "\u2212"
_AROUND_NUMBER = re.compile(r'([+−]|plus\b|minus\b)?\s?\d(?:\s?\d)*(?:,\d+)?([^"]{0,40})')

# Behind the name of a look: in the middle of its row. LibreOffice draws what is at the top on the line above.
MIDDLE = " i mitten"

# Everything is in 12 points or more: the Analysis Function's "Releasing statistics in spreadsheets".
SIZE = 12
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": _BRAND},
    "subheading": {"bold": True, "font_size": 15, "font_color": _BRAND, "text_wrap": True},
    "label": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True},
    "plain": {},
    "link": {"font_color": _BRAND, "underline": 1, "text_wrap": True},
    "quiet": {"font_color": _QUIET, "text_wrap": True},
    "main": {"bold": True, "font_color": _BRAND, "align": "left", "bottom": 4, "bottom_color": _LINE},
    "header": {
        "bold": True,
        "text_wrap": True,
        "valign": "bottom",
        "bg_color": _TINT,
        "top": 2,
        "border_color": _BRAND,
    },
    "body": {"text_wrap": True, "bottom": 4, "bottom_color": _LINE},
    "total": {"text_wrap": True, "bold": True, "top": 1, "bottom": 1},
}


class Styles:
    """The workbook's formats: `styles("total", "0.0")`."""

    def __init__(self, book: Workbook) -> None:
        @cache
        def style(name: str, number_format: str = "", align: str = "") -> Format:
            look = {"font_name": "Calibri", "font_size": SIZE, "valign": "top", **_LOOKS[name.removesuffix(MIDDLE)]}
            if number_format:
                look["num_format"] = number_format
            if align:
                look["align"] = align
            if align:
                # Between a number and the text, or the heading, that begins where it ends.
                look["indent"] = 1
            if name.endswith(MIDDLE):
                look["valign"] = "vcenter"
            return book.add_format(look)

        self._style = style

    def __call__(self, name: str, number_format: str = "", align: str = "") -> Format:
        return self._style(name, number_format, align)


def size_of(style: str) -> tuple[int, bool]:
    """The size in points, and whether it is bold."""
    look = _LOOKS[style.removesuffix(MIDDLE)]
    return int(str(look.get("font_size", SIZE))), bool(look.get("bold"))


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
