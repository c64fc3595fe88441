"""The report that an executed notebook holds: its blocks and its prose in reading order, ready for any format.

A notebook also holds what only a reviewer reads: cells tagged `reviewer`, code, and data frames. Those stay there. What
cells tagged `appendix` show is looked up rather than read: it is the report's appendix, which paper does not have. What
cells tagged `screen` show says more closely what stands beside it: it is in its place on the page, and not on paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any

from followup.document.absent import absent_in, without_absent
from followup.document.blocks import MIME, Block, Chart, Composite, Cover, Heading
from followup.document.kinds import block_of
from followup.document.notebook_markdown import parts_of
from followup.document.pointers import Linked, places_of
from followup.document.written import Passage, WrittenHeading
from followup.ground.errors import Problem, ReportError

REVIEWER, APPENDIX, SCREEN = "reviewer", "appendix", "screen"
APPENDIX_TITLE = "Bilaga"


@dataclass(frozen=True)
class Document:
    """A report: its cover, and all its blocks in reading order, the cover first; then those of its appendix.

    What Markdown cells bring is `WrittenHeading` and `Passage`. All ids are unique, but for those of passages, which
    have none. `unprinted` are those of the items that paper does not have, either.
    """

    cover: Cover
    items: tuple[Block, ...]
    appendix: tuple[Block, ...] = ()
    unprinted: tuple[Block, ...] = ()

    @property
    def printed(self) -> tuple[Block, ...]:
        """What stands on paper: without what is shown on a screen alone, and headings that then lead to nothing."""
        left_out = {id(item) for item in self.unprinted}
        return tuple(without_absent(self.items, lambda item: id(item) in left_out))

    @property
    def everything(self) -> tuple[Block, ...]:
        """All blocks, those of the appendix last: what a file has that is not printed."""
        return (*self.items, *self.appendix)

    @property
    def first_page(self) -> Document:
        """What stands before the first section; it points at nothing outside itself."""
        before = takewhile(lambda item: not isinstance(item, Heading), self.items)
        return replace(self, items=_linked(list(before)), appendix=(), unprinted=())

    @property
    def title(self) -> str:
        """The only h1."""
        return self.cover.title


def read_document(notebook: Any) -> Document:
    """The document of an executed notebook (a NotebookNode or its JSON).

    Raises ReportError, which names the cell, for an output that is text from a run (`stream`) or a failure (`error`),
    for a block that is unknown or cannot be read, a heading out of order, an id that stands twice, and without exactly
    one cover, first.
    """
    items: list[Block] = []
    appendix: list[Block] = []
    on_screen: set[int] = set()
    for number, cell in enumerate(notebook["cells"], start=1):
        tags, found = cell["metadata"].get("tags", ()), list(_items(number, cell))
        (appendix if APPENDIX in tags else items).extend(found)
        on_screen |= {id(item) for item in found} if SCREEN in tags else set()
    told = absent_in((*items, *appendix))
    items, appendix = without_absent(items), without_absent(appendix)
    covers = [item for item in items if isinstance(item, Cover)]
    if len(covers) != 1 or items[0] is not covers[0]:
        raise ReportError(
            f"Notebooken har {len(covers)} omslag. En rapport har ett omslag, och det står först: kontrollera "
            "att notebooken är körd och att omslaget visas före all text utom den för granskaren."
        )
    taken = _unique_ids([item for item in (*items, *appendix) if not isinstance(item, Heading | Passage)])
    # The appendix' own heading, of level 2, is the format's.
    taken |= {slug(APPENDIX_TITLE)} if appendix else set()
    named = _linked(list(_with_named_headings([*items, *told], taken)))
    return Document(
        covers[0],
        named,
        tuple(_with_named_headings(appendix, taken, level=2)),
        tuple(after for before, after in zip(items, named, strict=False) if id(before) in on_screen),
    )


def _items(number: int, cell: Any) -> Iterator[Block]:
    if cell["cell_type"] == "markdown" and REVIEWER not in cell["metadata"].get("tags", ()):
        yield from _written(number, cell)
    elif cell["cell_type"] == "code":
        for output in cell["outputs"]:
            yield from _shown(number, cell, output)


def _written(number: int, cell: Any) -> Iterator[Block]:
    for part in parts_of(_text(cell["source"])):
        if isinstance(part, list):
            yield Passage("", part)
            continue
        level, text = part
        if level not in (2, 3):
            raise ReportError(
                f"Rubriken ”{text}” i cell {number} har nivå {level}. Rapportens rubriker har nivå 2 eller 3 (## eller "
                "###): rubriken på nivå 1 står på omslaget."
            )
        yield WrittenHeading("", text, level)


def _shown(number: int, cell: Any, output: Any) -> Iterator[Block]:
    kind = output["output_type"]
    if kind not in ("display_data", "execute_result"):
        what = "ett fel" if kind == "error" else "en utskrift"
        first = _text(cell["source"]).strip().split("\n")[0]
        raise ReportError(
            f"Cell {number} (”{first}”) visar {what} och inte en del av rapporten: {_said(output)} Rätta cellen och "
            "kör notebooken igen."
        )
    if MIME in output["data"]:
        yield _undivided(number, block_of(output["data"][MIME], number))


def _undivided(number: int, block: Block) -> Block:
    """The block. Raises ReportError if a cover or a heading is part of it, which no contents could lead to."""
    for part in _parts(block):
        if isinstance(part, Cover | Heading):
            raise ReportError(
                f"Blocket ”{block.id}” i cell {number} består bland annat av sorten ”{part.kind}”. Ett omslag och en "
                "rubrik visas för sig: ta bort den ur blocket."
            )
    return block


def _parts(block: Block) -> Iterator[Block]:
    """What a block is made of, however deep."""
    for part in block.parts() if isinstance(block, Composite) else ():
        yield part
        yield from _parts(part)


def _said(output: Any) -> str:
    if output["output_type"] == "error":
        return f"{output.get('ename', '')}: {output.get('evalue', '')}".strip(": ").rstrip(".") + "."
    text = " ".join(_text(output.get("text", "")).split())
    return f"”{text[:200]}”."


def _text(source: str | list[str]) -> str:
    # As a file, a notebook may keep a text as a list of its lines.
    return source if isinstance(source, str) else "".join(source)


def _ids(block: Block) -> Iterator[str]:
    for one in (block, *_parts(block)):
        yield one.id
        if isinstance(one, Chart):
            yield one.data.id


def _unique_ids(blocks: list[Block]) -> set[str]:
    taken: set[str] = set()
    for name in (name for block in blocks for name in _ids(block)):
        if name in taken:
            raise ReportError(f"Två block i notebooken har samma id ”{name}”. Ge det ena ett annat.")
        taken.add(name)
    return taken


def _with_named_headings(items: list[Block], taken: set[str], level: int = 1) -> Iterator[Block]:
    for item in items:
        if not isinstance(item, Heading):
            yield item
            continue
        if item.level > level + 1:
            wanted, above = (f"nivå {one} ({'#' * one})" for one in (item.level, item.level - 1))
            raise ReportError(f"Rubriken ”{item.text}” på {wanted} saknar en rubrik på {above} före sig.")
        level = item.level
        # Not the bare words: a table's or a chart's key may be the same ones, and it would depend on which is there.
        named = replace(item, id=_free(item.id or f"avsnitt-{slug(item.text)}", taken))
        taken.add(named.id)
        yield named


def _linked(items: list[Block]) -> tuple[Block, ...]:
    """The items, those that point at headings with the way to them."""
    places = places_of([(item.level, item.text, item.id) for item in items if isinstance(item, Heading)])
    return tuple(item.linked(places) if isinstance(item, Linked) else item for item in items)


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
    given = document.cover.data_date
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
