"""Cells, sentences and prose as runs and paragraphs: what stands in a text or in a table's cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from followup.document.cells import Cell, Sentence
from followup.document.markdown import DEEPEST_LIST, is_safe_link
from followup.document.prose import Inline, Prose, items_of, marks_of
from followup.formats.docx.lists import BULLET, STEP, Lists
from followup.formats.docx.wordml import PLAIN, Box, Look, Paragraph, line_break, run
from followup.ground.palette import palette

# The address of a link to its relationship in the file.
Linked = Callable[[str], str]

# The last two are the bars of the other formats: an amount better than budget, or worse.
_SIGNS = {"circle": "●", "triangle": "▲", "diamond": "◆", "ring": "○", "up": "↗", "level": "→", "down": "↘"}
_SIGNS |= {"better": "▶", "worse": "◀"}
_SIGN_FONT = "Segoe UI Symbol"


def cell_runs(cell: Cell, look: Look = PLAIN) -> str:
    """A cell's text, with its sign before it in the colour of its tone. The word stands for itself without the sign."""
    sign = _SIGNS.get(cell.symbol, "")
    if not sign:
        return run(cell.text, look)
    coloured = replace(look, colour=palette().tones[cell.tone or "neutral"], font=_SIGN_FONT)
    return run(f"{sign}\u00a0", coloured) + run(cell.text, look)


def sentence_runs(sentence: Sentence, look: Look = PLAIN) -> str:
    """A sentence with its figures as they are shown."""
    return "".join(run(part, look) if isinstance(part, str) else cell_runs(part, look) for part in sentence)


def prose_paragraphs(
    prose: Prose,
    lists: Lists,
    linked: Linked,
    style: str = "Normal",
    look: Look = PLAIN,
    box: Box = "",
    level: int = 0,
) -> Iterator[Paragraph]:
    """The paragraphs of a prose tree; lists are lists of Word, whose items may have paragraphs and lists of their own.

    `level` is how deep in lists the tree stands: 0 for none. What introduces a list stays with its first item.
    """
    for node, after in zip(prose, [*prose[1:], None], strict=False):
        if "p" in node:
            introduces = after is not None and "p" not in after
            content = _inline(node["p"], linked, look)
            yield Paragraph(style, content, keep_next=introduces, indent=STEP * level, box=box)
            continue
        if "ul" in node:
            numbers = [lists.bullets(node.get("mark", BULLET))] * len(node["ul"])
        else:
            numbers = lists.numbered(marks_of(node), level)
        kept = kept_items(len(numbers))
        for place, (item, number) in enumerate(zip(items_of(node), numbers, strict=True)):
            inner = min(level + 1, DEEPEST_LIST)
            nothing = Paragraph(style, "", box=box)
            first, *others = list(prose_paragraphs(item, lists, linked, style, look, box, inner)) or [nothing]
            # An item that begins with a list of its own has that list's mark.
            first = first if first.item else replace(first, item=(number, level), indent=0.0)
            for one in (first, *others):
                yield replace(one, keep_next=True) if place in kept else one


def kept_items(count: int) -> set[int]:
    """Which items of a list stay with the next: the first with the second, and the last but one with the last.

    None stands alone on a page.
    """
    return {0, count - 2} - {count - 1}


def _inline(nodes: Sequence[Inline], linked: Linked, look: Look) -> str:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(run(node, look))
        elif "br" in node:
            found.append(line_break())
        elif "a" in node:
            found.append(_link(node["a"], node["href"], linked, look))
        elif "em" in node:
            found.append(_inline(node["em"], linked, replace(look, italic=True)))
        else:
            found.append(_inline(node["strong"], linked, replace(look, bold=True)))
    return "".join(found)


def _link(nodes: Sequence[Inline], address: str, linked: Linked, look: Look) -> str:
    if not is_safe_link(address):
        return _inline(nodes, linked, look)
    shown = _inline(nodes, linked, replace(look, style="Hyperlink"))
    return f'<w:hyperlink r:id="{linked(address)}" w:history="1">{shown}</w:hyperlink>'
