"""Which of several has the largest deficit or surplus, and how many have one: asked by titles, alt texts, sentences.

A fact that stands in several places of a report is worked out here once, of all that is asked about and not of what is
drawn, and of the figures as a reader sees them: mnkr with one decimal. What is missing is left out; `Extreme.of` says
how many are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from followup.ground.figure import Figure


@dataclass(frozen=True)
class Extreme:
    """The names that share the extreme, in the order in which they came, its first figure, and how many are known."""

    names: tuple[str, ...]
    figure: Figure
    of: int


def shown(figure: Figure) -> Decimal | None:
    """A figure as its reader sees it, rounded to one decimal, kronor in mnkr; None if it is missing."""
    return None if figure.value is None else figure.showable.as_shown(1)


def rank(figure: Figure) -> tuple[Decimal, float]:
    """What figures stand in order by: as a reader sees them, and those that look alike by their values.

    A missing one is as one of nothing.
    """
    return shown(figure) or Decimal(0), figure.value or 0.0


def worst(figures: Mapping[str, Figure]) -> Extreme | None:
    """Who has the largest deficit, a figure below 0; None if nobody is known to have one."""
    found = _least(figures, 1)
    return found if found and (shown(found.figure) or 0) < 0 else None


def best(figures: Mapping[str, Figure]) -> Extreme | None:
    """Who has the largest surplus, a figure above 0; None if nobody is known to have one."""
    found = _least(figures, -1)
    return found if found and (shown(found.figure) or 0) > 0 else None


def highest(figures: Mapping[str, Figure]) -> Extreme:
    """Who has the highest figure of all that are known. Raises ValueError if none is."""
    return _known(_least(figures, -1))


def lowest(figures: Mapping[str, Figure]) -> Extreme:
    """Who has the lowest figure of all that are known. Raises ValueError if none is."""
    return _known(_least(figures, 1))


def _known(found: Extreme | None) -> Extreme:
    if found is None:
        raise ValueError("no figure is known")
    return found


def below_zero(figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Those with a deficit, in the order in which they came."""
    return tuple(name for name, figure in figures.items() if (shown(figure) or 0) < 0)


def _least(figures: Mapping[str, Figure], sign: int) -> Extreme | None:
    known = [(name, value) for name, figure in figures.items() if (value := shown(figure)) is not None]
    if not known:
        return None
    least = min(sign * value for _, value in known)
    names = tuple(name for name, value in known if sign * value == least)
    return Extreme(names, figures[names[0]], len(known))
