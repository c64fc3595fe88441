"""How much room a table asks for on the page, told from its texts before any browser lays it out.

templates/report.css has the widths below which a table becomes cards, one for each of the classes here. They are told a
little too wide: cards that would have had room are read as well, a table that has none is not.
"""

from __future__ import annotations

import math

from followup.document.blocks import Column, Table

# In rem, as report.css sets a table: a letter on average, a cell's padding, a bar with its gap, and the least width of
# what is read.
_LETTER, _PADDING, _BAR = 0.53, 1.5, 4.25
_LEAST = {"status": 5.5, "prose": 17.0}
_FIRST, _WIDEST_TEXT = 7.0, 12.0
# In letters: a drawing with its gap, what half a card has room for, and a name beside what judges it.
_SYMBOL, _SHORT, _SHORT_NAME = 3, 14, 32
# How wide a table may be to stand as it is where, and the class of one that is not wider than the next.
_LOOKS = ((17.5, ""), (22.0, "cards small"), (42.0, "cards"), (math.inf, "cards wide"))


def look(table: Table) -> str:
    """The table's classes: when its rows become cards, `one` if one column judges them, `beside` if it then has room
    beside their names."""
    needed = sum(_needed(table, position) for position in range(len(table.columns))) - _PADDING
    found = next(look for room, look in _LOOKS if needed <= room)
    judging = sum(column.judged or column.kind == "status" for column in table.columns)
    if not found or judging != 1:
        return found
    return f"{found} one beside" if max(map(len, _texts(table, 0)), default=0) <= _SHORT_NAME else f"{found} one"


def is_short(table: Table, position: int) -> bool:
    """Whether a column of words stands beside another one on a card."""
    column = table.columns[position]
    texts = (column.card_label or column.label, *_texts(table, position))
    return column.kind == "text" and all(len(text) <= _SHORT for text in texts)


def _texts(table: Table, position: int) -> list[str]:
    return [row.cells[position].text for row in table.rows if row.role != "group"]


def _needed(table: Table, position: int) -> float:
    column = table.columns[position]
    label, texts = _longest_word(column.label), _texts(table, position)
    if column.kind == "number":
        # A figure does not break over lines.
        return max([label, *map(len, texts)]) * _LETTER + _PADDING + (_BAR if column.judged else 0.0)
    drawn = _SYMBOL if any(row.cells[position].symbol for row in table.rows if row.role != "group") else 0
    words = max([label, *(_longest_word(text) + drawn for text in texts)]) * _LETTER
    return max(words, _wished(column, texts, position)) + _PADDING


def _wished(column: Column, texts: list[str], position: int) -> float:
    """What a column asks for beyond its longest word: a line that can be read."""
    if column.kind in _LEAST:
        return _LEAST[column.kind]
    if not position:
        return _FIRST
    return min(max([len(column.label), *map(len, texts)]) * _LETTER, _WIDEST_TEXT)


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")))
