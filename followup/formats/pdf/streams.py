"""Small changes to the bytes of a PDF that Typst has set, with the cross-reference table to match.

Typst ends a stream with LF and `endstream`. One stream in 256 happens to end with the byte CR, and the two together
look like the line end CRLF: a validator that measures the stream by its end then finds it one byte too short
(PDF/A 6.1.7.1) although its /Length is right. With CRLF as the line end nobody can misread it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

# From where to where, and what stands there instead.
Edit = tuple[int, int, bytes]

_MISREAD = re.compile(rb"\r(?=\nendstream\nendobj)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")
_LAST = re.compile(rb"startxref\n(\d+)\n")


def with_plain_stream_ends(content: bytes) -> bytes:
    """The same PDF with CRLF before `endstream` where the stream's last byte is CR; no stream's data are changed."""
    return edited(content, ((found.end(), found.end(), b"\r") for found in _MISREAD.finditer(content)))


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The same PDF with these places exchanged and its offsets moved; the edits come in order and do not overlap.

    `content` has one cross-reference table, not a stream, as Typst writes PDF 1.7, and every edit lies before it.
    """
    made = list(edits)
    if not made:
        return content
    ends = [end for _, end, _ in made]
    shifts = [0, *accumulate(len(new) - (end - start) for start, end, new in made)]

    def moved(offset: bytes) -> int:
        return int(offset) + shifts[bisect_right(ends, int(offset))]

    table = content.rindex(b"\nxref\n")
    parts, at = [], 0
    for start, end, new in made:
        parts += [content[at:start], new]
        at = end
    tail = _ENTRY.sub(lambda entry: b"%010d %b n" % (moved(entry[1]), entry[2]), content[table:])
    tail = _LAST.sub(lambda last: b"startxref\n%d\n" % moved(last[1]), tail)
    return b"".join([*parts, content[at:table], tail])
