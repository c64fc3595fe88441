"""What a tile says of an amount that is shown as the difference of what is shown, where its exact value is another.

That differences are reckoned on what is shown is told in Om underlaget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from followup.document.blocks import Tile
from followup.document.cells import Cell, Sentence
from followup.ground import swedish


def with_rounding(tiles: Sequence[Tile]) -> tuple[Tile, ...]:
    """The tiles, the first that has such an amount with a line that gives the exact one; one on a page is enough."""
    for place, tile in enumerate(tiles):
        cells = [part for line in tile.lines for part in line if isinstance(part, Cell)]
        for cell in (tile.main, *cells):
            if cell.exact is not None:
                changed = replace(tile, lines=(*tile.lines, _told(cell, cell.exact)))
                return (*tiles[:place], changed, *tiles[place + 1 :])
    return tuple(tiles)


def _told(cell: Cell, exact: float) -> Sentence:
    """With as few decimals more as show that it is another: `−31,46 mnkr` beside `−31,4 mnkr`."""
    decimals = cell.decimals + 1
    text = swedish.joined(swedish.signed(exact, decimals), cell.unit)
    return ["Oavrundad: ", replace(cell, text=text, value=exact, exact=None, decimals=decimals, made=cell.made)]
