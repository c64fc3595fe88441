"""A committee's forecast and its history."""

from __future__ import annotations

from tests.corpus.books import BEFORE, HEAD, Books, own
from tests.corpus.case import case
from tests.corpus.ledger_rows import MONTHS, shown

BOOK = own("DNKS")
FORECAST, PREVIOUS, COMMENT = 2, 3, 4


def forecast(books: Books, account_class: str = "", activity: str = "") -> list[list]:
    rows = books.body(BOOK, "Prognos")
    return [row for row in rows if account_class in ("", row[1]) and activity in ("", row[0])]


def line(books: Books, activity: str, account_class: str) -> list:
    return forecast(books, account_class, activity)[0]


def without_total(books: Books) -> None:
    rows = books.rows(BOOK, "Prognos")
    rows[:] = [row for row in rows if not str(row[0]).startswith(("Summa", "Nettokostnad"))]


def follow(books: Books) -> None:
    """The sheet's total and the history's last row are what the rows now give, against a budget of 183 mnkr."""
    total = next(row for row in books.rows(BOOK, "Prognos") if row[0] == "Summa")
    for column in (FORECAST, PREVIOUS):
        total[column] = round(sum(row[column] for row in forecast(books)), 1)
    history(books, "2024-04")[2] = round(183 - total[FORECAST], 1)


def history(books: Books, period: str) -> list:
    return next(row for row in books.body(BOOK, "Prognoshistorik") if row[0] == period)


def amounts(books: Books, column: int, months: tuple[str, ...] = MONTHS) -> dict[tuple[str, str], float]:
    """The ledger's sums by activity and account class, in mnkr."""
    found: dict[tuple[str, str], float] = {}
    for row in books.ledger("DNKS"):
        if row[0] in months and row[column] != "":
            found[row[2], row[3]] = found.get((row[2], row[3]), 0) + row[column] / 1e6
    return found


# Units and signs -----------------------------------------------------------------------------------------------------


@case("forecast in kr without a total row", stops="De ser ut att vara i kronor", most_errors=1)
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= 1e6


@case("forecast in tkr without a total row", stops="De ser ut att vara i tkr", most_errors=1)
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= 1e3


@case("forecast of one account class in tkr", stops="har belopp av en annan storlek än budget och utfall")
def _(books: Books) -> None:
    for row in forecast(books, "Personalkostnader"):
        row[FORECAST] *= 1e3
    follow(books)


@case("forecast of the smallest line in tkr", stops="400 mnkr för ”Kultur i Halland”, ”Avskrivningar”")
def _(books: Books) -> None:
    line(books, "Kultur i Halland", "Avskrivningar")[FORECAST] *= 1e3
    follow(books)


@case("forecast of a small line × 10", stops="6 mnkr för ”Förvaltningsgemensamt”, ”Köpt vård och verksamhet”")
def _(books: Books) -> None:
    line(books, "Förvaltningsgemensamt", "Köpt vård och verksamhet")[FORECAST] *= 10
    follow(books)


@case("previous forecast in tkr", stops="”Föregående prognos”")
def _(books: Books) -> None:
    for row in forecast(books):
        row[PREVIOUS] *= 1e3
    follow(books)


@case("signs turned in the whole forecast", stops="har omvänt tecken på alla rader", most_errors=1)
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books):
        row[FORECAST] *= -1


@case("signs turned in the forecast of revenue", stops="har annat tecken än budget och utfall på några rader")
def _(books: Books) -> None:
    without_total(books)
    for row in forecast(books, "Intäkter"):
        row[FORECAST] *= -1


@case("sign turned on one line of the forecast", stops="har annat tecken än budget och utfall på en rad")
def _(books: Books) -> None:
    line(books, "Scenkonst och musik", "Intäkter")[FORECAST] *= -1
    follow(books)


@case("signs turned in the previous forecast", stops="”Föregående prognos”")
def _(books: Books) -> None:
    for row in forecast(books):
        row[PREVIOUS] *= -1
    follow(books)


# Another amount ------------------------------------------------------------------------------------------------------


@case("one forecast × 10", stops="1 040 mnkr för ”Naturbruksskolor”, ”Intäkter”")
def _(books: Books) -> None:
    without_total(books)
    max(forecast(books), key=lambda row: abs(row[FORECAST]))[FORECAST] *= 10


@case("one forecast with a comma in the wrong place", stops="”Naturbruksskolor”, ”Personalkostnader”")
def _(books: Books) -> None:
    line(books, "Naturbruksskolor", "Personalkostnader")[FORECAST] = 8.95
    follow(books)


