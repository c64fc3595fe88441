"""A figure that knows which cells it is made of.

Every number that a report shows is a `Figure`: a value in its unit and the spreadsheet cells behind it. Arithmetic on
figures joins their cells, so the origin of a deviation is the cells of the outcome and of the budget without anyone
keeping a list. It also remembers what it was made of, and how, which `ground/formula.py` tells. Missing is missing: a
sum or a difference with a missing part is missing, never 0. Kronor and per cent have no sum: figures of different units
are never added, missing ones neither.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from followup.ground.reading import Condition, Counted, Operation, Reading
from followup.ground.rounding import NBSP, in_millions, mean_of, rounded, written

Ranges = tuple[tuple[int, int], ...]

KRONOR = "kr"
PERCENT = "%"
PERCENTAGE_POINTS = "procentenheter"
COUNT = "antal"

# How many decimals a ratio of people has, everywhere.
PEOPLE_DECIMALS = 1
# What a figure may tell of people: "count" is a number of people or their hours, which is never shown; "ratio" is a
# ratio of people as it stands in a workbook, which is shown only when it has been rounded; "" may be shown.
People = Literal["", "count", "ratio"]


@dataclass(frozen=True)
class Cells:
    """Some cells of one column of one sheet: `2024/2024-04/utfall.xlsx`, `Huvudbok`, column `H`, rows 5-310 and 400."""

    workbook: str
    sheet: str
    column: str
    rows: Ranges

    @classmethod
    def of(cls, workbook: str, sheet: str, column: str, rows: Iterable[int]) -> Cells:
        """From row numbers in any order."""
        return cls(workbook, sheet, column, _ranges(rows))

    @classmethod
    def of_ranges(cls, column: Cells, ranges: Iterable[tuple[int, int]]) -> Cells:
        """Ranges of rows in any order, in the column of some cells."""
        return cls(column.workbook, column.sheet, column.column, _merged(ranges))

    @property
    def size(self) -> int:
        """How many they are."""
        return sum(last - first + 1 for first, last in self.rows)

    @property
    def address(self) -> str:
        """As a spreadsheet writes it: `H5:H310,H400`; lines of a params file as `rad 40–41`."""
        between = "–" if self.column.endswith(" ") else f":{self.column}"
        return ",".join(
            f"{self.column}{first}" if first == last else f"{self.column}{first}{between}{last}"
            for first, last in self.rows
        )

    def __str__(self) -> str:
        # A text file has no sheets.
        return f"{self.workbook}, {self.sheet}!{self.address}" if self.sheet else f"{self.workbook}, {self.address}"


Origin = tuple[Cells, ...]


def _ranges(rows: Iterable[int]) -> Ranges:
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return tuple((first, last) for first, last in runs)


def _merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    runs: list[list[int]] = []
    for first, last in sorted(ranges):
        if runs and first <= runs[-1][1] + 1:
            runs[-1][1] = max(runs[-1][1], last)
        else:
            runs.append([first, last])
    return tuple((first, last) for first, last in runs)


def joined(origins: Iterable[Origin]) -> Origin:
    """All cells of several origins, each cell once, in the order in which the columns were first met."""
    ranges: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for origin in origins:
        for cells in origin:
            ranges.setdefault((cells.workbook, cells.sheet, cells.column), []).extend(cells.rows)
    return tuple(Cells(*key, _merged(found)) for key, found in ranges.items())


@dataclass(frozen=True)
class Made:
    """An operation on figures; `number` is what a multiple is multiplied by and how many decimals are kept."""

    operation: Operation
    of: tuple[Figure, ...]
    number: Fraction | int = 1


@dataclass(frozen=True)
class Figure:
    """A value, its unit and its cells.

    `value` is unrounded: kronor with revenue + and cost −, per cent as 4.5 for 4,5 %. None is a missing value, and
    `why` then says in Swedish why it is missing ("saknas", "skyddad uppgift", "går inte att beräkna").

    What is told of people is rounded when it is made, so that nobody's hours can be had from the digits that are not
    shown: `per` of `people` is a rounded ratio. A figure with `people` left in it cannot be shown; see `showable`.

    A difference knows its two `terms`, and is shown as that between what is shown of them: `as_shown`; so is a mean.

    `made` is how its cells were read or counted, or the figures that it was made of; None for what a rule found of its
    cells, such as how many indicators reach their targets.
    """

    value: float | None
    unit: str = KRONOR
    origin: Origin = ()
    why: str = ""
    people: People = ""
    terms: tuple[Figure, Figure] | None = field(default=None, compare=False, repr=False)
    made: Reading | Counted | Made | None = field(default=None, compare=False, repr=False)

    @classmethod
    def missing(cls, why: str = "saknas", unit: str = KRONOR, origin: Origin = ()) -> Figure:
        """A figure without a value; `why` is shown to the reader."""
        return cls(None, unit, origin, why)

    @classmethod
    def sum(cls, figures: Iterable[Figure], unit: str = "") -> Figure:
        """The sum of the unrounded values; missing if any of them is. The sum of nothing is missing, in `unit` or kr.

        Raises ValueError for figures of different units, or of another than `unit` where it is given.
        """
        parts = list(figures)
        units = list(dict.fromkeys([*([unit] if unit else []), *(part.unit for part in parts)])) or [KRONOR]
        if len(units) > 1:
            raise ValueError(f"figures of different units have no sum: {' and '.join(units)}")
        origin = joined(part.origin for part in parts)
        for part in parts:
            if part.value is None:
                return cls(None, part.unit, origin, part.why)
        if not parts:
            return cls.missing(unit=units[0])
        people = max((part.people for part in parts), key=("", "ratio", "count").index)
        made = parts[0].made if len(parts) == 1 else Made("sum", tuple(parts))
        total = cls(math.fsum(part.value or 0.0 for part in parts), units[0], origin, people=people, made=made)
        pairs = [part.terms for part in parts if part.terms]
        if people or len(pairs) < len(parts):
            return total
        # A sum of differences is the difference between two sums, and is shown as theirs.
        return replace(total, terms=(cls.sum(one for one, _ in pairs), cls.sum(other for _, other in pairs)))

    @classmethod
    def mean(cls, figures: Iterable[Figure]) -> Figure:
        """The mean of the unrounded values; missing if any of them is, and of nothing. Raises as `sum`."""
        parts = list(figures)
        total = cls.sum(parts)
        if total.value is None:
            return total
        made = Made("average", tuple(parts))
        return cls(total.value / len(parts), total.unit, total.origin, people=total.people, made=made)

    @classmethod
    def count(cls, number: int, origin: Origin, said: Condition | None = None) -> Figure:
        """How many cells stand in a row that says one of the words; without words all, if they are just so many."""
        is_of_cells = said is not None or sum(cells.size for cells in origin) == number
        return cls(float(number), COUNT, origin, made=Counted((said,) if said else ()) if is_of_cells else None)

    @property
    def is_missing(self) -> bool:
        return self.value is None

    @property
    def known(self) -> float:
        """The value of a figure that is not missing. Raises ValueError for one that is: ask `is_missing` first."""
        if self.value is None:
            raise ValueError(f"a figure without value: {self.why}")
        return self.value

    def __str__(self) -> str:
        return self.digits if self.value is None or self.people else f"{self.digits}{NBSP}{self.unit}"

    @property
    def digits(self) -> str:
        """What a reviewer sees in a notebook, without its unit: whole kronor and counts, two decimals for the rest.

        It is rounded as in every block. Without a value it is the reason, and of people what may not be shown is not.
        """
        if self.value is None:
            return self.why
        if self.people:
            return "visas inte"
        whole = self.unit == KRONOR or (self.unit == COUNT and self.value.is_integer())
        return written(self.value, 0 if whole else 2)

    def __repr__(self) -> str:
        value = "…" if self.people and self.value is not None else self.value
        return f"Figure(value={value!s}, unit={self.unit!r}, origin={self.origin!r}, why={self.why!r})"

    def __bool__(self) -> bool:
        raise TypeError("A figure is neither true nor false: ask is_missing or compare its value.")

    def __neg__(self) -> Figure:
        if self.value is None:
            return self
        turned = self.terms and self.terms[::-1]
        return replace(self, value=-self.value, terms=turned, made=Made("negated", (self,)))

    def __add__(self, other: Figure) -> Figure:
        return Figure.sum((self, other))

    def __sub__(self, other: Figure) -> Figure:
        found = Figure.sum((self, -other))
        made = Made("difference", (self, other))
        return replace(found, terms=None if found.people or found.value is None else (self, other), made=made)

    def change_from(self, earlier: Figure) -> Figure:
        """This figure − `earlier`, where two percentages differ by percentage points."""
        change = self - earlier
        return change.in_unit(PERCENTAGE_POINTS) if change.unit == PERCENT else change

    def per(self, whole: Figure, unit: str = PERCENT) -> Figure:
        """This figure as a percentage of `whole`; missing where `whole` is missing or 0. Of people it is rounded."""
        origin = joined((self.origin, whole.origin))
        if self.value is None or whole.value is None:
            return Figure(None, unit, origin, self.why or whole.why)
        if whole.value == 0:
            return Figure(None, unit, origin, "går inte att beräkna")
        ratio = Figure(100 * self.value / whole.value, unit, origin, made=Made("share", (self, whole), 100))
        return ratio.rounded(PEOPLE_DECIMALS) if self.people or whole.people else ratio

    def times(self, number: Fraction, unit: str = "") -> Figure:
        """The value × `number`, in another unit if one is given; missing where it is."""
        unit = unit or self.unit
        if self.value is None:
            return self.in_unit(unit)
        value = self.value * float(number) if number >= 1 else self.value / float(1 / number)
        return replace(self, value=value, unit=unit, terms=None, made=Made("multiple", (self,), number))

    @property
    def at_most_zero(self) -> Figure:
        """The figure itself if it is below 0, else 0: what is left of a deficit."""
        if self.value is None:
            return self
        return replace(self.alone, value=min(0.0, self.value), made=Made("at_most_zero", (self,)))

    def rounded(self, decimals: int) -> Figure:
        """The value with so many decimals. A ratio of people may then be shown, a count of them never."""
        if self.value is None:
            return self
        people: People = "count" if self.people == "count" else ""
        value, made = float(rounded(self.value, decimals)), Made("rounded", (self,), decimals)
        return replace(self, value=value, people=people, terms=None, made=made)

    def as_shown(self, decimals: int, millions: bool = True) -> Decimal:
        """What a reader sees: rounded to `decimals`, kronor in millions of kronor unless not `millions`.

        A difference is that of its terms as they are shown, and a mean that of its parts, so that nobody who reckons
        from what stands there finds another. Raises ValueError for a missing figure.
        """
        if self.terms:
            return self.terms[0].as_shown(decimals, millions) - self.terms[1].as_shown(decimals, millions)
        if isinstance(self.made, Made) and self.made.operation == "average":
            return mean_of([part.as_shown(decimals, millions) for part in self.made.of], decimals)
        scaled = in_millions(self.known) if millions and self.unit == KRONOR else self.known
        return rounded(scaled, decimals)

    @property
    def alone(self) -> Figure:
        """A difference as an amount of its own, whose terms no reader sees: rounded by its own value."""
        return replace(self, terms=None)

    @property
    def showable(self) -> Figure:
        """The figure itself. Raises ValueError for one that tells too much of people: see `people`."""
        if self.people and self.value is not None:
            raise ValueError(
                "a number of people or hours is never shown, and a ratio of people only when it is rounded"
            )
        return self

    def in_unit(self, unit: str) -> Figure:
        """The same value under the name of its unit, as an indicator's is, whose column in a sheet has none."""
        return replace(self, unit=unit)
