"""How large and how small a number can be in a sheet of a region's.

A number beyond these comes from a failed import or a key that stuck. Sums of it overflow, an axis that reaches it shows
nothing else, and printed it fills a page.
"""

from __future__ import annotations

from followup.ground.wording import quoted, spelled
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout

# A slip of the unit stays below it, so that the rules that know the budget can name it: a region's year of 10^10 kronor
# that is written in kronor where mnkr are meant is 10^16.
LARGEST_AMOUNT = 10**17
# Hours, persons, shares.
LARGEST_NUMBER = 10**12
# What a formula leaves of 0.1 + 0.2 − 0.3. Excel shows 0, and a percentage of it would be astronomical.
SMALLEST_NUMBER = 1e-9

# Digits that a float, and a cell, can hold.
MOST_DIGITS = 15


def largest(column: ColumnLayout) -> float:
    """The first number, in the column's own unit, that is too large for it."""
    return LARGEST_AMOUNT / KRONOR_PER_UNIT[column.unit] if column.type == "amount" else LARGEST_NUMBER


def too_large(column: ColumnLayout, value: float) -> str:
    """What is expected instead of a number that is too large for its column, as a sentence; empty for all others."""
    if abs(value) < largest(column):
        return ""
    unit = f" {column.unit}" if column.type == "amount" else ""
    return f"Ett tal under {spelled(int(largest(column)))}{unit} väntas i kolumnen {quoted(column.header)}."


def without_noise(value: float) -> float:
    """The number, or 0 for what is only the rounding of a formula."""
    return 0.0 if abs(value) < SMALLEST_NUMBER else value


def compact(value: float) -> str:
    """`12 300,5`, or `1,5E+308` where the digits would fill a line."""
    if abs(value) < 10**MOST_DIGITS:
        return spelled(value)
    digits, _, exponent = f"{value:.1E}".partition("E")
    return f"{digits.removesuffix('.0').replace('.', ',').replace('-', chr(0x2212))}E{exponent}"
