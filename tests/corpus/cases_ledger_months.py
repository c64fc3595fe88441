"""The ledger's months and columns: copied, swapped, accumulated, late, missing, twice."""

from __future__ import annotations

from collections.abc import Iterable

from tests.corpus.books import (
    ACCOUNT,
    ACCOUNT_CLASS,
    ACTIVITY,
    BEFORE,
    BUDGET,
    COMMITTEE,
    LEDGER,
    MONTH,
    OUTCOME,
    PREVIOUS_YEAR,
    YEAR,
    Books,
    Row,
)
from tests.corpus.case import case
from tests.corpus.ledger_rows import LAST, MONTHS, at_the_end, of_activity, scale


def accumulate(rows: Iterable[Row], column: int, *months: str) -> None:
    """Amounts since January in these months, or in all."""
    so_far: dict[tuple, float] = {}
    for row in rows:
        if row[column] != "":
            key = tuple(row[COMMITTEE:ACCOUNT])
            so_far[key] = so_far.get(key, 0) + row[column]
            if row[MONTH] in (months or MONTHS):
                row[column] = round(so_far[key], 2)


def drop(books: Books, unwanted: list) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    gone = {id(row) for row in unwanted}
    rows[:] = [row for row in rows if id(row) not in gone]


def copy_month(books: Books, column: int, before: str, after: str, left_out: str = "") -> None:
    """One column of a month of DNKS as it stands in another month, but for an account class."""
    values = {tuple(row[COMMITTEE:ACCOUNT]): row[column] for row in books.ledger("DNKS", month=before)}
    for row in books.ledger("DNKS", month=after):
        if row[ACCOUNT_CLASS] != left_out:
            row[column] = values[tuple(row[COMMITTEE:ACCOUNT])]


@case("accumulated outcome under Utfall", stops="växer från månad till månad som om de var ackumulerade")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS"), OUTCOME)


@case("accumulated previous year", stops="växer från månad till månad som om de var ackumulerade")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS"), PREVIOUS_YEAR)


@case("accumulated budget", stops="blad Huvudbok")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS"), BUDGET)


@case("accumulated outcome of one account class", stops="kontoklassen ”Personalkostnader”")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS", account_class="Personalkostnader"), OUTCOME)


@case("accumulated outcome of one activity", stops="verksamheten ”Folkhögskolor”")
def _(books: Books) -> None:
    accumulate(of_activity(books, "Folkhögskolor"), OUTCOME)


@case("only the last month accumulated", stops="blad Huvudbok")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS"), OUTCOME, LAST)


@case("the whole period's outcome in its last month", stops="blad Huvudbok")
def _(books: Books) -> None:
    accumulate(books.ledger("DNKS"), OUTCOME, LAST)
    scale((row for row in books.ledger("DNKS") if row[MONTH] != LAST), OUTCOME, 0)


@case("the last month exported as 0", stops="är nästan tom för april, för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 0)


@case("the first month exported as 0", stops="är nästan tom för januari, för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-01"), OUTCOME, 0)


@case("the last month exported as 0 for every committee", stops="nästan tom för april", reader="REGION", most_errors=15)
def _(books: Books) -> None:
    scale(books.ledger(month=LAST), OUTCOME, 0)


@case("the last month with a tenth of its amounts", stops="är nästan tom för april, för DNKS")
def _(books: Books) -> None:
    for number, row in enumerate(books.ledger("DNKS", month=LAST)):
        if number % 10:
            row[OUTCOME] = 0


@case("salaries of the last month not yet booked", stops="är nästan tom för april, för DNKS")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST, account_class="Personalkostnader"), OUTCOME, 0)


@case("revenue of the last month not yet invoiced", stops="är nästan tom för april, för DNKS")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST, account_class="Intäkter"), OUTCOME, 0)


@case("one activity's last month exported as 0", stops="är nästan tom för april, för DNKS")
def _(books: Books) -> None:
    scale(of_activity(books, "Naturbruksskolor", month=LAST), OUTCOME, 0)


