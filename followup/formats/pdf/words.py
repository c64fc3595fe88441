"""The words of the glossary that paper and Word explain: those that a reader stumbles on, if the report uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Heading, Text
from followup.document.cells import Sentence
from followup.document.glossary import Glossary
from followup.document.plain import block_text
from followup.ground.swedish import lowered
from followup.params.loading import load_params

if TYPE_CHECKING:
    from followup.document.document import Document

TITLE = "Ord i rapporten"
# A report of a few pages, such as a monthly one, is turned over rather than looked up.
FEWEST_HEADINGS = 10


def printed_words(document: Document) -> list[Text]:
    """One text with the words, or none. Raises ReportError for what is wrong in params/."""
    printed = document.printed
    if sum(isinstance(block, Heading) for block in printed) < FEWEST_HEADINGS:
        return []
    glossary = Glossary([term for term in load_params().page.glossary if term.printed])
    terms = glossary.used(block_text(block) for block in printed)
    items: tuple[Sentence, ...] = tuple([f"{term.term}: {lowered(term.text)}"] for term in terms)
    return [Text("ord", "notes", TITLE, items=items)] if items else []
