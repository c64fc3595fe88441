"""The same sheets as .xls, .xlsb and .ods, written after the forms' own documents and without the code under test.

    content = ods({"Blad1": [["Namn", 1.5], [Failed("#DIV/0!"), Share(0.045)]]}, hidden=("Blad2",))

A cell is None, a text, a number, a bool, a date, or one of the types below. Row 3 and column C can be hidden.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

Sheets = Mapping[str, Sequence[Sequence[Any]]]

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
# Cell formats by their number in what is written: General, percent, date, thousands, struck through.
FORMATS = ("General", "0.0%", "yyyy-mm-dd", "#,##0,", "General")
GENERAL, PERCENT, DATE, SCALED, STRUCK = range(5)
_FIRST_OWN = 164
_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True)
class Failed:
    code: str


@dataclass(frozen=True)
class Share:
    """A number shown as per cent."""

    value: float


@dataclass(frozen=True)
class Scaled:
    """A number shown in thousands."""

    value: float


@dataclass(frozen=True)
class Struck:
    text: str


@dataclass(frozen=True)
class Bold:
    """A text whose middle is bold."""

    before: str
    bold: str
    after: str


def number_and_format(cell: Any) -> tuple[float, int] | None:
    """What a cell holds as a number, and its format; None for what is none."""
    if isinstance(cell, Share):
        return cell.value, PERCENT
    if isinstance(cell, Scaled):
        return cell.value, SCALED
    if isinstance(cell, date):
        return float((cell - _DAY_ZERO).days), DATE
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return float(cell), GENERAL
    return None


# .xls, BIFF8: [MS-XLS]. A stream of records without the OLE file around it, as the oldest files are.


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _wide(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def xls(
    sheets: Sheets,
    *,
    hidden: Sequence[str] = (),
    hides_row_3: bool = False,
    hides_column_c: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """Merged areas are first row, first column, last row, last column from 0."""
    begin = struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 0)
    fonts = b"".join(
        _record(0x0031, struct.pack("<HHHHHBBBB", 200, flags, 0x7FFF, weight, 0, 0, 0, 0, 0) + b"\x01\x01A\x00")
        # Font 4 is never written: the numbers jump over it.
        for flags, weight in ((0, 400), (0, 400), (0, 400), (8, 400), (0, 700))
    )
    formats = b"".join(
        _record(0x041E, struct.pack("<H", _FIRST_OWN + number) + _wide(code))
        for number, code in enumerate(FORMATS)
        if number
    )
    cells = b"".join(
        _record(
            0x00E0,
            struct.pack("<HHH", 3 if number == STRUCK else 0, _FIRST_OWN + number if number else 0, 1) + bytes(14),
        )
        for number in range(len(FORMATS))
    )
    texts: dict[bytes, int] = {}
    parts = [_xls_sheet(rows, texts, hides_row_3, hides_column_c, merged) for rows in sheets.values()]
    shared = _record(0x00FC, struct.pack("<II", len(texts), len(texts)) + b"".join(texts))
    names = list(sheets)
    head = _record(0x0809, begin) + _record(0x0042, struct.pack("<H", 1200)) + fonts + formats + cells
    listed_size = sum(len(_listed(name, 0, False)) for name in names)
    place = len(head) + listed_size + len(shared) + len(_record(0x000A))
    listed = b""
    for name, part in zip(names, parts, strict=True):
        listed += _listed(name, place, name in hidden)
        place += len(part)
    return head + listed + shared + _record(0x000A) + b"".join(parts)


def _listed(name: str, place: int, is_hidden: bool) -> bytes:
    encoded = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    return _record(0x0085, struct.pack("<IBB", place, int(is_hidden), 0) + encoded)


def _xls_sheet(
    rows: Sequence[Sequence[Any]],
    texts: dict[bytes, int],
    hides_row_3: bool,
    hides_column_c: bool,
    merged: Sequence[tuple[int, int, int, int]],
) -> bytes:
    found = [_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 0))]
    if hides_column_c:
        found.append(_record(0x007D, struct.pack("<HHHHHH", 2, 2, 2560, 0, 1, 0)))
    if hides_row_3:
        found.append(_record(0x0208, struct.pack("<HHHHHHI", 2, 0, 9, 255, 0, 0, 0x20 | 0x100)))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HH", row, column)
            if number := number_and_format(cell):
                found.append(_record(0x0203, place + struct.pack("<Hd", number[1], number[0])))
            elif isinstance(cell, bool):
                found.append(_record(0x0205, place + struct.pack("<HBB", GENERAL, int(cell), 0)))
            elif isinstance(cell, Failed):
                found.append(_record(0x0205, place + struct.pack("<HBB", GENERAL, ERRORS[cell.code], 1)))
            elif cell is not None:
                style = STRUCK if isinstance(cell, Struck) else GENERAL
                text = texts.setdefault(_xls_text(cell), len(texts))
                found.append(_record(0x00FD, place + struct.pack("<HI", style, text)))
    if merged:
        areas = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in merged)
        found.append(_record(0x00E5, struct.pack("<H", len(merged)) + areas))
    return b"".join([*found, _record(0x000A)])


def _xls_text(cell: Any) -> bytes:
    if isinstance(cell, Bold):
        text = cell.before + cell.bold + cell.after
        # The fifth font that is written is number 5.
        runs = struct.pack("<HHHH", len(cell.before), 5, len(cell.before + cell.bold), 0)
        return struct.pack("<HBH", len(text), 9, 2) + text.encode("utf-16-le") + runs
    return _wide(cell.text if isinstance(cell, Struck) else cell)


# .xlsb, BIFF12: [MS-XLSB].


def _record_12(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, rest = b"", len(content)
    while True:
        length += bytes([rest & 0x7F | (0x80 if rest > 0x7F else 0)])
        rest >>= 7
        if not rest:
            return head + length + content


def _wide_12(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(
    sheets: Sheets,
    *,
    hidden: Sequence[str] = (),
    hides_row_3: bool = False,
    hides_column_c: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """As `xls`."""
    texts: list[bytes] = []
    parts = {
        f"xl/worksheets/sheet{number}.bin": _xlsb_sheet(rows, texts, hides_row_3, hides_column_c, merged)
        for number, rows in enumerate(sheets.values(), start=1)
    }
    listed = b"".join(
        _record_12(156, struct.pack("<II", int(name in hidden), number) + _wide_12(f"r{number}") + _wide_12(name))
        for number, name in enumerate(sheets, start=1)
    )
    black = bytes([0x05, 0, 0, 0, 0, 0, 0, 0xFF])
    fonts = b"".join(
        _record_12(43, struct.pack("<HHHHBBBB", 220, flags, weight, 0, 0, 0, 0, 0) + black + b"\0" + _wide_12("A"))
        for flags, weight in ((0, 400), (8, 400), (0, 700))
    )
    formats = b"".join(
        _record_12(44, struct.pack("<H", _FIRST_OWN + number) + _wide_12(code)) for number, code in enumerate(FORMATS)
    )
    cells = b"".join(
        _record_12(
            47,
            struct.pack("<HHHHH", 0, _FIRST_OWN + number if number else 0, int(number == STRUCK), 0, 0) + bytes(6),
        )
        for number in range(len(FORMATS))
    )
    fills = _record_12(45, struct.pack("<I", 0) + black + black + bytes(48))
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{types}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="s" Type="{types}/styles" Target="styles.bin"/>'
    relations += f'<Relationship Id="t" Type="{types}/sharedStrings" Target="sharedStrings.bin"/>'
    parts |= {
        "xl/workbook.bin": _record_12(131) + listed + _record_12(132),
        "xl/styles.bin": formats + fonts + fills + _record_12(617) + cells + _record_12(618),
        "xl/sharedStrings.bin": b"".join(_record_12(19, text) for text in texts),
        "xl/_rels/workbook.bin.rels": f"<Relationships>{relations}</Relationships>".encode(),
    }
    return archive(parts)


def _xlsb_sheet(
    rows: Sequence[Sequence[Any]],
    texts: list[bytes],
    hides_row_3: bool,
    hides_column_c: bool,
    merged: Sequence[tuple[int, int, int, int]],
) -> bytes:
    found = []
    if hides_column_c:
        found.append(_record_12(60, struct.pack("<IIIIH", 2, 2, 2560, 0, 1)))
    found.append(_record_12(145))
    for row, cells in enumerate(rows):
        hides = 0x10 if hides_row_3 and row == 2 else 0
        found.append(_record_12(0, struct.pack("<IIHBBBI", row, 0, 300, 0, hides, 0, 0)))
        for column, cell in enumerate(cells):
            if number := number_and_format(cell):
                place = struct.pack("<II", column, number[1])
                if number[0].is_integer() and abs(number[0]) < 2**29:
                    found.append(_record_12(2, place + struct.pack("<I", int(number[0]) << 2 & 0xFFFFFFFF | 2)))
                else:
                    found.append(_record_12(5, place + struct.pack("<d", number[0])))
            elif isinstance(cell, bool):
                found.append(_record_12(4, struct.pack("<IIB", column, GENERAL, int(cell))))
            elif isinstance(cell, Failed):
                # The result of a formula.
                found.append(_record_12(11, struct.pack("<IIBHII", column, GENERAL, ERRORS[cell.code], 0, 0, 0)))
            elif cell is not None:
                style = STRUCK if isinstance(cell, Struck) else GENERAL
                texts.append(_xlsb_text(cell))
                found.append(_record_12(7, struct.pack("<III", column, style, len(texts) - 1)))
    found.append(_record_12(146))
    found += [_record_12(176, struct.pack("<IIII", top, bottom, left, right)) for top, left, bottom, right in merged]
    return b"".join(found)


def _xlsb_text(cell: Any) -> bytes:
    if isinstance(cell, Bold):
        runs = struct.pack("<IHHHH", 2, len(cell.before), 2, len(cell.before + cell.bold), 0)
        return b"\1" + _wide_12(cell.before + cell.bold + cell.after) + runs
    return b"\0" + _wide_12(cell.text if isinstance(cell, Struck) else cell)


# .ods: OpenDocument 1.3, part 3.

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")),
        *(("number", "datastyle"), ("fo", "xsl-fo-compatible")),
    )
)
_STYLES = """
<number:percentage-style style:name="np"><number:number number:decimal-places="1" number:min-integer-digits="1"/>
<number:text>%</number:text></number:percentage-style>
<number:number-style style:name="nt"><number:number number:decimal-places="0" number:grouping="true"
 number:display-factor="1000"/></number:number-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="np"/>
