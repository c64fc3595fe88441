"""Every statement that a built report makes by itself, read out of its files with nothing of ours.

A statement is a text with the place where it stands: `tile` (label, figure and lines, parted by " · "), `sentence`,
`title` and `alt` of a picture, `caption` of a table or the line below a picture's title, where they claim something,
and `index` (a cell of the period's page with its heading). What people wrote, headings, a table's cells, explanations
below tables and what a picture's axis holds are no statements. No-break spaces are plain ones here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import html5lib

MIME = "application/vnd.followup.block+json"
PLACES = ("tile", "sentence", "title", "alt", "caption", "index")
# What makes a caption, or the line below a title, more than a label. `Högst 90 dagar` is an indicator's name.
_CLAIMS = re.compile(
    r"\bförst$|\b(störst|minst|flest|fler|färre|bättre|sämre|bäst|sämst|mest)\b(?! 50 år)", re.IGNORECASE
)


@dataclass(frozen=True)
class Statement:
    """One text, where it stands, and in which block; `report` is "2024-04/DNHS", or "2024-04" of the period's page."""

    report: str
    place: str
    block: str
    text: str


def blocks_of(folder: Path) -> list[dict[str, Any]]:
    """The blocks that an executed notebook shows, in order, a gallery's charts among them."""
    notebook = json.loads((folder / "rapport.ipynb").read_text(encoding="utf-8"))
    found = []
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            block = output.get("data", {}).get(MIME)
            if block:
                found += [block, *block.get("charts", ())]
    return found


def plain(sentence: Any) -> str:
    """A sentence of texts and figures, or a text, with plain spaces."""
    parts = (
        [sentence] if isinstance(sentence, str) else [one if isinstance(one, str) else one["text"] for one in sentence]
    )
    return "".join(parts).replace("\u00a0", " ").strip()


def statements_of(folder: Path) -> list[Statement]:
    """What one report says."""
    report = f"{folder.parent.name}/{folder.name}"
    return [
        Statement(report, place, block["id"], plain(text))
        for block in blocks_of(folder)
        for place, text in _said(block)
        if plain(text)
    ]


def _said(block: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    match block["kind"]:
        case "tiles":
            for tile in block["tiles"]:
                yield "tile", " · ".join(plain(part) for part in (tile["label"], [tile["main"]], *tile["lines"]))
        case "text":
            yield from (("sentence", one) for one in (*block["paragraphs"], *block["items"]))
        case "decisions":
            yield from (("sentence", " · ".join(_asked(one))) for one in block["entries"])
            if not block["entries"] and block["role"] == "info":
                yield from (("sentence", "".join(map(plain, one["p"]))) for one in block["introduction"])
            yield "sentence", block["more"]
        case "chart":
            yield "title", block["title"]
            yield "alt", block["alt"]
            yield from (("caption", one) for one in (block["unit_line"],) if _CLAIMS.search(one))
        case "table" if _CLAIMS.search(block["caption"]):
            yield "caption", block["caption"]


def _asked(entry: dict[str, Any]) -> Iterator[str]:
    """What is asked, its amount, who decides and when, and what happens otherwise, as a reader meets them."""
    yield "".join(bare(entry["decision"]))
    yield plain(entry["facts"])
    yield f"Annars: {entry['consequence']}"


def bare(prose: Any) -> Iterator[str]:
    """The words of a prose without its marks."""
    if isinstance(prose, str):
        yield prose
    elif isinstance(prose, dict):
        yield from (word for part in prose.values() for word in bare(part))
    else:
        yield from (word for part in prose for word in bare(part))


def index_statements(period: Path) -> list[Statement]:
    """What the period's page says: how many reports there are, and `heading · cell` of each that is made."""
    page = html5lib.parse((period / "index.html").read_bytes(), namespaceHTMLElements=False)
    found = [
        Statement(period.name, "index", "", words)
        for words in map(_words, page.iter("p"))
        if re.search(r"rapport(er)? är (inte )?gjord", words)
    ]
    for table in page.iter("table"):
        heads = [_words(cell) for part in table.iter("thead") for cell in part.iter("th")]
        for row in (row for part in table.iter("tbody") for row in part.iter("tr")):
            cells = list(row)
            links = [link.get("href", "") for link in row.iter("a")]
            if links and len(cells) == len(heads):
                code = links[0].split("/")[0]
                # The first is the name, the last the links.
                told = list(zip(heads, cells, strict=True))[1:-1]
                found += [Statement(period.name, "index", code, f"{head} · {_words(cell)}") for head, cell in told]
    return found


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").split())
