"""Blocks as plain text: what a terminal, a text diff or a reader without HTML shows of a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from textwrap import wrap

from followup.document.blocks import (
    Block,
    Chart,
    Column,
    Comment,
    Composite,
    Cover,
    Heading,
    Table,
    Text,
    Tiles,
    not_drawn,
)
from followup.document.cells import plain_sentence
from followup.document.markdown import plain_of
from followup.document.written import Passage
from followup.ground.characters import printable

_WIDEST = 44  # characters of a table's cell before it is wrapped


def block_text(block: Block) -> str:
    """The text of a block, without a line end after it. Raises ReportError for a kind that has no drawing."""
    return printable("\n".join(line.rstrip() for line in lines_of(block)))


@singledispatch
def lines_of(block: Block) -> list[str]:
    """The lines of a block's text. Raises ReportError for a kind that has no drawing."""
    raise not_drawn(block)


@lines_of.register
def _composite(block: Composite) -> list[str]:
    first, *others = [lines_of(part) for part in block.parts()] or [[]]
    return [*first, *(line for lines in others for line in ["", *lines])]


@lines_of.register
def _cover(cover: Cover) -> list[str]:
    example = ["Exempeldata"] if cover.example else []
    return [*example, cover.title, cover.committee, cover.span, f"Status: {cover.status.text}", cover.handed_in]


@lines_of.register
def _heading(heading: Heading) -> list[str]:
    return [heading.text]


@lines_of.register
def _passage(passage: Passage) -> list[str]:
    return [plain_of(passage.prose)]


@lines_of.register
def _tiles(block: Tiles) -> list[str]:
    found = []
    for tile in block.tiles:
        found.append(f"{tile.label}: {tile.main.text}")
        found.extend(f"  {plain_sentence(line)}" for line in tile.lines)
    return found


@lines_of.register
def _text(text: Text) -> list[str]:
    return [
        *_given(text.title),
        *(plain_sentence(sentence) for sentence in text.paragraphs),
        *(f"– {plain_sentence(sentence)}" for sentence in text.items),
    ]


@lines_of.register
def _comment(comment: Comment) -> list[str]:
    return [*_given(comment.title), plain_of(comment.prose)]


@lines_of.register
def _table(table: Table) -> list[str]:
    rows = [[column.label for column in table.columns]]
    rows += [[cell.text for cell in row.cells] for row in table.rows if row.role != "group"]
    cells = [[_wrapped(text) for text in row] for row in rows]
    widths = [
        max((len(line) for row in cells for line in row[position]), default=0) for position in range(len(table.columns))
    ]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    lines = iter([_aligned(row, table.columns, widths) for row in cells])
    found = [table.caption, *_given(table.unit_line), "", *next(lines), rule]
    for row in table.rows:
        found.extend([row.cells[0].text] if row.role == "group" else next(lines))
    return [*found, *_below(table)]


def _wrapped(text: str) -> list[str]:
    # Only at spaces that may break: an amount keeps its no-break spaces.
    return [part for line in text.split("\n") for part in wrap(line, _WIDEST, break_on_hyphens=False) or [""]]


def _aligned(row: list[list[str]], columns: Sequence[Column], widths: list[int]) -> list[str]:
    found = []
    for line in range(max(map(len, row), default=0)):
        parts = []
        for cell, column, width in zip(row, columns, widths, strict=True):
            text = cell[line] if line < len(cell) else ""
            parts.append(text.rjust(width) if column.kind == "number" else text.ljust(width))
        found.append("  ".join(parts))
    return found


def _given(text: str) -> list[str]:
    return [text] if text else []


def _below(block: Table | Chart) -> list[str]:
    return [*block.notes, *_given(block.source)]


@lines_of.register
def _chart(chart: Chart) -> list[str]:
    return [chart.title, chart.unit_line, chart.alt, *_below(chart)]
