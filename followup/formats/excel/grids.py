"""A table of the report as a table that a spreadsheet program can sort, filter and read aloud: one heading a column.

A heading over rows becomes a column, units stand in headings, or in a column where rows have different ones, what is
"10 av 15" becomes two numbers, and no two headings are the same. Nothing else is changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.ground import swedish

GROUP, UNIT, WHOLE = "Grupp", "Enhet", "Av"
# Of a row that belongs to no group.
ALL_GROUPS, NO_GROUP = "Alla", "Ingen"
_LONGEST_HEADING = 250
# What is counted has its unit in its heading's words, but not where rows have different ones.
_COUNTED = "antal"
# So many of so many.
_OF_WHOLE = re.compile(r"(.+) av (\d[\d\s]*)")


@dataclass(frozen=True)
class Grid:
    """Columns with headings that differ, and rows with a cell for each of them."""

    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def grid_of(table: Table) -> Grid:
    """The table without group rows, with units where a reader of one column needs them."""
    table = _with_wholes(table)
    rows = [row for row in table.rows if row.role != "group"]
    headings = [_heading(column, at, rows) for at, column in enumerate(table.columns)]
    columns = list(table.columns)
    cells = [list(row.cells) for row in rows]
    if _needs_unit_column(table.columns, rows):
        columns.insert(1, Column("enhet", UNIT, "text"))
        headings.insert(1, UNIT)
        for row in cells:
            units = _units(row)
            units = [one for one in units if one != _COUNTED] or units
            # The unit is said once: beside the figures, and not in them too.
            row[:] = [row[0], Cell(", ".join(units)), *(_bare(cell, units) for cell in row[1:])]
    if len(rows) < len(table.rows):
        columns.insert(1, Column("grupp", GROUP, "text"))
        headings.insert(1, GROUP)
        for row, group in zip(cells, _groups(table.rows), strict=True):
            row.insert(1, Cell(group))
    made = tuple(Row(row.key, tuple(found), row.role) for row, found in zip(rows, cells, strict=True))
    return Grid(tuple(_different(headings)), tuple(columns), made)


def _with_wholes(table: Table) -> Table:
    """With a column after each whose figures are so many of so many: both are numbers then."""
    for at in reversed(range(len(table.columns))):
        wholes = [_OF_WHOLE.fullmatch(row.cells[at].text) if _is_figure(row, at) else None for row in table.rows]
        if any(wholes):
            columns, key = table.columns, f"{table.columns[at].key}-av"
            rows = tuple(_with_whole(row, at, whole) for row, whole in zip(table.rows, wholes, strict=True))
            columns = (*columns[: at + 1], Column(key, WHOLE, "number"), *columns[at + 1 :])
            table = replace(table, columns=columns, rows=rows)
    return table


def _is_figure(row: Row, at: int) -> bool:
    return row.role != "group" and row.cells[at].value is not None


def _with_whole(row: Row, at: int, found: re.Match[str] | None) -> Row:
    if row.role == "group":
        return row
    part, whole = row.cells[at], Cell(swedish.MISSING)
    if found:
        size = float(re.sub(r"\s", "", found[2]))
        part, whole = replace(part, text=found[1]), Cell(found[2], value=size, unit=part.unit)
    return replace(row, cells=(*row.cells[:at], part, whole, *row.cells[at + 1 :]))


def _heading(column: Column, at: int, rows: Sequence[Row]) -> str:
    """The column's label, with the unit that all its figures have: `Utfall (mnkr)`."""
    label = " ".join(column.label.split()) or f"Kolumn {at + 1}"
    units = _units(row.cells[at] for row in rows)
    if len(units) != 1 or units[0] == _COUNTED or units[0] in label:
        return label
    return f"{label} ({units[0]})"


def _units(cells: Iterable[Cell]) -> list[str]:
    return list(dict.fromkeys(cell.unit for cell in cells if cell.value is not None and cell.unit))


def _needs_unit_column(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    mixed = any(len(_units(row.cells[at] for row in rows)) > 1 for at in range(len(columns)))
    return mixed and not any(column.label == UNIT for column in columns)


def _bare(cell: Cell, units: Sequence[str]) -> Cell:
    """The figure without the row's one unit behind it; with it where the row has several."""
    if cell.value is None or list(units) != [cell.unit]:
        return cell
    return replace(cell, text=cell.text.removesuffix(cell.unit).rstrip())


def _groups(rows: Sequence[Row]) -> Iterator[str]:
    """The heading over each row that is none itself. A total below groups is that of all of them."""
    group = NO_GROUP
    for row in rows:
        if row.role == "group":
            group = row.cells[0].text
        else:
            yield ALL_GROUPS if row.role == "total" else group


def _different(headings: Sequence[str]) -> Iterator[str]:
    """The headings, cut to what a spreadsheet holds, with a number where one comes again, whatever its case."""
    met: Counter[str] = Counter()
    for heading in headings:
        short = heading[:_LONGEST_HEADING]
        met[short.lower()] += 1
        yield short if met[short.lower()] == 1 else f"{short} ({met[short.lower()]})"
