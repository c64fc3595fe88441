"""What is bold in a part of a cell's text, as somebody makes it with Ctrl+B, written as the text would be with `**`.

Only a column of running text (`markdown`) asks for it. A text that has stars of its own is left as it is, and so is one
that is bold all through: then it is the cell that is bold, and not a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from followup.ground.characters import CLOSING, OPENING
from followup.ground.wording import column_index
from followup.workbooks.files.cell_styles import is_on
from followup.workbooks.files.sheet_marks import Place

_TEXT = re.compile(rb"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_SHARED_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*\bt="s"[^>]*><v>([0-9]{1,7})</v>')
_INLINE_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*\bt="inlineStr"[^>]*><is>(.*?)</is>', re.DOTALL)

# Whether it is bold, and the text.
_Run = tuple[bool, str]


def bold_texts(strings: bytes) -> dict[int, str]:
    """The shared texts of which a part is bold, by their position."""
    if not _has_bold(strings):
        return {}
    found = {}
    for position, match in enumerate(_TEXT.finditer(strings)):
        if match[1] and _has_bold(match[1]) and (text := _marked(match[1])):
            found[position] = text
    return found


def bold_cells(xml: bytes, texts: dict[int, str]) -> dict[Place, str]:
    """The cells of a sheet of whose texts a part is bold. `texts` are those of `bold_texts`."""
    found = {}
    if texts:
        for column, row, number in _SHARED_CELL.findall(xml):
            if text := texts.get(int(number)):
                found[int(row) - 1, column_index(column.decode())] = text
    if b"inlineStr" in xml and _has_bold(xml):
        for column, row, content in _INLINE_CELL.findall(xml):
            if _has_bold(content) and (text := _marked(content)):
                found[int(row) - 1, column_index(column.decode())] = text
    return found


def with_stars(runs: Sequence[_Run]) -> str:
    """The text with `**` around what is bold; empty where nothing is, or nothing else."""
    text = "".join(part for _, part in runs)
    if "*" in text or not any(is_bold and part.strip() for is_bold, part in runs):
        return ""
    if all(is_bold for is_bold, part in runs if part.strip()):
        return ""
    lines: list[list[_Run]] = [[]]
    for is_bold, part in runs:
        first, *others = part.split("\n")
        lines[-1].append((is_bold, first))
        lines += [[(is_bold, other)] for other in others]
    marked = "\n".join("".join(_line(list(_joined(line)))) for line in lines)
    return marked if marked != text else ""


def _line(runs: Sequence[_Run]) -> Iterator[str]:
    """One line's parts; a bold part of a word stays as it is, for half a word cannot be marked."""
    for number, (is_bold, text) in enumerate(runs):
        words = text.strip()
        start = text.index(words) if words else 0
        before = text[:start] or (runs[number - 1][1][-1:] if number else "")
        after = text[start + len(words) :] or (runs[number + 1][1][:1] if number + 1 < len(runs) else "")
        is_marked = (
            is_bold
            and any(map(str.isalpha, words))
            and words.count("(") == words.count(")")
            and (not before or before[-1].isspace() or before[-1] in OPENING)
            and (not after or after[0].isspace() or after[0] in CLOSING)
            and (words[0].isalnum() or words[0] in OPENING)
            and (words[-1].isalnum() or words[-1] in CLOSING + "%")
        )
        yield f"{text[:start]}**{words}**{text[start + len(words) :]}" if is_marked else text


def _joined(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Neighbours of one kind together: Excel parts a word where somebody has mended it."""
    kept: _Run | None = None
    for is_bold, text in runs:
        if not text:
            continue
        if kept is not None and kept[0] == is_bold:
            kept = (is_bold, kept[1] + text)
        else:
            if kept is not None:
                yield kept
            kept = (is_bold, text)
    if kept is not None:
        yield kept


def _has_bold(xml: bytes) -> bool:
    return b"<b/>" in xml or b"<b " in xml


def _marked(content: bytes) -> str:
    try:
        elements = ElementTree.fromstring(b"<si>" + content + b"</si>")
    except ElementTree.ParseError:
        # Names of other namespaces, which are declared elsewhere: then nothing is marked.
        return ""
    runs = []
    for one in elements:
        if one.tag == "t":
            runs.append((False, one.text or ""))
        elif one.tag == "r":
            bold = one.find("rPr/b")
            text = one.find("t")
            is_bold = bold is not None and is_on(bold.get("val", "1"))
            runs.append((is_bold, "" if text is None else text.text or ""))
    return with_stars(runs)
