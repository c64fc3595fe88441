"""Figures as the numbers that are drawn and as words in titles and alt texts.

Signs and comparisons follow what is shown: a deviation that rounds to 0,0 is neither a surplus nor a deficit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from followup.document.cells import cell_of
from followup.ground import swedish
from followup.ground.figure import KRONOR, Figure


def drawn(figure: Figure) -> float | None:
    """The height of a figure in the picture: kronor as mnkr, other units as they are; None if it is missing."""
    if figure.value is None:
        return None
    return swedish.in_millions(figure.value) if figure.unit == KRONOR else figure.showable.value


def known(figures: Iterable[Figure]) -> list[float]:
    """What there is to draw of `figures`."""
    return [value for figure in figures if (value := drawn(figure)) is not None]


def shown(figure: Figure, decimals: int = 1) -> Decimal | None:
    """The figure as its reader sees it, rounded, in mnkr or its own unit; None if it is missing."""
    return None if drawn(figure) is None else figure.as_shown(decimals)


def value_shown(figure: Figure, decimals: int = 1) -> Decimal:
    """As `shown`, of a figure that is not missing. Raises ValueError for one that is."""
    value = shown(figure, decimals)
    if value is None:
        raise ValueError(f"a figure without value: {figure.why}")
    return value


def label(figure: Figure, signed: bool = False, decimals: int = 1) -> str:
    """Beside a mark: `−10,4`, or why there is no number (`saknas`, `visas inte` for a protected one)."""
    if drawn(figure) is None:
        return "visas inte" if figure.why == swedish.PROTECTED_WHY else "saknas"
    value = float(figure.as_shown(decimals))
    return swedish.signed(value, decimals) if signed else swedish.number(value, decimals)


def words(figure: Figure, decimals: int = 1) -> str:
    """A deviation in a sentence: `minus 10,4 mnkr`, `plus 1,2 mnkr`; the reason if it is missing."""
    if figure.value is None:
        return label(figure)
    return _told(figure, decimals, plus=True)


def plain(figure: Figure, decimals: int = 1) -> str:
    """A level in a sentence: `10,4 mnkr`, `6,1 procent`; the reason if it is missing."""
    if figure.value is None:
        return label(figure)
    return _told(figure, decimals, plus=False)


def _told(figure: Figure, decimals: int, plus: bool) -> str:
    """In a title and an alt text the unit is that of the axis: mnkr, and not the prose's miljoner kronor."""
    if figure.unit != KRONOR:
        return cell_of(figure, decimals, signed=plus, prose=True).text
    return swedish.joined(swedish.in_prose(float(figure.as_shown(decimals)), decimals, plus), swedish.MILLIONS)


def size(figure: Figure, decimals: int = 1) -> str:
    """The magnitude in a sentence, without its sign: `10,4 mnkr`."""
    return plain(-figure if not figure.is_missing and figure.as_shown(decimals) < 0 else figure, decimals)


def in_sentence(name: str) -> str:
    """A label inside a sentence: `Minst 50 år` becomes `minst 50 år`; `IT-stöd` stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def listed(names: Sequence[str]) -> str:
    """Labels at the beginning of a sentence: `Kvinnor och minst 50 år`."""
    return swedish.list_of([*names[:1], *(in_sentence(name) for name in names[1:])])


def course(steps: Sequence[tuple[str, Figure]], told: Callable[[Figure], str]) -> str:
    """Figures in order for an alt text, each with its time: `2,1 i januari och 5,4 i februari`.

    More than six are summed up by the first and the last, the lowest and the highest. Missing ones are left out: the
    caller says which they are. Empty if there is none.
    """
    present = [(when, figure) for when, figure in steps if figure.value is not None]
    if len(present) <= 6:
        return swedish.list_of(f"{told(figure)} i {when}" for when, figure in present)
    low, high = (pick(present, key=lambda step: step[1].known) for pick in (min, max))
    first, lowest, highest, last = (f"{told(figure)} i {when}" for when, figure in (present[0], low, high, present[-1]))
    between = [f"{word} {text}" for word, text in (("lägst", lowest), ("högst", highest)) if text not in (first, last)]
    return f"{first} och {last}" + (f", {swedish.list_of(between)}" if between else "")
