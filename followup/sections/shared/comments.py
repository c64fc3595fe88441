"""The committee's comments on a section, in its own words."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.blocks import Block, Comment, Text
from followup.document.prose import Prose, Strong
from followup.tables.explanations import explains

if TYPE_CHECKING:
    from followup.sections.shared.needs import Addressed

TITLES = {
    "goals": "Nämndens kommentar till målen",
    "quality": "Nämndens kommentar till kvaliteten",
    "staff": "Nämndens kommentar till medarbetarmåtten",
    "economy": "Nämndens kommentar till ekonomin",
    "investments": "Nämndens kommentar till investeringarna",
}


# Characters: a first sentence of fewer often only repeats the amount.
SAYS_SOMETHING = 70


def opening(written: str, most: int = sys.maxsize) -> str:
    """The first sentences of a comment as plain text, as many as make SAYS_SOMETHING characters and give a cause.

    At most `most` characters; empty of no text, and where no sentence so early says more than how large a deviation is.
    """
    said = ""
    plain = " ".join(markdown.plain_of(markdown.prose_of(written)).split())
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", plain):
        longer = f"{said} {sentence}".strip()
        if (len(said) >= SAYS_SOMETHING and explains(said)) or len(longer) > most:
            break
        said = longer
    return said if explains(said) else ""


def section_comment(report: Addressed, section: str, about: Sequence[tuple[str, str]] = ()) -> Block:
    """Every comment on one section: the general ones, each under the name of what it is about, then those in `about`.

    A section without comments says so: a gap is never silent.
    """
    prose: Prose = []
    rows = report.sources.comments.where(section=section).rows()
    for row in sorted(rows, key=lambda row: bool(row.text("item"))):
        prose += _about(_name(report, row.text("item")), row.text("comment"))
    for item, text in about:
        prose += _about(item, text)
    block_id = f"kommentar-{section}"
    if not prose:
        return Text(
            role="absent",
            id=block_id,
            title=TITLES[section],
            paragraphs=(["Nämnden har inte lämnat någon kommentar."],),
        )
    return Comment(block_id, TITLES[section], prose)


def _about(item: str, text: str) -> Prose:
    prose = markdown.prose_of(text)
    if not item:
        return prose
    lead: Strong = {"strong": [f"{item}."]}
    if prose and "p" in prose[0]:
        return [{"p": [lead, " ", *prose[0]["p"]]}, *prose[1:]]
    return [{"p": [lead]}, *prose]


def _name(report: Addressed, item: str) -> str:
    """An indicator's or a goal's name for its code; anything else as it stands."""
    if indicator := report.params.indicators.get(item):
        return indicator.name
    goals = report.params.plans[report.period.year].goals
    return next((goal.name for goal in goals if goal.code == item), item)
