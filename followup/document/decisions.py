"""The list of what is asked to be decided, each with the way to where its figures stand in the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from followup.document.blocks import Block, Comment, Text
from followup.document.cells import Cell, Sentence, plain_sentence
from followup.document.content import Content
from followup.document.markdown import plain_of
from followup.document.pointers import Linked, Place, Pointer
from followup.document.prose import Prose


@dataclass(frozen=True)
class Asked(Content):
    """A decision that is asked for: its words in bold, the amount, who decides and when, and what happens otherwise.

    `due` is the day that `facts` has in words, `2024-10-15`, and `decided_by` who decides in them: `nämnden`.
    """

    decision: Prose
    facts: Sentence
    consequence: str
    figures: Pointer
    due: str = ""
    decided_by: str = ""

    @property
    def amount(self) -> Cell | None:
        """What it is about in money: the only figure of its facts."""
        return next((part for part in self.facts if isinstance(part, Cell)), None)


@dataclass(frozen=True)
class Decisions(Linked):
    """What is asked to be decided, below a heading of its own that the contents do not list.

    `introduction` is what was written beside it, or that nothing is asked for; `role` is then "info". `more` says what
    else there is, and `rest` where. `unlisted` are one's own of those: the list has no room for them, the letter has.
    """

    kind: ClassVar[str] = "decisions"
    title: str
    introduction: Prose = field(default_factory=list)
    entries: tuple[Asked, ...] = ()
    more: Sentence = field(default_factory=list)
    rest: Pointer = field(default_factory=Pointer)
    role: Literal["attention", "info"] = "attention"
    unlisted: tuple[Asked, ...] = ()

    def linked(self, places: Mapping[str, Place]) -> Decisions:
        entries = tuple(replace(one, figures=one.figures.found(places)) for one in self.entries)
        return replace(self, entries=entries, rest=self.rest.found(places))

    def parts(self) -> tuple[Block, ...]:
        """The introduction, and a point for each decision, in words alone."""
        found: list[Block] = []
        if self.introduction:
            found.append(Comment(f"{self.id}-inledning", self.title, self.introduction))
        if self.entries or self.more:
            title = "" if found else self.title
            points = tuple(_sentence(entry) for entry in self.entries)
            found.append(Text(f"{self.id}-lista", title=title, items=(*points, *([self.more] if self.more else []))))
        return tuple(found)


def _sentence(entry: Asked) -> Sentence:
    return [f"{' '.join(plain_of(entry.decision).split())} ", *entry.facts, f" {consequence_of(entry)}"]


def consequence_of(entry: Asked) -> str:
    """What happens without the decision, after the sentence that says when it is to be made; a first page is short."""
    return f"Annars: {entry.consequence}"


def asked_in_words(entry: Asked) -> str:
    """The whole decision as plain text: the label of its figures."""
    return plain_sentence(_sentence(entry))


def in_regular(prose: Prose) -> Prose:
    """The prose tree that `in_bold` was given."""
    found: Prose = []
    for node in prose:
        if "p" in node:
            inner = node["p"][0] if len(node["p"]) == 1 else ""
            found.append({"p": inner["strong"]} if isinstance(inner, dict) and "strong" in inner else node)
        elif "ol" in node:
            found.append({**node, "ol": [in_regular(item) for item in node["ol"]]})
        else:
            found.append({**node, "ul": [in_regular(item) for item in node["ul"]]})
    return found


def in_bold(prose: Prose) -> Prose:
    """A prose tree whose every word is bold."""
    found: Prose = []
    for node in prose:
        if "p" in node:
            found.append({"p": [{"strong": node["p"]}]})
        elif "ol" in node:
            found.append({**node, "ol": [in_bold(item) for item in node["ol"]]})
        else:
            found.append({**node, "ul": [in_bold(item) for item in node["ul"]]})
    return found
