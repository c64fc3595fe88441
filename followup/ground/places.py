"""Where a row of a table stands in its sheet, when several of the table's rows stand in one row of the sheet.

A table with a column for each month is read as one with a row for each month. Its rows keep the number of the sheet's
row, and which of the months it was: `place(7, 2)` is row 7 in the third of the blocks that stand side by side.
"""

from __future__ import annotations

# Larger than the number of any row of a sheet.
_BLOCK = 2**21


def place(row: int, block: int) -> int:
    """The number of a table's row: that of the sheet's row, from 1, and of the block, from 0."""
    return row + block * _BLOCK


def row_of(number: int) -> int:
    """The sheet's row."""
    return int(number) % _BLOCK


def block_of(number: int) -> int:
    """Which of the blocks; 0 in a table that has only one."""
    return int(number) // _BLOCK


def address(letter: str, number: int) -> str:
    """The cell as a spreadsheet writes it: `D12`."""
    return f"{letter}{row_of(number)}"
