"""What a notebook's Markdown cells bring to the report: blocks that no cell's output can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from followup.document.blocks import Block, Heading
from followup.document.prose import Prose


@dataclass(frozen=True)
class WrittenHeading(Heading):
    """A heading of level 2 or 3 that every report of the kind has. Its `id` is made of its text when it is read."""


@dataclass(frozen=True)
class Passage(Block):
    """The text between two headings. It is no anchor: `id` is empty."""

    kind: ClassVar[str] = "prose"
    prose: Prose
