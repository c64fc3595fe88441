"""The report as a Word document for whoever prepares a meeting: the same texts, tables and figures as the PDF.

Headings are headings, lists lists and tables tables with headers, so that it can be edited, cut from and read aloud.
Same document, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Cover, Heading
from followup.document.document import APPENDIX_TITLE, document_date, slug
from followup.document.markdown import plain_of
from followup.document.written import Passage, WrittenHeading
from followup.formats.docx.blocks import write_block, write_table
from followup.formats.docx.body import Body
from followup.formats.docx.inline import cell_runs
from followup.formats.docx.package import new_file
from followup.formats.docx.pictures import drawn
from followup.formats.docx.wordml import Look, Paragraph, computed, run
from followup.ground.palette import palette

if TYPE_CHECKING:
    from followup.document.document import Document

APPENDIX = "Siffrorna bakom diagrammen"
_APPENDIX_NAME = "bilaga-siffrorna"
_FEWEST_SECTIONS = 2
_LONGEST_INTRODUCTION = 400


def report_bytes(document: Document) -> bytes:
    """The docx file. Raises ReportError if the document's date is unreadable or a block has no drawing."""
    cover = document.cover
    day = document_date(document)
    blocks = [item for item in document.items if not isinstance(item, Cover)]
    if document.appendix:
        blocks += [WrittenHeading(slug(APPENDIX_TITLE), APPENDIX_TITLE, 2), *document.appendix]
    body = Body(new_file(cover, day, f"{cover.title}, {cover.committee}"), drawn(blocks))
    write_cover(cover, body)
    first_heading = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    for block in blocks[:first_heading]:
        write_block(block, body)
    _contents(blocks, body, _numbers_heading(document))
    for block, introduces in _with_introductions(blocks[first_heading:]):
        write_block(block, body)
        if introduces:
            body.keep_with_next()
    if body.appendix:
        title, level = _numbers_heading(document)
        body.heading(title, level, _APPENDIX_NAME)
        for chart in body.appendix:
            write_table(chart.data, body, chart)
    return body.saved()


def write_cover(cover: Cover, body: Body) -> None:
    """The head of the first page; the title is the only heading of the first level."""
    if cover.example:
        body.add(Paragraph("CoverLine", run("Exempeldata", Look(bold=True, colour=palette().bad))))
    body.heading(cover.title, 1)
    body.add(
        Paragraph("Subtitle", run(cover.committee)),
        Paragraph("CoverLine", run("Period: ") + run(cover.span, Look(bold=True))),
        Paragraph("CoverLine", run("Status: ") + cell_runs(cover.status, Look(bold=True))),
    )
    if cover.handed_in:
        body.add(Paragraph("CoverLine", run(cover.handed_in)))


def _numbers_heading(document: Document) -> tuple[str, int]:
    """The heading over the charts' numbers and its level: a part of the appendix, or the appendix where that is all."""
    return (APPENDIX, 3) if document.appendix else (f"{APPENDIX_TITLE}: {APPENDIX.lower()}", 2)


def _contents(blocks: list[Block], body: Body, numbers: tuple[str, int]) -> None:
    """The headings of level 2 and 3 as links, on a new page, in a field that Word makes anew when it is asked to."""
    headings = [(block.level, block.text, block.id) for block in blocks if isinstance(block, Heading)]
    if body.drawn:
        title, level = numbers
        headings.append((level, title, _APPENDIX_NAME))
    if sum(level == 2 for level, _, _ in headings) < _FEWEST_SECTIONS:
        return
    body.add(Paragraph("TOCHeading", run("Innehåll"), keep_next=True))
    entries = [(f"TOC{level}", body.inner_link(name, text)) for level, text, name in headings if level < 4]
    begin, _, end = computed('TOC \\o "2-3" \\h \\z \\u', "|").partition("|")
    for number, (style, content) in enumerate(entries):
        shown = begin * (number == 0) + content + end * (number == len(entries) - 1)
        body.add(Paragraph(style, shown))


def _with_introductions(blocks: list[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it is a short prose below a heading, which stays with what it introduces."""
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        introduces = (
            isinstance(block, Passage)
            and number > 0
            and isinstance(blocks[number - 1], Heading)
            and after is not None
            and not isinstance(after, Heading | Passage)
            and len(plain_of(block.prose)) <= _LONGEST_INTRODUCTION
        )
        yield block, introduces
