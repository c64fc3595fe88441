"""Blocks as the template reads them: texts that can be drawn and broken, sizes, and what may be divided over pages."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from followup.document.blocks import (
    Block,
    Chart,
    Comment,
    Composite,
    Gallery,
    Heading,
    Table,
    Text,
    Tile,
    Tiles,
    not_drawn,
)
from followup.document.decisions import Decisions, consequence_of
from followup.document.pointers import Pointer
from followup.document.written import Passage
from followup.formats.pdf.cells import Json, printable_cell, printable_prose, printable_sentence
from followup.formats.pdf.fonts import drawable, in_lines, in_narrow, text_width
from followup.formats.pdf.pictures import GUTTER, picture
from followup.formats.pdf.tables import TEXT_WIDTH, laid_out

_TILE_SIZES = (19.0, 11.0)
_LONG_TEXT = 900


@singledispatch
def typeset(block: Block) -> list[Json]:
    """What the template draws of a block, in order.

    Raises ReportError for a kind that has no drawing here. The cover has none: the template begins with it.
    """
    raise not_drawn(block)


@typeset.register
def _composite(block: Composite) -> list[Json]:
    return [item for part in block.parts() for item in typeset(part)]


@typeset.register
def _heading(heading: Heading) -> list[Json]:
    text = in_narrow(drawable(heading.text))
    return [{"kind": "heading", "level": heading.level, "text": text, "anchor": _anchor(heading.id)}]


def _anchor(name: str) -> str:
    """The label of a heading, which no other label is like."""
    return f"avsnitt:{name}"


@typeset.register
def _passage(passage: Passage) -> list[Json]:
    return [{"kind": "prose", "prose": printable_prose(passage.prose, in_lines)}]


@typeset.register
def _comment(comment: Comment) -> list[Json]:
    prose = printable_prose(comment.prose, in_lines)
    found = {
        "kind": "comment",
        "role": comment.role,
        "title": in_narrow(drawable(comment.title)),
        "prose": prose,
        "breakable": _is_long(prose),
    }
    return [found]


@typeset.register
def _text(text: Text) -> list[Json]:
    paragraphs = [printable_sentence(sentence, in_lines) for sentence in text.paragraphs]
    points = [printable_sentence(sentence, in_lines) for sentence in text.items]
    found = {
        "kind": "text",
        "role": text.role,
        "title": in_narrow(drawable(text.title)),
        "paragraphs": paragraphs,
        "items": points,
        "breakable": _is_long([paragraphs, points]),
        # Short lines of small type: the points stand in two columns of about the same height.
        "second_column": _middle([len(str(point)) for point in points]),
    }
    return [found]


def _middle(lengths: list[int]) -> int:
    """How many of a row of texts the first of two columns has: rather more than fewer."""
    return min(range(len(lengths), -1, -1), key=lambda count: abs(sum(lengths[:count]) - sum(lengths[count:])))


@typeset.register
def _decisions(block: Decisions) -> list[Json]:
    entries = [
        {
            "decision": printable_prose(entry.decision, in_lines),
            "facts": printable_sentence(entry.facts, in_lines),
            "consequence": in_lines(drawable(consequence_of(entry))),
            "figures": _pointer(entry.figures),
        }
        for entry in block.entries
    ]
    found = {
        "kind": "decisions",
        "role": block.role,
        "title": in_narrow(drawable(block.title)),
        "introduction": printable_prose(block.introduction, in_lines),
        "entries": entries,
        "more": printable_sentence(block.more, in_lines),
        "rest": _pointer(block.rest),
    }
    return [found | {"breakable": _is_long(found)}]


def _pointer(pointer: Pointer) -> Json:
    place = pointer.place
    return {"anchor": _anchor(place.anchor) if place.anchor else "", "text": in_narrow(drawable(place.text))}


@typeset.register
def _tiles(block: Tiles) -> list[Json]:
    return [{"kind": "tiles", "tiles": [_tile(tile, len(block.tiles)) for tile in block.tiles]}]


def _tile(tile: Tile, count: int) -> Json:
    main = printable_cell(tile.main)
    room = (TEXT_WIDTH - 45) / max(1, min(4, count))
    largest, smallest = _TILE_SIZES
    return {
        "label": in_narrow(drawable(tile.label)),
        "main": main,
        "main_size": round(max(smallest, min(largest, room / max(text_width(main["text"], True), 0.1))), 2),
        "lines": [printable_sentence(line, in_narrow) for line in tile.lines],
    }


@typeset.register
def _table(table: Table) -> list[Json]:
    return [laid_out(table)]


@typeset.register
def _chart(chart: Chart) -> list[Json]:
    return [picture(chart)]


@typeset.register
def _gallery(gallery: Gallery) -> list[Json]:
    count = len(gallery.charts)
    per_row = 3 if count == 3 or count > 4 else 2
    room = (TEXT_WIDTH - GUTTER * (per_row - 1)) / per_row
    charts = [picture(chart, room) for chart in gallery.charts]
    below = {(chart["source"], *chart["notes"]) for chart in charts}
    found = {
        "kind": "gallery",
        "title": in_narrow(drawable(gallery.title)),
        "charts": charts,
        "per_row": per_row,
        # Notes and source that all the pictures share are written once, below them.
        "shared": len(below) == 1,
    }
    return [found]


def _is_long(content: Any) -> bool:
    """Too much for a block that may not be divided over two pages. Counts its JSON, which is near enough."""
    return len(str(content)) > _LONG_TEXT
