"""The sheet Beslut of Hallands sjukhus, who ask for two decisions in April: 21 mnkr of measures, and 99 mnkr."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.corpus.books import HEAD, Books, own
from tests.corpus.case import case

BOOK = own("DNHS")
DECISION, AMOUNT, DUE, DECIDED_BY, CONSEQUENCE, CONCERNS = range(6)


def rows(books: Books) -> list[list[Any]]:
    return books.body(BOOK, "Beslut")


def cell(column: int, value: Any, row: int = 0) -> Callable[[Books], None]:
    def change(books: Books) -> None:
        rows(books)[row][column] = value

    return change


def heading(column: int, text: str) -> Callable[[Books], None]:
    def change(books: Books) -> None:
        books.rows(BOOK, "Beslut")[HEAD - 1][column] = text

    return change


def added(*row: Any) -> Callable[[Books], None]:
    def change(books: Books) -> None:
        books.rows(BOOK, "Beslut").insert(HEAD + 2, list(row))

    return change


def form(text: str) -> Callable[[Books], None]:
    def change(books: Books) -> None:
        next(row for row in books.rows(BOOK, "Rapport") if row[0] == "Behöver beslut")[1:] = [text]

    return change


# Every cell but the amount says something ----------------------------------------------------------------------------

for column, name in (
    (DECISION, "Förslag till beslut"),
    (DUE, "Senast"),
    (DECIDED_BY, "Beslutas av"),
    (CONSEQUENCE, "Konsekvens om beslutet inte fattas"),
    (CONCERNS, "Gäller"),
):
    case(f"a decision without {name}", reader="DNHS", stops=f"kolumnen ”{name}”", most_errors=1)(cell(column, ""))
case("true: a decision about no money", reader="DNHS")(cell(AMOUNT, "", row=1))
case("a decision by somebody unknown", reader="DNHS", stops="”Landstinget”", most_errors=1)(
    cell(DECIDED_BY, "Landstinget")
)
case("true: who decides in short", reader="DNHS")(cell(DECIDED_BY, "RS", row=1))
case("a section that no report has", reader="DNHS", stops="”Väder”", most_errors=1)(cell(CONCERNS, "Väder"))
case("a day that is none", reader="DNHS", stops="”före sommaren”", most_errors=1)(cell(DUE, "före sommaren"))
case("an amount below nothing", reader="DNHS", stops="−99", most_errors=1)(cell(AMOUNT, -99.0, row=1))
case("an amount in words", reader="DNHS", stops="”ca 99”", most_errors=1)(cell(AMOUNT, "ca 99", row=1))
case("a heading in other words", reader="DNHS", stops="”Senast”", most_errors=1)(heading(DUE, "Datum för åtgärd"))
case("true: headings with synonyms", reader="DNHS")(heading(CONSEQUENCE, "Konsekvens"))
case("true: the unit in the heading", reader="DNHS")(heading(AMOUNT, "Belopp (mnkr)"))
case("another unit in the heading", reader="DNHS", stops="tkr", most_errors=1)(heading(AMOUNT, "Belopp (tkr)"))

# What the rules know -------------------------------------------------------------------------------------------------

case("an amount in tkr", reader="DNHS", confirm="beslutens-belopp")(cell(AMOUNT, 99_000.0, row=1))
case("an amount in kronor", reader="DNHS", confirm="beslutens-belopp")(cell(AMOUNT, 99_000_000.0, row=1))
case("another amount than the proposed measures", reader="DNHS", warns="ger 21 mnkr i år")(cell(AMOUNT, 25.0))
case("a day before the report", reader="DNHS", warns="Senast är 2024-04-18")(cell(DUE, date(2024, 4, 18)))
case("a day in another decade", reader="DNHS", warns="Senast är 2034-06-18")(cell(DUE, date(2034, 6, 18)))
case("the same decision twice", reader="DNHS", confirm="upprepade-beslut")(
    added(
        "Ta ställning till de föreslagna åtgärderna i åtgärdsplanen",
        "",
        date(2024, 6, 19),
        "Nämnden",
        "Inget",
        "Ekonomi",
    )
)
case("the form beside the sheet", reader="DNHS", notes="Både Behöver beslut och bladet Beslut är ifyllda.")(
    form("Nämnden har behandlat planen i maj.")
)


@case("true: an older workbook without the sheet", reader="DNHS")
def _(books: Books) -> None:
    del books.sheets(BOOK)["Beslut"]


@case("a sheet that is misspelt", reader="DNHS", stops="Bladet ”Beslut” saknas.", most_errors=1)
def _(books: Books) -> None:
    books.sheets(BOOK)["Besluten"] = books.sheets(BOOK).pop("Beslut")
