"""The records of an .xls file, walked through before anything parses them: whether the file is whole, how much there is
in it, and what its reader leaves out.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass, field

from xlrd.compdoc import CompDoc

from followup.workbooks.files.archive import refusal
from followup.workbooks.forms.form import OLE_HEADER
from followup.workbooks.forms.plain_book import MOST_CELLS_IN_ALL, TOO_MANY_CELLS
from followup.workbooks.forms.refusals import cut_off, password_protected

# Records by their number: [MS-XLS] 2.3.
_BEGIN = (0x0009, 0x0209, 0x0409, 0x0809)
_END, _SHEET, _PASSWORD, _FORMULA, _MANY_NUMBERS, _MANY_BLANKS = 0x000A, 0x0085, 0x002F, 0x0006, 0x00BD, 0x00BE
_CELLS = (_FORMULA, 0x0203, 0x027E, 0x00FD, 0x0204, 0x0205, 0x0201, 0x00D6, 0x0003, 0x0004, 0x0002, 0x0005, 0x0406)
_DRAWN_TEXT, _CONTINUED = 0x01B6, 0x003C
_TEXTS_BESIDE = (0x0014, 0x0015, 0x0018, 0x0221)
# A record is computed when the workbook is opened.
_COMPUTED_ON_OPENING = 0x0002
# What a formula ends with that gives a text: two texts put together, a text, and functions by their numbers.
_CONCATENATION, _FUNCTIONS, _FUNCTIONS_OF_ANY = 0x08, (0x21, 0x41, 0x61), (0x22, 0x42, 0x62)
_OF_TEXT = (13, 14, 30, 31, 48, 111, 112, 113, 114, 115, 116, 118, 119, 120, 130, 219, 336)
_MOST_RECORDS = 4 * MOST_CELLS_IN_ALL


@dataclass
class XlsRecords:
    """`stream` are the workbook's records. `uncomputed` are by worksheet the formulas that are saved as 0 and are to be
    computed when the workbook is opened; of a program that saves texts as 0, all that are saved so. `texts` are what
    stands in text boxes, headers, footers and names.
    """

    stream: bytes
    uncomputed: list[set[tuple[int, int]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def xls_records(content: bytes, workbook: str) -> XlsRecords:
    """Walk through a file. Raises ReportError if it is encrypted, cut off or too large."""
    found = XlsRecords(_stream(content, workbook))
    starts: list[int] = []
    formulas: dict[int, set[tuple[int, int]]] = {}
    zeros: dict[int, set[tuple[int, int]]] = {}
    saves_texts = True
    stream, size = found.stream, len(found.stream)
    place = depth = cells = records = begun = 0
    sheet, before = -1, -1
    while place + 4 <= size:
        kind, length = struct.unpack_from("<HH", stream, place)
        if depth == 0 and kind not in _BEGIN:
            break
        start, place, records = place, place + 4 + length, records + 1
        if place > size:
            break
        if kind in _BEGIN:
            if depth == 0:
                sheet, begun = start, begun + 1
            depth += 1
        elif kind == _END:
            depth -= 1
        elif kind == _PASSWORD:
            raise password_protected(workbook)
        elif kind == _SHEET and stream[start + 9] == 0:
            starts.append(struct.unpack_from("<I", stream, start + 4)[0])
        elif kind in (_MANY_NUMBERS, _MANY_BLANKS):
            cells += length // (6 if kind == _MANY_NUMBERS else 2)
        elif kind in _CELLS:
            cells += 1
            if kind == _FORMULA and length >= 22:
                row, column, value, how, size_of = struct.unpack_from("<HH2xdH4xH", stream, start + 4)
                if value == 0:
                    zeros.setdefault(sheet, set()).add((row, column))
                    saves_texts = saves_texts and not _gives_text(stream[start + 26 : start + 26 + size_of])
                    if how & _COMPUTED_ON_OPENING:
                        formulas.setdefault(sheet, set()).add((row, column))
        elif kind in _TEXTS_BESIDE or (kind == _CONTINUED and before == _DRAWN_TEXT):
            found.texts.append(stream[start + 4 : place].replace(b"\0", b"").decode("latin-1"))
        if cells > MOST_CELLS_IN_ALL or records > _MOST_RECORDS:
            raise refusal(workbook, *TOO_MANY_CELLS)
        before = kind
    if depth or not begun or (starts and begun < len(starts) + 1):
        raise cut_off(workbook)
    # Where the text of one formula has become 0, so may that of any other.
    waiting = formulas if saves_texts else zeros
    found.uncomputed = [waiting.get(start, set()) for start in starts]
    return found


def _stream(content: bytes, workbook: str) -> bytes:
    if not content.startswith(OLE_HEADER):
        return content
    if _name("EncryptedPackage") in content or _name("EncryptionInfo") in content:
        raise password_protected(workbook)
    log = io.StringIO()
    document = CompDoc(content, logfile=log)
    stream = document.get_named_stream("Workbook") or document.get_named_stream("Book")
    if stream is None:
        raise refusal(
            workbook,
            "Filen är inget kalkylblad: den är sparad av ett annat program, till exempel Word.",
            remedy="Lägg dit rätt fil.",
        )
    return bytes(stream)


def _name(text: str) -> bytes:
    return text.encode("utf-16-le")


def _gives_text(formula: bytes) -> bool:
    """Whether the last that a formula does, as [MS-XLS] 2.5.198 writes it, can only give a text."""
    if formula[-1:] == bytes([_CONCATENATION]):
        return True
    if len(formula) >= 3 and formula[-3] in _FUNCTIONS:
        return int.from_bytes(formula[-2:], "little") in _OF_TEXT
    return len(formula) >= 4 and formula[-4] in _FUNCTIONS_OF_ANY and int.from_bytes(formula[-2:], "little") in _OF_TEXT
