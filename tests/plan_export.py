"""A plan as the export that a planning system makes of it: a workbook or rows, in each of the shapes that exports have.

Heads are repeated as on pages, page lines stand between them, and what the plan's file has as keys stands in
parentheses after the name, or as a star before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import openpyxl

from followup.params.plans import Node, Plan

Shape = Literal["merged", "repeated", "empty"]
HEADS = ("Prioriteringsområden", "Prioriteringar", "Förvaltningens verksamhetsplan", "Aktiviteter")
STARRED = "märkt med * i planen"


def printed(node: Node) -> str:
    """The name of an entry as the document prints it."""
    notes = [note for note in node.note.split("; ") if note]
    star = "* " if STARRED in notes else ""
    around = [*node.carried_over.split("; "), *(note for note in notes if note != STARRED)]
    return star + node.name + "".join(f" ({text})" for text in around if text)


@dataclass
class Export:
    """The sheet's rows, and the areas that are to be merged: first row, last row and column, from 1 as openpyxl has."""

    rows: list[list[str]] = field(default_factory=list)
    areas: list[tuple[int, int, int]] = field(default_factory=list)
    pages: int = 0

    def write(self, path: Path) -> Path:
        """The export as a workbook with one sheet."""
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in self.rows:
            sheet.append([text or None for text in row])
        for first, last, column in self.areas:
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
        book.save(path)
        return path

    def cells_with_text(self) -> int:
        return sum(bool(text) for row in self.rows for text in row)


def export_of(plan: Plan, shape: Shape, page: int = 40) -> Export:
    """The plan's hierarchy below its numbered objectives as a table of four columns, with a new page every so often."""
    export = Export([["1 Verksamhetsplan", "", "", ""], ["", "", "", ""]])
    number = 4
    for root in plan.roots:
        word = "Delmål: " if int(root.code.partition(".")[2]) < 10 else ""
        export.rows += [[f"{root.code} {word}{root.name}", "", "", ""], list(HEADS)]
        lines = [line for node in root.children for line in _lines(node, ())]
        for start in range(0, len(lines), page):
            if start:
                export.rows += [
                    ["", "", "", ""],
                    [f"Regionkontoret, Verksamhetsplan {number}(30)", "", "", ""],
                    list(HEADS),
                ]
                number += 1
            export.pages += 1
            _page(export, lines[start : start + page], lines[start - 1] if start else (), shape)
    return export


def _lines(node: Node, above: tuple[Node, ...]) -> list[tuple[Node, ...]]:
    """A row for each entry without others below it: the entry with all above it in the table."""
    here = (*above, node)
    return [line for child in node.children for line in _lines(child, here)] or [here]


def _page(export: Export, lines: list[tuple[Node, ...]], before: tuple[Node, ...], shape: Shape) -> None:
    first = len(export.rows) + 1
    grid = [{node.depth - 1: node for node in line} for line in lines]
    above = {node.depth - 1: node for node in before}
    for place, row in enumerate(grid):
        over = grid[place - 1] if place else above
        new = [column in row and row[column] != over.get(column) for column in range(4)]
        export.rows.append(
            [
                printed(row[column]) if column in row and (new[column] or shape == "repeated") else ""
                for column in range(4)
            ]
        )
    if shape == "merged":
        for column in range(4):
            start = 0
            for place in range(1, len(grid) + 1):
                if place == len(grid) or grid[place].get(column) != grid[start].get(column):
                    if place - start > 1 and column in grid[start]:
                        export.areas.append((first + start, first + place - 1, column + 1))
                    start = place
