"""Cells, columns and prose of the PDF's tables and texts, with only what can be drawn and be broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from followup.document.blocks import Column, Row
from followup.document.cells import Cell, Sentence
from followup.document.deviations import Shares
from followup.document.prose import Inline, Prose, marks_of
from followup.formats.pdf.fonts import drawable, in_narrow

# What the template reads: its own shape, made here and looked at by no type.
Json = dict[str, Any]
Fitted = Callable[[str], str]


def printable_cell(cell: Cell, fitted: Fitted = in_narrow) -> Json:
    """What the template needs of a cell: text, or prose, and symbol with tone. `fitted` breaks what is too long."""
    found: Json = {"text": fitted(drawable(cell.text))}
    if cell.symbol:
        found["symbol"] = cell.symbol
    if cell.tone:
        found["tone"] = cell.tone
    if cell.prose:
        found["prose"] = printable_prose(cell.prose, fitted)
    return found


def printable_sentence(sentence: Sentence, fitted: Fitted) -> list[str | Json]:
    """A sentence's texts and cells in order."""
    return [fitted(drawable(part)) if isinstance(part, str) else printable_cell(part, fitted) for part in sentence]


def printable_prose(prose: Prose, fitted: Fitted) -> list[Json]:
    """A prose tree with printable texts and only addresses that are safe to follow."""
    found: list[Json] = []
    for node in prose:
        if "p" in node:
            found.append({"p": _printable_inline(node["p"], fitted)})
        elif "ul" in node:
            items = [printable_prose(item, fitted) for item in node["ul"]]
            found.append({"ul": items, "mark": node.get("mark", "•")})
        else:
            found.append({"ol": [printable_prose(item, fitted) for item in node["ol"]], "marks": marks_of(node)})
    return found


def _printable_inline(inline: Sequence[Inline], fitted: Fitted) -> list[str | Json]:
    found: list[str | Json] = []
    for node in inline:
        if isinstance(node, str):
            found.append(fitted(drawable(node)))
        elif "a" in node:
            address = node["href"]
            safe = re.match(r"(https?|mailto):", address, re.IGNORECASE) and address.isprintable()
            found.append({"a": _printable_inline(node["a"], fitted), "href": address if safe else ""})
        elif "br" in node:
            found.append({"br": True})
        elif "em" in node:
            found.append({"em": _printable_inline(node["em"], fitted)})
        else:
            found.append({"strong": _printable_inline(node["strong"], fitted)})
    return found


def printable_columns(columns: Sequence[Column], gap: float) -> list[Json]:
    """The columns with printable labels and, in `gap`, more air where a text follows upon a number."""
    found: list[Json] = []
    for column in columns:
        after_number = bool(found) and found[-1]["kind"] == "number" and column.kind != "number"
        label = in_narrow(drawable(column.label))
        found.append(column.as_json() | {"label": label, "gap": gap if after_number else 0.0})
    return found


def printable_row(row: Row, of_largest: Shares = ()) -> Json:
    """A row's role and its cells, those of a judged column with their `share` of its largest amount."""
    cells = [printable_cell(cell) for cell in row.cells]
    for cell, share in zip(cells, of_largest, strict=False):
        if share is not None:
            cell["share"] = share
    return {"role": row.role, "cells": cells}


def wrapping(cell: Json) -> Json:
    """The cell with ordinary spaces for no-break spaces, for a table that has no room otherwise."""
    return cell | {"text": cell["text"].replace("\u00a0", " ")}
