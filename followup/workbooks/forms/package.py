"""The parts of an xlsx beside its sheets: styles, relations and what kind of part each is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

# What no XML can hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a reader takes for the number of a character: its first sign is written as one itself.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# Numbers below it belong to the formats that Excel has built in.
_FIRST_FORMAT = 200


class CellStyle(NamedTuple):
    """How a cell is shown: its number format as Excel writes it, and what hides or crosses out what stands there."""

    code: str = "General"
    is_struck: bool = False
    is_white: bool = False


def clean(text: str) -> str:
    """A text as it stands in XML."""
    return escape(_ESCAPE.sub("_x005F_", _FORBIDDEN.sub("", text)))


def clean_name(text: str) -> str:
    """A text that is still to be quoted, without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def style_part(styles: Collection[CellStyle]) -> str:
    """xl/styles.xml with the styles in their order."""
    codes = {code: _FIRST_FORMAT + place for place, code in enumerate(dict.fromkeys(one.code for one in styles))}
    codes["General"] = 0
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(clean_name(code))}/>'
        for code, number in codes.items()
        if number
    )
    # The four fonts in the order of two true-or-false values.
    strike, white = "<strike/>", '<color rgb="FFFFFFFF"/>'
    fonts = f"<font/><font>{strike}</font><font>{white}</font><font>{strike}{white}</font>"
    cells = "".join(
        f'<xf numFmtId="{codes[one.code]}" fontId="{one.is_struck + 2 * one.is_white}" fillId="0"/>' for one in styles
    )
    fills = '<fills><fill><patternFill patternType="none"/></fill></fills>'
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>{fills}'
        f"<cellXfs>{cells}</cellXfs></styleSheet>"
    )


def relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def relations_part(relations: Iterable[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def override(part: str, kind: str) -> str:
    type_ = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"
    return f'<Override PartName="{part}" ContentType="{type_}"/>'
