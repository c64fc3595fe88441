"""Where in the report the text stands that explains what a formula calls `computed`.

It is the text of a rule: beside the table that the figure is counted or taken from, else beside the figure itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from followup.document.blocks import Block, Chart, Composite

# What the formulas of such figures have.
COMPUTED = "computed("
# The block that a figure stands in, words of its label, and the blocks that explain it: the first that the report has.
_EXPLAIN = tuple(
    (re.compile(block), re.compile(label), blocks)
    for block, label, blocks in (
        ("nyckeltal", "Mål som", ("malmatris",)),
        ("nyckeltal|i-korthet", "Mål ur|ger nämnden mål inom", ("mal",)),
        ("nyckeltal|i-korthet", "nämnder och poster|Nämnder och poster", ("namnder",)),
        ("nyckeltal|verksamhetsmatt", "", ("indikatorer", "lasanvisning")),
        ("loften-i-korthet", "", ("loften",)),
        ("i-korthet|beraknat-.*|diagram-beraknat-.*", "", ("beraknat-regler", "beraknat-bedomning")),
        ("variation|diagram-indikator-.*", "", ("definitioner", "variation")),
    )
)


def explaining_block(block: str, label: str, known: frozenset[str]) -> str:
    """The id of the block whose text explains a figure that is computed; `known` are the ids that the report has."""
    for pattern, words, blocks in _EXPLAIN:
        if pattern.fullmatch(block) and words.search(label):
            return next((one for one in blocks if one in known), block)
    return block


def ids_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The ids of blocks, of all that they are made of, and of the tables behind charts."""
    return frozenset(_ids(blocks))


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        if isinstance(block, Composite):
            yield from _ids(block.parts())
        elif isinstance(block, Chart):
            yield block.data.id
