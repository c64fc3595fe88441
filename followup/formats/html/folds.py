"""The page in parts, and which of them are folded: a long report is opened where it is read and not scrolled past.

A part is a heading of the report with what stands below it. Its heading is not folded with it, so that the report keeps
its outline; the line that unfolds it says what there is. On a wide screen templates/report.css shows the report's own
parts unfolded, and only what is looked up stays folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from followup.document.blocks import Block, Chart, Gallery, Heading, Table
from followup.ground.swedish import counted

# What is shorter is shown: a line that unfolds it would take as much room. In rows, charts and letters.
_FEW_ROWS, _FEW_CHARTS, _SHORT_TEXT = 8, 2, 900
# In letters, of the line that unfolds: three lines on a telephone. A title alone may be longer.
_LONGEST_SUMMARY = 120
# The headings that a part begins with; one of level 4 divides a part of the report and is folded with it.
_DIVIDING = (2, 3)

Drawn = tuple[Block, str]


@dataclass(frozen=True)
class Part:
    """A heading, or none, and the blocks below it, each with its HTML. `summary` unfolds them; empty if they are shown.

    `looked_up` is what stays folded on a wide screen too.
    """

    heading: Heading | None = None
    blocks: tuple[Drawn, ...] = ()
    summary: str = ""
    looked_up: bool = False
    within: str = field(default="")


def parts_of(items: Sequence[Drawn], looked_up: bool = False) -> list[Part]:
    """The parts of a report or, `looked_up`, of its appendix, in reading order."""
    return [part for heading, blocks in _divided(items) for part in _folded(heading, blocks, looked_up)]


def _divided(items: Sequence[Drawn]) -> Iterator[tuple[Heading | None, list[Drawn]]]:
    heading: Heading | None = None
    below: list[Drawn] = []
    for item, html in items:
        if isinstance(item, Heading) and item.level in _DIVIDING:
            yield heading, below
            heading, below = item, []
        else:
            below.append((item, html))
    yield heading, below


def _folded(heading: Heading | None, blocks: list[Drawn], looked_up: bool) -> Iterator[Part]:
    if heading and (heading.level > _DIVIDING[0] or looked_up):
        # A part of a section, whole.
        summary = _what(blocks) if _is_long(blocks) else ""
        yield Part(heading, tuple(blocks), summary, looked_up, heading.text)
        return
    if heading:
        yield Part(heading)
    for block, html in blocks:
        yield Part(None, ((block, html),), _what_alone(block), looked_up)


def _is_long(blocks: Sequence[Drawn]) -> bool:
    figures = any(isinstance(block, Table | Chart | Gallery) for block, _ in blocks)
    return figures or sum(len(html) for _, html in blocks) > _SHORT_TEXT


def _what(blocks: Sequence[Drawn]) -> str:
    """The titles of what is folded, as many whole ones as have room and how many more; else that it is a text."""
    # What the charts find before what the tables hold.
    ordered = sorted((block for block, _ in blocks), key=lambda block: isinstance(block, Table))
    titles = [title for block in ordered for title in _titles(block)]
    if not titles:
        return "Läs texten"
    shown = 1
    while shown < len(titles) and sum(map(len, titles[: shown + 1])) <= _LONGEST_SUMMARY:
        shown += 1
    more = f" – och {counted(len(titles) - shown, 'till', 'till')}" if shown < len(titles) else ""
    return " · ".join(titles[:shown]) + more


def _titles(block: Block) -> list[str]:
    """What a block finds: a chart's title says a message, a table's name what it holds."""
    if isinstance(block, Gallery):
        return [block.title] if block.title else [chart.title for chart in block.charts]
    if isinstance(block, Chart):
        return [block.title]
    return [block.caption] if isinstance(block, Table) and block.caption else []


def _what_alone(block: Block) -> str:
    """What unfolds a long table, or many charts, that stand in a section beside what is shown; else nothing."""
    if isinstance(block, Gallery) and len(block.charts) > _FEW_CHARTS:
        return f"{counted(len(block.charts), 'diagram', 'diagram')}{f': {block.title}' if block.title else ''}"
    if isinstance(block, Table) and len(block.rows) > _FEW_ROWS:
        return f"Tabell: {block.caption}"
    return ""
