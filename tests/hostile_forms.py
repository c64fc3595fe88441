"""Workbooks in other forms than xlsx that cost far more to read than to make: see `hostile_books`.

    content = repeated_cells(1_000_000, 1_000_000)      # the bytes of an .ods file

Each has the sheet Blad, but for those that have no sheet at all.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import chain, repeat

from tests.hostile_books import Text
from tests.hostile_books import archive as parts_of
from tests.other_forms import _SPACES, _record, _record_12, _wide_12, archive, csv

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGIN = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 0))
_NUMBER = 'office:value-type="float" office:value="1"><text:p>1</text:p>'


# .ods


def _ods(rows: Text, styles: Text = "") -> bytes:
    head = f"<office:document-content {_SPACES}><office:automatic-styles>"
    table = '</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Blad">'
    end = "</table:table></office:spreadsheet></office:body></office:document-content>"
    content = chain([head], styles, [table], [rows] if isinstance(rows, str) else rows, [end])
    return parts_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def repeated_cells(rows: int, columns: int) -> bytes:
    """One row of one cell, both of which say that they stand so many times."""
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" {_NUMBER}</table:table-cell>'
    return _ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def repeated_text(length: int, rows: int) -> bytes:
    """A long text in a row that stands many times."""
    text = "lång text " * (length // 10)
    cell = f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    return _ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def hidden_rows(count: int) -> bytes:
    """Hidden empty rows, one element for each thousand."""
    row = '<table:table-row table:visibility="collapse" table:number-rows-repeated="1000"/>'
    return _ods(repeat(row, count // 1000))


def spaces(count: int) -> bytes:
    """A text of elements that each say that they are a billion spaces."""
    text = chain(["<text:p>"], repeat('<text:s text:c="999999999"/>', count), ["</text:p>"])
    cell = chain(['<table:table-row><table:table-cell office:value-type="string">'], text)
    return _ods(chain(cell, ["</table:table-cell></table:table-row>"]))


def spans(count: int) -> bytes:
    """A text in as many spans in each other."""
    text = chain(repeat("<text:span>", count), ["x"], repeat("</text:span>", count))
    before = ['<table:table-row><table:table-cell office:value-type="string"><text:p>']
    return _ods(chain(before, text, ["</text:p></table:table-cell></table:table-row>"]))


def ods_styles(count: int) -> bytes:
    """A style for each of so many names, each the child of the one before it."""
    styles = (
        f'<style:style style:name="c{number}" style:family="table-cell" style:parent-style-name="c{number - 1}"/>'
        for number in range(count)
    )
    cell = f'<table:table-cell table:style-name="c{count - 1}" {_NUMBER}</table:table-cell>'
    return _ods(f"<table:table-row>{cell}</table:table-row>", styles)


# .xls


def record_loop(count: int) -> bytes:
    """Records without content that never end."""
    return _BEGIN + _record(0x0001) * count


def sheet_in_itself() -> bytes:
    """A workbook whose only sheet is said to begin where the workbook does."""
    listed = _record(0x0085, struct.pack("<IBB", 0, 0, 0) + struct.pack("<BB", 4, 0) + b"Blad")
    return _BEGIN + listed + _record(0x000A) + _BEGIN + _record(0x000A)


def stated_texts(count: int) -> bytes:
    """A list of shared texts that says that it has so many."""
    listed = _record(0x0085, struct.pack("<IBB", 0, 0, 0) + struct.pack("<BB", 4, 0) + b"Blad")
    shared = _record(0x00FC, struct.pack("<II", count, count) + struct.pack("<HB", 1, 0) + b"x")
    head = _BEGIN + listed + shared + _record(0x000A)
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 0))
    return head.replace(struct.pack("<IBB", 0, 0, 0), struct.pack("<IBB", len(head), 0, 0), 1) + begin + _record(0x000A)


def sector_loop() -> bytes:
    """An OLE file whose sectors follow each other in a ring."""
    head = bytearray(512)
    head[:8] = _OLE
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    table = struct.pack("<128I", *([1] * 128))
    return bytes(head) + table + bytes(512)


# .xlsb


def small_records(count: int) -> bytes:
    """A sheet of records of two bytes."""
    return _xlsb(_record_12(145) + b"\x01\x00" * count + _record_12(146))


def xlsb_texts(count: int) -> bytes:
    """As many shared texts, no two of them alike."""
    texts = b"".join(_record_12(19, b"\0" + _wide_12(f"{number:x}")) for number in range(count))
    return _xlsb(_record_12(145) + _record_12(146), texts)


def _xlsb(sheet: bytes, texts: bytes = b"") -> bytes:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Id="r1" Type="{kinds}/worksheet" Target="worksheets/sheet1.bin"/>'
        f'<Relationship Id="t" Type="{kinds}/sharedStrings" Target="sharedStrings.bin"/></Relationships>'
    )
    listed = _record_12(156, struct.pack("<II", 0, 1) + _wide_12("r1") + _wide_12("Blad"))
    return archive(
        {
            "xl/workbook.bin": _record_12(131) + listed + _record_12(132),
            "xl/_rels/workbook.bin.rels": relations.encode(),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/sharedStrings.bin": texts,
        }
    )


# .csv


def csv_of(piece: str, megabytes: int, before: str = "a;b\r\n") -> bytes:
    """A file of so many megabytes of the same piece."""
    return (before + piece * (megabytes * 2**20 // len(piece))).encode()


def million_cells(write: Callable[..., bytes]) -> bytes:
    """As many cells as a workbook of another form holds, amounts and texts, by a writer of `other_forms`."""
    return write({"Blad": _MILLION})


def million_cells_csv() -> bytes:
    """The same as texts, with a comma before the decimals."""
    return csv([str(cell).replace(".", ",") for cell in row] for row in _MILLION)


_MILLION = [
    [*("DNHS", "Medicin", "Intäkter", 3110, number / 4, -27202.5, 118.25, 7, "Försäljning inom regionen", -0.5)] * 2
    for number in range(50_000)
]
