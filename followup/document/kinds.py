"""The kinds of block that a report can have, and a block from what a notebook keeps of it.

A new kind is a subclass of `Composite` in a module of its own and an entry in `KINDS`: DEVELOPERS.md has the recipe.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from pydantic import ValidationError

from followup.document.blocks import Block, Chart, Comment, Cover, Gallery, Heading, Table, Text, Tiles
from followup.document.content import build_reader, content_of
from followup.document.decisions import Decisions
from followup.ground.errors import ReportError

KINDS: tuple[type[Block], ...] = (
    Cover,
    Heading,
    Tiles,
    Text,
    Comment,
    Table,
    Chart,
    Decisions,
    Gallery,
)

_BY_NAME = {kind.kind: kind for kind in KINDS}
_WRONG = {"unexpected_keyword_argument": "känns inte igen", "missing": "saknas"}
_OTHER = "har ett annat innehåll än väntat"
_REMEDY = "Kör notebooken igen med samma version av programmet."


def block_of(content: object, cell: int) -> Block:
    """The block that `content`, as `Block.as_json` wrote it, was made of; `cell` is the notebook's that shows it.

    Raises ReportError, which names the cell, for a kind that is not in `KINDS`, and for a field that is not the kind's,
    is missing, or holds something else.
    """
    found = content if isinstance(content, Mapping) else {}
    kind = _BY_NAME.get(str(found.get("kind", "")))
    if kind is None:
        raise ReportError(f"Cell {cell} visar ett block av den okända sorten ”{found.get('kind', '')}”. {_REMEDY}")
    try:
        return content_of(kind, {name: _inner(value, cell) for name, value in found.items() if name != "kind"})
    except ValidationError as error:
        place, wrong = _told(error)
        raise ReportError(
            f"Cell {cell} visar blocket ”{found.get('id', '')}” av sorten ”{kind.kind}” med ett fält som inte kan "
            f"läsas: {place} {wrong}. {_REMEDY}"
        ) from None


def _told(error: ValidationError) -> tuple[str, str]:
    """Where a block cannot be read, `rows.0.cells.1.value`, and why."""
    first = error.errors(include_url=False, include_input=False)[0]
    # Where several types are possible their names follow, with an error for each: then only the place is told.
    place = list(takewhile(lambda part: isinstance(part, int) or (part != "str" and part[:1].islower()), first["loc"]))
    wrong = _WRONG.get(first["type"], _OTHER) if len(place) == len(first["loc"]) else _OTHER
    return ".".join(str(part) for part in place), wrong


def prepare() -> None:
    """Builds what reads the kinds, so that the processes that are forked after it need not."""
    for kind in KINDS:
        build_reader(kind)


def _inner(value: Any, cell: int) -> object:
    """A block's field, with the blocks that stand in it, such as a chart's table, as blocks."""
    if isinstance(value, Mapping) and "kind" in value and "id" in value:
        return block_of(value, cell)
    return [_inner(one, cell) for one in value] if isinstance(value, list) else value
