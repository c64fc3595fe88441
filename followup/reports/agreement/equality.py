"""Two places of a report that must hold the same amount, and what is said when they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from followup.ground.figure import KRONOR, PERCENT, PERCENTAGE_POINTS, Figure
from followup.ground.figure_table import AnyFigureRow, AnyFigureTable

# What two ways of adding the same kronor may differ by; a count not at all.
HALF_A_KRONA = 0.5
# A percentage is shown with one decimal, and may have been rounded before it is compared.
SHOWN_PERCENT = 0.1

# The columns of the economy whose rows add up; a growth in per cent does not.
LedgerColumn = Literal["outcome", "budget", "deviation", "previous_year", "year_budget"]
EconomyColumn = Literal[LedgerColumn, "forecast", "forecast_deviation", "previous_forecast", "forecast_change"]
LEDGER: tuple[LedgerColumn, ...] = get_args(LedgerColumn)
ECONOMY: tuple[EconomyColumn, ...] = get_args(EconomyColumn)


@dataclass(frozen=True)
class Place:
    """Where in the report a figure stands, as a reader would call it: ”Nettokostnad per kontoklass”, ”utfall”."""

    name: str
    figure: Figure


@dataclass(frozen=True)
class Equality:
    """What must be equal, in the figures' own unit, within `tolerance`."""

    what: str
    left: Place
    right: Place
    tolerance: float | None = None

    @property
    def holds(self) -> bool:
        """Also where one of the two is missing: its reason is told where it stands."""
        left, right = self.left.figure.value, self.right.figure.value
        if left is None or right is None:
            return True
        return abs(left - right) <= self._allowed + 1e-9 * max(abs(left), abs(right))

    @property
    def _allowed(self) -> float:
        if self.tolerance is not None:
            return self.tolerance
        unit = self.left.figure.unit
        return HALF_A_KRONA if unit == KRONOR else SHOWN_PERCENT if unit in (PERCENT, PERCENTAGE_POINTS) else 0.0


NAMES: Mapping[str, str] = {
    "outcome": "utfall",
    "budget": "budget",
    "deviation": "avvikelse",
    "previous_year": "utfall föregående år",
    "year_budget": "årets budget",
    "forecast": "prognos",
    "forecast_deviation": "prognosens avvikelse",
    "previous_forecast": "föregående prognos",
    "forecast_change": "prognosens ändring",
    "decided": "beslutade åtgärder",
    "proposed": "föreslagna åtgärder",
}


def rows_sum_to(table: AnyFigureTable, total: str, columns: Iterable[str], name: str) -> Iterator[Equality]:
    """The rows of a table against its row `total`, column by column. Nothing for a table without rows."""
    if total not in table or len(table) < 2:
        return
    parts = table.without(total)
    for column in columns:
        yield Equality(
            NAMES.get(column, column),
            Place(f"raderna i {name}", Figure.sum(row.figure(column) for _, row in parts.rows())),
            Place(f"summan i {name}", table.row(total).figure(column)),
        )


def same(
    left: AnyFigureRow, left_name: str, right: AnyFigureRow, right_name: str, columns: Iterable[str]
) -> Iterator[Equality]:
    """One row in two tables, column by column."""
    for column in columns:
        places = Place(left_name, left.figure(column)), Place(right_name, right.figure(column))
        yield Equality(NAMES.get(column, column), *places)
