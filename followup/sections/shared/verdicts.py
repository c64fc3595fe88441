"""A balance in words: deficit, surplus or neither, in the same words in every verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.cells import Sentence
from followup.sections.shared.sentences import size, without_unit

if TYPE_CHECKING:
    from followup.ground.figure import Figure

# More names than three are no answer to why.
MOST_NAMED = 3


def sign_of(figure: Figure) -> int:
    """−1, 0 or 1 of an amount in kronor as a reader sees it, in mnkr with one decimal; 0 if it is missing."""
    shown = 0 if figure.is_missing else figure.as_shown(1)
    return (shown > 0) - (shown < 0)


def balance(figure: Figure) -> Sentence:
    """`ett underskott mot budget på 120 miljoner kronor`, `ett överskott …`, `en ekonomi i balans`; + is a surplus."""
    sign = sign_of(figure)
    word = "överskott" if sign > 0 else "underskott"
    return [f"ett {word} mot budget på ", size(figure)] if sign else ["en ekonomi i balans"]


def change(figure: Figure, than: str, same: str) -> Sentence:
    """`35 miljoner kronor sämre än prognosen i februari`, or `same`; + is better."""
    sign = sign_of(figure)
    return [size(figure), f" {'bättre' if sign > 0 else 'sämre'} {than}"] if sign else [same]


def largest(lead: str, named: list[tuple[str, Figure]]) -> Sentence:
    """`Störst underskott, i miljoner kronor, har A (41), B (28,5) och C (22).` of names in order, the largest first.

    `lead` has the unit, which is then said once.
    """
    sentence: Sentence = [lead]
    for place, (name, figure) in enumerate(named):
        before = "" if place == 0 else " och " if place == len(named) - 1 else ", "
        sentence += [f"{before}{name} (", without_unit(size(figure)), ")"]
    return [*sentence, "."]
