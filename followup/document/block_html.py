"""Blocks as HTML fragments, for a notebook's output and for the HTML report.

Every text is escaped, here, in `inline_html` or in `table_html`. The classes are hooks for templates/report.css;
without them the fragments are plain tables, lists and figures that read well in JupyterLab. There are no style
attributes, which the report's Content-Security-Policy forbids. The report's page writes its headings itself.
"""

from __future__ import annotations

from base64 import b64encode
from functools import singledispatch

from followup.document.blocks import (
    LABEL_UNITS,
    Block,
    Chart,
    Comment,
    Composite,
    Cover,
    Gallery,
    Heading,
    Table,
    Text,
    Tiles,
    not_drawn,
)
from followup.document.decisions import Asked, Decisions, consequence_of
from followup.document.inline_html import (
    cell_html,
    escaped,
    line_html,
    prose_html,
    sentence_html,
    symbol_html,
    text_html,
)
from followup.document.pointers import Pointer
from followup.document.table_html import below_html, table_html
from followup.document.written import Passage

ATTENTION_TITLE = "Att ta ställning till"

# A chart's labels have 15 pixels, near the text around them, or less where there is no room.
_LABEL_SCALE = 15 / LABEL_UNITS


@singledispatch
def block_html(block: Block) -> str:
    """The HTML of a block. Raises ReportError for a kind that has no drawing, so that nothing vanishes."""
    raise not_drawn(block)


@block_html.register
def _composite(block: Composite) -> str:
    parts = "".join(block_html(part) for part in block.parts())
    return f'<div class="{escaped(block.kind)}" id="{escaped(block.id)}">{parts}</div>'


@block_html.register
def _cover(cover: Cover) -> str:
    example = line_html("example", "Exempeldata") if cover.example else ""
    return (
        f'<div class="cover" id="{escaped(cover.id)}">{example}{line_html("committee", cover.committee)}'
        f"<h1>{text_html(cover.title)}</h1>"
        f"<dl><div><dt>Period</dt><dd>{text_html(cover.span)}</dd></div>"
        f"<div><dt>Status</dt><dd>{cell_html(cover.status)}</dd></div></dl>"
        f"{line_html('handed-in', cover.handed_in)}</div>"
    )


@block_html.register
def _heading(heading: Heading) -> str:
    return f'<h{heading.level:d} id="{escaped(heading.id)}">{text_html(heading.text)}</h{heading.level:d}>'


@block_html.register
def _passage(passage: Passage) -> str:
    return f'<div class="prose">{prose_html(passage.prose)}</div>'


@block_html.register
def _tiles(block: Tiles) -> str:
    tiles = []
    for tile in block.tiles:
        lines = "".join(f"<li>{sentence_html(line)}</li>" for line in tile.lines)
        tiles.append(
            f'<li><p class="tile-label">{text_html(tile.label)}</p>'
            f'<p class="tile-main"><strong>{cell_html(tile.main)}</strong></p>'
            + (f'<ul role="list">{lines}</ul>' if lines else "")
            + "</li>"
        )
    # Safari forgets that a list without bullets is a list unless the role says so.
    return f'<ul class="tiles" role="list" id="{escaped(block.id)}">{"".join(tiles)}</ul>'


def _title(text: str, drawing: str = "") -> str:
    """A block's title; the report's page makes a heading of it, of the level that is due where it stands."""
    return f'<p class="text-title">{drawing}<strong>{text_html(text)}</strong></p>' if text else ""


@block_html.register
def _text(text: Text) -> str:
    title, drawing = text.title, ""
    if text.role == "attention":
        title = title or ATTENTION_TITLE
        drawing = symbol_html("triangle", "watch")
    label = _title(title, drawing)
    paragraphs = "".join(f"<p>{sentence_html(sentence)}</p>" for sentence in text.paragraphs)
    items = "".join(f"<li>{sentence_html(sentence)}</li>" for sentence in text.items)
    return (
        f'<div class="text {escaped(text.role)}" id="{escaped(text.id)}">{label}{paragraphs}'
        + (f"<ul>{items}</ul>" if items else "")
        + "</div>"
    )


@block_html.register
def _comment(comment: Comment) -> str:
    if comment.role == "attention":
        drawing = symbol_html("triangle", "watch")
        return (
            f'<div class="text attention" id="{escaped(comment.id)}">'
            f"{_title(comment.title, drawing)}"
            f"{prose_html(comment.prose)}</div>"
        )
    return (
        f'<figure class="comment" id="{escaped(comment.id)}">'
        + (f"<figcaption>{_title(comment.title)}</figcaption>" if comment.title else "")
        + f"<blockquote>{prose_html(comment.prose)}</blockquote></figure>"
    )


@block_html.register
def _decisions(block: Decisions) -> str:
    drawing = symbol_html("triangle", "watch") if block.role == "attention" else ""
    entries = "".join(f"<li>{_asked_html(entry)}</li>" for entry in block.entries)
    rest = f"<p>{sentence_html(block.more)}{_way(', i avsnittet ', block.rest)}.</p>" if block.more else ""
    return (
        f'<div class="text {escaped(block.role)} decisions" id="{escaped(block.id)}">'
        f"{_title(block.title, drawing)}{prose_html(block.introduction)}"
        + (f"<ul>{entries}</ul>" if entries else "")
        + f"{rest}</div>"
    )


def _asked_html(entry: Asked) -> str:
    way = _way(" Se avsnittet ", entry.figures)
    facts = f"{sentence_html(entry.facts)}{way}." if way else sentence_html(entry.facts)
    return f"{prose_html(entry.decision)}<p>{facts}</p><p>{text_html(consequence_of(entry))}</p>"


def _way(words: str, pointer: Pointer) -> str:
    """A link to where the pointer leads, after some words; nothing where it leads nowhere."""
    place = pointer.place
    return f'{words}<a href="#{escaped(place.anchor)}">{text_html(place.text)}</a>' if place.anchor else ""


block_html.register(Table, table_html)


@block_html.register
def _chart(chart: Chart) -> str:
    return _picture(chart)


@block_html.register
def _gallery(gallery: Gallery) -> str:
    charts = "".join(_picture(chart) for chart in gallery.charts)
    return (
        f'<div class="gallery" id="{escaped(gallery.id)}">{line_html("gallery-title", gallery.title)}'
        f'<div class="charts">{charts}</div></div>'
    )


def _picture(chart: Chart) -> str:
    width = round(chart.drawn_width * _LABEL_SCALE)
    picture = b64encode(chart.svg.encode()).decode("ascii")
    return (
        f'<figure class="chart" id="{escaped(chart.id)}">'
        f"<figcaption>{_title(chart.title)}"
        f'<span class="unit-line">{text_html(chart.unit_line)}</span></figcaption>'
        f'<img src="data:image/svg+xml;base64,{picture}" width="{width}" alt="{escaped(chart.alt)}">'
        f"{below_html(chart)}"
        f"<details><summary>Siffrorna i diagrammet</summary>{table_html(chart.data)}</details></figure>"
    )
