"""How cells are read into a figure: their unit, whether the sign is turned, which rows; and what is made of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# A heading and the values that a row may have there; a row meets all the conditions.
Condition = tuple[str, tuple[str, ...]]
Conditions = tuple[Condition, ...]
# Why the sum of the cells as they stand may be another than the sum of what was read of them.
Change = Literal["", "corrected", "converted"]

# What a figure was made by. "share" is `number` × the first / the second, "proportion" the first × the second / the
# third, "weighted" a mean of values that are each followed by its weight, and "computed" what only its text explains.
Operation = Literal[
    "sum",
    "difference",
    "negated",
    "multiple",
    "average",
    "share",
    "proportion",
    "weighted",
    "rounded",
    "at_most_zero",
    "computed",
]

ROW, EMPTY = "rad", "(tom)"
# What needs more alternatives than this is told by its cells alone.
_MOST_ALTERNATIVES = 3
_FEWEST_IN_RANGE = 3
_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True)
class Reading:
    """A sum of cells × `factor`. `unit` is the one that the cells are in, and a factor below 0 turns the sign.

    `change` says that some of the cells do not stand as they were read: a correction of params/corrections.yml goes for
    one ("corrected"), or its number was made another by the layout, as a year's that is spread over months
    ("converted"). `rows` are the conditions that the rows of the cells meet.
    """

    factor: float = 1.0
    unit: str = ""
    change: Change = ""
    rows: Conditions = ()


@dataclass(frozen=True)
class Counted:
    """A number of cells: of all the figure's, or of those in rows that meet the conditions.

    The figure's cells are all that were looked at, so that a count of 0 has cells too.
    """

    rows: Conditions = ()


def narrowed(conditions: Conditions, heading: str, values: Sequence[str]) -> Conditions:
    """The conditions with one more. Where the heading has one already, its values are those that meet both."""
    known = dict(conditions)
    both = tuple(value for value in known[heading] if value in values) if heading in known else tuple(values)
    return tuple({**known, heading: both}.items())


@lru_cache(maxsize=4096)
def rows_in_words(several: tuple[Conditions, ...]) -> str:
    """`Verksamhet=Bibliotek & Period=2024-01..2024-08` for rows that meet one of some conditions.

    Values of a heading are divided by `|` and alternatives by ` eller `. Empty where all rows of the sheet were asked
    for, or where it would take many alternatives: the cells say it then.
    """
    found = _joined([dict(conditions) for conditions in several])
    if len(found) > _MOST_ALTERNATIVES or not all(found):
        return ""
    return " eller ".join(
        " & ".join(f"{heading}={_values(values)}" for heading, values in one.items()) for one in found
    )


def _joined(several: list[Mapping[str, tuple[str, ...]]]) -> list[Mapping[str, tuple[str, ...]]]:
    """Those that differ in the values of one heading alone become one, which has all of these values."""
    headings = dict.fromkeys(heading for one in several for heading in one) if len(several) > 1 else ()
    for heading in headings:
        alike: dict[tuple[object, ...], dict[str, tuple[str, ...]]] = {}
        for one in several:
            others = (heading in one, *(item for item in one.items() if item[0] != heading))
            if others in alike and heading in one:
                same = alike[others]
                same[heading] = tuple(dict.fromkeys((*same[heading], *one[heading])))
            else:
                alike[others] = dict(one)
        several = list(alike.values())
    return several


def _values(values: Sequence[str]) -> str:
    months = [int(match[1]) * 12 + int(match[2]) for match in map(_MONTH.fullmatch, values) if match]
    if len(values) >= _FEWEST_IN_RANGE and len(months) == len(values):
        first, last = min(months), max(months)
        if len(set(months)) == last - first + 1:
            return f"{min(values)}..{max(values)}"
    return "|".join(values)
