"""How a cell is known to label a total, by the words of params/totals.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from followup.ground.wording import normalised
from followup.params.total_words import TotalWords
from followup.workbooks.cells.period_text import period_in
from followup.workbooks.shapes.headings import header_text

# `sum` and `average` cover other rows; a `part` is in the row above it.
Kind = Literal["sum", "average", "part"]

# What may follow the word without making it a name: "Summa 2024", "Totalt 2024-04", "Summa 2024–2028".
_NUMBER_OR_PERIOD = re.compile(r"[0-9]+(?:[-/ ][0-9]+)*")
_BETWEEN = r"(?:\s*[:,(/]\s*|\s+-\s+|\s+)"


@dataclass(frozen=True)
class Label:
    """A cell that labels a total. `rest` is what stands beside the word, normalised; empty for the word alone, or
    before a number or the `month` that it is for.
    """

    kind: Kind
    rest: str = ""
    month: str = ""


def label_of(content: Any, words: TotalWords) -> Label | None:
    """The label that a cell is, or None. Whether a rest makes it a name is for the row to say."""
    text = normalised(header_text(content))
    if not text:
        return None
    alone, words_or_averages, parts = _patterns(words)
    if text in alone:
        return Label("sum")
    for kind, (exact, before, after) in words_or_averages.items():
        if text in exact:
            return Label(kind)
        match = (before and before.fullmatch(text)) or (after and after.fullmatch(text))
        if match:
            rest = match["rest"].strip(" :,()/-")
            month = _month(rest)
            return Label(kind, "" if month or _NUMBER_OR_PERIOD.fullmatch(rest) else rest, month)
    if parts and parts.match(text):
        return Label("part")
    return None


@lru_cache(maxsize=64)
def _patterns(words: TotalWords) -> tuple[frozenset[str], dict[Kind, tuple[Any, ...]], re.Pattern[str] | None]:
    alone = frozenset(map(normalised, (*words.alone, *words.region)))
    found: dict[Kind, tuple[Any, ...]] = {}
    spelled_out: dict[Kind, tuple[str, ...]] = {"sum": words.words, "average": words.averages}
    for kind, texts in spelled_out.items():
        exact = frozenset(map(normalised, texts))
        if exact:
            # The longest first: "Summa totalt" before "Summa".
            any_word = "|".join(map(re.escape, sorted(exact, key=len, reverse=True)))
            before = re.compile(rf"(?:{any_word}){_BETWEEN}(?P<rest>.+)")
            after = re.compile(rf"(?P<rest>.+?){_BETWEEN}(?:{any_word})\)?")
            found[kind] = (exact, before, after)
    parts = "|".join(map(re.escape, map(normalised, words.parts)))
    return alone, found, re.compile(rf"(?:{parts})[\s:]+\S") if parts else None


def _month(text: str) -> str:
    try:
        return period_in(text)
    except ValueError:
        return ""
