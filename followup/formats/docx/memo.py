"""The draft of a tjänsteskrivelse: the letter that a report goes to its committee with, made of the report's blocks.

It has the headings of Region Halland's own letters. What the report does not say is left to fill in: nothing is made
up, and no figure stands here that is not the report's. Same document, same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Comment, Cover
from followup.document.clauses import OPEN
from followup.document.document import document_date
from followup.document.pointers import Linked
from followup.formats.docx.blocks import write_block
from followup.formats.docx.body import Body
from followup.formats.docx.package import new_file
from followup.formats.docx.proposal import Proposal
from followup.formats.docx.wordml import Look, Paragraph, placeholder, run
from followup.ground.palette import palette
from followup.ground.swedish import lowered

if TYPE_CHECKING:
    from followup.document.document import Document

DRAFT = "Utkast"
_READ_IT = (
    "Texten är hämtad ur rapporten. Läs den, fyll i det som står inom hakparentes och ta bort det som inte ska vara "
    "med."
)
_SAY_WHAT = f"Där en punkt börjar med ”{OPEN}” behöver du skriva vad som föreslås."
# The first page's blocks, by the ids that links to them have.
VERDICT, SUMMARY, DECISIONS = "omdome", "i-korthet", "behover-beslut"
OWN_SUMMARIES = ("namndens-sammanfattning", "regionens-sammanfattning")


def memo_bytes(document: Document) -> bytes:
    """The docx file. Raises ReportError if the document's date is unreadable or a block has no drawing."""
    cover = document.cover
    title = f"Tjänsteskrivelse om {cover.title}, {cover.committee}"
    body = Body(new_file(cover, document_date(document), title, status=DRAFT), {})
    # The letter has none of the headings that the report's blocks point at.
    blocks = {block.id: block.linked({}) if isinstance(block, Linked) else block for block in document.items}
    proposal = Proposal(cover, blocks.get(DECISIONS))
    _head(cover, body, proposal.is_open)
    body.heading("Ärendet", 2)
    body.add(Paragraph("Normal", _matter(cover)))
    body.heading("Förslag till beslut", 2)
    proposal.write(body)
    body.heading("Sammanfattning", 2)
    if verdict := blocks.get(VERDICT):
        write_block(verdict, body)
    _from_report(body, blocks.get(SUMMARY), "[sammanfatta ärendet]")
    body.heading("Bakgrund", 2)
    own = next((blocks[name] for name in OWN_SUMMARIES if name in blocks), None)
    _from_report(body, own, "[beskriv bakgrunden]")
    body.heading("Ekonomiska konsekvenser av beslutet", 2)
    proposal.write_consequences(body)
    _ending(body, cover, proposal.other_bodies)
    return body.saved()


def _ending(body: Body, cover: Cover, other_bodies: Sequence[str]) -> None:
    """From the signatures on, on one page: a recipient alone on a page of its own says nothing."""
    body.heading("Underskrift", 2)
    signatures = ("[förvaltning]", "[namn och befattning]", "[namn och befattning]")
    body.add(*(Paragraph("Normal", placeholder(words), keep_next=True) for words in signatures))
    body.heading("Bilaga", 2)
    body.add(replace(_item(body, run(f"{cover.title}, {cover.committee}")), keep_next=True))
    body.heading("Beslutet ska skickas till", 2)
    body.add(*(replace(_item(body, run(name)), keep_next=True) for name in other_bodies))
    body.add(_item(body, placeholder("[mottagare]")))


def _head(cover: Cover, body: Body, is_open: bool) -> None:
    red = Look(bold=True, colour=palette().bad)
    words = f"{_READ_IT} {_SAY_WHAT}" if is_open else _READ_IT
    body.add(Paragraph("CoverLine", run(f"{DRAFT}. ", red) + run(words)))
    if cover.example:
        body.add(Paragraph("CoverLine", run("Exempeldata", red)))
    body.heading(f"Tjänsteskrivelse: {cover.title}", 1)
    body.add(Paragraph("Subtitle", run(cover.committee)))
    for label, words in (("Datum", "[datum]"), ("Diarienummer", "[diarienummer]"), ("Handläggare", "[handläggare]")):
        body.add(Paragraph("CoverLine", run(f"{label}: ") + placeholder(words)))


def _matter(cover: Cover) -> str:
    """`Ärendet gäller Uppföljningsrapport 1 2024 för Driftnämnd Kultur och skola, januari–april 2024. Rapporten …`"""
    told = cover.handed_in.rstrip(".")
    handed_in = f" Rapporten är {lowered(told)}." if told.startswith("Lämnad ") else f" {told}." if told else ""
    about = f"Ärendet gäller {cover.title} för {cover.committee}, {cover.span}.{handed_in} Status: "
    # Without its symbol: this is running text.
    return run(about) + run(lowered(cover.status.text), Look(bold=True)) + run(".")


def _from_report(body: Body, block: Block | None, words: str) -> None:
    """The report's block, or what is to be written where the report has none."""
    if block is None or (isinstance(block, Comment) and not block.prose):
        body.add(Paragraph("Normal", placeholder(words)))
    else:
        write_block(block, body)


def _item(body: Body, content: str) -> Paragraph:
    return Paragraph("Normal", content, item=(body.lists.bullets(), 0))
