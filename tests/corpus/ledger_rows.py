"""What the cases about the ledger share: rows picked, scaled, summed and put at the table's end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.corpus.books import ACTIVITY, BUDGET, HEAD, LEDGER, MONTH, OUTCOME, PLACES, PREVIOUS_YEAR, Books, Row

LAST = "2024-04"
MONTHS = tuple(f"2024-{number:02d}" for number in range(1, 13))


def scale(rows: Iterable[Row], column: int, factor: float) -> None:
    """Every amount of a column times a factor."""
    for row in rows:
        if row[column] != "":
            row[column] = row[column] * factor


def of_activity(books: Books, activity: str, *committees: str, **chosen: str) -> list[Row]:
    """The ledger's rows of one activity, of DNKS unless another is named."""
    return [row for row in books.ledger(*(committees or ("DNKS",)), **chosen) if row[ACTIVITY] == activity]


def largest(rows: Iterable[Row], column: int = OUTCOME) -> Row:
    """The row with the largest amount, whatever its sign."""
    return max((row for row in rows if row[column] != ""), key=lambda row: abs(row[column]))


def at_the_end(books: Books, *rows: Row) -> None:
    """Rows put directly below the ledger's last one."""
    every = books.rows(LEDGER, "Huvudbok")
    place = next((number for number in range(HEAD, len(every)) if every[number][0] == ""), len(every))
    every[place:place] = rows


def above(books: Books, first: Row, row: Row) -> None:
    """A row put directly above another."""
    every = books.rows(LEDGER, "Huvudbok")
    every.insert(next(number for number, one in enumerate(every) if one is first), row)


def total_row(rows: Iterable[Row], **texts: Any) -> Row:
    """A row with the sums of some rows, and texts in the columns that are named."""
    found: Row = [""] * 9
    for name, text in texts.items():
        found[PLACES[name]] = text
    summed = list(rows)
    for column in (BUDGET, OUTCOME, PREVIOUS_YEAR):
        amounts = [row[column] for row in summed if row[column] != ""]
        found[column] = round(sum(amounts), 2) if amounts else ""
    return found


def shown(name: str) -> Callable[[Any], float]:
    """One of a report's own sums: outcome, budget, previous_year, year_budget, forecast, …"""
    return lambda report: report.net[name].value


def net_cost(*committees: str, column: int = OUTCOME) -> float:
    """The net cost of January to April in the untouched ledger, negative."""
    rows = (row for month in MONTHS[:4] for row in Books.untouched_ledger(*committees) if row[MONTH] == month)
    return -round(sum(row[column] for row in rows), 2)
