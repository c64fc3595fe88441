"""Cells, columns and prose of the PDF's tables and texts, with only what can be drawn and be broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from followup.document.prose import marks_of
from followup.formats.pdf.fonts import drawable, in_narrow

Json = dict[str, Any]
Fitted = Callable[[str], str]


def printable_cell(cell: Json, fitted: Fitted = in_narrow) -> Json:
    """What the template needs of a cell: text, or prose, and symbol with tone. `fitted` breaks what is too long."""
    found: Json = {"text": fitted(drawable(cell["text"]))}
    for name in ("symbol", "tone"):
        if cell.get(name):
            found[name] = cell[name]
    if cell.get("prose"):
        found["prose"] = printable_prose(cell["prose"], fitted)
    return found


def printable_prose(nodes: Sequence[Any], fitted: Fitted) -> list[Any]:
    """A prose tree, blocks or inlines, with printable texts and only addresses that are safe to follow."""
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(fitted(drawable(node)))
        elif "ul" in node:
            items = [printable_prose(item, fitted) for item in node["ul"]]
            found.append({"ul": items, "mark": node.get("mark", "•")})
        elif "ol" in node:
            found.append({"ol": [printable_prose(item, fitted) for item in node["ol"]], "marks": marks_of(node)})
        elif "a" in node:
            address = node.get("href", "")
            safe = re.match(r"(https?|mailto):", address, re.IGNORECASE) and address.isprintable()
            found.append({"a": printable_prose(node["a"], fitted), "href": address if safe else ""})
        elif "br" in node:
            found.append({"br": True})
        else:
            (name,) = node
            found.append({name: printable_prose(node[name], fitted)})
    return found


def printable_columns(columns: list[Json], gap: float) -> list[Json]:
    """The columns with printable labels and, in `gap`, more air where a text follows upon a number."""
    found: list[Json] = []
    for column in columns:
        after_number = bool(found) and found[-1]["kind"] == "number" and column["kind"] != "number"
        found.append(column | {"label": in_narrow(drawable(column["label"])), "gap": gap if after_number else 0.0})
    return found


def printable_row(row: Json) -> Json:
    return {"role": row["role"], "cells": [printable_cell(cell) for cell in row["cells"]]}


def wrapping(cell: Json) -> Json:
    """The cell with ordinary spaces for no-break spaces, for a table that has no room otherwise."""
    return cell | {"text": cell["text"].replace("\u00a0", " ")}
