"""What is not printed and where it stands instead: the last thing that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Chart, Heading, Table, Text
from followup.ground import swedish

if TYPE_CHECKING:
    from followup.document.document import Document

TITLE = "Det här står bara på webben och i Excel"


def elsewhere(document: Document) -> list[Text]:
    """One text that names what the page and the workbook have besides what is printed, or none.

    Of one place alone it is a sentence without a heading: it is the last thing printed, and is not to ask for a page.
    """
    looked_up = [block.text for block in document.appendix if isinstance(block, Heading)]
    tables = [block.caption for block in document.unprinted if isinstance(block, Table)]
    charts = sum(isinstance(block, Chart) for block in document.unprinted)
    drawn = [f"{swedish.in_words(charts)} diagram, som visar samma siffror som en tabell bredvid"] if charts else []
    items: list[str] = []
    for where, names in (("I bilagan", _quoted(looked_up)), ("I sina avsnitt", [*_quoted(tables), *drawn])):
        if names:
            items.append(f"{where}: {swedish.list_of(names)}.")
    if not items:
        return []
    if len(items) == 1:
        only = f"På webben (rapport.html) och i Excel (rapport.xlsx) finns dessutom {swedish.lowered(items[0])}"
        return [Text("star-pa-webben", "notes", paragraphs=([only],))]
    lead = "Rapporten på webben (rapport.html) och i Excel (rapport.xlsx) har samma siffror, och dessutom det här."
    return [Text("star-pa-webben", "notes", TITLE, paragraphs=([lead],), items=tuple([one] for one in items))]


def _quoted(names: list[str]) -> list[str]:
    return [f"”{name}”" for name in names]
