"""What a person wrote in a spreadsheet as a safe prose tree (see `prose.Prose`).

Texts in cells are full of signs that Markdown would take for its own: ">95 %", "3*450*12", "#1 av 3", a path with
backslashes, a footnote's star. So this is a small language of its own, in which only what cannot be meant otherwise is
a mark, and all else is text, character by character:

- An empty line parts paragraphs; a line break is one.
- At least two lines in succession with the same sign and a space before their text are a list. After a hyphen, a
  dash, a star or a middle dot each text must begin with a letter: "- 5,2 mnkr" is an amount.
- At least two lines in succession that begin with "1. " or "1) " are a numbered list, which keeps its numbers as typed.
- What is indented below an item belongs to it.
- `**bold**`, `*emphasis*`: on one line, the stars touch the words inside and nothing but space or punctuation outside,
  and every star of the line has its other.
- `[text](https://…)`, also with http and mailto.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import dedent

from followup.document.prose import Bullets, Inline, LineBreak, Numbered, Prose, items_of, marks_of
from followup.ground.characters import CLOSING, OPENING, printable

# A spreadsheet cell holds 32 767 characters. Longer texts are shown, but no marks are looked for.
LONGEST_PARSED = 40_000
DEEPEST_LIST = 4
LONGEST_LINK = 2_000

_SAFE_LINK = re.compile(r"(?:https?://[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?)", re.IGNORECASE)
# Before "[" stands neither "!", which would make it a picture, nor a backslash. An address may hold pairs of brackets.
_LINK = re.compile(
    r"(?<![!\\])\[([^\[\]]+)\]\(((?:https?://|mailto:)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"( *)(?:([-–*·•◦▪▫‣⁃●○■□►➢➤❖])|([1-9][0-9]?)([.)]))[ \u00a0]+(?=\S)")
# These may also be a minus, a footnote's star or a multiplication.
_AMBIGUOUS = "-–*·"
_WORD_FIRST = re.compile(r"[*\[(\"'”’»]*[^\W\d_]")
_STARS = re.compile(r"(\*+)")
_BREAK: LineBreak = {"br": True}


def prose_of(text: str) -> Prose:
    """The safe tree of `text`. No character but the marks is left out, and no input makes it fail."""
    source = printable(text).expandtabs(4)
    if len(source) > LONGEST_PARSED:
        return [{"p": text_lines(part)} for part in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", source) if part.strip()]
    return _blocks(source.split("\n"), DEEPEST_LIST)


def plain_of(prose: Prose) -> str:
    """The text of a tree: a line per paragraph and item, items marked, a link's address after its text."""
    return "\n".join(_plain_lines(prose))


def plain_inline(inline: Sequence[Inline]) -> str:
    """The text of a paragraph's nodes."""
    found: list[str] = []
    for node in inline:
        if isinstance(node, str):
            found.append(node)
        elif "br" in node:
            found.append("\n")
        elif "a" in node:
            text, address = plain_inline(node["a"]), node["href"]
            found.append(text if text == address.removeprefix("mailto:") else f"{text} ({address})")
        else:
            found.append(plain_inline(node["em"] if "em" in node else node["strong"]))
    return "".join(found)


def is_safe_link(address: str) -> bool:
    """Whether an address is one that a public report may link to: http, https or mailto, and of a sensible length."""
    return len(address) <= LONGEST_LINK and _SAFE_LINK.fullmatch(address) is not None


def text_lines(text: str) -> list[Inline]:
    """A text without marks as a paragraph's nodes."""
    return _joined([[line.rstrip()] for line in text.strip("\n").split("\n")])


def merged(inline: Iterable[Inline]) -> list[Inline]:
    """Neighbouring strings joined, so that equal texts give equal trees."""
    found: list[Inline] = []
    for node in inline:
        last = found[-1] if found else None
        if isinstance(node, str) and isinstance(last, str):
            found[-1] = last + node
        elif node != "":
            found.append(node)
    return found


def _blocks(lines: list[str], depth: int) -> Prose:
    found: Prose = []
    paragraph: list[str] = []
    position = searched = 0
    while position < len(lines):
        if position >= searched:
            node, searched = _list_at(lines, position, depth)
            if node:
                found += [*_paragraph(paragraph), node]
                paragraph, position = [], searched
                continue
        if lines[position].strip():
            paragraph.append(lines[position])
        else:
            found += _paragraph(paragraph)
            paragraph = []
        position += 1
    return found + _paragraph(paragraph)


