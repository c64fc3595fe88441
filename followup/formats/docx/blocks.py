"""Blocks below one another in a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch

from followup.document.block_html import ATTENTION_TITLE
from followup.document.blocks import (
    Block,
    Chart,
    Column,
    Comment,
    Composite,
    Gallery,
    Heading,
    Row,
    Table,
    Text,
    Tiles,
    not_drawn,
)
from followup.document.cells import Cell, plain_sentence
from followup.document.decisions import Asked, Decisions, consequence_of
from followup.document.pointers import Pointer
from followup.document.written import Passage
from followup.formats.docx.body import COLUMN_WIDTH, Body
from followup.formats.docx.inline import kept_items, prose_paragraphs, sentence_runs
from followup.formats.docx.lists import STEP
from followup.formats.docx.pictures import picture_run
from followup.formats.docx.tables import table_xml
from followup.formats.docx.wordml import Box, Look, Paragraph, run
from followup.formats.pdf.tables import laid_out

_LINK = Look(style="Hyperlink")
_WORKBOOK = "rapport.xlsx"
# A row for each month of a year, and their sum.
_MOST_NUMBERS = 13
# The columns of the first page's key figures.
_DETAILS = (
    Column("label", "Nyckeltal", "text", 3),
    Column("main", "Värde", "text", 2),
    Column("line", "Detaljer", "text", 3),
)


@singledispatch
def write_block(block: Block, body: Body) -> None:
    """Writes a block below what the body has. Raises ReportError for a kind that has no drawing here.

    The cover has none: every document begins in its own way.
    """
    raise not_drawn(block)


@write_block.register
def _composite(block: Composite, body: Body) -> None:
    for part in block.parts():
        write_block(part, body)


@write_block.register
def _heading(heading: Heading, body: Body) -> None:
    body.heading(heading.text, heading.level, heading.id)


@write_block.register
def _passage(passage: Passage, body: Body) -> None:
    body.add(*prose_paragraphs(passage.prose, body.lists, body.linked))


@write_block.register
def _comment(comment: Comment, body: Body) -> None:
    box: Box = "attention" if comment.role == "attention" else "quote"
    body.label(comment.title, box)
    body.add(*prose_paragraphs(comment.prose, body.lists, body.linked, box=box))


@write_block.register
def _text(text: Text, body: Body) -> None:
    box: Box = "attention" if text.role == "attention" else ""
    style = "Summary" if text.role in ("verdict", "summary") else "Normal"
    body.label(text.title or (ATTENTION_TITLE if box else ""), box)
    body.add(*(Paragraph(style, sentence_runs(one), box=box) for one in text.paragraphs))
    if text.items:
        item = (body.lists.bullets(), 0)
        kept = kept_items(len(text.items))
        body.add(
            *(
                Paragraph(style, sentence_runs(one), keep_next=number in kept, item=item, box=box)
                for number, one in enumerate(text.items)
            )
        )


@write_block.register
def _decisions(block: Decisions, body: Body) -> None:
    box: Box = "attention" if block.role == "attention" else ""
    """On one page: few decisions, read as one list."""
    body.label(block.title, box)
    found = [*prose_paragraphs(block.introduction, body.lists, body.linked, box=box)]
    for entry in block.entries:
        found += _asked(entry, body, box)
    if block.more:
        rest = _way(", i avsnittet ", block.rest, body) + run(".")
        found.append(Paragraph("Normal", sentence_runs(block.more) + rest, box=box))
    body.add(*(replace(one, keep_next=number < len(found)) for number, one in enumerate(found, 1)))


def _asked(entry: Asked, body: Body, box: Box) -> list[Paragraph]:
    """A point of the list: the decision, and below it the facts and what happens without it."""
    decision = prose_paragraphs([{"ul": [entry.decision]}], body.lists, body.linked, box=box)
    way = _way(" Se avsnittet ", entry.figures, body)
    facts = sentence_runs(entry.facts) + (way + run(".") if way else "")
    below = (Paragraph("Normal", one, indent=STEP, box=box) for one in (facts, run(consequence_of(entry))))
    return [*decision, *below]


def _way(words: str, pointer: Pointer, body: Body) -> str:
    """A link to where the pointer leads, after some words; nothing where that is not in the document."""
    place = pointer.place
    return run(words) + body.inner_link(place.anchor, place.text, _LINK) if place.anchor in body.headings else ""


@write_block.register
def _tiles(block: Tiles, body: Body) -> None:
    """The tiles as a table: a label is the header of its row."""
    rows = []
    for number, tile in enumerate(block.tiles, 1):
        main = replace(tile.main, prose=[{"p": [{"strong": [tile.main.text]}]}])
        lines = Cell("\n".join(plain_sentence(line) for line in tile.lines))
        rows.append(Row(str(number), (Cell(tile.label), main, lines)))
    table = Table(block.id, "Nyckeltal", _DETAILS, tuple(rows))
    write_table(table, body)


@write_block.register
def _table(table: Table, body: Body) -> None:
    write_table(table, body)


def write_table(table: Table, body: Body, chart: Chart | None = None) -> None:
    """Caption, unit line, table, notes and source, on a turned page if the table is too wide for an upright one.

    A table of the appendix is small, and in a column if it is narrow. It leads back to its `chart`, where its source
    stands.
    """
    geometry = laid_out(table, data=chart is not None)
    narrow = chart is not None and geometry["total_width"] <= COLUMN_WIDTH
    body.shape("turned" if geometry["landscape"] else "columns" if narrow else "upright")
    body.add_here(Paragraph("Caption", body.marked(table.id, run(table.caption)), keep_next=True))
    if table.unit_line:
        body.add_here(Paragraph("UnitLine", run(table.unit_line), keep_next=True))
    source = body.inner_link(chart.id, "Till diagrammet", _LINK) if chart else run(table.source)
    below = _notes([*map(run, table.notes), source])
    body.add_here(table_xml(table, geometry, body.lists, body.linked, bool(below), in_column=narrow), *below)


@write_block.register
def _chart(chart: Chart, body: Body) -> None:
    body.shape("upright")
    _picture(chart, body)
    to_data = _to_data("Siffrorna bakom diagrammet: ", [chart], body)
    body.add_here(*_notes([*map(run, (*chart.notes, chart.source)), to_data]))


@write_block.register
def _gallery(gallery: Gallery, body: Body) -> None:
    """In two columns, which are read one after the other. What all the charts share is said once, below them."""
    body.label(gallery.title)
    if not gallery.charts:
        return
    shared = len({(*chart.notes, chart.source) for chart in gallery.charts}) == 1
    body.shape("columns")
    for chart in gallery.charts:
        _picture(chart, body, followed=not shared)
        if not shared:
            body.add_here(*_notes(map(run, (*chart.notes, chart.source))))
    body.shape("upright")
    first = gallery.charts[0]
    below = map(run, (*first.notes, first.source)) if shared else ()
    body.add(*_notes([*below, _to_data("Siffrorna bakom diagrammen: ", gallery.charts, body)]))


def _picture(chart: Chart, body: Body, followed: bool = True) -> None:
    """`followed`: what stands below is the chart's own, and stays with it."""
    found = body.drawn[chart.id]
    body.pictures += 1
    body.appendix += [chart] if has_numbers(chart) else []
    picture = picture_run(body.word, chart, found.png, found.width, body.pictures)
    body.add_here(Paragraph("Caption", body.marked(chart.id, run(chart.title)), keep_next=True))
    if chart.unit_line:
        body.add_here(Paragraph("UnitLine", run(chart.unit_line), keep_next=True))
    body.add_here(Paragraph("Picture", picture, keep_next=followed))


def _notes(runs: Iterable[str]) -> list[Paragraph]:
    """What stands below a table or a chart, on one page."""
    shown = [one for one in runs if one]
    return [Paragraph("Note", one, keep_next=number < len(shown)) for number, one in enumerate(shown, 1)]


def has_numbers(chart: Chart) -> bool:
    """Whether the numbers behind the chart stand in the document: those of a year do, longer tables would fill it."""
    return len(chart.data.rows) <= _MOST_NUMBERS


def _to_data(words: str, charts: Sequence[Chart], body: Body) -> str:
    here = [chart for chart in charts if has_numbers(chart)]
    if not here:
        return run(f"{words}{_WORKBOOK}")
    rest = f", de längsta i {_WORKBOOK}" if len(here) < len(charts) else ""
    return run(words) + body.inner_link(here[0].data.id, "bilagan", _LINK) + run(rest)
