"""The records of a part of an .xlsb workbook ([MS-XLSB] 2.1.4), and what stands in one: numbers, texts, colours."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from followup.workbooks.forms.plain_book import Run

_LONGEST_TEXT = 200_000
# A record may be two bytes: a part of them alone would take minutes.
_MOST_RECORDS = 5_000_000
# Of numbers that are kept in 30 bits: whole, or a hundred times as large.
_WHOLE, _HUNDREDFOLD = 2, 1


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record's number and content. Raises ValueError where the part ends inside one."""
    place, size, count = 0, len(part), 0
    while place < size:
        count += 1
        if count > _MOST_RECORDS:
            raise ValueError("records without end")
        kind, place = part[place], place + 1
        if kind & 0x80:
            if place >= size:
                raise ValueError("cut off")
            kind, place = (kind & 0x7F) | (part[place] & 0x7F) << 7, place + 1
        length = shift = 0
        while True:
            if place >= size or shift > 21:
                raise ValueError("cut off")
            byte, place = part[place], place + 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if place + length > size:
            raise ValueError("cut off")
        yield kind, part[place : place + length]
        place += length


def text_at(record: bytes, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends; empty where there is none."""
    (length,) = struct.unpack_from("<I", record, place)
    if length == 0xFFFFFFFF:
        return "", place + 4
    end = place + 4 + 2 * length
    if length > _LONGEST_TEXT or end > len(record):
        raise ValueError("a text without end")
    return record[place + 4 : end].decode("utf-16-le", "replace"), end


def rich_text_at(record: bytes, place: int) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where each of its fonts begins: (place in the text, font)."""
    text, end = text_at(record, place + 1)
    if not record[place] & 1:
        return text, []
    (count,) = struct.unpack_from("<I", record, end)
    if end + 4 + 4 * count > len(record):
        raise ValueError("fonts without end")
    return text, [struct.unpack_from("<HH", record, end + 4 + 4 * number) for number in range(count)]


def packed_number(packed: int) -> float:
    """A number that is kept in 30 bits: [MS-XLSB] 2.5.122."""
    if packed & _WHOLE:
        whole = packed >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        (value,) = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))
    return value / 100 if packed & _HUNDREDFOLD else value


def is_white(colour: bytes) -> bool:
    """Whether a colour is white: in the palette, in the theme without a tint, or by its own parts."""
    kind, index = colour[0] >> 1, colour[1]
    tint = struct.unpack_from("<h", colour, 2)[0]
    return not tint and (
        (kind == 1 and index in (1, 9)) or (kind == 2 and colour[4:7] == b"\xff\xff\xff") or (kind == 3 and not index)
    )


def runs_of(text: str, starts: list[tuple[int, int]], bold_fonts: frozenset[int]) -> list[Run]:
    """The text's parts; none where nothing of it is bold."""
    if not any(font in bold_fonts for _, font in starts):
        return []
    places = [(0, -1), *starts, (len(text), -1)]
    return [Run(text[begin:end], font in bold_fonts) for (begin, font), (end, _) in pairwise(places)]
