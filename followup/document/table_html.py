"""A table block as HTML: caption, column and row headers, row groups, and the notes below.

On a narrow screen a table of numbers scrolls sideways in a named group that the keyboard reaches (a group and not a
region: twenty tables would be twenty landmarks, which help nobody to find the way). A table with prose cannot be read
that way, so templates/report.css stacks its cells; since browsers forget that a table is one when its parts are no
longer laid out as such, these tables also say so with roles.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.document.blocks import Chart, Column, Row, Table
from followup.document.cells import Cell
from followup.document.inline_html import cell_html, escaped, line_html, text_html


def table_html(table: Table) -> str:
    """The table, its notes and its source. Raises ValueError for a row with another number of cells than columns."""
    name = escaped(table.id)
    columns = table.columns
    stacked = any(column.kind == "prose" for column in columns)
    unit = f'<br><span class="unit-line">{text_html(table.unit_line)}</span>' if table.unit_line else ""
    head = "".join(
        f'<th scope="col"{_role(stacked, "columnheader")}{_class(column)}>{text_html(column.label)}</th>'
        for column in columns
    )
    row, group = _role(stacked, "row"), _role(stacked, "rowgroup")
    look = ' class="stacked" role="table"' if stacked else ""
    return (
        f'<div class="table" id="{name}">'
        f'<div class="scroll" role="group" aria-labelledby="{name}-rubrik" tabindex="0"><table{look}>'
        f'<caption id="{name}-rubrik"><span><strong>{text_html(table.caption)}</strong>{unit}</span></caption>'
        f"<thead{group}><tr{row}>{head}</tr></thead>{_bodies(table, stacked)}</table></div>"
        f"{below_html(table)}</div>"
    )


def below_html(block: Table | Chart) -> str:
    """The notes and the source line of a table or a chart."""
    return "".join(line_html("note", note) for note in block.notes) + line_html("source", block.source)


def _bodies(table: Table, stacked: bool) -> str:
    """A tbody for each group, since a rowgroup header speaks for its tbody; one for a closing total, which is no
    part of the last group."""
    rows = table.rows
    bodies: list[list[str]] = [[]]
    for position, row in enumerate(rows):
        closing = row.role == "total" and position == len(rows) - 1
        if (row.role == "group" or closing) and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(row, table.columns, stacked))
    return "".join(f"<tbody{_role(stacked, 'rowgroup')}>{''.join(body)}</tbody>" for body in bodies if body)


def _row(row: Row, columns: Sequence[Column], stacked: bool) -> str:
    opening = f"<tr{_role(stacked, 'row')}"
    header = _role(stacked, "rowheader")
    if row.role == "group":
        (cell,) = row.cells
        span = len(columns)
        text = f"<span>{cell_html(cell)}</span>"
        return f'{opening} class="group"><th scope="rowgroup"{header} colspan="{span}">{text}</th></tr>'
    first, *others = [
        f"{_class(column)}{_why(cell)}{_label(column, stacked)}>{cell_html(cell)}"
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    total = ' class="total"' if row.role == "total" else ""
    values = "".join(f"<td{_role(stacked, 'cell')}{cell}</td>" for cell in others)
    return f'{opening}{total}><th scope="row"{header}{first}</th>{values}</tr>'


def _class(column: Column) -> str:
    return f' class="{escaped(column.kind)}"' if column.kind != "text" else ""


def _why(cell: Cell) -> str:
    return f' title="{escaped(cell.why_missing)}"' if cell.why_missing else ""


def _label(column: Column, stacked: bool) -> str:
    return f' data-label="{escaped(column.label)}"' if stacked else ""


def _role(stacked: bool, role: str) -> str:
    return f' role="{role}"' if stacked else ""