@case("an activity without any outcome", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(of_activity(books, "Scenkonst och musik"), OUTCOME, 0)


@case("a previous year without any amounts", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), PREVIOUS_YEAR, 0)


@case("the last month blank", stops="måste kolumnen ”Utfall” vara ifylld", most_errors=2)
def _(books: Books) -> None:
    for row in books.ledger("DNKS", month=LAST):
        row[OUTCOME] = ""


@case("a month copied from the month before", stops="Kolumnen ”Utfall” är i april lika med mars")
def _(books: Books) -> None:
    copy_month(books, OUTCOME, "2024-03", LAST)


@case("a month copied from the first month, costs alone", stops="blad Huvudbok")
def _(books: Books) -> None:
    copy_month(books, OUTCOME, "2024-01", "2024-03", left_out="Intäkter")


@case("previous year copied from one month to the next", stops="blad Huvudbok")
def _(books: Books) -> None:
    copy_month(books, PREVIOUS_YEAR, "2024-03", LAST)


@case("outcome copied from the budget", stops="Kolumnen ”Utfall” är lika med ”Budget” till öret")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[OUTCOME] = row[BUDGET] if row[OUTCOME] != "" else ""


@case("outcome of the last month copied from the budget", stops="lika med ”Budget” till öret")
def _(books: Books) -> None:
    for row in books.ledger("DNKS", month=LAST):
        row[OUTCOME] = row[BUDGET]


@case("outcome copied from the previous year", stops="”Utfall” är lika med ”Utfall föregående år” till öret")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[OUTCOME] = row[PREVIOUS_YEAR] if row[OUTCOME] != "" else ""


@case("outcome of one activity copied from the previous year", stops="till öret")
def _(books: Books) -> None:
    for row in of_activity(books, "Kultur i Halland"):
        row[OUTCOME] = row[PREVIOUS_YEAR] if row[OUTCOME] != "" else ""


@case("previous year copied from the outcome", stops="till öret")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[PREVIOUS_YEAR] = row[OUTCOME] if row[OUTCOME] != "" else row[PREVIOUS_YEAR]


@case("budget and outcome swapped", stops="Har kolumnerna bytt plats?")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            row[BUDGET], row[OUTCOME] = row[OUTCOME], row[BUDGET]


@case("outcome and previous year swapped", stops="Utfall föregående år för DNKS är ett annat än 2024-02")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            row[PREVIOUS_YEAR], row[OUTCOME] = row[OUTCOME], row[PREVIOUS_YEAR]


@case("budget and previous year swapped", stops="har varandras belopp för DNKS", most_errors=1)
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[BUDGET], row[PREVIOUS_YEAR] = row[PREVIOUS_YEAR], row[BUDGET]


@case("outcome a month late", stops="blad Huvudbok")
def _(books: Books) -> None:
    for key in {(row[ACTIVITY], row[3]) for row in books.ledger("DNKS")}:
        rows = [row for row in books.ledger("DNKS") if (row[ACTIVITY], row[3]) == key]
        for row, value in zip(rows, [0, *(one[OUTCOME] for one in rows[:3])], strict=False):
            row[OUTCOME] = value


@case("outcome of a month that has not come", notes="Det finns utfall efter perioden, för maj (DNKS)")
def _(books: Books) -> None:
    for row in books.ledger("DNKS", month="2024-05"):
        row[OUTCOME] = round(row[BUDGET] * 1.01, 2)


@case("two committees' rows under each other's code", stops="blad Huvudbok", most_errors=6)
def _(books: Books) -> None:
    other = {"DNKS": "DNNSVH", "DNNSVH": "DNKS"}
    for row in books.ledger("DNKS", "DNNSVH"):
        row[COMMITTEE] = other[row[COMMITTEE]]


@case("an activity under another committee's code", stops="Naturbruksskolor")
def _(books: Books) -> None:
    for row in of_activity(books, "Naturbruksskolor"):
        row[COMMITTEE] = "DNKT"


@case("a month of another year", stops="Här står perioden 2023-04")
def _(books: Books) -> None:
    for row in books.ledger("DNKS", month=LAST):
        row[MONTH] = "2023-04"


