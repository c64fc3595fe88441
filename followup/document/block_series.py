"""Several blocks from one call: as many as the plan has objectives, which no notebook can know beforehand."""

from __future__ import annotations

from followup.document.blocks import Block


class BlockSeries(tuple[Block, ...]):
    """Blocks in reading order. As the last value of a notebook's cell, each becomes an output of its own."""

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for block in self:
            display(block)  # type: ignore[no-untyped-call]
