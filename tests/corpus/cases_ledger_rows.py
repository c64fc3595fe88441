"""Rows of the ledger that stand twice, one row off or in another class, and faults of one activity or one month."""

from __future__ import annotations

from collections.abc import Iterable

from tests.corpus.books import ACCOUNT, ACCOUNT_CLASS, ACTIVITY, BUDGET, OUTCOME, PREVIOUS_YEAR, Books, Row
from tests.corpus.case import case
from tests.corpus.ledger_rows import LAST, at_the_end, net_cost, of_activity, scale, shown

NATURE = "Naturbruksskolor"


def swap(rows: Iterable[Row], one: int, other: int) -> None:
    for row in rows:
        if row[OUTCOME] != "":
            row[one], row[other] = row[other], row[one]


def again(books: Books, rows: Iterable[Row], times: int = 1) -> None:
    """The outcome of rows once more, or so many times it, on accounts that have nothing else."""
    copies = []
    for row in rows:
        copy = list(row)
        copy[ACCOUNT], copy[BUDGET], copy[PREVIOUS_YEAR] = f"9{row[ACCOUNT]}", 0, 0
        copy[OUTCOME] = times * row[OUTCOME]
        copies.append(copy)
    at_the_end(books, *copies)


@case("outcome of the last month pasted in again on other accounts", stops="står två gånger i samma månad (april)")
def _(books: Books) -> None:
    again(books, books.ledger("DNKS", month=LAST))


@case(
    "the last month taken back on other accounts",
    stops="tas ut av samma belopp med omvänt tecken i samma månad (april)",
)
def _(books: Books) -> None:
    again(books, books.ledger("DNKS", month=LAST), -1)


@case("one account pasted in again in every month", stops="4 belopp i kolumnen ”Utfall” för DNKS", most_errors=2)
def _(books: Books) -> None:
    rows = of_activity(books, NATURE)
    again(books, [row for row in rows if row[ACCOUNT_CLASS] == "Personalkostnader" and row[OUTCOME] != ""])


@case("outcome of the last month one row down from its middle", stops="på raden ovanför (DNKS)", most_errors=4)
def _(books: Books) -> None:
    rows = list(books.ledger("DNKS", month=LAST))
    half = rows[len(rows) // 2 :]
    amounts = [row[OUTCOME] for row in half]
    for row, amount in zip(half, [amounts[-1], *amounts[:-1]], strict=True):
        row[OUTCOME] = amount


@case("an account in another class in one month", stops="Ett konto för DNKS har olika kontoklass")
def _(books: Books) -> None:
    rows = [row for row in of_activity(books, NATURE, month=LAST) if row[ACCOUNT_CLASS] == "Köpt vård och verksamhet"]
    for row in rows:
        row[ACCOUNT_CLASS] = "Övriga driftskostnader"


@case("outcome and previous year swapped in one activity", stops="för DNKS (verksamheten ”Naturbruksskolor”) är ett")
def _(books: Books) -> None:
    swap(of_activity(books, NATURE), OUTCOME, PREVIOUS_YEAR)


@case("outcome and previous year swapped in the last month", stops="Utfall föregående år för DNKS (april) är ett annat")
def _(books: Books) -> None:
    swap(books.ledger("DNKS", month=LAST), OUTCOME, PREVIOUS_YEAR)


@case("budget and outcome swapped in the last month", stops="beloppen för DNKS (april), och")
def _(books: Books) -> None:
    swap(books.ledger("DNKS", month=LAST), OUTCOME, BUDGET)


@case("one activity counted twice in the last month", stops="för DNKS (verksamheten ”Naturbruksskolor”")
def _(books: Books) -> None:
    scale(of_activity(books, NATURE, month=LAST), OUTCOME, 2)


@case("one account × 10 in every month", stops="är ungefär 10 gånger för stora för DNKS", most_errors=2)
def _(books: Books) -> None:
    rows = of_activity(books, "Scenkonst och musik")
    scale([row for row in rows if row[ACCOUNT_CLASS] == "Övriga driftskostnader"], OUTCOME, 10)


APRIL = sum(row[OUTCOME] for row in Books.untouched_ledger("DNKS") if row[ACTIVITY] == NATURE and row[0] == LAST)


@case("true: one activity with half as much again in a month", reads=[(shown("outcome"), net_cost("DNKS") - APRIL / 2)])
def _(books: Books) -> None:
    scale(of_activity(books, NATURE, month=LAST), OUTCOME, 1.5)


@case(
    "true: one activity with two months in one",
    confirm="manadens-niva",
    reads=[(shown("outcome"), net_cost("DNKS") - APRIL)],
)
def _(books: Books) -> None:
    scale(of_activity(books, NATURE, month=LAST), OUTCOME, 2)
