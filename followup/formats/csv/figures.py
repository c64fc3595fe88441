"""figures.csv: every figure of the report with its unit and the spreadsheet cells it is made of.

The file is for machines and for whoever wants to check: comma, CRLF and quotes as RFC 4180 says, UTF-8 without a byte
order mark. (Excel opens it by Data > From text; the workbook's sheet "Figurer" has the same rows ready to read.)

Grain: one row per figure and place where it is shown. Columns:

table, row, column  the block's id and the keys of the row and the column; in a tile or a text, the position
label               the row's label, the tile's label or the whole sentence
value               unrounded, in `unit`, with a decimal point; empty if the figure is missing; rounded of people
shown               what the reader sees
unit, why_missing
workbook, sheet, cells   the origin; several parts are separated by ";" in the same order in all three, and where ";" or
                    "%" stands in a name it is written %3B or %25

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
from typing import TYPE_CHECKING, Any

from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document

COLUMNS = (
    "table",
    "row",
    "column",
    "label",
    "value",
    "shown",
    "unit",
    "why_missing",
    "workbook",
    "sheet",
    "cells",
)
# Before the first letter of a part that a program would run. Spaces and quotes are passed over: a program that divides
# at ";" takes them away. The last four are full-width forms.
_SKIPPED, _FORMULA = r"(?:[^\S\t\n]|[\"'])*", r"=+\-@\uff1d\uff0b\uff0d\uff20"
_RISKY = re.compile(rf"\A(?={_SKIPPED}[{_FORMULA}\t\n])|(?<=[;\t\n])(?={_SKIPPED}[{_FORMULA}\t])")
_NUMBER = re.compile(r"[+-]?\d[\d\s]*(?:,\d+)?(?:\s(?:%|[a-zåäö]+))?")

Json = dict[str, Any]


def figures(document: Document) -> list[Json]:
    """The rows of figures.csv in reading order, as dicts with `COLUMNS` as keys.

    `value` is a number or None, and the texts are as they are shown: nothing is escaped yet.
    """
    return [row for item in document.items for row in _figures_of(item)]


def figures_csv(document: Document) -> str:
    """The file's text, with CRLF line ends: write it as UTF-8 with `newline=""`."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in figures(document):
        texts = {name: _harmless(row[name]) for name in COLUMNS if name != "value"}
        if _NUMBER.fullmatch(row["shown"]):
            texts["shown"] = row["shown"]
        writer.writerow([_number(row["value"]) if name == "value" else texts[name] for name in COLUMNS])
    return target.getvalue()


def plain_sentence(parts: list[Any]) -> str:
    """A sentence as text, its figures as they are shown."""
    return "".join(part if isinstance(part, str) else part["text"] for part in parts)


def is_figure(cell: Any) -> bool:
    """Whether a part of a sentence or a table's cell, as JSON, is a figure (also a missing one)."""
    return isinstance(cell, dict) and "value" in cell


def _figures_of(item: Json) -> Iterator[Json]:
    kind = item["kind"]
    if kind == "tiles":
        for number, tile in enumerate(item["tiles"], start=1):
            yield from _in_sentence([tile["main"]], item["id"], f"{number}", "main", tile["label"])
            for line_number, line in enumerate(tile["lines"], start=1):
                label = f"{tile['label']}: {plain_sentence(line)}"
                yield from _in_sentence(line, item["id"], f"{number}", f"line-{line_number}", label)
    elif kind == "text":
        for name, sentences in (("paragraph", item["paragraphs"]), ("item", item["items"])):
            for number, sentence in enumerate(sentences, start=1):
                yield from _in_sentence(sentence, item["id"], f"{name}-{number}", "figure", plain_sentence(sentence))
    elif kind == "table":
        yield from _in_table(item)
    elif kind == "chart":
        yield from _in_table(item["data"])
    elif kind == "gallery":
        for chart in item["charts"]:
            yield from _in_table(chart["data"])


def _in_sentence(parts: list[Any], table: str, row: str, column: str, label: str) -> Iterator[Json]:
    found = [part for part in parts if is_figure(part)]
    for number, cell in enumerate(found, start=1):
        yield _figure(cell, table, row, column if len(found) == 1 else f"{column}-{number}", label)


def _in_table(table: Json) -> Iterator[Json]:
    for row in table["rows"]:
        # A group row has one cell: its heading.
        for column, cell in zip(table["columns"], row["cells"], strict=row["role"] != "group"):
            if is_figure(cell):
                yield _figure(cell, table["id"], row["key"], column["key"], row["cells"][0]["text"])


def _figure(cell: Json, table: str, row: str, column: str, label: str) -> Json:
    origin = cell.get("origin", [])
    workbook, sheet, cells = (";".join(_in_list(part[place]) for part in origin) for place in range(3))
    return {
        "table": table,
        "row": row,
        "column": column,
        "label": label,
        "value": cell["value"],
        "shown": cell["text"],
        "unit": cell["unit"],
        "why_missing": cell.get("why_missing", ""),
        "workbook": workbook,
        "sheet": sheet,
        "cells": cells,
    }


def _in_list(name: str) -> str:
    return name.replace("%", "%25").replace(";", "%3B")


def _number(value: float | None) -> str:
    """All digits, never an exponent: `0.0000001`, `132400000`."""
    if value is None:
        return ""
    digits = format(Decimal(repr(float(value))), "f")
    return digits.removesuffix(".0")


def _harmless(text: str) -> str:
    return _RISKY.sub("'", printable(text))
