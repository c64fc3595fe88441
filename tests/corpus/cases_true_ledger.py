"""Ledgers that surprise and are right: they pass, or pass when somebody has confirmed them."""

from __future__ import annotations

from datetime import date

from tests.corpus.books import (
    ACCOUNT,
    ACTIVITY,
    BUDGET,
    COMMITTEE,
    HEAD,
    LEDGER,
    MONTH,
    OUTCOME,
    PREVIOUS_YEAR,
    Books,
    Row,
)
from tests.corpus.case import case
from tests.corpus.ledger_rows import LAST, MONTHS, largest, net_cost, of_activity, scale, shown

SAME = [(shown("outcome"), net_cost("DNKS")), (shown("year_budget"), -183_000_000)]


def amounts(rows: list[Row]) -> float:
    return sum(row[OUTCOME] for row in rows)


# Of the untouched ledger, in kronor with costs as plus.
APRIL = [row for row in Books.untouched_ledger("DNKS") if row[MONTH] == LAST]
INVOICE = largest([row for row in APRIL if row[3] == "Övriga driftskostnader"])[OUTCOME]
NATURE = amounts([row for row in APRIL if row[ACTIVITY] == "Naturbruksskolor" and row[3] != "Intäkter"])


@case("true: one large invoice in one month", reads=[(shown("outcome"), net_cost("DNKS") - 0.6 * INVOICE)])
def _(books: Books) -> None:
    largest(books.ledger("DNKS", month=LAST, account_class="Övriga driftskostnader"))[OUTCOME] *= 1.6


@case(
    "true: costs of one activity a fourth lower in a month", reads=[(shown("outcome"), net_cost("DNKS") + NATURE / 4)]
)
def _(books: Books) -> None:
    scale([row for row in of_activity(books, "Naturbruksskolor", month=LAST) if row[3] != "Intäkter"], OUTCOME, 0.75)


@case("true: a correction makes a small cost negative")
def _(books: Books) -> None:
    row = next(one for one in of_activity(books, "Utbildningssamverkan", month=LAST) if one[3] == "Avskrivningar")
    row[OUTCOME] = -2_345.67


@case("true: a new activity had nothing last year", reads=SAME)
def _(books: Books) -> None:
    for workbook in (LEDGER, "2024/2024-02/utfall.xlsx"):
        for row in books.rows(workbook, "Huvudbok")[HEAD:]:
            if row[ACTIVITY] == "Utbildningssamverkan" and row[COMMITTEE] == "DNKS":
                row[PREVIOUS_YEAR] = 0


@case("true: months that have not come are 0", reads=SAME)
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] == "":
            row[OUTCOME] = 0


@case("true: a budget in even twelfths", reads=[(shown("year_budget"), -183_000_000)])
def _(books: Books) -> None:
    year: dict[tuple, float] = {}
    for row in books.ledger("DNKS"):
        year[row[ACTIVITY], row[3]] = year.get((row[ACTIVITY], row[3]), 0) + row[BUDGET]
    for row in books.ledger("DNKS"):
        row[BUDGET] = round(year[row[ACTIVITY], row[3]] / 12, 2)


@case("true: months as dates", reads=SAME)
def _(books: Books) -> None:
    for row in books.ledger():
        row[MONTH] = date(2024, int(row[MONTH][5:]), 1)


@case("true: months as whole numbers", reads=SAME)
def _(books: Books) -> None:
    for row in books.ledger():
        row[MONTH] = int(row[MONTH].replace("-", ""))


@case("true: account numbers as numbers", reads=SAME)
def _(books: Books) -> None:
    for row in books.ledger():
        row[ACCOUNT] = int(row[ACCOUNT])


@case("true: the committee by its name", reads=SAME)
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[COMMITTEE] = "Driftnämnd Kultur och skola"


@case("true: rows from the last to the first", reads=SAME)
def _(books: Books) -> None:
    every = books.rows(LEDGER, "Huvudbok")
    body = books.body(LEDGER, "Huvudbok")
    every[HEAD : HEAD + len(body)] = body[::-1]


@case("true: spaces around an activity's name", reads=SAME)
def _(books: Books) -> None:
    for row in of_activity(books, "Folkhögskolor"):
        row[ACTIVITY] = "Folkhögskolor  "


@case("true: rows of nothing but 0", reads=SAME)
def _(books: Books) -> None:
    rows = of_activity(books, "Folkhögskolor")
    every = books.rows(LEDGER, "Huvudbok")
    for month in MONTHS:
        row = list(next(one for one in rows if one[MONTH] == month))
        row[ACCOUNT], row[BUDGET], row[OUTCOME], row[PREVIOUS_YEAR] = "9999", 0, 0 if month <= LAST else "", 0
        every.insert(HEAD, row)


WHOLE = -sum(round(row[OUTCOME]) for row in Books.untouched_ledger("DNKS") if row[OUTCOME] != "")


# The sum of the rounded rows: an öre here and there is lost.
@case("true: amounts in whole kronor", reads=[(shown("outcome"), -60_942_899)])
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            row[OUTCOME] = round(row[OUTCOME])


@case("true: a month with two months' state grants", confirm="enstaka-belopp")
def _(books: Books) -> None:
    largest(books.ledger("DNKS", month=LAST, account_class="Intäkter"))[OUTCOME] *= 10


@case(
    "true: a month of double amounts",
    confirm="manadens-niva",
    reads=[(shown("outcome"), net_cost("DNKS") - amounts(APRIL))],
)
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 2)


@case("true: a strike without salaries for a month", confirm="nastan-tom-manad")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST, account_class="Personalkostnader"), OUTCOME, 0)
