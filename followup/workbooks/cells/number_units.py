"""The unit that a cell states itself, in its text or its number format, against the unit of its column."""

from __future__ import annotations

import re
from decimal import Decimal

from followup.ground.wording import normalised
from followup.params.column_layout import KRONOR_PER_WORD, ColumnLayout
from followup.workbooks.files.number_format import Shown

KRONOR = KRONOR_PER_WORD

# The units that a number may have where its column has none.
_ANY_UNIT = {"%", "\u2030", "timmar", "antal", "dagar"}

# "Sjukfrånvaro (timmar)" is in hours, whether or not the layout says so.
_HEADER_UNIT = re.compile(r".*\((timmar|dagar|antal|procent|%)\)")


def in_column(value: Decimal, unit: str, column: ColumnLayout) -> tuple[Decimal, str]:
    """A number with the unit that stands after it, in the column's unit, and that unit.

    Raises ValueError if a number in that unit does not belong in the column.
    """
    if column.type == "amount":
        if unit and unit not in KRONOR:
            raise ValueError(unit)
        return value * KRONOR[unit or column.unit] / KRONOR[column.unit], column.unit
    if unit and (unit in KRONOR or unit not in _units_of(column)):
        raise ValueError(unit)
    return value, unit


def is_shown_rightly(shown: Shown, column: ColumnLayout) -> bool:
    """Whether what the cell shows, in the unit that its format states, is what it holds in the column's unit.

    A cell that holds 2 600 000 in a column of kronor may well show it as 2,6 mnkr: both are the same amount.
    """
    if shown.is_other or shown.is_percent:
        return False
    if column.type == "amount":
        unit = shown.unit or column.unit
        return KRONOR.get(unit) == KRONOR[column.unit] * shown.divisor
    if shown.unit in KRONOR:
        return KRONOR[shown.unit] == shown.divisor and column.type == "number" and column.unit in ("", "kr")
    return shown.divisor == 1 and (not shown.unit or shown.unit in _units_of(column))


def _units_of(column: ColumnLayout) -> frozenset[str]:
    """The units, other than of money, that a number in the column may have."""
    if column.unit:
        return frozenset({column.unit})
    if match := _HEADER_UNIT.fullmatch(normalised(column.header)):
        return frozenset({"%" if match[1] == "procent" else match[1]})
    return frozenset({"antal"} if column.type == "integer" else _ANY_UNIT)
