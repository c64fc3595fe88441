"""What is asked to be decided: the first page's list, and all of it as a table where the list has no room for it.

A workbook without the sheet Beslut says it in a text, which is then shown. Where both are filled in, the text
introduces the list, but for what the list says too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table
from followup.document.cells import Sentence, cell_of
from followup.document.decisions import Asked, Decisions, in_bold
from followup.document.pointers import Pointer
from followup.document.prose import items_of, marks_of
from followup.document.tables import dash_note, prose_cell, source_of, text_cell
from followup.ground import swedish
from followup.sections.shared.decision_words import (
    AMOUNTS,
    NO_AMOUNT,
    PLACES,
    decider_label,
    in_millions,
    who_decides,
)
from followup.tables.asked_decisions import asks_the_same

if TYPE_CHECKING:
    from followup.analysis.asked_decisions import DecisionTable
    from followup.document.prose import Prose
    from followup.sections.shared.needs import Asking
    from followup.sources.sources import Sources

ID = "behover-beslut"
TITLE = "Behöver beslut"
# The heading of the table of all decisions.
ALL = "Beslut"
# What a first page has room for.
MOST = 4
NOTHING = "Nämnden har inte begärt något beslut med anledning av rapporten."


def _own(report: Asking) -> DecisionTable:
    """What the report's own committee, or the region itself, asks for; empty without the sheet."""
    return report.decisions.where(lambda row: row.text("committee") == report.committee.code)


def asked(report: Asking, nothing: str = NOTHING, of_others: int = 0, heading: str = ALL) -> Decisions:
    """The first MOST by deadline, and how many more there are below `heading`, with the `of_others` asked for there."""
    found = _own(report)
    own = tuple(_entry(report, found, str(name)) for name in found.names)
    entries = own[:MOST]
    introduction = introduction_of(report.sources, found)
    more, rest = _more(len(found) - MOST, of_others), Pointer((heading,))
    if not entries and not introduction:
        return Decisions(ID, TITLE, [{"p": [nothing]}], more=more, rest=rest, role="info")
    return Decisions(ID, TITLE, introduction, entries, more, rest, unlisted=own[MOST:])


def _more(own: int, of_others: int) -> Sentence:
    """What else is asked for, as the beginning of a sentence: by oneself, and by the committees."""
    others = swedish.in_words(of_others)
    if own > 0:
        first = f"Ytterligare {swedish.in_words(own)} beslut"
        return [f"{first}, och {others} som nämnderna begär" if of_others else first]
    return [f"Nämnderna begär {others} beslut"] if of_others else []


def _entry(report: Asking, found: DecisionTable, name: str) -> Asked:
    row = found.row(name)
    decider = who_decides(row.text("decided_by"), report.params, own=row.text("committee"))
    when: Sentence = [f"Beslutas av {decider} senast {swedish.day_of(row.text('due'))}."]
    amount = row["amount"]
    facts = when if amount.is_missing else ["Gäller ", in_millions(amount), ". ", *when]
    decision = in_bold(markdown.prose_of(row.text("decision")))
    place = Pointer(PLACES[row.text("concerns")])
    return Asked(decision, facts, row.text("consequence"), place, swedish.date_iso(row.text("due")), decider)


def introduction_of(sources: Sources, found: DecisionTable) -> Prose:
    """The text beside the sheet, without the paragraphs and points that ask for what the sheet asks for too."""
    texts = [markdown.plain_of(markdown.prose_of(row.text("decision"))) for _, row in found.rows()]

    def is_said(prose: Prose) -> bool:
        plain = markdown.plain_of(prose)
        return any(asks_the_same(plain, text) for text in texts)

    left: Prose = []
    for node in markdown.prose_of(sources.cover.text("decision_needed")):
        if "p" in node:
            left += [] if is_said([node]) else [node]
        elif kept := [number for number, item in enumerate(items_of(node)) if not is_said(item)]:
            items = [items_of(node)[number] for number in kept]
            marks = [marks_of(node)[number] for number in kept]
            left.append({"ol": items, "marks": marks} if "ol" in node else {"ul": items, "mark": marks[0]})
    return left


def everything(report: Asking) -> BlockSeries:
    """All that is asked for as a table below a heading of its own, where the first page has only some of it."""
    found = _own(report)
    if len(found) <= MOST:
        return BlockSeries(why="första sidan har alla beslut som begärs" if len(found) else "inget beslut begärs")
    rows = tuple(
        Row(
            str(name),
            (
                prose_cell(row.text("decision")),
                cell_of(row["amount"]),
                text_cell(swedish.date_iso(row.text("due"))),
                text_cell(decider_label(row.text("decided_by"), report.params)),
                text_cell(row.text("consequence")),
            ),
        )
        for name, row in found.rows()
    )
    table = Table(
        id="beslut",
        caption="Allt som behöver beslut, det som är mest bråttom först",
        columns=(
            Column("decision", "Förslag till beslut", "prose", 3.0),
            Column("amount", "Belopp", "number", 0.8),
            Column("due", "Senast", "text", 1.0),
            Column("decided_by", "Beslutas av", "text", 1.3),
            Column("consequence", "Om beslutet inte fattas", "text", 2.4),
        ),
        rows=rows,
        unit_line=AMOUNTS,
        notes=dash_note(rows, 1, NO_AMOUNT),
        source=source_of(report, "asked_decisions"),
    )
    return BlockSeries((Heading("avsnitt-beslut", ALL), table))
