"""A balance in words: deficit, surplus or neither, in the same words in every verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.document.cells import Sentence
from followup.sections.shared.sentences import size, unit_once, without_unit

if TYPE_CHECKING:
    from followup.ground.figure import Figure

# More names than three are no answer to why.
MOST_NAMED = 3
# Of those that go against the balance, and only as long as there is room on the first page.
MOST_AGAINST = 2


def sign_of(figure: Figure) -> int:
    """−1, 0 or 1 of an amount in kronor as a reader sees it, in mnkr with one decimal; 0 if it is missing."""
    shown = 0 if figure.is_missing else figure.as_shown(1)
    return (shown > 0) - (shown < 0)


def balance(figure: Figure) -> Sentence:
    """`ett underskott mot budget på 120 miljoner kronor`, `ett överskott …`, `en ekonomi i balans`; + is a surplus."""
    sign = sign_of(figure)
    word = "överskott" if sign > 0 else "underskott"
    return [f"ett {word} mot budget på ", size(figure)] if sign else ["en ekonomi i balans"]


def between(low: Figure, high: Figure) -> Sentence:
    """`ett underskott på mellan 128,9 och 160,9 miljoner kronor`, the smaller first, of a low and a high balance.

    On either side of zero: `mellan ett underskott på 3,3 och ett överskott på 8,1 miljoner kronor`.
    """
    signs = (sign_of(low), sign_of(high))
    if signs == (-1, 1):
        return ["mellan ett underskott på ", without_unit(size(low)), " och ett överskott på ", size(high)]
    if signs == (0, 0):
        return ["en ekonomi i balans"]
    if min(signs) < 0:
        return ["ett underskott på mellan ", without_unit(size(high)), " och ", size(low)]
    return ["ett överskott på mellan ", without_unit(size(low)), " och ", size(high)]


def change(figure: Figure, than: str, same: str) -> Sentence:
    """`35 miljoner kronor sämre än prognosen i februari`, or `same`; + is better."""
    sign = sign_of(figure)
    return [size(figure), f" {'bättre' if sign > 0 else 'sämre'} {than}"] if sign else [same]


def largest(lead: str, named: Sequence[tuple[str, Figure]]) -> Sentence:
    """`Störst underskott väntas i A (41 miljoner kronor), B (28,5) och C (22).` of names, the largest first."""
    return [lead, *unit_once([(name, size(figure)) for name, figure in named]), "."]


def are_more_than(named: Sequence[tuple[str, Figure]], whole: Figure) -> bool:
    """Whether the parts named are more than the whole, as shown: then something that is not named goes against them."""
    total = sum(abs(figure.as_shown(1)) for _, figure in named)
    return whole.is_missing or total > abs(whole.as_shown(1))


def beside(lead: str, named: Sequence[tuple[str, Figure]]) -> Sentence:
    """`; störst överskott i D (30) och E (18,7)` in a sentence that has told the unit."""
    return [lead, *unit_once([(name, size(figure)) for name, figure in named], is_told=True)]
