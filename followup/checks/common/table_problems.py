"""Problems about a table of one committee: where they stand, and how amounts and missing months are written in them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, Severity
from followup.ground.period import MONTHS, Period
from followup.ground.wording import listed, spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.column_layout import ColumnLayout

# A list of cells that is longer than this is written as its first and last row.
LONGEST_ADDRESS = 40
# What is rounded to a tenth of a million may differ by this much.
ROUNDING = 100_000


def about(
    table: SourceTable, found: str, expected: str, remedy: str, severity: Severity = Severity.ERROR, value: str = ""
) -> Problem:
    """A problem of the sheet as a whole. `value` is what a confirmation would be for."""
    return Problem(table.workbook, table.sheet, "", found, expected, remedy, severity, value=value)


def at(
    table: SourceTable,
    column: str,
    found: str,
    expected: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
    value: str = "",
) -> Problem:
    """A problem of the column's cells in the table's rows. `value` is what a confirmation would be for."""
    address = ",".join(cells.address for cells in table.cells(column))
    if len(address) > LONGEST_ADDRESS:
        address = table.area([column], table.frame.index)
    return Problem(table.workbook, table.sheet, address, found, expected, remedy, severity, value=value)


def lines_of(table: SourceTable) -> list[tuple[str, str]]:
    """Each activity with each of its account classes once, in the table's order."""
    pairs = zip(table.frame["activity"], table.frame["account_class"], strict=True)
    return [pair for pair in dict.fromkeys(pairs) if None not in pair]


def mnkr(kronor: float) -> str:
    """`−1,5 mnkr`"""
    return f"{spelled(round(float(kronor) / 1e6, 1))} mnkr"


def in_sum(amounts: Sequence[float]) -> str:
    """What a confirmation of several amounts in kronor would be for: `3 belopp, i summa −1,5 mnkr`; of one, that."""
    total = mnkr(math.fsum(amounts))
    return total if len(amounts) == 1 else f"{len(amounts)} belopp, i summa {total}"


def kronor_text(kronor: float) -> str:
    """An amount so that a small one is seen: `−1,5 mnkr`, and below a million `412 300 kr`."""
    kronor = float(kronor)
    if not math.isfinite(kronor):
        return "ett belopp utan gräns"
    return mnkr(kronor) if abs(kronor) >= 1e6 else f"{spelled(round(kronor))} kr"


def plan_remedy(column: ColumnLayout, kronor: float) -> str:
    """What to do where a cell has another amount than the plan's, which is written with the sheet's unit and sign."""
    if column.is_stated:
        return "Rätta det som är fel."
    amount = spelled(round(kronor / column.factor, 6))
    return f"Rätta det som är fel: i den här kolumnen skrivs planens belopp {amount}."


def times(size: float) -> str:
    """How many times: `12 gånger`, `2,5 gånger`, and what is near them as `tusen gånger` and `en miljon gånger`."""
    if 300 <= size <= 3000:
        return "tusen gånger"
    if 300_000 <= size <= 3_000_000:
        return "en miljon gånger"
    return f"{spelled(round(size) if size >= 10 else round(size, 1))} gånger"


def month_names(months: Iterable[int]) -> str:
    """`februari, mars och april`"""
    return listed(MONTHS[month - 1] for month in months)


def missing_months(table: SourceTable, year: int, months: range) -> list[int]:
    """The months (1-12) of a year that have no row in the table."""
    present = set(table.values("period"))
    return [month for month in months if str(Period(year, month)) not in present]
