"""Ways into the report: a block that points at a heading, which the page, the PDF and Excel lead to.

Which headings a report has is known first when it is read as a whole: `read_document` then asks a `Linked` block.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from followup.document.blocks import Block, Composite
from followup.document.content import Content


@dataclass(frozen=True)
class Place(Content):
    """A heading of the report. `text` is what stands there, `anchor` its id, `section` the heading of level 2 above."""

    text: str = ""
    anchor: str = ""
    section: str = ""


@dataclass(frozen=True)
class Pointer(Content):
    """A way into the report: the first of `headings` that it has. Before the report is read, `place` is empty."""

    headings: tuple[str, ...] = ()
    place: Place = Place()

    def found(self, places: Mapping[str, Place]) -> Pointer:
        """The pointer to one of these places, by their texts; to none if the report has none of the headings."""
        return replace(self, place=next((places[one] for one in self.headings if one in places), Place()))


@dataclass(frozen=True)
class Linked(Composite):
    """A block that points at headings of its report."""

    def linked(self, places: Mapping[str, Place]) -> Block:
        """The block with its pointers found among the places, by their texts."""
        raise NotImplementedError


def places_of(headings: Sequence[tuple[int, str, str]]) -> dict[str, Place]:
    """The places of a report's headings, each (level, text, id) in order; of two with one text, the first."""
    found: dict[str, Place] = {}
    section = ""
    for level, text, name in headings:
        section = text if level == 2 else section
        found.setdefault(text, Place(text, name, section))
    return found
