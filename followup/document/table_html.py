"""A table block as HTML: caption, column and row headers, row groups, and the notes below.

Where a table has no room, templates/cards.css makes a card of each of its rows: the row's name, beside it what the row
is judged by, and below them the rest, each under the name of its column, which the cell therefore carries with it. A
card is laid out with the display of a grid, under which browsers
keep a table's meaning: it needs no roles, and none is valid in a table that is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.document.blocks import Chart, Row, Table
from followup.document.cells import Cell
from followup.document.deviations import Shares, shares
from followup.document.inline_html import bar_html, cell_html, escaped, line_html, text_html
from followup.document.table_room import is_short, look


def table_html(table: Table) -> str:
    """The table, its notes and its source. Raises ValueError for a row with another number of cells than columns."""
    for row in table.rows:
        if len(row.cells) != (1 if row.role == "group" else len(table.columns)):
            raise ValueError(f"{table.id}: the row {row.key} has {len(row.cells)} cells")
    name = escaped(table.id)
    unit = f'<br><span class="unit-line">{text_html(table.unit_line)}</span>' if table.unit_line else ""
    head = "".join(
        f'<th scope="col"{_classes(table, position)}>{text_html(column.label)}</th>'
        for position, column in enumerate(table.columns)
    )
    return (
        f'<div class="{escaped(f"table {look(table)}".strip())}" id="{name}"><div class="fit"><table>'
        f"<caption><span><strong>{text_html(table.caption)}</strong>{unit}</span></caption>"
        f"<thead><tr>{head}</tr></thead>{_bodies(table)}</table></div>"
        f"{below_html(table)}</div>"
    )


def below_html(block: Table | Chart) -> str:
    """The notes and the source line of a table or a chart."""
    return "".join(line_html("note", note) for note in block.notes) + line_html("source", block.source)


def _bodies(table: Table) -> str:
    """A tbody for each group, since a rowgroup header speaks for its tbody; one for a closing total, which is no
    part of the last group."""
    rows, labels = table.rows, _labels(table)
    openings = [f"{_classes(table, position)}{label}" for position, label in enumerate(labels)]
    bodies: list[list[str]] = [[]]
    for position, (row, of_largest) in enumerate(zip(rows, shares(table), strict=True)):
        closing = row.role == "total" and position == len(rows) - 1
        if (row.role == "group" or closing) and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(row, openings, of_largest))
    return "".join(f"<tbody>{''.join(body)}</tbody>" for body in bodies if body)


def _row(row: Row, openings: Sequence[str], of_largest: Shares) -> str:
    """A row; `openings` are the attributes of each column's cells."""
    if row.role == "group":
        (cell,) = row.cells
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(openings)}">{cell_html(cell)}</th></tr>'
    first, *others = [
        f"{opening}{_why(cell)}>{_content(cell, share)}"
        for cell, opening, share in zip(row.cells, openings, of_largest, strict=True)
    ]
    total = ' class="total"' if row.role == "total" else ""
    return f'<tr{total}><th scope="row"{first}</th>{"".join(f"<td{cell}</td>" for cell in others)}</tr>'


def _content(cell: Cell, share: float | None) -> str:
    if share is None:
        return cell_html(cell)
    return f'<span class="judged">{bar_html(share)}<span>{cell_html(cell)}</span></span>'


def _classes(table: Table, position: int) -> str:
    column = table.columns[position]
    kinds = [column.kind] if column.kind != "text" else ["short"] if position and is_short(table, position) else []
    kinds += ["verdict"] if column.judged else []
    return f' class="{" ".join(kinds)}"' if kinds else ""


def _why(cell: Cell) -> str:
    return f' title="{escaped(cell.why_missing)}"' if cell.why_missing else ""


def _labels(table: Table) -> list[str]:
    """The name of its column, which a cell shows on a card; the first cell names the row and not itself."""
    if not look(table):
        return [""] * len(table.columns)
    return ["", *(f' data-label="{escaped(column.card_label or column.label)}"' for column in table.columns[1:])]
