"""A sheet's comments and the drawing of their boxes, with ours added; those that there are stay as they were."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from followup.ground.characters import printable
from followup.review.marked_styles import Unmarkable
from followup.review.marks import Place, address

AUTHOR = "Granskning"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NO_COMMENTS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}"><authors></authors>'
    "<commentList></commentList></comments>"
).encode()
NO_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_BOX = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_AUTHORS = re.compile(rb"<((?:\w+:)?)authors\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?authors\s*>)", re.DOTALL)
_LIST = re.compile(rb"<((?:\w+:)?)commentList\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?commentList\s*>)", re.DOTALL)
_COMMENT = re.compile(
    rb'<(?:\w+:)?comment\b[^>]*\bref\s*=\s*["\']([A-Z]+[0-9]+)["\'].*?</(?:\w+:)?comment\s*>', re.DOTALL
)
_AUTHOR = re.compile(rb"<(?:\w+:)?author\b")
_TEXT_ENDS = re.compile(rb"<(?:\w+:)?(?:rPh|phoneticPr)\b|</(?:\w+:)?text\s*>")
_NUMBER = re.compile(rb"_x0000_s([0-9]+)")
# A box in pixels: how far from its cell, and how wide. Characters on a line of it, and the lines of the smallest one.
_GAP, _WIDTH, _LINE, _FEWEST = 15, 320, 45, 5
_LAST_COLUMN = 16_383


def with_comments(xml: bytes, texts: Mapping[Place, str]) -> tuple[bytes, list[Place]]:
    """The comments with a text for each cell, and the cells that had none and need a box.

    Where a cell has a comment, ours is written below it.
    """
    authors, comments = _AUTHORS.search(xml), _LIST.search(xml)
    if authors is None or comments is None:
        raise Unmarkable("Bladets kommentarer kan inte läsas.")
    prefix = comments[1].decode()
    known = comments[2] or b""
    have = {one[1].decode(): one for one in _COMMENT.finditer(known)}
    added, changed = [], dict[str, bytes]()
    for place, text in texts.items():
        cell, run = address(place), _run(prefix, text)
        if cell in have:
            changed[cell] = _below(have[cell][0], _run(prefix, f"\n\n{AUTHOR}: {text}"))
        else:
            author = len(_AUTHOR.findall(authors[2] or b""))
            added.append(
                f'<{prefix}comment ref="{cell}" authorId="{author}"><{prefix}text>{run}</{prefix}text>'
                f"</{prefix}comment>".encode()
            )
    body = _COMMENT.sub(lambda one: changed.get(one[1].decode(), one[0]), known) + b"".join(added)
    new = [place for place in texts if address(place) not in have]
    xml = xml[: comments.start()] + _whole(prefix, "commentList", body) + xml[comments.end() :]
    if new:
        names = (authors[2] or b"") + f"<{prefix}author>{AUTHOR}</{prefix}author>".encode()
        xml = xml[: authors.start()] + _whole(prefix, "authors", names) + xml[authors.end() :]
    return xml, new


def with_boxes(vml: bytes, texts: Mapping[Place, str], width: Callable[[int], int]) -> bytes:
    """The drawing with a hidden box for each of these cells, as Excel draws a comment, with room for its text.

    `width` is how wide a column of the sheet is, in pixels.
    """
    end = vml.rfind(b"</xml>")
    if end < 0:
        raise Unmarkable("Kommentarernas rutor kan inte läsas.")
    first = max((int(one) for one in _NUMBER.findall(vml)), default=1024) + 1
    boxes = "".join(
        _box(number, place, _lines(text), width) for number, (place, text) in enumerate(texts.items(), first)
    )
    kind = "" if b'id="_x0000_t202"' in vml else _BOX
    return vml[:end] + f"{kind}{boxes}".encode() + vml[end:]


def _lines(text: str) -> int:
    return sum(len(line) // _LINE + 1 for line in text.split("\n"))


def _box(number: int, place: Place, lines: int, width: Callable[[int], int]) -> str:
    """A box beside the cell; a row of a sheet is about as high as a line."""
    row, column = place[0] - 1, place[1]
    top = max(row - 1, 0)
    right, rest = column + 1, _GAP + _WIDTH
    while right < _LAST_COLUMN and rest > width(right):
        rest -= width(right)
        right += 1
    anchor = f"{column + 1}, {_GAP}, {top}, 10, {right}, {rest}, {top + max(lines, _FEWEST) + 1}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
        'fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto">'
        '<v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _run(prefix: str, text: str) -> str:
    return f'<{prefix}r><{prefix}t xml:space="preserve">{escape(printable(text))}</{prefix}t></{prefix}r>'


def _below(comment: bytes, run: str) -> bytes:
    end = _TEXT_ENDS.search(comment)
    if end is None:
        raise Unmarkable("En av bladets kommentarer kan inte läsas.")
    return comment[: end.start()] + run.encode() + comment[end.start() :]


def _whole(prefix: str, name: str, body: bytes) -> bytes:
    return f"<{prefix}{name}>".encode() + body + f"</{prefix}{name}>".encode()
