"""The addresses of a page, to copy: each section, table, chart and titled text has one, made of its key.

A block's key is written in the program and a section's is made of its words, so that an address leads to the same place
in the next build, and in every period that has the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup.document.blocks import Block, Chart, Comment, Composite, Table, Text
from followup.document.inline_html import escaped


def address_html(name: str, of: str) -> str:
    """The link that is copied, drawn beside what it leads to."""
    return f'<a class="address" href="#{escaped(name)}" aria-label="Adress till {escaped(of)}">#</a>'


def with_addresses(block: Block, html: str) -> str:
    """The block's HTML with a link for itself and for each block in it that has a title of its own."""
    for name, title in _titled(block):
        opening, link = f' id="{escaped(name)}">', address_html(name, title)
        # A figure's caption stands first in it, or last: not behind a link.
        figure = re.search(rf"<figure [^>]*{re.escape(opening)}.*?(?=</figure>)", html, re.DOTALL)
        place = figure.end() if figure else html.find(opening) + len(opening)
        if opening in html:
            html = html[:place] + link + html[place:]
    return html


def _titled(block: Block) -> Iterator[tuple[str, str]]:
    title = getattr(block, "caption" if isinstance(block, Table) else "title", "")
    if title and isinstance(block, Table | Chart | Text | Comment | Composite):
        yield block.id, title
    for part in block.parts() if isinstance(block, Composite) else ():
        yield from _titled(part)
