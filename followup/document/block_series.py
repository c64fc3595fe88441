"""Several blocks from one call: as many as the plan has objectives, which no notebook can know beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from followup.document.blocks import Block


class NothingShown:
    """What a notebook shows its reviewer where there is no block: why. It is no part of the report."""

    def __init__(self, why: str) -> None:
        self._text = f"Visas inte, eftersom {why}." if why else "Visas inte, eftersom det inte finns något att visa."

    def __repr__(self) -> str:
        return self._text


class BlockSeries(tuple[Block, ...]):
    """Blocks in reading order. As the last value of a notebook's cell, each becomes an output of its own.

    `why` there are none is a clause that follows upon "eftersom".
    """

    why: str

    def __new__(cls, blocks: Iterable[Block] = (), why: str = "") -> Self:
        found = super().__new__(cls, tuple(blocks))
        found.why = why
        return found

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for block in self or (NothingShown(self.why),):
            display(block)  # type: ignore[no-untyped-call]
