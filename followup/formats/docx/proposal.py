"""What the letter proposes to decide: numbered clauses after `beslutar att`, and what the report says follows of each.

A clause is said once; the other parts of the letter name its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from followup.document.clauses import clause_of, is_open
from followup.document.decisions import Asked, Decisions, in_regular
from followup.document.markdown import plain_of
from followup.formats.docx.body import Body
from followup.formats.docx.inline import cell_runs, prose_paragraphs
from followup.formats.docx.wordml import Paragraph, placeholder, run
from followup.ground import swedish
from followup.ground.regions import REGION
from followup.ground.wording import NBSP

if TYPE_CHECKING:
    from followup.document.blocks import Block, Cover
    from followup.document.prose import Prose

_EXECUTIVE, _COUNCIL, _OWN = "regionstyrelsen", "regionfullmäktige", "nämnden"
_EXECUTIVE_CODE = "RS"
# What a report is approved with, where somebody asks for that in the sheet Beslut.
_APPROVING = ("godkänna", "anteckna", "fastställa")
# What the law calls the region's reports after August and after the year, whatever their titles are.
_REPORTS = ("rapporten", "delårsrapporten", "årsredovisningen")


@dataclass(frozen=True)
class _Point:
    """A decision with its clause and its number among the clauses."""

    number: int
    asked: Asked
    clause: Prose

    @property
    def name(self) -> str:
        return f"Punkt{NBSP}{self.number}"


class Proposal:
    """The report's decisions as the letter has them; none where the report has no block of them."""

    def __init__(self, cover: Cover, block: Block | None) -> None:
        self._cover = cover
        self._block = block if isinstance(block, Decisions) and block.role == "attention" else None
        self._says_nothing = block is None
        asked = (*self._block.entries, *self._block.unlisted) if self._block else ()
        # One's own first, and what others are to decide by who does.
        ordered = sorted(asked, key=lambda one: ("" if self._is_own(one) else one.decided_by, one.due))
        clauses = [(one, clause_of(in_regular(one.decision), one.decided_by)) for one in ordered]
        self._approves = any(self._is_approval(clause) for _, clause in clauses)
        first = 1 if self._approves else 2
        self._points = [_Point(number, one, clause) for number, (one, clause) in enumerate(clauses, first)]

    @property
    def is_open(self) -> bool:
        """Whether some clause says what is to be decided about, and not what."""
        return any(is_open(point.clause) for point in self._points)

    @property
    def other_bodies(self) -> tuple[str, ...]:
        """The names of those that are asked to decide something in the committee's place."""
        names = dict.fromkeys(point.asked.decided_by for point in self._points if not self._is_own(point.asked))
        return tuple(name[:1].upper() + name[1:] for name in names if name in (_EXECUTIVE, _COUNCIL))

    def write(self, body: Body) -> None:
        """The clauses, by who decides, and by when."""
        count = len(self._points) + (not self._approves)
        numbers = body.lists.numbered([f"{number}." for number in range(1, count + 1)], 0)
        body.add(Paragraph("Normal", self._who() + run(" beslutar att"), keep_next=True))
        if not self._approves:
            title = placeholder("[godkänna eller anteckna]") + run(f" {self._cover.title}")
            body.add(Paragraph("Normal", title, item=(numbers[0], 0)))
        for own, points in groupby(self._points, key=lambda point: self._is_own(point.asked)):
            if own:
                self._write_clauses(body, list(points), numbers)
            else:
                self._write_others(body, list(points), numbers)
        if self._says_nothing:
            body.add(Paragraph("Normal", placeholder("[skriv vilka beslut som behövs]")))
        body.add(*(Paragraph("Normal", run(sentence)) for sentence in self._deadlines()))
        if self._block and self._block.introduction:
            body.label("Rapporten skriver om besluten" if self._points else "Beslut som rapporten begär")
            body.add(*prose_paragraphs(self._block.introduction, body.lists, body.linked))

    def write_consequences(self, body: Body) -> None:
        """What each clause costs or saves and what happens without it, as the report says."""
        for point in self._points:
            amount = point.asked.amount
            about = run(f"{point.name} gäller ") + cell_runs(amount) + run(". ") if amount else ""
            otherwise = f"Om beslutet inte fattas: {point.asked.consequence}"
            body.add(Paragraph("Normal", about + run(otherwise if amount else f"{point.name}. {otherwise}")))
        silent = [str(point.number) for point in self._points if point.asked.amount is None]
        if silent:
            names = f"punkt{NBSP}{swedish.list_of(silent)}"
            body.add(Paragraph("Normal", run(f"För {names} är inget belopp angivet i rapporten.")))
        known = bool(self._points) and not silent
        words = (
            "[beskriv hur det betalas]" if known else "[beskriv vad förslaget till beslut kostar och hur det betalas]"
        )
        body.add(Paragraph("Normal", placeholder(words)))

    def _who(self) -> str:
        """Who decides: the committee, or for the region the executive that prepares what it asks for."""
        if self._cover.committee_code != REGION:
            return run(self._cover.committee)
        return run(_EXECUTIVE.capitalize()) if self._points else placeholder("[beslutande organ]")

    def _is_own(self, asked: Asked) -> bool:
        executive = self._cover.committee_code in (REGION, _EXECUTIVE_CODE)
        return asked.decided_by in ("", _OWN) or (executive and asked.decided_by == _EXECUTIVE)

    def _is_approval(self, clause: Prose) -> bool:
        """Whether the clause approves the report itself."""
        verb, _, following = plain_of(clause).casefold().partition(" ")
        kind = self._cover.title.partition(" ")[0].casefold()
        return verb in _APPROVING and following.partition(" ")[0] in (*_REPORTS, f"{kind}en")

    def _write_others(self, body: Body, points: list[_Point], numbers: list[int]) -> None:
        """What is decided elsewhere: the committee proposes it."""
        for decider, found in groupby(points, key=lambda point: point.asked.decided_by):
            known = decider in (_EXECUTIVE, _COUNCIL)
            other = run(decider) if known else placeholder("[beslutande organ]")
            words = self._who() + run(" föreslår att ") + other + run(" beslutar att")
            body.add(Paragraph("Normal", words, keep_next=True))
            self._write_clauses(body, list(found), numbers)

    def _write_clauses(self, body: Body, points: list[_Point], numbers: list[int]) -> None:
        for point in points:
            first, *others = prose_paragraphs(point.clause, body.lists, body.linked, level=1)
            body.add(replace(first, item=(numbers[point.number - 1], 0), indent=0.0), *others)

    def _deadlines(self) -> Iterator[str]:
        """`Punkt 2 och 3 behöver beslutas senast den 16 oktober 2024.`"""
        by_day = sorted((point for point in self._points if point.asked.due), key=lambda point: point.asked.due)
        for day, points in groupby(by_day, key=lambda point: point.asked.due):
            names = swedish.list_of(str(point.number) for point in points)
            yield f"Punkt{NBSP}{names} behöver beslutas senast {swedish.day_of(day)}."