@case("the previous period's ledger", stops="har uttagsdatum 2024-03-06", most_errors=2)
def _(books: Books) -> None:
    books.sheets(LEDGER).update(books.sheets(f"{YEAR}/{BEFORE}/utfall.xlsx"))


@case("a month without rows", stops="Rader för mars 2024 saknas för DNKS")
def _(books: Books) -> None:
    drop(books, list(books.ledger("DNKS", month="2024-03")))


@case("a month that has not come without rows", stops="blad Huvudbok")
def _(books: Books) -> None:
    drop(books, list(books.ledger("DNKS", month="2024-11")))


@case("an activity's month without rows", stops="blad Huvudbok")
def _(books: Books) -> None:
    drop(books, of_activity(books, "Folkhögskolor", month="2024-02"))


@case("an activity without rows", stops="Naturbruksskolor")
def _(books: Books) -> None:
    drop(books, of_activity(books, "Naturbruksskolor"))


@case("a committee without rows", stops="DNKS")
def _(books: Books) -> None:
    drop(books, list(books.ledger("DNKS")))


@case("an export that ends too early", stops="blad Huvudbok", reader="REGION", most_errors=14)
def _(books: Books) -> None:
    drop(books, [row for month in MONTHS[9:] for row in books.ledger(month=month)])


@case("rows exported twice", stops="blad Huvudbok")
def _(books: Books) -> None:
    at_the_end(books, *[list(row) for row in books.ledger("DNKS")])


@case("one month exported twice", stops="blad Huvudbok")
def _(books: Books) -> None:
    at_the_end(books, *[list(row) for row in books.ledger("DNKS", month="2024-03")])


@case("one month twice with other account numbers", stops="blad Huvudbok")
def _(books: Books) -> None:
    again = [list(row) for row in books.ledger("DNKS", month="2024-03")]
    for row in again:
        row[ACCOUNT] = f"{row[ACCOUNT]}1"
    at_the_end(books, *again)


@case("one activity exported twice under a new name", stops="blad Huvudbok")
def _(books: Books) -> None:
    again = [list(row) for row in of_activity(books, "Scenkonst och musik")]
    for row in again:
        row[ACTIVITY] = "Scenkonst"
    at_the_end(books, *again)


@case("rows of a committee that does not exist", stops="Här står ”DNXX”, som är okänt", reader="REGION")
def _(books: Books) -> None:
    for row in books.ledger("DNKT"):
        row[COMMITTEE] = "DNXX"


@case("a misspelt activity in one month", stops="”Folkhögskola”")
def _(books: Books) -> None:
    for row in of_activity(books, "Folkhögskolor", month="2024-02"):
        row[ACTIVITY] = "Folkhögskola"


@case("a misspelt account class", stops="”Personalkostnad”")
def _(books: Books) -> None:
    for row in books.ledger("DNKS", account_class="Personalkostnader"):
        row[3] = "Personalkostnad"


@case("a row without an activity", stops="blad Huvudbok, cell C")
def _(books: Books) -> None:
    next(books.ledger("DNKS", month="2024-02"))[ACTIVITY] = ""


@case("a row without a committee", stops="blad Huvudbok, cell B")
def _(books: Books) -> None:
    next(books.ledger("DNKS", month="2024-02"))[COMMITTEE] = ""


@case("a row without a month", stops="blad Huvudbok")
def _(books: Books) -> None:
    list(books.ledger("DNKS", month="2024-02"))[3][MONTH] = ""


@case("a personal identity number in an account's text", stops="personnummer")
def _(books: Books) -> None:
    # Skatteverket's published test number.
    next(books.ledger("DNKS"))[5] = "Arvode 198112189876"


@case("accumulated amounts on rows for January to April", stops="”jan–apr 2024”, som är flera månader", most_errors=2)
def _(books: Books) -> None:
    rows = [row for row in books.ledger("DNKS") if row[MONTH] == "2024-04"]
    for row in rows:
        row[MONTH] = "jan–apr 2024"
