"""How a figure is made, in words that anyone can follow without the program: an operation, a formula and its parts.

A part is some cells of one column of one sheet, in a unit, with or without the sign turned; `S1` in a formula is the
sum of the first part's cells as they stand. So a deviation in millions of kronor of costs that stand with plus is
`(S2 - S1) / 1000000`. `round(…, 1)` is rounding half away from zero, and `min(…, 0)` the amount or 0. What cannot be
reckoned from the cells alone says so: `corrected(S1)` and `converted(S1)` are what was read of cells that a correction
or a layout makes others, `count(S1)` how many of the cells stand in a row that the part's conditions let through (all
do without conditions), and `computed(S1, S2)` what only the report's own text explains.

The formula follows from the figure's `made`, step by step, and from nothing else: sums of sums become one sum, and
parts that stand in one column and are used alike become one part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from followup.ground.figure import COUNT, KRONOR, Cells, Figure, Made
from followup.ground.reading import Change, Conditions, Counted, Reading, rows_in_words

MILLION = 1_000_000
ONE = Fraction(1)
# What is only rounded, or 0 at most, was made by what stands within.
_LIMITED = re.compile(r"^(?:round|min)\((.*), \d+\)$")
_NAME = re.compile(r"(?<=\bS)\d+\b")


@dataclass(frozen=True)
class Part:
    """Some cells; `unit` is the sheet's, `flipped` whether the sign is another than theirs, `rows` which rows."""

    cells: Cells
    unit: str = ""
    flipped: bool = False
    rows: str = ""


@dataclass(frozen=True)
class Making:
    """How a figure is made: the operation that was last, the formula, and the parts S1, S2, …"""

    operation: str
    formula: str
    parts: tuple[Part, ...]


def making_of(figure: Figure, millions: bool = False) -> Making:
    """How the figure is made; in millions of kronor where `millions`.

    A missing figure has no formula: its parts are the cells that were looked at.
    """
    if figure.value is None:
        reading = figure.made if isinstance(figure.made, Reading) else None
        return Making("", "", tuple(_part(cells, reading) for cells in figure.origin))
    made = figure.made
    if isinstance(made, Reading) and len(figure.origin) == 1 and not made.change:
        # Most figures, for which the rest would find the same.
        by = _exact(made.factor) * (Fraction(1, MILLION) if millions and figure.unit == KRONOR else ONE)
        return Making(operation_of(figure), _times((by, "S1")), (_part(figure.origin[0], made),))
    writer = _Writer()
    scale = Fraction(1, MILLION) if millions and figure.unit == KRONOR else ONE
    term = writer.sum_of(figure, scale)
    operation = operation_of(figure)
    if operation in ("sum", "difference"):
        # A sum of differences is one, and a difference from what was turned is a sum: the formula is what anyone sees.
        inside = _LIMITED.sub(r"\1", term[1])
        operation = "difference" if _has_outside(inside, "-") else "sum"
    return Making(operation, *_used(_times(term), writer.parts))


def operation_of(figure: Figure) -> str:
    """The operation that made the figure; what only turns or rounds it, or gives it another unit, does not count."""
    made = figure.made
    if made is None or isinstance(made, Counted):
        return "count" if figure.unit == COUNT else "computed"
    if isinstance(made, Reading):
        return "read" if sum(cells.size for cells in figure.origin) <= 1 else "sum"
    is_told = made.operation not in ("negated", "rounded", "at_most_zero")
    if made.operation == "multiple" and made.of[0].unit != figure.unit:
        is_told = False
    return made.operation if is_told else operation_of(made.of[0])


# What cells that are used alike have in common, which is cheap to look up: their column and how they were read, and the
# parts of the number that they are multiplied by. Then that number, and the cells.
_Alike = tuple[str, str, str, bool, str, Change, int, int]
_Group = list[tuple[Cells, Conditions]]
_Read = dict[_Alike, tuple[Fraction, _Group]]
# What is no sum of cells: what it is multiplied by, and whether its sign has been turned since it was read.
_Others = list[tuple[Fraction, Figure, bool]]
# A text and what it is multiplied by.
_Term = tuple[Fraction, str]


