"""How many cells say the same, so that whoever opens the sheet and filters it counts as many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from followup.ground.figure import Figure, Origin, joined


@dataclass(frozen=True)
class Told:
    """What one cell says: the code that it was read as, the cell, and its `Condition`: its heading with its words.

    Without a cell, as for a goal that has no row, nothing has been said of the code, and `said` may be empty.
    """

    code: str
    origin: Origin
    said: tuple[Any, ...]


def counted_cells(told: Sequence[Told], code: str, word: str) -> Figure:
    """How many have a code; 0 is a count. All their cells were looked at. `word` is the code's, where none has it.

    What has no cell cannot be counted in a sheet: a number with such in it says no condition.
    """
    with_code = [one for one in told if one.code == code]
    headings = {one.said[0] for one in told if one.said}
    if len(headings) != 1 or not all(one.said and one.origin for one in with_code):
        return Figure.count(len(with_code), joined(one.origin for one in told))
    words = tuple(dict.fromkeys(text for one in with_code for text in one.said[1]))
    cells = joined(one.origin for one in told if one.said)
    return Figure.count(len(with_code), cells, (headings.pop(), words or (word,)))