@case("the forecast is the outcome so far", stops="har utfallet hittills på nästan alla rader")
def _(books: Books) -> None:
    booked = amounts(books, 7)
    for row in forecast(books):
        row[FORECAST] = round(booked[row[0], row[1]], 1)
    follow(books)


@case("the forecast is what is left of the year", stops="har det som är kvar av året på nästan alla rader")
def _(books: Books) -> None:
    left = amounts(books, 6, MONTHS[4:])
    for row in forecast(books):
        row[FORECAST] = round(left[row[0], row[1]], 1)
    follow(books)


@case("the forecast is the deviation from budget", stops="blad Prognos")
def _(books: Books) -> None:
    budget = amounts(books, 6)
    for row in forecast(books):
        row[FORECAST] = round(budget[row[0], row[1]] - row[FORECAST], 1)
    follow(books)


@case("the forecast is 0 on every row", stops="är långt från budget, föregående år och årets utfall")
def _(books: Books) -> None:
    for row in forecast(books):
        row[FORECAST] = 0
    follow(books)


@case("a forecast of 0 on one line", stops="0 kr för ”Folkhögskolor”, ”Personalkostnader”")
def _(books: Books) -> None:
    line(books, "Folkhögskolor", "Personalkostnader")[FORECAST] = 0
    follow(books)


@case("a forecast that is less than what is booked", stops="−26 mnkr för ”Naturbruksskolor”")
def _(books: Books) -> None:
    line(books, "Naturbruksskolor", "Personalkostnader")[FORECAST] = 26.0
    follow(books)


@case("two lines of the forecast swapped", stops="blad Prognos")
def _(books: Books) -> None:
    first, second = line(books, "Folkhögskolor", "Personalkostnader"), line(books, "Folkhögskolor", "Avskrivningar")
    first[FORECAST], second[FORECAST] = second[FORECAST], first[FORECAST]


@case("an amount of 1E+30 in the forecast", stops="Här står 1E+30", most_errors=1)
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = 1e30


@case("the largest number that a cell holds", stops="Här står 1,7E+308", most_errors=1)
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = 1.7e308


@case("a forecast that is a guess in words", stops="blad Prognos, cell C8")
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = "ca 74"


@case("a forecast that is blank", stops="blad Prognos, cell C8")
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = ""


@case("a forecast as a range", stops="blad Prognos, cell C8")
def _(books: Books) -> None:
    forecast(books)[1][FORECAST] = "73–75"


# Rows ----------------------------------------------------------------------------------------------------------------


@case("a line of the forecast twice", stops="blad Prognos")
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Prognos")
    rows.insert(HEAD + 1, list(rows[HEAD]))


@case("a line of the forecast missing", stops="Folkhögskolor")
def _(books: Books) -> None:
    books.rows(BOOK, "Prognos").pop(HEAD + 1)
    follow(books)


@case("a misspelt activity in the forecast", stops="heter troligen ”Naturbruksskolan” i prognosen", most_errors=1)
def _(books: Books) -> None:
    for row in forecast(books, activity="Naturbruksskolor"):
        row[0] = "Naturbruksskolan"


@case("a misspelt account class in the forecast", stops="heter troligen ”Personalkostnad” i prognosen", most_errors=1)
def _(books: Books) -> None:
    for row in forecast(books, "Personalkostnader"):
        row[1] = "Personalkostnad"


@case("an activity that the ledger lacks", stops="”Filmverksamhet” i prognosen saknas i huvudboken")
def _(books: Books) -> None:
    books.rows(BOOK, "Prognos").insert(HEAD, ["Filmverksamhet", "Personalkostnader", 2.0, 2.0, ""])
    follow(books)


for text in ("#REF!", "se bilaga"):

    @case(f"a total of the forecast that is {text}", warns="Raden ”Summa” har inget tal i kolumnen ”Helårsprognos”")
    def _(books: Books, text: str = text) -> None:
        next(row for row in books.rows(BOOK, "Prognos") if row[0] == "Summa")[FORECAST] = text


@case("a total of the forecast that misses a row", stops="Raden ”Summa” anger")
def _(books: Books) -> None:
    next(row for row in books.rows(BOOK, "Prognos") if row[0] == "Summa")[FORECAST] = 107.7


@case("true: a total per activity in the forecast", reads=[(shown("forecast"), -181_500_000)])
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Prognos")
    mine = forecast(books, activity="Folkhögskolor")
    sums = [round(sum(row[column] for row in mine), 1) for column in (FORECAST, PREVIOUS)]
    rows.insert(HEAD + len(mine), ["Summa Folkhögskolor", "", *sums, ""])


