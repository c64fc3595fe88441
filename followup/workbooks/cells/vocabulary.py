"""The words that a column may hold, and the code that each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from followup.ground.wording import loosely_normalised, normalised
from followup.params.column_layout import ColumnLayout

if TYPE_CHECKING:
    from followup.params.params import Params


# How a doubt about a word that nobody knows ends.
UNKNOWN = ", som är okänt."
# How one about a row ends that lacks several of its words.
LACKING = ", som varje rad har något i."
# How one about a cell without a value ends. The first of many cells is told within a longer sentence.
EMPTY, NO_VALUE = "Cellen är tom.", ", det vill säga inget värde."

# What to do about a word that nobody knows, where none is near, by the column's type.
IF_UNKNOWN = {
    "committee": "Rätta cellen eller lägg till nämnden i params.",
    "indicator": "Rätta cellen eller lägg till indikatorn i params.",
    "goal": "Skriv målet som i planen, eller dess kod.",
}
# What to do about a word of several committees.
ONE_MEANING = (
    "Skriv koden, eller ta bort ordet för den ena: under synonyms i params/committees.yml eller committees i "
    "params/layouts."
)


@dataclass(frozen=True)
class Vocabulary:
    """`codes` maps every accepted word, normalised, to its code; `shown` are the words that a message lists, `words`
    all that may be suggested, as they are written.

    `doubtful` are the words that stand for several codes, and for none of them. `noun` is what a word of it is called:
    "en nämnd", "ett mål". `synonyms` are the words, loosely normalised, that no code is called by itself: a report
    tells that they were read as `names` of theirs. What a scale's codes are called differs between kinds of report, so
    that all its words are.
    """

    noun: str
    shown: tuple[str, ...]
    words: tuple[str, ...]
    codes: dict[str, str] = field(hash=False)
    doubtful: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    synonyms: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict, hash=False)

    def is_synonym(self, text: str) -> bool:
        """Whether a word is another than those that its code is called by."""
        return loosely_normalised(text) in self.synonyms

    def meanings(self, text: str) -> tuple[str, ...]:
        """The codes that a word may stand for, if it may stand for several."""
        return self.doubtful.get(normalised(text)) or self.doubtful.get(loosely_normalised(text), ())

    def code_of(self, text: str) -> str | None:
        """The code of a word; None for an unknown one, and one that may stand for several."""
        return self.codes.get(normalised(text)) or self.codes.get(loosely_normalised(text))

    def as_json(self) -> list[object]:
        """All that reading depends on, for the cache's key."""
        return [
            self.noun,
            list(self.shown),
            list(self.codes.items()),
            list(self.doubtful.items()),
            sorted(self.synonyms),
            list(self.names.items()),
        ]


def _vocabulary(noun: str, entries: Iterable[tuple[str, tuple[str, ...]]], own: int = 1) -> Vocabulary:
    """The words of each code, of which the first is its name; the first `own` are no synonyms."""
    codes: dict[str, str] = {}
    shown: list[str] = []
    known: list[str] = []
    called: set[str] = set()
    names: dict[str, str] = {}
    for code, words in entries:
        names.setdefault(code, words[0])
        called.update(map(loosely_normalised, words[:own]))
        shown.append(words[0])
        known += words
        for word in words:
            codes.setdefault(normalised(word), code)
            codes.setdefault(loosely_normalised(word), code)
    synonyms = frozenset(map(loosely_normalised, known)) - called
    return Vocabulary(noun, tuple(shown), tuple(known), codes, synonyms=synonyms, names=names)


def _committees(params: Params, year: int, more: Mapping[str, tuple[str, ...]]) -> Vocabulary:
    """Committees by code, name, short name and whatever else they are called. A word of two of them is of neither."""
    entries = [
        (one.code, (one.code, one.name, one.short_name, *one.synonyms, *more.get(one.code, ())))
        for one in params.committees.values()
    ]
    meant: dict[str, dict[str, None]] = {}
    for code, words in entries:
        for word in words if params.committees[code].exists_in(year) else ():
            for spelling in (normalised(word), loosely_normalised(word)):
                meant.setdefault(spelling, {})[code] = None
    doubtful = {word: tuple(codes) for word, codes in meant.items() if len(codes) > 1}
    ordered = sorted(entries, key=lambda entry: not params.committees[entry[0]].exists_in(year))
    plain = _vocabulary("en nämnd", ordered, own=3)
    shown = tuple(one.code for one in params.committees.values())
    codes = {word: code for word, code in plain.codes.items() if word not in doubtful}
    return replace(
        plain, shown=shown, words=tuple(word for _, words in entries for word in words), codes=codes, doubtful=doubtful
    )


def vocabulary_of(
    column: ColumnLayout, params: Params, year: int, committees: Mapping[str, tuple[str, ...]] | None = None
) -> Vocabulary | None:
    """The vocabulary of a column; None where any text will do. `committees` are more words for them, by code.

    Without a plan for the year there is no vocabulary of goals either: the missing plan is reported once, not once for
    every goal.
    """
    if column.type == "committee":
        return _committees(params, year, committees or {})
    if column.type == "indicator":
        indicators = params.indicators.values()
        return _vocabulary("en indikator", [(one.code, (one.code, one.name)) for one in indicators], own=2)
    if column.type == "goal":
        plan = params.plans.get(year)
        if plan is None:
            return None
        return _vocabulary("ett mål", [(one.code, (one.name, one.code, *one.synonyms)) for one in plan.goals], own=2)
    if isinstance(column.choices, str):
        grades = params.scales[column.choices]
        return _vocabulary("ett av orden", [(one.code, (one.word, *one.synonyms)) for one in grades], own=0)
    if column.choices is not None:
        return _vocabulary("ett av orden", column.choices.items())
    return None
