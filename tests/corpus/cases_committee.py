"""A committee's own workbook: forecast, history, goals, measures, texts and its cover."""

from __future__ import annotations

from datetime import date

from tests.corpus.books import BEFORE, HEAD, Books, own
from tests.corpus.case import case

BOOK = own("DNKS")
FORECAST, PREVIOUS, COMMENT = 2, 3, 4


def forecast(books: Books, account_class: str = "") -> list[list]:
    rows = books.body(BOOK, "Prognos")
    return [row for row in rows if not account_class or row[1] == account_class]


def without_total(books: Books) -> None:
    rows = books.rows(BOOK, "Prognos")
    rows[:] = [row for row in rows if not str(row[0]).startswith(("Summa", "Nettokostnad"))]


@case("forecast in kr without a total row", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= 1e6


@case("forecast in tkr without a total row", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= 1e3


@case("signs turned in the whole forecast", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= -1


@case("signs turned in the forecast of revenue", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books, "Intäkter"):
        row[FORECAST] *= -1


@case("one forecast × 10", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    max(forecast(books), key=lambda row: abs(row[FORECAST]))[FORECAST] *= 10


@case("the forecast is the outcome so far", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        booked = [one for one in books.ledger("DNKS") if one[2] == row[0] and one[3] == row[1] and one[7] != ""]
        row[FORECAST] = round(sum(one[7] for one in booked) / 1e6, 1)


@case("the forecast is 0 on every row", stops="blad Prognos")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] = 0


@case("previous forecast differs from what last period's workbook said", stops=f"{BEFORE}")
def _(books: Books) -> None:
    without_total(books)
    rows = forecast(books, "Personalkostnader")
    rows[0][PREVIOUS] += 5


@case("forecast history differs from what last period's workbook said", stops="blad Prognoshistorik")
def _(books: Books) -> None:
    row = next(one for one in books.body(BOOK, "Prognoshistorik") if one[0] == BEFORE)
    row[2] += 5


@case("an amount of 1E+30 in the forecast", stops="blad Prognos")
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = 1e30


@case("the largest number that a cell holds", stops="blad Prognos")
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = 1.7e308


@case("the workbook of another committee", stops="Försättsbladet anger nämnden DNKT", most_errors=1)
def _(books: Books) -> None:
    books.sheets(BOOK).update(books.sheets(own("DNKT")))


@case("last period's workbook under this period's name", stops="perioden 2024-02", most_errors=2)
def _(books: Books) -> None:
    books.sheets(BOOK).update(books.sheets(own("DNKS", BEFORE)))


def cover(books: Books, label: str) -> list:
    return next(row for row in books.rows(BOOK, "Rapport") if row[0] == label)


@case("handed in a year before the period", stops="blad Rapport")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2023, 5, 14)


@case("handed in before the period was over", warns="blad Rapport")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2024, 4, 10)


@case("a personal identity number in a comment", stops="personnummer")
def _(books: Books) -> None:
    # Skatteverket's published test number.
    books.body(BOOK, "Kommentarer")[0][2] = "Tjänsten som 19811218-9876 lämnade är vakant."


@case("a sum in the summary that stands in no table", notes="987,6")
def _(books: Books) -> None:
    cover(books, "Sammanfattning")[1] += " Köpt trafik kostade 987,6 mnkr."


@case("last year's autumn in the summary", notes="2022")
def _(books: Books) -> None:
    cover(books, "Sammanfattning")[1] += " Hösten 2022 öppnade den nya skolan i Varberg."


@case("last period's comments handed in again", notes="Kommentarer")
def _(books: Books) -> None:
    earlier = [list(row) for row in books.body(own("DNKS", BEFORE), "Kommentarer")]
    rows = books.rows(BOOK, "Kommentarer")
    text = " ".join(f"Avsnitt {number} har följt planen under våren med bara små skillnader." for number in range(6))
    rows[HEAD][2] = text
    books.rows(own("DNKS", BEFORE), "Kommentarer")[HEAD][2] = text
    assert earlier


@case("the effect of a measure in kronor", stops="blad Åtgärder", reader="DNHS")
def _(books: Books) -> None:
    row = books.body(own("DNHS"), "Åtgärder")[0]
    row[3] *= 1e6


@case("a goal of somebody else's", stops="hör inte till DNKS")
def _(books: Books) -> None:
    goals = {row[0] for row in books.body(BOOK, "Mål")}
    other = next(row for row in books.body(own("DNHS"), "Mål") if row[0] not in goals)
    books.body(BOOK, "Mål")[0][0] = other[0]


@case("true: a forecast that is 5 per cent above budget")
def _(books: Books) -> None:
    without_total(books)
    row = max(forecast(books, "Personalkostnader"), key=lambda one: one[FORECAST])
    change = round(row[FORECAST] * 0.05, 1)
    row[FORECAST] += change
    history = next(one for one in books.body(BOOK, "Prognoshistorik") if one[0] == "2024-04")
    history[2] -= change
