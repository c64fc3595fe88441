"""The lists of a Word document: real lists, with the marks and the numbers that were typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.document.markdown import DEEPEST_LIST
from followup.ground.palette import palette

# What the report's own lists have.
BULLET = "•"
# How much further to the right each level stands, in points.
STEP = 15.0
_LEVELS = DEEPEST_LIST + 1
_TYPED = re.compile(r"(\d+)(\D+)")


class Lists:
    """The lists that a document's paragraphs name by number, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._definitions: dict[str, int] = {}
        self._bullets: dict[str, int] = {}
        self._lists: list[str] = []

    def bullets(self, mark: str = BULLET) -> int:
        """The number of the list whose items have this mark."""
        if mark not in self._bullets:
            self._bullets[mark] = self._begun(mark)
        return self._bullets[mark]

    def numbered(self, marks: Sequence[str], level: int) -> list[int]:
        """The number of the list of each item: a new one wherever the typed number is not the one that follows."""
        found: list[int] = []
        before = None
        for mark in marks:
            typed = _TYPED.fullmatch(mark)
            number, ending = (int(typed[1]), typed[2]) if typed else (1, ".")
            if before != (number - 1, ending):
                found.append(self._begun(f"%{ending}", level, number))
            else:
                found.append(found[-1])
            before = (number, ending)
        return found

    def _begun(self, text: str, level: int = 0, first: int | None = None) -> int:
        definition = self._definitions.setdefault(text, len(self._definitions) + 1)
        number = len(self._lists) + 1
        start = (
            ""
            if first is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        )
        self._lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{start}</w:num>')
        return number

    @property
    def xml(self) -> str:
        """What stands in the part word/numbering.xml, without its root."""
        definitions = "".join(_definition(text, number) for text, number in self._definitions.items())
        return definitions + "".join(self._lists)


def _definition(text: str, number: int) -> str:
    levels = "".join(_level(text, level) for level in range(_LEVELS))
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _level(text: str, level: int) -> str:
    counted = text.startswith("%")
    shown = text.replace("%", f"%{level + 1}") if counted else text
    colour = palette().brand.removeprefix("#")
    look = "" if counted else f'<w:rPr><w:color w:val="{colour}"/></w:rPr>'
    left, hanging = round(STEP * (level + 1) * 20), round(STEP * 20)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if counted else "bullet"}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{look}</w:lvl>'
    )
