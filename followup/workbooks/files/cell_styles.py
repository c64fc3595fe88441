"""What a workbook's styles say about its cells: the number formats that change what is seen, struck-through fonts, and
white ones on white.

Only what is out of the ordinary is kept, by the number that a sheet's `s` attributes name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from followup.workbooks.files.number_format import BUILT_IN, NumberFormat

# The style of a cell that names none.
DEFAULT_STYLE = "0"

# White as Excel writes it: as a colour, as the theme's first, and as a place in the old palette.
_WHITE = (("rgb", "ffffffff"), ("rgb", "00ffffff"), ("theme", "0"), ("indexed", "1"), ("indexed", "9"))

_GROUPED = re.compile(r"#[, ]##|0\.0|#\\ ##")


@dataclass(frozen=True)
class CellStyles:
    """`formats`, `struck`, `unseen` and `grouped` by cell style; `conditional` the formats of conditional formatting.

    An `unseen` style has white text on a white ground or on none. A `grouped` style has decimals or spaces between the
    thousands: its numbers are amounts and not identities.
    """

    formats: dict[str, NumberFormat] = field(default_factory=dict)
    struck: frozenset[str] = frozenset()
    grouped: frozenset[str] = frozenset()
    conditional: dict[str, NumberFormat] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()

    @property
    def notable(self) -> frozenset[str]:
        """The styles whose cells must be looked at."""
        return self.struck | self.unseen | self.formats.keys()


def cell_styles(styles: bytes | None) -> CellStyles:
    """Read xl/styles.xml. Raises ExpatError if it is damaged."""
    if not styles:
        return CellStyles()
    reader = _Styles()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.Parse(styles, True)
    codes = {str(number): code for number, code in BUILT_IN.items()} | reader.codes
    used = {number: codes[number] for number, *_ in reader.cells if number in codes}
    notable = {number: format_ for number, code in used.items() if not (format_ := NumberFormat.of(code)).is_plain}
    places = range(len(reader.cells))
    return CellStyles(
        {str(place): notable[reader.cells[place][0]] for place in places if reader.cells[place][0] in notable},
        frozenset(str(place) for place in places if reader.cells[place][1] in reader.struck_fonts),
        frozenset(str(place) for place in places if _GROUPED.search(codes.get(reader.cells[place][0], ""))),
        {
            number: format_
            for number, code in reader.conditional.items()
            if not (format_ := NumberFormat.of(code)).is_plain
        },
        frozenset(
            str(place)
            for place, (_, font, fill) in enumerate(reader.cells)
            if font in reader.white_fonts and fill not in reader.coloured_fills
        ),
    )


class _Styles:
    """Collects formats, fonts and cell styles while expat walks through the part, without building a tree."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.cells: list[tuple[str, str, str]] = []
        self.struck_fonts: set[str] = set()
        self.white_fonts: set[str] = set()
        self.coloured_fills: set[str] = set()
        self.conditional: dict[str, str] = {}
        self._inside = ""
        self._font = self._fill = self._conditional = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name in ("numFmts", "fonts", "fills", "cellXfs", "dxfs"):
            self._inside = name
        elif name == "dxf":
            self._conditional += 1
        elif name == "numFmt":
            code = attributes.get("formatCode", "")
            if self._inside == "dxfs":
                self.conditional[str(self._conditional)] = code
            else:
                self.codes[attributes.get("numFmtId", "")] = code
        elif name == "font" and self._inside == "fonts":
            self._font += 1
        elif name == "strike" and self._inside == "fonts" and is_on(attributes.get("val", "1")):
            self.struck_fonts.add(str(self._font))
        elif name == "color" and self._inside == "fonts" and _is_white(attributes):
            self.white_fonts.add(str(self._font))
        elif self._inside == "fills":
            self._start_fill(name, attributes)
        elif name == "xf" and self._inside == "cellXfs":
            self.cells.append(
                (attributes.get("numFmtId", "0"), attributes.get("fontId", "0"), attributes.get("fillId", "0"))
            )

    def _start_fill(self, name: str, attributes: dict[str, str]) -> None:
        if name == "fill":
            self._fill += 1
        elif name == "gradientFill" or (name == "patternFill" and attributes.get("patternType", "none") != "none"):
            self.coloured_fills.add(str(self._fill))
        elif name == "fgColor" and _is_white(attributes):
            self.coloured_fills.discard(str(self._fill))

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == self._inside:
            self._inside = ""


def _is_white(colour: dict[str, str]) -> bool:
    is_tinted = bool(colour.get("tint", "").strip("0.-"))
    return not is_tinted and any(colour.get(key, "").lower() == value for key, value in _WHITE)


def is_on(value: str | None) -> bool:
    """Whether a true-or-false attribute says true."""
    return value is not None and value.strip().lower() in ("1", "true", "on")