<style:style style:name="c3" style:family="table-cell" style:data-style-name="nt"/>
<style:style style:name="c4" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/>
</style:style>
<number:number-style style:name="n0"><number:text/></number:number-style>
<number:text-style style:name="nh"><number:text>***</number:text>
<style:map style:condition="value()&gt;0" style:apply-style-name="n0"/>
<style:map style:condition="value()&lt;0" style:apply-style-name="n0"/>
<style:map style:condition="value()=0" style:apply-style-name="n0"/></number:text-style>
<style:style style:name="c5" style:family="table-cell" style:data-style-name="nh"/>
<style:style style:name="b" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="shown" style:family="table"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
"""


def ods(
    sheets: Sheets,
    *,
    hidden: Sequence[str] = (),
    hides_row_3: bool = False,
    hides_column_c: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """As `xls`."""
    tables = "".join(
        _ods_sheet(name, rows, name in hidden, hides_row_3, hides_column_c, merged) for name, rows in sheets.items()
    )
    return ods_of(tables)


def ods_of(tables: str) -> bytes:
    """A workbook of tables that are written out."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def _ods_sheet(
    name: str,
    rows: Sequence[Sequence[Any]],
    is_hidden: bool,
    hides_row_3: bool,
    hides_column_c: bool,
    merged: Sequence[tuple[int, int, int, int]],
) -> str:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    found = [f'<table:table table:name="{escape(name)}" table:style-name="{"hidden" if is_hidden else "shown"}">']
    if hides_column_c:
        found.append('<table:table-column table:number-columns-repeated="2"/>')
        found.append('<table:table-column table:visibility="collapse"/>')
    for row, cells in enumerate(rows):
        visibility = ' table:visibility="collapse"' if hides_row_3 and row == 2 else ""
        found.append(f"<table:table-row{visibility}>")
        for column, cell in enumerate(cells):
            down, across = spans.get((row, column), (1, 1))
            span = (
                f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                if down * across > 1
                else ""
            )
            found.append(f"<table:table-cell{span}{_ods_cell(cell)}</table:table-cell>")
        found.append("</table:table-row>")
    return "".join([*found, "</table:table>"])


