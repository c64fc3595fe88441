"""The XML of a part in UTF-8, whatever encoding it is written in: what is searched as bytes is then what is parsed."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""\A((?:\xef\xbb\xbf)?\s*<\?xml[^>]*?)\s+encoding\s*=\s*["']([^"']*)["']""")
# A declaration is some fifty letters.
_LONGEST = 500
_SAME = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_OTHERS = {b"iso-8859-1": "latin-1", b"latin1": "latin-1", b"windows-1252": "cp1252", b"iso-8859-15": "iso-8859-15"}
_UTF16 = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def in_utf8(xml: bytes) -> bytes:
    """The part in UTF-8. Raises ValueError for an encoding that no program writes a workbook in, or that may be two."""
    encoding = next((name for start, name in _UTF16 if xml.startswith(start)), "")
    if not encoding:
        declared = _DECLARED.match(xml[:_LONGEST])
        name = declared[2].lower() if declared else b"utf-8"
        if name in _SAME:
            return xml
        if name not in _OTHERS:
            raise ValueError("an unknown encoding")
        encoding = _OTHERS[name]
        if _is_utf8_too(xml):
            raise ValueError("two encodings")
    whole = xml.decode(encoding).lstrip("\ufeff").encode()
    # What it says of its encoding is true no more.
    return _DECLARED.sub(rb"\1", whole[:_LONGEST]) + whole[_LONGEST:]


def _is_utf8_too(xml: bytes) -> bool:
    """Whether letters beyond ASCII make sense in UTF-8, though another encoding is declared."""
    if xml.isascii():
        return False
    try:
        xml.decode()
    except UnicodeDecodeError:
        return False
    return True
