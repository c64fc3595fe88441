"""A workbook's styles with coloured ones beside those that there are: a cell keeps all of its own but the fill."""

from __future__ import annotations

import re

_FILLS = re.compile(rb"<((?:\w+:)?)fills\b([^>]*)>(.*?)</(?:\w+:)?fills>", re.DOTALL)
_FORMATS = re.compile(rb"<((?:\w+:)?)cellXfs\b([^>]*)>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_FILL = re.compile(rb"<(?:\w+:)?fill\b")
_FORMAT = re.compile(rb"<(?:\w+:)?xf\b(?:[^>]*/>|[^>]*>.*?</(?:\w+:)?xf>)", re.DOTALL)
_HEAD = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")


class Unmarkable(Exception):
    """The workbook's parts are not as they usually are, and are left alone. `str()` says why, in Swedish."""


class MarkedStyles:
    """Asked for a style with a colour, adds it once; `xml` is the part with all that have been asked for."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        fills, formats = _FILLS.search(xml), _FORMATS.search(xml)
        if not fills or not formats:
            raise Unmarkable("Arbetsboken saknar de format som brukar finnas.")
        self._fills, self._formats = fills, formats
        self._fill_count = len(_FILL.findall(fills[3]))
        self._known = _FORMAT.findall(formats[3])
        self._colours: list[str] = []
        self._added: dict[tuple[int, str], bytes] = {}

    def coloured(self, style: int, colour: str) -> int:
        """The number of the style that is as `style` with this fill, a colour of the palette."""
        key = (style, colour)
        if key not in self._added:
            if style >= len(self._known):
                raise Unmarkable("En cell har ett format som inte finns i arbetsboken.")
            if colour not in self._colours:
                self._colours.append(colour)
            self._added[key] = _filled(self._known[style], self._fill_count + self._colours.index(colour))
        return len(self._known) + list(self._added).index(key)

    @property
    def xml(self) -> bytes:
        prefix = self._fills[1].decode()
        fills = "".join(
            f'<{prefix}fill><{prefix}patternFill patternType="solid"><{prefix}fgColor rgb="FF{colour[1:]}"/>'
            f'<{prefix}bgColor indexed="64"/></{prefix}patternFill></{prefix}fill>'
            for colour in self._colours
        ).encode()
        changed = [
            (self._fills, fills, self._fill_count + len(self._colours)),
            (self._formats, b"".join(self._added.values()), len(self._known) + len(self._added)),
        ]
        xml = self._xml
        # From the end, so that the places before it stay.
        for match, more, count in sorted(changed, key=lambda one: -one[0].start()):
            attributes = re.sub(rb'\bcount\s*=\s*["\'][0-9]*["\']', b'count="%d"' % count, match[2])
            opening = match.start(2)
            xml = xml[:opening] + attributes + xml[match.end(2) : match.end(3)] + more + xml[match.end(3) :]
        return xml


def _filled(format_: bytes, fill: int) -> bytes:
    head = _HEAD.match(format_)
    if head is None:
        raise Unmarkable("Ett av arbetsbokens format kan inte läsas.")
    opening = re.sub(rb'\s(?:fillId|applyFill)\s*=\s*["\'][^"\']*["\']', b"", head[0])
    place = len(opening) - (2 if opening.endswith(b"/>") else 1)
    return opening[:place].rstrip() + b' fillId="%d" applyFill="1"' % fill + opening[place:] + format_[head.end() :]
