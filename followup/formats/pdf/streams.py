"""The ends of a PDF's streams, made plain to every reader.

Typst ends a stream with LF and `endstream`. One stream in 256 happens to end with the byte CR, and the two together
look like the line end CRLF: a validator that measures the stream by its end then finds it one byte too short
(PDF/A 6.1.7.1) although its /Length is right. With CRLF as the line end nobody can misread it.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_MISREAD = re.compile(rb"\r(?=\nendstream\nendobj)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")
_LAST = re.compile(rb"startxref\n(\d+)\n")


def with_plain_stream_ends(content: bytes) -> bytes:
    """The same PDF with CRLF before `endstream` where the stream's last byte is CR, and with offsets to match.

    `content` has one cross-reference table, not a stream, as Typst writes PDF 1.7. No stream's data are changed.
    """
    inserted = [match.end() for match in _MISREAD.finditer(content)]
    if not inserted:
        return content

    def moved(offset: bytes) -> int:
        return int(offset) + bisect_left(inserted, int(offset))

    table = content.rindex(b"\nxref\n")
    body = _MISREAD.sub(b"\r\r", content[:table])
    tail = _ENTRY.sub(lambda entry: b"%010d %b n" % (moved(entry[1]), entry[2]), content[table:])
    return body + _LAST.sub(lambda last: b"startxref\n%d\n" % moved(last[1]), tail)
