"""Blocks: what a notebook cell shows and all three formats render.

A block is plain data. Its mimebundle holds `text/html` (for Jupyter and the HTML report), `text/plain`, and the block
itself as `application/vnd.followup.block+json`, from which the PDF, the Excel workbook and figures.csv are made. A
number is formatted once, in its `Cell`; each format shows that text or, in Excel, that value.

Texts are never markup: HTML and Typst escape them or receive them as data. The only structured text is *prose*, the
small safe tree that `followup.document.markdown` makes of what a person wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from followup.document.cells import Cell, Sentence, sentence_json
from followup.document.prose import Prose

MIME = "application/vnd.followup.block+json"


@dataclass(frozen=True)
class Block:
    """The base of all blocks. `id` is unique and stable in a report: its anchor, and its table in figures.csv."""

    kind: ClassVar[str] = ""
    id: str

    def as_json(self) -> dict[str, Any]:
        """The block as JSON values, with `kind` and `id`."""
        return {"kind": self.kind, "id": self.id, **self._content()}

    def _content(self) -> dict[str, Any]:
        raise NotImplementedError

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from followup.document.block_html import block_html
        from followup.document.plain import block_text

        content = self.as_json()
        return {"text/html": block_html(content), "text/plain": block_text(content), MIME: content}


@dataclass(frozen=True)
class Heading(Block):
    """A heading that a notebook cannot know beforehand, such as a plan's objectives. `id` is its anchor.

    `level` is 3, which stands in the report's contents, or 4, which does not. Level 2 is the notebook's own.
    """

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 3

    def _content(self) -> dict[str, Any]:
        return {"level": self.level, "text": self.text}


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

    def _content(self) -> dict[str, Any]:
        names = (
            "title",
            "committee",
            "committee_code",
            "period",
            "span",
            "handed_in",
            "example",
            "data_date",
            "extracted",
        )
        return {name: getattr(self, name) for name in names} | {"status": self.status.as_json()}


@dataclass(frozen=True)
class Tile:
    """One of the first page's four: a label, one main cell, and lines of small print below."""

    label: str
    main: Cell
    lines: tuple[Sentence, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "main": self.main.as_json(),
            "lines": [sentence_json(line) for line in self.lines],
        }


@dataclass(frozen=True)
class Tiles(Block):
    """The first page's four tiles."""

    kind: ClassVar[str] = "tiles"
    tiles: tuple[Tile, ...]

    def _content(self) -> dict[str, Any]:
        return {"tiles": [tile.as_json() for tile in self.tiles]}


@dataclass(frozen=True)
class Text(Block):
    """Sentences that are generated from the figures.

    `role` is "summary" (the first page's sentences), "attention" (asks for an explanation or a decision) or "info".
    `paragraphs` come before `items`, which are a bullet list. `title` is a short label, not a heading.
    """

    kind: ClassVar[str] = "text"
    role: str = "info"
    title: str = ""
    paragraphs: tuple[Sentence, ...] = ()
    items: tuple[Sentence, ...] = ()

    def _content(self) -> dict[str, Any]:
        return {
            "role": self.role,
            "title": self.title,
            "paragraphs": [sentence_json(sentence) for sentence in self.paragraphs],
            "items": [sentence_json(sentence) for sentence in self.items],
        }


@dataclass(frozen=True)
class Comment(Block):
    """What the committee itself wrote, as a safe prose tree. `title` says whose words they are; empty below a heading.

    `role` is "quote", or "attention" for what the committee asks to have decided.
    """

    kind: ClassVar[str] = "comment"
    title: str
    prose: Prose
    role: str = "quote"

    def _content(self) -> dict[str, Any]:
        return {"title": self.title, "prose": self.prose, "role": self.role}


@dataclass(frozen=True)
class Column:
    """A column of a table. `kind`: "text", "number", "status" or "prose". `width` is a relative weight."""

    key: str
    label: str
    kind: str = "number"
    width: float = 1.0

    def as_json(self) -> dict[str, Any]:
        return {"key": self.key, "label": self.label, "kind": self.kind, "width": self.width}


@dataclass(frozen=True)
class Row:
    """A row of a table. `role`: "body", "total" or "group" (one cell, a heading over the rows that follow).

    `key` names the row in figures.csv; the first cell's text is its label.
    """

    key: str
    cells: tuple[Cell, ...]
    role: str = "body"

    def as_json(self) -> dict[str, Any]:
        return {"key": self.key, "role": self.role, "cells": [cell.as_json() for cell in self.cells]}


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

    def _content(self) -> dict[str, Any]:
        return {
            "caption": self.caption,
            "unit_line": self.unit_line,
            "columns": [column.as_json() for column in self.columns],
            "rows": [row.as_json() for row in self.rows],
            "notes": list(self.notes),
            "source": self.source,
        }


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

    def _content(self) -> dict[str, Any]:
        names = ("title", "unit_line", "alt", "source", "svg", "aspect")
        found: dict[str, Any] = {name: getattr(self, name) for name in names}
        return found | {"notes": list(self.notes), "data": self.data.as_json()}


@dataclass(frozen=True)
class Gallery(Block):
    """Several small charts side by side, as many in a row as there is room for."""

    kind: ClassVar[str] = "gallery"
    title: str
    charts: tuple[Chart, ...] = field(default=())

    def _content(self) -> dict[str, Any]:
        return {"title": self.title, "charts": [chart.as_json() for chart in self.charts]}
