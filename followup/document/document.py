"""The report that an executed notebook holds: its blocks and its prose in reading order, ready for any format.

A notebook also holds what only a reviewer reads: cells tagged `reviewer`, code, and data frames. Those stay there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from followup.document.block_html import block_html, is_block
from followup.document.blocks import MIME
from followup.document.notebook_markdown import parts_of
from followup.ground.errors import Problem, ReportError

REVIEWER = "reviewer"

Item = dict[str, Any]


@dataclass(frozen=True)
class Document:
    """`title` is the only h1. `items` are in reading order, the cover first. Each is a block's content with its HTML
    under "html", or {"kind": "heading", "level": 2 to 4, "text", "id"}, or {"kind": "prose", "prose"}. All ids are
    unique. A heading that is a block also has its `html`: see Heading."""

    title: str
    cover: Item
    items: tuple[Item, ...]


def read_document(notebook: Any) -> Document:
    """The document of an executed notebook (a NotebookNode or its JSON).

    Raises ReportError, which names the cell, for an output that is text from a run (`stream`) or a failure (`error`),
    for an unknown block, a heading out of order, an id that stands twice, and without exactly one cover, first.
    """
    items = [item for number, cell in enumerate(notebook["cells"], start=1) for item in _items(number, cell)]
    blocks = [item for item in items if item["kind"] not in ("heading", "prose")]
    covers = [item for item in blocks if item["kind"] == "cover"]
    if len(covers) != 1 or items[0] is not covers[0]:
        raise ReportError(
            f"Notebooken har {len(covers)} omslag. En rapport har ett omslag, och det står först: kontrollera "
            "att notebooken är körd och att omslaget visas före all text utom den för granskaren."
        )
    _name_headings(items, taken=_unique_ids(blocks))
    return Document(covers[0]["title"], covers[0], tuple(items))


def _items(number: int, cell: Any) -> Iterator[Item]:
    if cell["cell_type"] == "markdown" and REVIEWER not in cell["metadata"].get("tags", ()):
        yield from _written(number, cell)
    elif cell["cell_type"] == "code":
        for output in cell["outputs"]:
            yield from _shown(number, cell, output)


def _written(number: int, cell: Any) -> Iterator[Item]:
    for part in parts_of(_text(cell["source"])):
        if isinstance(part, list):
            yield {"kind": "prose", "prose": part}
            continue
        level, text = part
        if level not in (2, 3):
            raise ReportError(
                f"Rubriken ”{text}” i cell {number} har nivå {level}. Rapportens rubriker har nivå 2 eller 3 (## eller "
                "###): rubriken på nivå 1 står på omslaget."
            )
        yield {"kind": "heading", "level": level, "text": text}


def _shown(number: int, cell: Any, output: Any) -> Iterator[Item]:
    kind = output["output_type"]
    if kind not in ("display_data", "execute_result"):
        what = "ett fel" if kind == "error" else "en utskrift"
        first = _text(cell["source"]).strip().split("\n")[0]
        raise ReportError(
            f"Cell {number} (”{first}”) visar {what} och inte en del av rapporten: {_said(output)} Rätta cellen och "
            "kör notebooken igen."
        )
    content = output["data"].get(MIME)
    if content is None:
        return
    if not is_block(content):
        raise ReportError(
            f"Cell {number} visar ett block av den okända sorten ”{content.get('kind', '')}”. Kör notebooken "
            "igen med samma version av programmet."
        )
    yield {**content, "html": _text(output["data"].get("text/html", "")) or block_html(content)}


def _said(output: Any) -> str:
    if output["output_type"] == "error":
        return f"{output.get('ename', '')}: {output.get('evalue', '')}".strip(": ").rstrip(".") + "."
    text = " ".join(_text(output.get("text", "")).split())
    return f"”{text[:200]}”."


def _text(source: str | list[str]) -> str:
    # As a file, a notebook may keep a text as a list of its lines.
    return source if isinstance(source, str) else "".join(source)


def _ids(block: Item) -> Iterator[str]:
    yield block["id"]
    if block["kind"] == "table":
        # The caption's, which the table's frame points at.
        yield f"{block['id']}-rubrik"
    if block["kind"] == "chart":
        yield from _ids(block["data"])
    for chart in block.get("charts", ()):
        yield from _ids(chart)


def _unique_ids(blocks: list[Item]) -> set[str]:
    taken: set[str] = set()
    for name in (name for block in blocks for name in _ids(block)):
        if name in taken:
            raise ReportError(f"Två block i notebooken har samma id ”{name}”. Ge det ena ett annat.")
        taken.add(name)
    return taken


def _name_headings(items: list[Item], taken: set[str]) -> None:
    level = 1
    for item in items:
        if item["kind"] != "heading":
            continue
        if item["level"] > level + 1:
            wanted, above = (f"nivå {one} ({'#' * one})" for one in (item["level"], item["level"] - 1))
            raise ReportError(f"Rubriken ”{item['text']}” på {wanted} saknar en rubrik på {above} före sig.")
        level = item["level"]
        item["id"] = _free(item.get("id") or slug(item["text"]), taken)
        taken.add(item["id"])


def _free(name: str, taken: set[str]) -> str:
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found


def slug(text: str) -> str:
    """An ASCII anchor: `Målstyrning & mål` becomes `malstyrning-mal`; `avsnitt` if no letter is left."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "avsnitt"


def document_date(document: Document) -> datetime:
    """The date that the files are marked with: the latest extraction date, midnight UTC. Never the clock."""
    given = document.cover["data_date"]
    try:
        return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise ReportError(
            [
                Problem(
                    workbook="rapportens omslag",
                    found=f"Datumet ”{given}” kan inte tolkas.",
                    expected="Uttagsdatum skrivs som år, månad och dag, till exempel 2024-05-08.",
                    remedy="Rätta uttagsdatum i underlaget och kör igen.",
                )
            ]
        ) from None