def _ods_cell(cell: Any) -> str:
    if isinstance(cell, date):
        return f' office:value-type="date" office:date-value="{cell}"><text:p>{cell}</text:p>'
    if number := number_and_format(cell):
        value, style = number
        kind = "percentage" if style == PERCENT else "float"
        styled = f' table:style-name="c{style}"' if style else ""
        return f'{styled} office:value-type="{kind}" office:value="{value!r}"><text:p>{value}</text:p>'
    if isinstance(cell, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(cell).lower()}"><text:p>SANT</text:p>'
    if isinstance(cell, Failed):
        # As Excel writes it.
        value = 'office:value-type="float" office:value="0"'
        return f' table:formula="of:=1/0" {value}><text:p>{cell.code}</text:p>'
    if isinstance(cell, Bold):
        bold = f'<text:span text:style-name="b">{cell.bold}</text:span>'
        return f' office:value-type="string"><text:p>{cell.before}{bold}{cell.after}</text:p>'
    if cell is None:
        return ">"
    style = ' table:style-name="c4"' if isinstance(cell, Struck) else ""
    lines = (cell.text if isinstance(cell, Struck) else cell).split("\n")
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return f'{style} office:value-type="string">{text}'


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in parts.items():
            found.writestr(name, content)
    return target.getvalue()


def csv(rows: Iterable[Iterable[str]], separator: str = ";") -> bytes:
    """Rows of texts that need no quotation marks."""
    return "".join(separator.join(row) + "\r\n" for row in rows).encode("utf-8-sig")


FORMS: Mapping[str, Callable[..., bytes]] = {".xls": xls, ".xlsb": xlsb, ".ods": ods}
