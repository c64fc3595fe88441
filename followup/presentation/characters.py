"""Characters that no format may carry: what HTML, XML and UTF-8 forbid becomes a visible replacement character."""

from __future__ import annotations

import re

# Control characters but for tab and line feed, halves of surrogate pairs, and Unicode's noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
# All that a keyboard, a web page or another program may have meant by "new line".
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]|_x000[Dd]_\n?")


def printable(text: str) -> str:
    """`text` with one kind of line end and with U+FFFD where a character stood that a document must not hold."""
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))
