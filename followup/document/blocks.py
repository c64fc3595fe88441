"""Blocks: what a notebook cell shows and every format draws.

A block is plain data. Its mimebundle holds `text/html` and `text/plain`, which Jupyter shows, and the block itself as
`application/vnd.followup.block+json`. `read_document` makes the same block of that JSON again, and every format draws
it. A number is formatted once, in its `Cell`; each format shows that text or, in Excel, that value.

Texts are never markup: HTML and Typst escape them or receive them as data. The only structured text is *prose*, the
small safe tree that `followup.document.markdown` makes of what a person wrote.

The basic kinds stand here. A kind of its own is a `Composite` in a module of its own, and stands in `kinds.KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import ClassVar, Literal

from followup.document.cells import Cell, Sentence
from followup.document.content import Content, Json
from followup.document.prose import Prose
from followup.ground.errors import ReportError

TextRole = Literal["verdict", "summary", "attention", "info", "notes", "absent"]
RowRole = Literal["body", "total", "group"]

# How tall the labels of a chart are drawn, in the units of its drawing.
LABEL_UNITS = 13.0
_VIEW_BOX = re.compile(r'<svg\b[^>]* viewBox="0 0 ([\d.]+) [\d.]+"')
MIME = "application/vnd.followup.block+json"
# Named as texts: a drawing knows every kind, so that no kind can know the drawings.
_SHOWN_AS = {
    "text/html": "followup.document.notebook_html:notebook_html",
    "text/plain": "followup.document.plain:block_text",
}


@dataclass(frozen=True)
class Block(Content):
    """The base of all blocks. `id` is unique and stable in a report: its anchor, and its table in figures.csv."""

    kind: ClassVar[str] = ""
    id: str

    def as_json(self) -> Json:
        """The block as JSON values, with `kind` and `id`."""
        return {"kind": self.kind, **super().as_json()}

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str | Json]:
        return {mime: resolve_name(drawing)(self) for mime, drawing in _SHOWN_AS.items()} | {MIME: self.as_json()}


def not_drawn(block: Block) -> ReportError:
    """What a format raises for a kind that it cannot draw, so that nothing vanishes."""
    return ReportError(f"Blocket ”{block.id}” är av den okända sorten ”{block.kind}”.")


@dataclass(frozen=True)
class Composite(Block):
    """A block that is made of blocks of other kinds. A format draws these, unless it has a drawing for the kind."""

    def parts(self) -> tuple[Block, ...]:
        """In reading order, each with an id of its own. No cover and no heading: those divide the report."""
        raise NotImplementedError


@dataclass(frozen=True)
class Heading(Block):
    """A heading that a notebook cannot know beforehand, such as a plan's objectives. `id` is its anchor.

    `level` is 3, which stands in the report's contents, or 4, which does not. Level 2 is the notebook's own.
    """

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 3


@dataclass(frozen=True)
class Cover(Block):
    """The head of the first page. `title` becomes the document's title and its only h1."""

    kind: ClassVar[str] = "cover"
    title: str  # "Uppföljningsrapport 1 2024"
    committee: str  # "Driftnämnd Kultur och skola"
    committee_code: str
    period: str  # "2024-04"
    span: str  # "januari–april 2024"
    status: Cell
    handed_in: str  # "Lämnad 2024-05-20 av controller, Kultur och skola"
    example: bool  # every page then says "Exempeldata"
    data_date: str  # "2024-05-08", the latest extraction date: the document's date
    extracted: bool = True  # False for a plan without workbooks, whose date is no extraction date


@dataclass(frozen=True)
class Tile(Content):
    """One of the first page's four: a label, one main cell, and lines of small print below."""

    label: str
    main: Cell
    lines: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Tiles(Block):
    """The first page's four tiles."""

    kind: ClassVar[str] = "tiles"
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Text(Block):
    """Sentences that are generated from the figures.

    `role` is "verdict" (the report in a sentence), "summary" (the first page's other sentences), "attention" (asks for
    an explanation or a decision), "info", "notes" (how the report is to be read, small in print), or "absent": what
    would have stood here, and why it does not (see `absent`).
    `paragraphs` come before `items`, which are a bullet list. `title` is a short label, not a heading.
    """

    kind: ClassVar[str] = "text"
    role: TextRole = "info"
    title: str = ""
    paragraphs: tuple[Sentence, ...] = ()
    items: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Comment(Block):
    """What the committee itself wrote, as a safe prose tree. `title` says whose words they are; empty below a heading.

    `role` is "quote", or "attention" for what the committee asks to have decided.
    """

    kind: ClassVar[str] = "comment"
    title: str
    prose: Prose
    role: Literal["quote", "attention"] = "quote"


@dataclass(frozen=True)
class Column(Content):
    """A column of a table. `width` is a relative weight.

    A column that is `judged` has amounts that are better above 0 and worse below it, as deviations are: beside each a
    bar says which, and how much of the column's largest it is (`followup.document.deviations`).

    `card_label` is its name where the table has become cards, if `label` is short for want of room.
    """

    key: str
    label: str
    kind: Literal["text", "number", "status", "prose"] = "number"
    width: float = 1.0
    judged: bool = False
    card_label: str = ""


@dataclass(frozen=True)
class Row(Content):
    """A row of a table. A "group" has one cell, a heading over the rows that follow.

    `key` names the row in figures.csv; the first cell's text is its label.
    """

    key: str
    cells: tuple[Cell, ...]
    role: RowRole = "body"


@dataclass(frozen=True)
class Table(Block):
    """A table with a caption, a header row, and the first column as row headers.

    `unit_line` stands under the caption ("Belopp i mnkr"); `notes` and `source` stand below the table.
    """

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Chart(Block):
    """A picture with its text outside it.

    `title` is the message in ten words or so, `unit_line` what is drawn and in which unit, `alt` what the picture
    shows, made from `data`: the very numbers that are drawn, as a table. `svg` is the drawing, without any title.
    `aspect` is width divided by height.
    """

    kind: ClassVar[str] = "chart"
    title: str
    unit_line: str
    alt: str
    source: str
    svg: str
    aspect: float
    data: Table
    notes: tuple[str, ...] = ()

    @property
    def drawn_width(self) -> float:
        """How wide the picture is drawn, in units of which its labels have LABEL_UNITS: who scales it knows their size.

        Raises ValueError for a drawing that does not say.
        """
        found = _VIEW_BOX.search(self.svg)
        if found is None:
            raise ValueError(f"The drawing of {self.id} has no viewBox.")
        return float(found[1])


@dataclass(frozen=True)
class Gallery(Composite):
    """Several small charts side by side, as many in a row as there is room for."""

    kind: ClassVar[str] = "gallery"
    title: str
    charts: tuple[Chart, ...] = ()

    def parts(self) -> tuple[Block, ...]:
        """The title, where there is one, as a short label, and the charts."""
        return (*((Text(f"{self.id}-titel", title=self.title),) if self.title else ()), *self.charts)
