"""The addresses of a page, to copy: each section, table, chart and titled text has one, made of its key.

A block's key is written in the program and a section's is made of its words, so that an address leads to the same place
in the next build, and in every period that has the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup.document.blocks import Block, Chart, Comment, Composite, Gallery, Heading, Table, Text
from followup.document.inline_html import escaped


def address_html(name: str, of: str) -> str:
    """The link that is copied, drawn beside what it leads to."""
    return f'<a class="address" href="#{escaped(name)}" aria-label="Adress till {escaped(of)}">#</a>'


def with_addresses(block: Block, html: str) -> str:
    """The block's HTML with a link for itself and for each of the charts in it."""
    for name, title in _titled(block):
        # A figure's caption stands first in it, or last: not behind a link.
        figure = re.compile(rf'(<figure [^>]*id="{re.escape(escaped(name))}">.*?)(</figure>)', re.DOTALL)
        link = address_html(name, title)
        opening = f' id="{escaped(name)}">'
        if found := figure.search(html):
            html = html[: found.start(2)] + link + html[found.start(2) :]
        else:
            html = html.replace(opening, opening + link, 1)
    return html


def _titled(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Table):
        yield block.id, block.caption
    elif isinstance(block, Gallery):
        for chart in block.charts:
            yield chart.id, chart.title
    elif isinstance(block, Chart | Text | Comment | Composite) and not isinstance(block, Heading):
        title = getattr(block, "title", "")
        if title:
            yield block.id, title
