"""What the cases about the region's workbook share: its sheets and columns, and how amounts are found and changed."""

from __future__ import annotations

from tests.corpus.books import BEFORE, REGION, YEAR, Books

EARLIER = f"{YEAR}/{BEFORE}/REGION.xlsx"
GOALS = f"{YEAR}/finansiella_mal.xlsx"
INCOME, BALANCE, REQUIREMENT, OTHERS = "Resultaträkning", "Balansräkning", "Balanskrav", "Prognos övriga"
BUDGET, OUTCOME, LAST_YEAR, YEAR_BUDGET, FORECAST, PREVIOUS = range(1, 7)
OPENING, CLOSING = 1, 2


def line(books: Books, sheet: str, name: str, workbook: str = REGION) -> list:
    return next(row for row in books.body(workbook, sheet) if str(row[0]).startswith(name))


def whole_book(change, columns: int = 7):
    """Changes every amount of a sheet."""

    def of(rows: list[list]) -> None:
        for row in rows:
            row[1:columns] = [change(value) if isinstance(value, float) else value for value in row[1:columns]]

    return of
