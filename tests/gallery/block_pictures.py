"""A picture of each kind of block, as the PDF's template sets it, and the examples that the gallery shows."""

from __future__ import annotations

import importlib
import io
import json
import sys
from datetime import date
from functools import cache

from PIL import Image, ImageChops

from followup.document.blocks import Block, Chart, Comment, Cover, Gallery, Heading
from followup.document.decisions import Asked, Decisions, in_bold
from followup.document.document import Document
from followup.document.markdown import prose_of
from followup.document.pointers import Pointer
from followup.document.written import WrittenHeading
from followup.formats.pdf.data import pdf_data
from followup.formats.pdf.file import _compiler
from followup.ground.paths import PROJECT
from tests import samples

_INCH = 120  # dots
_AROUND = 14  # white round the block
_WRITTEN = """Elevantalet på **folkhögskolorna** är lägre än planerat under våren. Under hösten väntas

- högre hyror, 1,4 mnkr
- lägre statsbidrag till korta kurser"""
# The foot of the page is no part of a block.
_FOOT = 0.93


def example_of_chart(name: str) -> Chart:
    """An example of tests/unit/charts/chart_examples.py."""
    sys.path.insert(0, str(PROJECT / "tests" / "unit" / "charts"))
    try:
        examples = importlib.import_module("chart_examples").EXAMPLES
    finally:
        sys.path.pop(0)
    found: Chart = examples[name]()
    return found


def block_examples() -> dict[str, Block]:
    """One block of each kind."""
    decision = Asked(
        in_bold(prose_of("Fastställa fördelningen av projektstöd till det fria kulturlivet.")),
        ["2,5 miljoner kronor. Beslutas av nämnden senast den 11 juni 2024."],
        "Stödet kan inte betalas ut före höstens projekt.",
        Pointer(("Ekonomi",)),
    )
    blocks = (
        samples.cover(),
        Heading("del", "Hög kvalitet och god tillgänglighet"),
        samples.tiles(),
        samples.attention(),
        Decisions("behover-beslut", title="Behöver beslut", entries=(decision,)),
        Comment("kommentar", "Nämndens kommentar", prose_of(_WRITTEN)),
        samples.economy(),
        example_of_chart("accumulated"),
        Gallery("galleri", "Indikatorer", tuple(map(example_of_chart, ("indicator", "regions")))),
    )
    return {block.kind: block for block in blocks}


def block_pictures(kinds: list[str]) -> dict[str, bytes]:
    """PNG files by kind. Raises KeyError for a kind that has no example here."""
    examples = block_examples()
    return {kind: _picture(examples[kind]) for kind in kinds}


def _picture(block: Block) -> bytes:
    page = _page(block)
    # What the block changes is the block: without it the page has its head and a heading alone.
    blank = Image.new("RGB", page.size, "white") if isinstance(block, Cover) else _empty()
    left, top, right, bottom = _changed(page, blank)
    edges = (max(left - _AROUND, 0), max(top - _AROUND, 0), min(right + _AROUND, page.width), bottom + _AROUND)
    target = io.BytesIO()
    page.crop(edges).save(target, "PNG", optimize=True)
    return target.getvalue()


def _changed(page: Image.Image, blank: Image.Image) -> tuple[int, int, int, int]:
    body = (0, 0, page.width, int(page.height * _FOOT))
    box = ImageChops.difference(page.crop(body), blank.crop(body)).getbbox()
    assert box
    return box


@cache
def _empty() -> Image.Image:
    return _page(None)


def _page(block: Block | None) -> Image.Image:
    """The first page of a report that has a cover, a heading and the block."""
    cover = samples.cover()
    items = (cover,) if isinstance(block, Cover) else (cover, WrittenHeading("avsnitt", "Avsnitt", 2))
    rest = () if block is None or isinstance(block, Cover) else (block,)
    data = pdf_data(Document(cover, (*items, *rest)), date(2024, 5, 8))
    inputs = {"document": json.dumps(data, ensure_ascii=False), "figures": ""}
    made = _compiler().compile(format="png", ppi=_INCH, sys_inputs=inputs, timestamp=0)
    first = made if isinstance(made, bytes) else made[0]
    return Image.open(io.BytesIO(first)).convert("RGB")
