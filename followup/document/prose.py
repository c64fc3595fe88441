"""Text with structure: what a committee wrote, as a tree that every format draws in its own way.

The tree is the JSON that a notebook keeps: lists of small dictionaries, each known by its first key.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, final

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

_NO_OTHER_KEY = ConfigDict(extra="forbid")


@final
@with_config(_NO_OTHER_KEY)
class Emphasis(TypedDict):
    em: list[Inline]


@final
@with_config(_NO_OTHER_KEY)
class Strong(TypedDict):
    strong: list[Inline]


@final
@with_config(_NO_OTHER_KEY)
class Link(TypedDict):
    a: list[Inline]
    href: str


@final
@with_config(_NO_OTHER_KEY)
class LineBreak(TypedDict):
    br: Literal[True]


@final
@with_config(_NO_OTHER_KEY)
class Paragraph(TypedDict):
    p: list[Inline]


@final
@with_config(_NO_OTHER_KEY)
class Bullets(TypedDict):
    """Without a mark it is a dash."""

    ul: list[Prose]
    mark: NotRequired[str]


@final
@with_config(_NO_OTHER_KEY)
class Numbered(TypedDict):
    """`marks` are the numbers as they were typed, `["1.", "2.", "4."]`; without them the items count from 1."""

    ol: list[Prose]
    marks: NotRequired[list[str]]


Inline: TypeAlias = str | Emphasis | Strong | Link | LineBreak
Prose: TypeAlias = list[Paragraph | Bullets | Numbered]


def marks_of(node: Bullets | Numbered) -> list[str]:
    """What stands before each item of a prose tree's list where it is plain text: its mark, or the typed numbers."""
    if "ul" in node:
        return [node.get("mark", "–")] * len(node["ul"])
    return node.get("marks") or [f"{number}." for number in range(1, len(node["ol"]) + 1)]


def items_of(node: Bullets | Numbered) -> list[Prose]:
    """The items of a list, each a tree of its own."""
    return node["ul"] if "ul" in node else node["ol"]
