"""Excel's threads of comments: where a cell has one, Excel shows it and no comment, so ours is an answer in it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from xml.sax.saxutils import escape

from followup.ground.characters import printable
from followup.review.cell_comments import AUTHOR
from followup.review.marks import Place, address

# The same in every copy, so that the same faults give the same bytes.
_SPACE = uuid.UUID("5f0c8f0e-8f0b-5d0e-9a51-6f0b1f6f7a10")
_COMMENT = re.compile(rb"<((?:\w+:)?)threadedComment\b([^>]*)>.*?</(?:\w+:)?threadedComment\s*>", re.DOTALL)


def author() -> str:
    """Us, as an entry of the workbook's list of those who have written."""
    return f'<person displayName="{AUTHOR}" id="{_identity(AUTHOR)}" userId="{AUTHOR}" providerId="None"/>'


def with_answers(xml: bytes, texts: Mapping[Place, str]) -> bytes:
    """The sheet's threads with our text last in those of these cells; the part as it was where none has one.

    An answer has the time of what stands before it: a copy's bytes depend on nothing but the workbook and its faults.
    """
    by_cell = {address(place): text for place, text in texts.items()}
    first: dict[str, re.Match[bytes]] = {}
    last: dict[str, re.Match[bytes]] = {}
    for match in _COMMENT.finditer(xml):
        cell = _attribute(match[2], "ref")
        first.setdefault(cell, match)
        last[cell] = match
    answers = {
        last[cell].end(): _answer(first[cell], last[cell], cell, by_cell[cell])
        for cell in last
        if cell in by_cell and _attribute(first[cell][2], "id")
    }
    for end in sorted(answers, reverse=True):
        xml = xml[:end] + answers[end] + xml[end:]
    return xml


def _answer(thread: re.Match[bytes], before: re.Match[bytes], cell: str, text: str) -> bytes:
    prefix, head = thread[1].decode(), thread[2]
    moment = _attribute(before[2], "dT")
    time = f' dT="{moment}"' if moment else ""
    return (
        f'<{prefix}threadedComment ref="{cell}"{time} personId="{_identity(AUTHOR)}" '
        f'id="{_identity(cell + text)}" parentId="{_attribute(head, "id")}"><{prefix}text>{escape(printable(text))}'
        f"</{prefix}text></{prefix}threadedComment>"
    ).encode()


def _identity(text: str) -> str:
    return f"{{{str(uuid.uuid5(_SPACE, text)).upper()}}}"


def _attribute(head: bytes, name: str) -> str:
    found = re.search(rb'(?<![\w:])%s\s*=\s*["\']([^"\']*)["\']' % name.encode(), head)
    return found[1].decode() if found else ""
