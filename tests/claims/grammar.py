"""The known forms of a generated statement: data in forms/*.yml, and how a text is taken apart by one.

A form says where it stands (`where`), in which blocks (`block`, a regular expression for the block's id), its words
(`says`), when it is written (`when`, in Swedish, for docs/meningar.md), and what must hold of the report's figures
(`holds`, expressions of `claims.py`). In the words

    {belopp:amount}     is a part of a kind in KINDS, named `belopp` for `holds`; {namn} is any text
    {riktning=upp|ned}  is one of these words
    <har|hade>          is one of these words, whichever
    [ var]              may be left out
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.claims.statements import PLACES, Statement

FORMS = Path(__file__).parent / "forms"
PROJECT = Path(__file__).parents[2]
_UNITS = "mnkr|tkr|kr|miljoner kronor|miljon kronor"
_WORDS = "noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|inget|ingen|alla|båda"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
KINDS = {
    "text": r".+?",
    "amount": rf"(?:minus |plus |[−+])?\d[\d ]*(?:,\d+)?(?: (?:{_UNITS}))?",
    "percent": r"(?:minus |plus |[−+])?\d[\d ]*(?:,\d+)? (?:procent|%)",
    "points": r"\d[\d ]*(?:,\d+)? procentenheter",
    "number": r"(?:minus |plus |[−+])?\d[\d ]*(?:,\d+)?",
    "count": rf"(?:\d[\d ]*|(?i:{_WORDS}))",
    "month": "|".join(MONTHS),
    "year": r"20\d\d",
    "shown": r"[−+]?\d[\d ]*(?:,\d+)?(?: %| mnkr)?|–|skyddas",
}
PART = re.compile(r"\{(?P<name>\w+)(?::(?P<kind>\w+)|=(?P<words>[^}]+))?\}|(?P<mark>[\[\]<>|])")
_MARKS = {"[": "(?:", "]": ")?", "<": "(?:", ">": ")", "|": "|"}


def pattern_of(words: str) -> re.Pattern[str]:
    """The regular expression of a form's words."""
    found, at = [], 0
    for part in PART.finditer(words):
        found.append(re.escape(words[at : part.start()]))
        at = part.end()
        if part["mark"]:
            found.append(_MARKS[part["mark"]])
        else:
            inside = (
                "|".join(map(re.escape, part["words"].split("|"))) if part["words"] else KINDS[part["kind"] or "text"]
            )
            found.append(f"(?P<{part['name']}>{inside})")
    return re.compile("".join([*found, re.escape(words[at:])]))


@dataclass(frozen=True)
class StatementForm:
    """One form; `group` is the heading under which it stands in docs/meningar.md."""

    group: str
    name: str
    where: str
    block: str
    says: tuple[str, ...]
    when: str
    holds: tuple[str, ...] = ()
    # For a form that no report of the example has.
    example: str = ""

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(pattern_of(words) for words in self.says)

    def parts(self, text: str) -> dict[str, str] | None:
        """The named parts of a text of this form; None of another text. A part that was left out is empty."""
        for pattern in self.patterns:
            if found := pattern.fullmatch(text):
                every = dict.fromkeys((name for one in self.patterns for name in one.groupindex), "")
                return every | {name: part for name, part in found.groupdict().items() if part}
        return None

    def is_of(self, statement: Statement) -> bool:
        return self.where == statement.place and re.fullmatch(self.block, statement.block) is not None


class TextForm(StatementForm):
    """The texts of params/texts.yml, alone or several after each other: they stand there, and are not said again."""

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        texts = (re.escape(" ".join(words.split())) for words in self.says)
        any_text = "|".join(re.sub(r"\\\{\w+\\\}", ".+?", text) for text in texts)
        return (re.compile(f"(?:{any_text})(?: (?:{any_text}))*"),)


def forms(folder: Path = FORMS) -> list[StatementForm]:
    """All forms, file by file in the order of their names; last the explaining texts, which claim nothing."""
    found = [form for path in sorted(folder.glob("*.yml")) for form in _read(yaml.safe_load(path.read_text("utf-8")))]
    texts = yaml.safe_load((PROJECT / "params" / "texts.yml").read_text("utf-8"))
    when = "Texten förklarar hur rapporten ska läsas eller hur något är räknat. Den ändras i params/texts.yml."
    return [*found, TextForm("Förklarande texter", "texter", "sentence", ".*", tuple(texts.values()), when)]


def _read(content: dict[str, Any]) -> Iterator[StatementForm]:
    for one in content["forms"]:
        several = {
            name: tuple([value] if isinstance(value, str) else value)
            for name, value in one.items()
            if name in ("says", "holds")
        }
        form = StatementForm(group=content["group"], **{"block": ".*", **one, **several})
        if form.where not in PLACES:
            raise ValueError(f"{form.name}: {form.where}")
        yield form


def form_of(statement: Statement, known: Sequence[StatementForm]) -> tuple[StatementForm, dict[str, str]] | None:
    """The first form that a statement has, and the statement's parts; None of one that nobody has taught."""
    for form in known:
        if form.is_of(statement) and (parts := form.parts(statement.text)) is not None:
            return form, parts
    return None
