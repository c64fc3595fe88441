"""What every table of indicators says in the same way: an indicator's name and value, and when it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.cells import Cell, cell_of
from followup.document.tables import text_cell
from followup.ground.figure import PERCENT
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.params.indicator import Indicator

DIRECTIONS = {"higher": "högt är bra", "lower": "lågt är bra", "neutral": "varken högt eller lågt är bäst"}
FREQUENCIES = {
    "month": "varje månad",
    "tertial": "varje tertial",
    "year": "varje år",
    "biennial": "vartannat år",
}


def label(indicator: Indicator) -> str:
    """The name, with the unit where the values go without it, and which way is better."""
    unit = "" if indicator.unit == PERCENT else f"{indicator.unit}; "
    return f"{indicator.name} ({unit}{DIRECTIONS[indicator.direction]})"


def value_cell(figure: Figure, indicator: Indicator, more: int = 0) -> Cell:
    """A value with the indicator's decimals, and `more`; of units, only per cent stands in the cell."""
    # A long unit in every cell would leave no room for the names, and "75 index" says no more than 75.
    return cell_of(figure, indicator.decimals + more, scale="", with_unit=indicator.unit == PERCENT)


def measured_cell(period: str, indicator: Indicator) -> Cell:
    """`mars 2024` for what is measured by month or tertial, `2023` by year; a dash for what never was."""
    if not period:
        return text_cell("")
    found = Period.parse(period)
    return Cell(str(found.year) if indicator.frequency in ("year", "biennial") else found.month_and_year)