class _Writer:
    def __init__(self) -> None:
        self.parts: list[Part] = []

    def sum_of(self, figure: Figure, scale: Fraction = ONE, turned: bool = False) -> _Term:
        """A figure × `scale` as a sum of parts and of what else there is in it."""
        read: _Read = {}
        others: _Others = []
        _collect(figure, scale, turned, read, others)
        terms = [(by, self._sum(cells, alike)) for alike, (by, group) in read.items() for cells in _apart(group)]
        return _added([*terms, *(self._other(*one) for one in others)])

    def _other(self, scale: Fraction, figure: Figure, turned: bool) -> _Term:
        """What is no sum of parts."""
        made = figure.made
        if isinstance(made, Reading | Counted) or made is None:
            name, rows = ("count", made.rows) if isinstance(made, Counted) else ("computed", ())
            parts = (Part(cells, rows=rows_in_words((rows,))) for cells in figure.origin)
            return scale, f"{name}({', '.join(map(self._name, parts))})"
        if made.operation == "computed":
            return scale, f"computed({', '.join(self._names_of(made))})"
        if made.operation == "rounded":
            return scale, f"round({_times(self.sum_of(made.of[0], ONE, turned))}, {made.number})"
        if made.operation == "at_most_zero":
            return scale, f"min({_times(self.sum_of(made.of[0]))}, 0)"
        if made.operation == "weighted":
            texts = [_grouped(_times(self.sum_of(one))) for one in made.of]
            products = " + ".join(f"{value} * {weight}" for value, weight in zip(texts[::2], texts[1::2], strict=True))
            return scale, f"({products}) / ({' + '.join(texts[1::2])})"
        terms: list[_Term] = [self.sum_of(part) for part in made.of]
        (one, first), (two, second) = terms[:2]
        if one * two < 0:
            # An increase reads as one: what is compared comes first.
            one, first = self.sum_of(made.of[0], -ONE)
            one = -one
        if made.operation == "share" and abs(one) != abs(two):
            # A mean of eight months stands as one: `S1 / (S2 / 8) * 100`.
            first, second = _times((abs(one), first)), _times((abs(two), second))
            return scale * made.number, f"{_grouped(first)} / {_grouped(second)}"
        if made.operation == "share":
            return scale * made.number * one / two, f"{_grouped(first)} / {_grouped(second)}"
        three, third = terms[2]
        return scale * one * two / three, f"{_grouped(first)} * {_grouped(second)} / {_grouped(third)}"

    def _names_of(self, made: Made) -> list[str]:
        """The parts that an operation rests on."""
        read: _Read = {}
        others: _Others = []
        for figure in made.of:
            _collect(figure, ONE, False, read, others)
        names = [self._sum(cells, alike) for alike, (_, group) in read.items() for cells in _apart(group)]
        return list(dict.fromkeys([*names, *(self._other(*one)[1] for one in others)]))

    def _sum(self, group: _Group, alike: _Alike) -> str:
        """The name of the part that some cells of one column are."""
        cells, rows = group[0]
        if len(group) > 1:
            cells = Cells.of_ranges(cells, (ranges for one, _ in group for ranges in one.rows))
        *_, flipped, unit, change, _, _ = alike
        words = rows_in_words(tuple(dict.fromkeys(rows for _, rows in group)) if len(group) > 1 else (rows,))
        name = self._name(Part(cells, unit, flipped, words))
        return f"{change}({name})" if change else name

    def _name(self, part: Part) -> str:
        if part not in self.parts:
            self.parts.append(part)
        return f"S{self.parts.index(part) + 1}"