def _paragraph(lines: list[str]) -> Prose:
    return [{"p": _joined([_inline(line.rstrip()) for line in [lines[0].lstrip(), *lines[1:]]])}] if lines else []


def _joined(lines: Sequence[Sequence[Inline]]) -> list[Inline]:
    return merged([node for number, line in enumerate(lines) for node in ([_BREAK, *line] if number else line)])


def _list_at(lines: list[str], start: int, depth: int) -> tuple[Bullets | Numbered | None, int]:
    """The list that begins at a line, or None; and the first line that is not part of what looks like one."""
    first = _ITEM.match(lines[start])
    if not first or not depth:
        return None, start + 1
    indent, sign, _, stop = first.groups()
    numbers: list[str] = []
    items: list[list[str]] = []
    position = end = start
    while position < len(lines):
        line = lines[position]
        found = _ITEM.match(line)
        if found and (found[1], found[2], found[4]) == (indent, sign, stop):
            numbers.append(f"{found[3]}{stop}")
            items.append([line[found.end() :]])
        elif line.strip() and end == position and len(line) - len(line.lstrip()) > len(indent):
            items[-1].append(line)
        elif line.strip():
            break
        position += 1
        if line.strip():
            end = position
    if len(items) < 2 or (sign and sign in _AMBIGUOUS and not all(_WORD_FIRST.match(item[0]) for item in items)):
        return None, end
    blocks = [_blocks([item[0], *dedent("\n".join(item[1:])).split("\n")], depth - 1) for item in items]
    if not sign:
        return {"ol": blocks, "marks": numbers}, end
    # A hyphen stands for the dash of a Swedish list, a star for a round mark.
    return {"ul": blocks, "mark": {"-": "–", "*": "•"}.get(sign, sign)}, end


def _inline(line: str) -> list[Inline]:
    pieces: list[Inline] = []
    end = 0
    for link in _LINK.finditer(line):
        if link[1].strip() and is_safe_link(link[2]):
            pieces += [*_STARS.split(line[end : link.start()]), {"a": [link[1]], "href": link[2]}]
            end = link.end()
    pieces = [piece for piece in [*pieces, *_STARS.split(line[end:])] if piece]
    paired = _paired(pieces)
    return merged(pieces if paired is None else paired)


def _paired(pieces: list[Inline]) -> list[Inline] | None:
    """The pieces with their stars as marks; None if any star is not one, so that none of the line's is."""
    opened: list[tuple[str, list[Inline]]] = [("", [])]
    for position, piece in enumerate(pieces):
        if not isinstance(piece, str) or piece[0] != "*":
            opened[-1][1].append(piece)
            continue
        left = _edge(pieces[position - 1], -1) if position else " "
        right = _edge(pieces[position + 1], 0) if position + 1 < len(pieces) else " "
        stars, inner = opened[-1]
        if piece == stars and _is_inside(left, CLOSING + "%") and _is_outside(right, CLOSING) and _is_words(inner):
            opened.pop()
            opened[-1][1].append({"em": inner} if piece == "*" else {"strong": inner})
        elif (
            piece in ("*", "**")
            and piece not in (mark for mark, _ in opened)
            and _is_outside(left, OPENING)
            and _is_inside(right, OPENING)
        ):
            opened.append((piece, []))
        else:
            return None
    return opened[0][1] if len(opened) == 1 else None


def _edge(piece: Inline, end: int) -> str:
    # A link is words.
    return piece[end] if isinstance(piece, str) else "a"


def _is_inside(character: str, others: str) -> bool:
    return character.isalnum() or character in others


def _is_outside(character: str, others: str) -> bool:
    return character.isspace() or character in others


def _is_words(inline: Sequence[Inline]) -> bool:
    """Not a number between two stars, nor half a bracket."""
    text = plain_inline(inline)
    return any(map(str.isalpha, text)) and text.count("(") == text.count(")")


def _plain_lines(prose: Prose) -> list[str]:
    found: list[str] = []
    for node in prose:
        if "p" in node:
            found.extend(plain_inline(node["p"]).split("\n"))
            continue
        for mark, item in zip(marks_of(node), items_of(node), strict=True):
            first, *others = _plain_lines(item) or [""]
            found.append(f"{mark} {first}")
            found.extend(" " * (len(mark) + 1) + line for line in others)
    return found
