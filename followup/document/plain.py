"""Blocks as plain text: what a terminal, a text diff or a reader without HTML shows of a notebook."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap
from typing import Any

from followup.document.markdown import plain_of
from followup.ground.characters import printable
from followup.ground.errors import ReportError

Content = dict[str, Any]

_WIDEST = 44  # characters of a table's cell before it is wrapped


def block_text(content: Content) -> str:
    """The text of a block's JSON, without a line end after it. Raises ReportError for an unknown kind."""
    render = _RENDERERS.get(str(content.get("kind")))
    if render is None:
        raise ReportError(f"Blocket ”{content.get('id', '')}” är av den okända sorten ”{content.get('kind', '')}”.")
    return printable("\n".join(line.rstrip() for line in render(content)))


def _cover(content: Content) -> list[str]:
    example = ["Exempeldata"] if content["example"] else []
    about = [content["committee"], content["span"], f"Status: {content['status']['text']}", content["handed_in"]]
    return [*example, content["title"], *about]


def _heading(content: Content) -> list[str]:
    return [content["text"]]


def _sentence(sentence: list[Any]) -> str:
    return "".join(part if isinstance(part, str) else part["text"] for part in sentence)


def _tiles(content: Content) -> list[str]:
    found = []
    for tile in content["tiles"]:
        found.append(f"{tile['label']}: {tile['main']['text']}")
        found.extend(f"  {_sentence(line)}" for line in tile["lines"])
    return found


def _text(content: Content) -> list[str]:
    return [
        *([content["title"]] if content["title"] else []),
        *(_sentence(sentence) for sentence in content["paragraphs"]),
        *(f"– {_sentence(sentence)}" for sentence in content["items"]),
    ]


def _comment(content: Content) -> list[str]:
    return [*([content["title"]] if content["title"] else []), plain_of(content["prose"])]


def _table(content: Content) -> list[str]:
    columns = content["columns"]
    rows = [[column["label"] for column in columns]]
    rows += [[cell["text"] for cell in row["cells"]] for row in content["rows"] if row["role"] != "group"]
    cells = [[_wrapped(text) for text in row] for row in rows]
    widths = [
        max((len(line) for row in cells for line in row[position]), default=0) for position in range(len(columns))
    ]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    lines = iter([_aligned(row, columns, widths) for row in cells])
    found = [content["caption"], *_given(content["unit_line"]), "", *next(lines), rule]
    for row in content["rows"]:
        found.extend([row["cells"][0]["text"]] if row["role"] == "group" else next(lines))
    return [*found, *_below(content)]


def _wrapped(text: str) -> list[str]:
    # Only at spaces that may break: an amount keeps its no-break spaces.
    return [part for line in text.split("\n") for part in wrap(line, _WIDEST, break_on_hyphens=False) or [""]]


def _aligned(row: list[list[str]], columns: list[Content], widths: list[int]) -> list[str]:
    found = []
    for line in range(max(map(len, row), default=0)):
        parts = []
        for cell, column, width in zip(row, columns, widths, strict=True):
            text = cell[line] if line < len(cell) else ""
            parts.append(text.rjust(width) if column["kind"] == "number" else text.ljust(width))
        found.append("  ".join(parts))
    return found


def _given(text: str) -> list[str]:
    return [text] if text else []


def _below(content: Content) -> list[str]:
    return [*content["notes"], *_given(content["source"])]


def _chart(content: Content) -> list[str]:
    return [content["title"], content["unit_line"], content["alt"], *_below(content)]


def _gallery(content: Content) -> list[str]:
    charts = [line for chart in content["charts"] for line in ["", *_chart(chart)]]
    return [content["title"], *charts]


_RENDERERS: dict[str, Callable[[Content], list[str]]] = {
    "cover": _cover,
    "heading": _heading,
    "tiles": _tiles,
    "text": _text,
    "comment": _comment,
    "table": _table,
    "chart": _chart,
    "gallery": _gallery,
}
