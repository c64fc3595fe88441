"""A sheet without blanks around its numbers and around the numbers of its texts.

A program that writes its XML with a line for each tag puts them there. calamine makes the first text of `\n 5\n`, and a
text of `\n 2.5\n`; to what looks for struck, bold or personal texts it would be no text at all.
"""

from __future__ import annotations

import re

_AFTER_BLANK = re.compile(rb"<v>\s")
_VALUE = re.compile(
    rb"(<(?:\w+:)?c(\s[^<>]*|)>\s*(?:<(?:\w+:)?f\b[^<>]*>(?:[^<]*</(?:\w+:)?f>)?\s*)?<(?:\w+:)?v>)([^<]*+)(?=</)"
)
# Of a formula's text the blanks are its own.
_IS_TEXT = re.compile(rb"""\bt\s*=\s*["'](?:str|inlineStr)["']""")


def without_blanks(xml: bytes) -> bytes:
    """The sheet itself where it has none, as nearly all."""
    if not _AFTER_BLANK.search(xml) and b":v>" not in xml:
        return xml
    return _VALUE.sub(lambda found: found[0] if _IS_TEXT.search(found[2]) else found[1] + found[3].strip(), xml)
