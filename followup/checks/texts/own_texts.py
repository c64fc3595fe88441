"""What committees and the region have written themselves: each text with the cell that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.figure import Cells

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.layouts import TableLayout
    from followup.workbooks.source_table import SourceTable

# A capital begins a sentence; after "t.o.m." or "ca." there is none.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"(–-])|\n+")


@dataclass(frozen=True)
class OwnText:
    """A text as it was written (Markdown), its table and column in the layouts, and its cell.

    `item` is what a comment says that it is about; empty where it is about its section as a whole.
    """

    table: str
    column: str
    workbook: str
    sheet: str
    cell: str
    text: str
    item: str = ""

    @property
    def sentences(self) -> list[str]:
        """The text's sentences, without the marks of emphasis."""
        plain = self.text.replace("*", "").replace("_", " ")
        return [sentence.strip() for sentence in _SENTENCE.split(plain) if sentence.strip()]


def own_texts(
    tables: Mapping[str, SourceTable], columns: Mapping[str, tuple[str, ...]], period: Period | None = None
) -> Iterator[OwnText]:
    """Every text in the columns of the tables, in their order; of a table with earlier periods' rows, `period`'s."""
    for name, table in tables.items():
        own = table.where(period=str(period)) if period and name == "investments" else table
        for column in columns.get(name, ()):
            for row in own.rows() if len(own) else ():
                if text := row.text(column).strip():
                    item = row.text("item") if "item" in own.frame else ""
                    yield OwnText(name, column, table.workbook, table.sheet, _address(row.cells(column)), text, item)


def text_columns(layouts: Mapping[str, TableLayout]) -> dict[str, tuple[str, ...]]:
    """Of each table, its columns of running text."""
    return {
        name: tuple(column for column, entry in layout.columns.items() if entry.type == "markdown")
        for name, layout in layouts.items()
    }


def _address(cells: tuple[Cells, ...]) -> str:
    return ",".join(part.address for part in cells)
