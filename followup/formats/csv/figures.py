"""figures.csv: every figure of the report with its unit, the spreadsheet cells it is made of, and how.

The file is for machines and for whoever wants to check: comma, CRLF and quotes as RFC 4180 says, UTF-8 without a byte
order mark. siffror.csv and the workbook's sheet "Figurer" have the same rows ready to read; `metadata` describes the
columns to programs.

Grain: one row per figure and place where it is shown. Columns:

table, row, column  the block's id and the keys of the row and the column; in a tile or a text, the position
label               the row's label, the tile's label or the whole sentence
value               unrounded, in `unit`, with a decimal point; empty if the figure is missing; rounded of people
shown               what the reader sees: of a difference that of its two terms as they are shown, whatever `value` is
unit, why_missing
workbook, sheet, cells   the parts that it is made of; several are separated by ";" in the same order in all lists, and
                    where ";" stands in a name it is written %3B, and % before two hexadecimal digits %25
operation, formula  how it is made of them: `followup.ground.formula`
flipped, source_unit, filter   of each part: "yes" where the sign is turned, the sheet's unit, and which rows they are
section, address    where in the report it stands
explained           where the text stands that explains it, if the formula says `computed`

Labels come from workbooks. A spreadsheet program that opens the file would take a text that begins with = + - @, or
their full-width forms, for a formula; and a Swedish Excel divides the file at ";" and line ends, whatever the quotes
say. So an apostrophe stands before every part of a text, divided at ";", tab and line feed, that begins with such a
character or a tab (the first also with a line feed), spaces, quotes and apostrophes before it not counted. To have the
text back, take one apostrophe away from each such part. A plain number like "+1,2" in `shown` is left as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, TypedDict

from followup.document.blocks import (
    Block,
    Chart,
    Comment,
    Composite,
    Cover,
    Heading,
    Row,
    Table,
    Text,
    Tiles,
    not_drawn,
)
from followup.document.cells import Cell, Sentence, in_list, plain_sentence
from followup.document.decisions import Decisions, asked_in_words
from followup.document.document import APPENDIX_TITLE
from followup.document.written import Passage
from followup.formats.csv.explained import COMPUTED, explaining_block, ids_of
from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document


class FigureRow(TypedDict):
    """A row of the file, with its value as a number and its texts as they are shown: nothing is escaped yet."""

    table: str
    row: str
    column: str
    label: str
    value: float | None
    shown: str
    unit: str
    why_missing: str
    workbook: str
    sheet: str
    cells: str
    operation: str
    formula: str
    flipped: str
    source_unit: str
    filter: str
    section: str
    address: str
    explained: str


PAGE_NAME, FIRST_PAGE = "rapport.html", "Första sidan"
COLUMNS = tuple(FigureRow.__annotations__)
# Before the first letter of a part that a program would run. Spaces and quotes are passed over: a program that divides
# at ";" takes them away. The last four are full-width forms.
_SKIPPED, _FORMULA = r"(?:[^\S\t\n]|[\"'])*", r"=+\-@\uff1d\uff0b\uff0d\uff20"
_RISKY = re.compile(rf"\A(?={_SKIPPED}[{_FORMULA}\t\n])|(?<=[;\t\n])(?={_SKIPPED}[{_FORMULA}\t])")
_NUMBER = re.compile(r"[+-]?\d[\d\s]*(?:,\d+)?(?:\s(?:%|[a-zåäö]+))?")


def figures(document: Document) -> list[FigureRow]:
    """The rows of figures.csv in reading order. Raises ReportError for a kind of block that is not known here."""
    found: list[FigureRow] = []
    known = ids_of(document.everything)
    for part, items in ((FIRST_PAGE, document.items), (APPENDIX_TITLE, document.appendix)):
        section = heading = part
        for item in items:
            if isinstance(item, Heading) and item.level <= 3:
                # The appendix is a section of its own, whose headings are those below it.
                is_section = item.level == 2 and part == FIRST_PAGE
                heading = item.text if is_section else f"{section} / {item.text}"
                section = item.text if is_section else section
            for row in figures_of(item):
                row["section"] = heading
                if COMPUTED in row["formula"]:
                    row["explained"] = f"{PAGE_NAME}#{explaining_block(row['table'], row['label'], known)}"
                found.append(row)
    return found


def figures_csv(document: Document) -> str:
    """The file's text, with CRLF line ends: write it as UTF-8 with `newline=""`."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(harmless_rows(document))
    return target.getvalue()


