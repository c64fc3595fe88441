"""What the region itself says: on each section, on events, and on what it expects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.blocks import Block, Comment, Text
from followup.document.prose import Prose

if TYPE_CHECKING:
    from followup.reports.region import RegionReport
    from followup.workbooks.source_table import SourceTable

TITLES = {
    "goals": "Regionens kommentar till målen",
    "quality": "Regionens kommentar till kvaliteten",
    "staff": "Regionens kommentar till medarbetarmåtten",
    "economy": "Regionens kommentar till ekonomin",
    "investments": "Regionens kommentar till investeringarna",
    "events": "Väsentliga händelser under perioden",
    "events_after": "Väsentliga händelser efter periodens slut",
    "outlook": "Förväntad utveckling",
    "stewardship": "Regionens bedömning av god ekonomisk hushållning",
}


def section_comment(report: RegionReport, section: str) -> Block:
    """Everything that the region's workbook says of one section; a section without comments says so."""
    prose: Prose = []
    rows = report.sources.comments.where(section=section).rows()
    for row in sorted(rows, key=lambda row: bool(row.text("item"))):
        if row.text("item"):
            prose.append({"p": [{"strong": [f"{row.text('item')}."]}]})
        prose += markdown.prose_of(row.text("comment"))
    block_id = f"kommentar-{section}"
    if not prose:
        nothing = "Regionen har inte lämnat någon kommentar."
        return Text(role="absent", id=block_id, title=TITLES[section], paragraphs=([nothing],))
    return Comment(block_id, TITLES[section], prose)


def first_words_of(comments: SourceTable, section: str) -> str:
    """The first sentence of the region's comment on the whole of a section, as plain text; empty without one."""
    for row in comments.where(section=section, item=None).rows():
        plain = " ".join(markdown.plain_of(markdown.prose_of(row.text("comment"))).split())
        return re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", plain)[0]
    return ""


def goals(report: RegionReport) -> Block:
    """The region's words on the goals."""
    return section_comment(report, "goals")


def quality(report: RegionReport) -> Block:
    """The region's words on quality."""
    return section_comment(report, "quality")


def staff(report: RegionReport) -> Block:
    """The region's words on its staff."""
    return section_comment(report, "staff")


def economy(report: RegionReport) -> Block:
    """The region's words on its economy."""
    return section_comment(report, "economy")


def investments(report: RegionReport) -> Block:
    """The region's words on its investments."""
    return section_comment(report, "investments")


def events(report: RegionReport) -> Block:
    """Events of importance in the period."""
    return section_comment(report, "events")


def events_after(report: RegionReport) -> Block:
    """Events of importance after its end."""
    return section_comment(report, "events_after")


def outlook(report: RegionReport) -> Block:
    """What the region expects."""
    return section_comment(report, "outlook")
