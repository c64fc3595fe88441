"""The report as a Word document for whoever prepares a meeting: the same texts, tables and figures as the PDF.

What the PDF leaves out is named at the end; the numbers behind the charts that are here are an appendix.

Headings are headings, lists lists and tables tables with headers, so that it can be edited, cut from and read aloud.
Same document, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Cover, Heading
from followup.document.document import APPENDIX_TITLE, document_date
from followup.document.markdown import plain_of
from followup.document.written import Passage
from followup.formats.docx.blocks import has_numbers, write_block, write_table
from followup.formats.docx.body import Body
from followup.formats.docx.inline import cell_runs
from followup.formats.docx.package import new_file
from followup.formats.docx.pictures import charts_in, drawn
from followup.formats.docx.wordml import Look, Paragraph, computed, run
from followup.formats.pdf.elsewhere import elsewhere
from followup.formats.pdf.words import printed_words
from followup.ground.palette import palette

if TYPE_CHECKING:
    from followup.document.document import Document

APPENDIX = f"{APPENDIX_TITLE}: siffrorna bakom diagrammen"
_APPENDIX_NAME = "bilaga-siffrorna"
_FEWEST_SECTIONS = 2
_LONGEST_INTRODUCTION = 400


def report_bytes(document: Document) -> bytes:
    """The docx file. Raises ReportError if the document's date is unreadable or a block has no drawing."""
    cover = document.cover
    day = document_date(document)
    closing = (*printed_words(document), *elsewhere(document))
    blocks = [item for item in (*document.printed, *closing) if not isinstance(item, Cover)]
    headings = [block for block in blocks if isinstance(block, Heading)]
    body = Body(new_file(cover, day, f"{cover.title}, {cover.committee}"), drawn(blocks), {one.id for one in headings})
    write_cover(cover, body)
    first_heading = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    for block in blocks[:first_heading]:
        write_block(block, body)
    _contents(headings, body, any(map(has_numbers, charts_in(blocks))))
    for block, introduces in _with_introductions(blocks[first_heading:]):
        write_block(block, body)
        if introduces:
            body.keep_with_next()
    if body.appendix:
        body.heading(APPENDIX, 2, _APPENDIX_NAME)
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


def _contents(headings: list[Heading], body: Body, has_numbers_behind: bool) -> None:
    """The headings of level 2 and 3 as links, in a field that Word makes anew when it is asked to."""
    listed = [(block.level, block.text, block.id) for block in headings]
    if has_numbers_behind:
        listed.append((2, APPENDIX, _APPENDIX_NAME))
    if sum(level == 2 for level, _, _ in listed) < _FEWEST_SECTIONS:
        return
    body.add(Paragraph("TOCHeading", run("Innehåll"), keep_next=True))
    entries = [(f"TOC{level}", body.inner_link(name, text)) for level, text, name in listed if level < 4]
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
