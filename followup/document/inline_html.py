"""Texts, graded words and prose as HTML: what stands inside a block. Everything that is not ours is escaped here."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from followup.document.cells import Cell, Sentence
from followup.document.icons import ICONS
from followup.document.icons import drawing as icon_drawing
from followup.document.prose import Inline, Prose, marks_of
from followup.ground.characters import printable
from followup.ground.palette import palette
from followup.ground.unbroken import unbroken

# A day alone in a cell: its hyphens are no places to break the line.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# From the middle of a bar's place to either side, in pixels.
_HALF_BAR = 30
_STROKED = 'fill="none" stroke="{}" stroke-width="2"'
_SYMBOLS = {
    "circle": '<circle cx="8" cy="8" r="6" fill="{}"/>',
    "triangle": '<path d="M8 1.5 15 14H1Z" fill="{}"/>',
    "diamond": '<path d="M8 .5 15.5 8 8 15.5.5 8Z" fill="{}"/>',
    "ring": f'<circle cx="8" cy="8" r="5.5" {_STROKED}/>',
    "up": f'<path d="M3 13 13 3M6 3h7v7" {_STROKED}/>',
    "level": f'<path d="M1.5 8h13M9.5 3l5 5-5 5" {_STROKED}/>',
    "down": f'<path d="m3 3 10 10M6 13h7V6" {_STROKED}/>',
}


def escaped(text: str) -> str:
    """For an attribute's value and for one line of text."""
    return html.escape(unbroken(printable(text)))


def text_html(text: str) -> str:
    """A text with its line breaks."""
    return escaped(text).replace("\n", "<br>")


def line_html(kind: str, text: str) -> str:
    """A paragraph of the class `kind`; nothing for an empty text."""
    return f'<p class="{kind}">{text_html(text)}</p>' if text else ""


def symbol_html(symbol: str, tone: str) -> str:
    """The drawing that stands beside a graded word, hidden from screen readers; empty for the symbol "none"."""
    if symbol in ("", "none"):
        return ""
    colours = palette()
    color = colours.tones[tone or "neutral"]
    if symbol in ICONS:
        inner = icon_drawing(symbol, color, colours.paper)
        return f'<svg class="icon" aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">{inner}</svg>'
    drawing = _SYMBOLS[symbol].format(color)
    return f'<svg aria-hidden="true" width="12" height="12" viewBox="0 0 16 16">{drawing}</svg>'


def bar_html(share: float) -> str:
    """The bar beside an amount that is better above 0: from the middle to the right, or to the left where it is worse.

    `share` is −1 to 1 of the longest bar; the least that is not 0 is seen too, and one outside that ends in a point.
    The number beside it says the same.
    """
    colours = palette()
    colour = colours.good if share > 0 else colours.bad
    middle = f'<path d="M{_HALF_BAR} 0v12" fill="none" stroke="{colours.context}"/>'
    bar = f'<path d="{_bar(share)}" fill="{colour}"/>' if share else ""
    width = 2 * _HALF_BAR
    return (
        f'<svg class="bar" aria-hidden="true" width="{width}" height="12" viewBox="0 0 {width} 12">{bar}{middle}</svg>'
    )


def _bar(share: float) -> str:
    side = 1 if share > 0 else -1
    if abs(share) > 1:
        return f"M{_HALF_BAR} 1h{side * (_HALF_BAR - 6)}l{side * 6} 5l{-side * 6} 5h{-side * (_HALF_BAR - 6)}z"
    length = max(abs(share) * _HALF_BAR, 2)
    return f"M{_HALF_BAR} 1h{side * length:.4g}v10h{-side * length:.4g}z"


def prose_html(prose: Prose) -> str:
    """A prose tree as paragraphs and lists."""
    found: list[str] = []
    for node in prose:
        if "p" in node:
            found.append(f"<p>{inline_html(node['p'])}</p>")
        elif "ol" in node:
            # The numbers are text, as typed: those of an <ol> cannot be copied, nor can they be "1)".
            items = "".join(
                f'<div role="listitem">{escaped(mark)} {_tight(item)}</div>'
                for mark, item in zip(marks_of(node), node["ol"], strict=True)
            )
            found.append(f'<div class="numbered" role="list">{items}</div>')
        else:
            items = "".join(f"<li>{_tight(item)}</li>" for item in node["ul"])
            dashed = ' class="dashed"' if node.get("mark") == "–" else ""
            found.append(f"<ul{dashed}>{items}</ul>")
    return "".join(found)


def inline_html(inline: Sequence[Inline]) -> str:
    """The inline nodes of a paragraph."""
    found: list[str] = []
    for node in inline:
        if isinstance(node, str):
            found.append(escaped(node))
        elif "br" in node:
            found.append("<br>")
        elif "a" in node:
            found.append(f'<a href="{escaped(node["href"])}" rel="noopener noreferrer">{inline_html(node["a"])}</a>')
        elif "em" in node:
            found.append(f"<em>{inline_html(node['em'])}</em>")
        else:
            found.append(f"<strong>{inline_html(node['strong'])}</strong>")
    return "".join(found)


def cell_html(cell: Cell) -> str:
    """A cell's prose, or its text with the symbol before it."""
    if cell.prose:
        return _tight(cell.prose)
    drawing = symbol_html(cell.symbol, cell.tone)
    text = text_html(cell.text)
    if _DAY.fullmatch(text):
        return f"<time>{text}</time>"
    return f'<span class="graded">{drawing}<span>{text}</span></span>' if drawing else text


def sentence_html(sentence: Sentence) -> str:
    """A sentence, its figures marked as what does not break over lines."""
    return "".join(
        escaped(part) if isinstance(part, str) else f'<span class="value">{cell_html(part)}</span>' for part in sentence
    )


def _tight(prose: Prose) -> str:
    """A single paragraph without its tag, as in a table's cell or a short list's item."""
    first, rest = prose[:1], prose[1:]
    if first and "p" in first[0] and not any("p" in node for node in rest):
        return inline_html(first[0]["p"]) + prose_html(rest)
    return prose_html(prose)