def _collect(figure: Figure, scale: Fraction, turned: bool, read: _Read, others: _Others) -> None:
    """Finds what a figure × `scale` is a sum of: cells that were read, and other figures.

    `turned` says whether the sign has been turned since the figure was made, which a difference does not do.
    """
    made = figure.made
    if isinstance(made, Reading):
        by, flipped = scale * _exact(made.factor), (made.factor < 0) != turned
        # Without its rows, so that parts of one column meet.
        alike = flipped, made.unit, made.change, by.numerator, by.denominator
        for cells in figure.origin:
            key = (cells.workbook, cells.sheet, cells.column, *alike)
            read.setdefault(key, (by, []))[1].append((cells, made.rows))
    elif made is None or isinstance(made, Counted):
        others.append((scale, figure, turned))
    elif made.operation in ("sum", "average"):
        shared = scale if made.operation == "sum" else scale / len(made.of)
        for one in made.of:
            _collect(one, shared, turned, read, others)
    elif made.operation == "difference":
        _collect(made.of[0], scale, turned, read, others)
        _collect(made.of[1], -scale, turned, read, others)
    elif made.operation == "negated":
        _collect(made.of[0], -scale, not turned, read, others)
    elif made.operation == "multiple":
        _collect(made.of[0], scale * made.number, turned, read, others)
    else:
        others.append((scale, figure, turned))


def _used(formula: str, parts: list[Part]) -> tuple[str, tuple[Part, ...]]:
    """The formula and its parts, without those that have been subtracted from themselves."""
    numbers = sorted({int(number) for number in _NAME.findall(formula)})
    if len(numbers) == len(parts):
        return formula, tuple(parts)
    places = {str(number): str(place) for place, number in enumerate(numbers, start=1)}
    return _NAME.sub(lambda name: places[name[0]], formula), tuple(parts[number - 1] for number in numbers)


def _part(cells: Cells, reading: Reading | None) -> Part:
    if reading is None:
        return Part(cells)
    return Part(cells, reading.unit, reading.factor < 0, rows_in_words((reading.rows,)))


@lru_cache(maxsize=64)
def _exact(factor: float) -> Fraction:
    return Fraction(factor)


def _apart(group: _Group) -> list[_Group]:
    """The cells in as few groups as have no cell twice: a sum counts a cell as often as it was added."""
    if len(group) == 1:
        return [group]
    found: list[tuple[set[int], _Group]] = []
    for cells, conditions in group:
        rows = {row for first, last in cells.rows for row in range(first, last + 1)}
        place = next((one for one in found if not one[0] & rows), None)
        if place is None:
            found.append((rows, [(cells, conditions)]))
        else:
            place[0].update(rows)
            place[1].append((cells, conditions))
    return [members for _, members in found]


def _added(terms: list[_Term]) -> _Term:
    """`S1 - S2`, × what they have in common. What is subtracted comes last, so that no text begins with a sign."""
    numbers: dict[str, Fraction] = {}
    for number, text in terms:
        numbers[text] = numbers.get(text, Fraction(0)) + number
    kept = [(number, text) for text, number in numbers.items() if number]
    if len(kept) <= 1:
        return kept[0] if kept else (ONE, "0")
    sign = 1 if any(number > 0 for number, _ in kept) else -1
    kept.sort(key=lambda term: term[0] * sign < 0)
    shared = abs(kept[0][0]) if len({abs(number) for number, _ in kept}) == 1 else ONE
    texts = ["- " if number * sign < 0 else "+ " for number, _ in kept]
    texts = [before + _times((abs(number) / shared, text)) for before, (number, text) in zip(texts, kept, strict=True)]
    return sign * shared, " ".join(texts)[2:]


def _times(term: _Term) -> str:
    """`(S1 - S2) / 1000`."""
    number, text = term
    if number == 1:
        return text
    above, below = number.numerator, number.denominator
    times, by = (f" * {above}" if above != 1 else ""), (f" / {below}" if below != 1 else "")
    return f"{f'({text})' if _has_outside(text, '+-') else text}{times}{by}"


def _has_outside(text: str, signs: str) -> bool:
    """Whether one of the signs stands outside parentheses."""
    depth = 0
    for sign, following in pairwise(text):
        depth += (sign == "(") - (sign == ")")
        if sign in signs and following == " " and not depth:
            return True
    return False


def _grouped(text: str) -> str:
    return f"({text})" if _has_outside(text, "+-*/") else text
