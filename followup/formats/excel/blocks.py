"""Blocks below one another on a sheet: numbers as numbers, everything else as the text that the report shows."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from followup.document.blocks import (
    Block,
    Chart,
    Column,
    Comment,
    Composite,
    Heading,
    Row,
    Table,
    Text,
    Tiles,
    not_drawn,
)
from followup.document.cells import Cell, plain_sentence
from followup.document.decisions import Asked, Decisions, consequence_of
from followup.document.markdown import plain_of
from followup.document.pointers import Place
from followup.document.prose import Prose
from followup.document.written import Passage
from followup.formats.excel.sheet import Sheet


@singledispatch
def write_block(block: Block, sheet: Sheet) -> None:
    """Writes a block below what the sheet has. Raises ReportError for a kind that has no drawing here.

    The cover has none: it is the workbook's first sheet.
    """
    raise not_drawn(block)


@write_block.register
def _composite(block: Composite, sheet: Sheet) -> None:
    for part in block.parts():
        write_block(part, sheet)


@write_block.register
def _heading(heading: Heading, sheet: Sheet) -> None:
    sheet.gap()
    sheet.text(heading.text, "subheading")


@write_block.register
def _passage(passage: Passage, sheet: Sheet) -> None:
    _prose(passage.prose, sheet)


@write_block.register
def _comment(comment: Comment, sheet: Sheet) -> None:
    sheet.gap()
    sheet.text(comment.title, "label")
    _prose(comment.prose, sheet)


def _prose(prose: Prose, sheet: Sheet) -> None:
    """A row for each paragraph or list: nobody reads a chapter in one cell."""
    for part in prose:
        sheet.text(plain_of([part]))


@write_block.register
def _tiles(block: Tiles, sheet: Sheet) -> None:
    """A table: what each is, its figure, and its small print."""
    columns = (Column("nyckeltal", "Nyckeltal", "text"), Column("varde", "Värde"), Column("mer", "Mer", "prose"))
    rows = tuple(
        Row(f"{number}", (Cell(tile.label), tile.main, Cell(". ".join(map(plain_sentence, tile.lines)))))
        for number, tile in enumerate(block.tiles, start=1)
    )
    sheet.table(Table(block.id, "Nyckeltal", columns, rows))


@write_block.register
def _text(text: Text, sheet: Sheet) -> None:
    sheet.gap()
    sheet.text(text.title, "label")
    for sentence in text.paragraphs:
        sheet.text(plain_sentence(sentence))
    for sentence in text.items:
        sheet.text(f"• {plain_sentence(sentence)}")


@write_block.register
def _decisions(block: Decisions, sheet: Sheet) -> None:
    sheet.gap()
    sheet.text(block.title, "label")
    _prose(block.introduction, sheet)
    for entry in block.entries:
        _asked(entry, sheet)
    if block.more:
        sheet.text(f"{plain_sentence(block.more)}{_on_sheet(', på bladet ', block.rest.place)}.")


def _asked(entry: Asked, sheet: Sheet) -> None:
    """A row for each of its sentences, and a blank one before the decision."""
    sheet.gap()
    for part in entry.decision:
        sheet.text(f"• {plain_of([part])}", "label")
    sheet.text(plain_sentence(entry.facts))
    sheet.text(consequence_of(entry))
    if way := _on_sheet("Se bladet ", entry.figures.place):
        sheet.text(f"{way}.")


def _on_sheet(words: str, place: Place) -> str:
    """The sheet of a place, and the heading there, after some words; nothing where there is none."""
    if not place.section:
        return ""
    return f"{words}{place.section}" + ("" if place.section == place.text else f", under {place.text}")


@write_block.register
def _table(table: Table, sheet: Sheet) -> None:
    sheet.table(table)


@write_block.register
def _chart(chart: Chart, sheet: Sheet) -> None:
    """A chart is its title and the table of what is drawn."""
    notes = (*chart.notes, *(note for note in chart.data.notes if note not in chart.notes))
    sheet.table(
        replace(
            chart.data,
            caption=f"Diagram: {chart.title}",
            unit_line=chart.unit_line,
            notes=notes,
            source=chart.source,
        )
    )
