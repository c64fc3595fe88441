"""A table block as HTML: caption, column and row headers, row groups, and the notes below.

Where a table has no room, templates/cards.css makes a card of each of its rows: the row's name, beside it what the row
is judged by, and below them the rest, each under the name of its column, which the cell therefore carries with it. How
much room a table needs is told here, by a class. A card is laid out with the display of a grid, under which browsers
keep a table's meaning: it needs no roles, and none is valid in a table that is one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from followup.document.blocks import Chart, Column, Row, Table
from followup.document.cells import Cell
from followup.document.deviations import Shares, shares
from followup.document.inline_html import bar_html, cell_html, escaped, line_html, text_html

# In rem, as report.css sets a table: a letter on average, the padding of a cell, a bar with its gap, and the least width
# of the kinds that are read.
_LETTER, _PADDING, _BAR = 0.53, 1.5, 3.25
_SYMBOL = 3  # letters: a drawing and its gap
_LEAST = {"text": 5.0, "status": 5.5, "prose": 17.0, "number": 0.0}
_FIRST, _WIDEST_TEXT = 7.5, 12.0
# How wide a table may be to stand as it is where, and the class of one that is not wider than the next.
_LOOKS = ((17.5, ""), (22.0, " cards small"), (42.0, " cards"), (math.inf, " cards wide"))


def table_html(table: Table) -> str:
    """The table, its notes and its source. Raises ValueError for a row with another number of cells than columns."""
    name = escaped(table.id)
    unit = f'<br><span class="unit-line">{text_html(table.unit_line)}</span>' if table.unit_line else ""
    head = "".join(f'<th scope="col"{_class(column)}>{text_html(column.label)}</th>' for column in table.columns)
    return (
        f'<div class="table{_look(table)}" id="{name}"><div class="fit"><table>'
        f"<caption><span><strong>{text_html(table.caption)}</strong>{unit}</span></caption>"
        f"<thead><tr>{head}</tr></thead>{_bodies(table)}</table></div>"
        f"{below_html(table)}</div>"
    )


def below_html(block: Table | Chart) -> str:
    """The notes and the source line of a table or a chart."""
    return "".join(line_html("note", note) for note in block.notes) + line_html("source", block.source)


def _look(table: Table) -> str:
    """How much room it needs, and whether a single column judges its rows, beside whose names it then stands."""
    needed = sum(_needed(table, position) for position in range(len(table.columns))) - _PADDING
    look = next(look for room, look in _LOOKS if needed <= room)
    judging = sum(_judges(column) for column in table.columns)
    return look + (" one" if look and judging == 1 else "")


def _needed(table: Table, position: int) -> float:
    column = table.columns[position]
    texts = [row.cells[position].text for row in table.rows if row.role != "group"]
    longest = max((len(word) for word in column.label.split(" ")), default=0)
    if column.kind == "number":
        # A figure does not break over lines.
        longest = max([longest, *map(len, texts)])
        return longest * _LETTER + _PADDING + (_BAR if column.judged else 0.0)
    if column.kind == "text":
        words = max([longest, *(len(word) for text in texts for word in text.split(" "))])
        whole = max([len(column.label), *map(len, texts)]) * _LETTER
        least = _FIRST if position == 0 else _LEAST["text"]
        return max(words * _LETTER, min(max(least, whole), _WIDEST_TEXT if position else _FIRST)) + _PADDING
    if column.kind == "status":
        longest = max([longest, *(len(word) + _SYMBOL for text in texts for word in text.split(" "))])
    return max(_LEAST[column.kind], longest * _LETTER) + _PADDING


def _judges(column: Column) -> bool:
    return column.judged or column.kind == "status"


def _bodies(table: Table) -> str:
    """A tbody for each group, since a rowgroup header speaks for its tbody; one for a closing total, which is no
    part of the last group."""
    rows = table.rows
    bodies: list[list[str]] = [[]]
    for position, (row, of_largest) in enumerate(zip(rows, shares(table), strict=True)):
        closing = row.role == "total" and position == len(rows) - 1
        if (row.role == "group" or closing) and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(row, table.columns, of_largest))
    return "".join(f"<tbody>{''.join(body)}</tbody>" for body in bodies if body)


def _row(row: Row, columns: Sequence[Column], of_largest: Shares) -> str:
    if row.role == "group":
        (cell,) = row.cells
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{cell_html(cell)}</th></tr>'
    first, *others = [
        f"{_class(column)}{_why(cell)}{_label(column, position)}>{_content(cell, share)}"
        for position, (cell, column, share) in enumerate(zip(row.cells, columns, of_largest, strict=True))
    ]
    total = ' class="total"' if row.role == "total" else ""
    return f'<tr{total}><th scope="row"{first}</th>{"".join(f"<td{cell}</td>" for cell in others)}</tr>'


def _content(cell: Cell, share: float | None) -> str:
    if share is None:
        return cell_html(cell)
    return f'<span class="judged">{bar_html(share)}<span>{cell_html(cell)}</span></span>'


def _class(column: Column) -> str:
    kinds = [column.kind] if column.kind != "text" else []
    return f' class="{escaped(" ".join([*kinds, "verdict"] if column.judged else kinds))}"' if kinds else ""


def _why(cell: Cell) -> str:
    return f' title="{escaped(cell.why_missing)}"' if cell.why_missing else ""


def _label(column: Column, position: int) -> str:
    """The name of its column, which a card shows: of the first, which names the row, it is left out."""
    return f' data-label="{escaped(column.label)}"' if position else ""