# Against last period -------------------------------------------------------------------------------------------------


@case(
    "previous forecast differs from what last period's workbook said", stops="(78,8 mnkr mot 73,8 mnkr)", most_errors=1
)
def _(books: Books) -> None:
    without_total(books)
    forecast(books, "Personalkostnader")[0][PREVIOUS] += 5


@case("previous forecast copied from this one", stops="Föregående prognos är inte den som lämnades 2024-02")
def _(books: Books) -> None:
    for row in forecast(books):
        row[PREVIOUS] = row[FORECAST]
    follow(books)


@case("this forecast and the previous one swapped", stops="Föregående prognos är inte den som lämnades 2024-02")
def _(books: Books) -> None:
    for row in forecast(books):
        row[PREVIOUS], row[FORECAST] = row[FORECAST], row[PREVIOUS]
    follow(books)


@case(
    "forecast history differs from what last period's workbook said", stops="2024-02 (6 mnkr mot 1 mnkr)", most_errors=1
)
def _(books: Books) -> None:
    history(books, BEFORE)[2] += 5


@case(
    "forecast history of last year differs from what last period's workbook said", stops="2023-08 (−1 mnkr mot 1 mnkr)"
)
def _(books: Books) -> None:
    history(books, "2023-08")[2] = -1.0


@case("forecast history in kr", stops="blad Prognoshistorik")
def _(books: Books) -> None:
    for row in books.body(BOOK, "Prognoshistorik"):
        row[2] *= 1e6


@case("signs turned in the forecast history", stops="blad Prognoshistorik")
def _(books: Books) -> None:
    for row in books.body(BOOK, "Prognoshistorik"):
        row[2] *= -1


@case("this period's forecast missing from the history", warns="Prognosen 2024-04 saknas i historiken")
def _(books: Books) -> None:
    books.rows(BOOK, "Prognoshistorik").remove(history(books, "2024-04"))


@case("last period's forecast missing from the history", warns="Prognosen 2024-02 saknas i historiken")
def _(books: Books) -> None:
    books.rows(BOOK, "Prognoshistorik").remove(history(books, "2024-02"))


@case("a period twice in the history", stops="blad Prognoshistorik")
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Prognoshistorik")
    rows.insert(HEAD, list(history(books, "2024-02")))


@case("true: a period that has not come in the history is no part of the report")
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Prognoshistorik")
    rows.insert(rows.index(history(books, "2024-04")) + 1, ["2024-08", "Uppföljningsrapport 2", 3.0])


# True and surprising -------------------------------------------------------------------------------------------------


@case("true: a forecast that is 5 per cent above budget", reads=[(shown("forecast"), -186_000_000)])
def _(books: Books) -> None:
    line(books, "Naturbruksskolor", "Personalkostnader")[FORECAST] = 94.0
    follow(books)


@case("true: the forecast is the budget on every line", reads=[(shown("forecast_deviation"), 0)])
def _(books: Books) -> None:
    budget = amounts(books, 6)
    for row in forecast(books):
        row[FORECAST] = round(budget[row[0], row[1]], 1)
    follow(books)


@case("true: the forecast has not changed since last period", reads=[(shown("forecast_change"), 0)])
def _(books: Books) -> None:
    for row in forecast(books):
        row[FORECAST] = row[PREVIOUS]
    follow(books)


@case(
    "forecasts as texts with a comma",
    warns="Här står talet som text, ”−71,0”",
    reads=[(shown("forecast"), -181_500_000)],
)
def _(books: Books) -> None:
    for row in forecast(books):
        row[FORECAST] = f"{row[FORECAST]:.1f}".replace(".", ",").replace("-", "−")


@case("true: the forecast's rows in another order, without a total", reads=[(shown("forecast"), -181_500_000)])
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Prognos")
    without_total(books)
    body = forecast(books)
    start = rows.index(body[0])
    rows[start : start + len(body)] = body[::-1]


@case("true: a one-off cost on a line that had nearly no budget", confirm="prognosens-enhet")
def _(books: Books) -> None:
    line(books, "Kultur i Halland", "Avskrivningar")[FORECAST] = 40.0
    follow(books)


@case("true: a bankruptcy that doubles a line", confirm="prognosens-storlek")
def _(books: Books) -> None:
    line(books, "Scenkonst och musik", "Övriga driftskostnader")[FORECAST] = 36.0
    follow(books)