def harmless_rows(document: Document) -> Iterator[list[str]]:
    """The rows as texts that no spreadsheet program runs, the value with all its digits and a decimal point."""
    for row in figures(document):
        texts = {name: _harmless(str(value)) for name, value in row.items() if name != "value"}
        if _NUMBER.fullmatch(row["shown"]):
            texts["shown"] = row["shown"]
        yield [_number(row["value"]) if name == "value" else texts[name] for name in COLUMNS]


@singledispatch
def figures_of(block: Block) -> Iterator[FigureRow]:
    """The figures of a block, without their section. Raises ReportError for a kind that is not known here."""
    raise not_drawn(block)


@figures_of.register
def _composite(block: Composite) -> Iterator[FigureRow]:
    for part in block.parts():
        yield from figures_of(part)


@figures_of.register(Cover)
@figures_of.register(Heading)
@figures_of.register(Passage)
@figures_of.register(Comment)
def _words(block: Block) -> Iterator[FigureRow]:
    yield from ()


@figures_of.register
def _tiles(block: Tiles) -> Iterator[FigureRow]:
    for number, tile in enumerate(block.tiles, start=1):
        yield from _in_sentence([tile.main], block.id, f"{number}", "main", tile.label)
        for line_number, line in enumerate(tile.lines, start=1):
            label = f"{tile.label}: {plain_sentence(line)}"
            yield from _in_sentence(line, block.id, f"{number}", f"line-{line_number}", label)


@figures_of.register
def _text(text: Text) -> Iterator[FigureRow]:
    for name, sentences in (("paragraph", text.paragraphs), ("item", text.items)):
        for number, sentence in enumerate(sentences, start=1):
            yield from _in_sentence(sentence, text.id, f"{name}-{number}", "figure", plain_sentence(sentence))


@figures_of.register
def _decisions(block: Decisions) -> Iterator[FigureRow]:
    for number, entry in enumerate(block.entries, start=1):
        yield from _in_sentence(entry.facts, block.id, f"item-{number}", "figure", asked_in_words(entry))
    yield from _in_sentence(block.more, block.id, "more", "figure", plain_sentence(block.more))


@figures_of.register
def _table(table: Table) -> Iterator[FigureRow]:
    for row in table.rows:
        yield from _in_row(row, table)


@figures_of.register
def _chart(chart: Chart) -> Iterator[FigureRow]:
    return figures_of(chart.data)


def _in_sentence(sentence: Sentence, table: str, row: str, column: str, label: str) -> Iterator[FigureRow]:
    found = [part for part in sentence if isinstance(part, Cell) and part.is_figure]
    for number, cell in enumerate(found, start=1):
        yield _figure(cell, table, row, column if len(found) == 1 else f"{column}-{number}", label)


def _in_row(row: Row, table: Table) -> Iterator[FigureRow]:
    # A group row has one cell: its heading.
    for column, cell in zip(table.columns, row.cells, strict=row.role != "group"):
        if cell.is_figure:
            yield _figure(cell, table.id, row.key, column.key, row.cells[0].text)


def _figure(cell: Cell, table: str, row: str, column: str, label: str) -> FigureRow:
    workbook, sheet, cells = (in_list(part[place] for part in cell.origin) for place in range(3))
    return {
        "table": table,
        "row": row,
        "column": column,
        "label": label,
        "value": cell.value if cell.exact is None else cell.exact,
        "shown": cell.text,
        "unit": cell.unit,
        "why_missing": cell.why_missing,
        "workbook": workbook,
        "sheet": sheet,
        "cells": cells,
        "operation": cell.made.get("operation", ""),
        "formula": cell.made.get("formula", ""),
        "flipped": cell.made.get("flipped", ""),
        "source_unit": cell.made.get("source_unit", ""),
        "filter": cell.made.get("filter", ""),
        "section": "",
        "address": f"{PAGE_NAME}#{table}",
        "explained": "",
    }


def _number(value: float | None) -> str:
    """All digits, never an exponent: `0.0000001`, `132400000`."""
    if value is None:
        return ""
    digits = format(Decimal(repr(float(value))), "f")
    return digits.removesuffix(".0")


# Most texts come again, in other rows and in the files that have the same rows.
@lru_cache(maxsize=8192)
def _harmless(text: str) -> str:
    return _RISKY.sub("'", printable(text))
