"""The frames: a unit, a sign, a year, a row of another."""

from __future__ import annotations

from tests.corpus.books import FRAMES, Books
from tests.corpus.case import case

OWN = "Driftnämnd Kultur och skola"


def frame(books: Books, name: str = OWN) -> list:
    return next(row for row in books.body(FRAMES, "Budgetramar") if row[0] == name)


def insert(books: Books, row: list, before: str = "Summa") -> None:
    rows = books.rows(FRAMES, "Budgetramar")
    rows.insert(next(number for number, one in enumerate(rows) if one[0] == before), row)


def sums(books: Books) -> list:
    return [round(sum(row[column] for row in books.body(FRAMES, "Budgetramar")), 1) for column in range(1, 6)]


@case("one frame in tkr, of a committee that reports", stops="men −183 000 mnkr i de beslutade ramarna", most_errors=1)
def _(books: Books) -> None:
    frame(books)[1:6] = [value * 1000 for value in frame(books)[1:6]]


@case("one frame in kr, seen by the region", stops="blad Budgetramar", reader="REGION")
def _(books: Books) -> None:
    frame(books)[1] *= 1e6


@case("one year's frame × 1000", stops="blad Budgetramar")
def _(books: Books) -> None:
    frame(books)[3] *= 1000


@case("a frame with its sign turned", stops="Årets budget för DNKS är −183 mnkr i huvudboken, men 183 mnkr")
def _(books: Books) -> None:
    frame(books)[1:6] = [-value for value in frame(books)[1:6]]


@case("next year's frame under this year", stops="men −191 mnkr i de beslutade ramarna")
def _(books: Books) -> None:
    frame(books)[1:6] = [*frame(books)[2:6], frame(books)[5]]


@case("two committees' frames swapped", stops="men −103 mnkr i de beslutade ramarna")
def _(books: Books) -> None:
    other = frame(books, "Driftnämnd Närsjukvård")
    other[1:6], frame(books)[1:6] = frame(books)[1:6], other[1:6]


@case("a frame that is 0", stops="Årets budget för DNKS")
def _(books: Books) -> None:
    frame(books)[1] = 0


@case("a frame that is blank", stops="blad Budgetramar")
def _(books: Books) -> None:
    frame(books)[1] = ""


@case("a frame that has two digits swapped", stops="men −138 mnkr i de beslutade ramarna")
def _(books: Books) -> None:
    frame(books)[1] = 138.0


@case("a committee without a frame", stops="DNKS")
def _(books: Books) -> None:
    rows = books.rows(FRAMES, "Budgetramar")
    rows.remove(frame(books))


@case("a committee without a frame, seen by the region", stops="där raderna ger 13 345 mnkr", reader="REGION")
def _(books: Books) -> None:
    rows = books.rows(FRAMES, "Budgetramar")
    rows.remove(frame(books))


@case("a misspelt frame", stops="Kultur och skolor")
def _(books: Books) -> None:
    frame(books)[0] = "Driftnämnd Kultur och skolor"


@case("a frame that stands twice", stops="blad Budgetramar")
def _(books: Books) -> None:
    insert(books, list(frame(books)))


@case("a frame twice, its total too", stops="blad Budgetramar", reader="REGION")
def _(books: Books) -> None:
    insert(books, list(frame(books, "Revision")))
    next(row for row in books.rows(FRAMES, "Budgetramar") if row[0] == "Summa")[1:6] = sums(books)


@case("a new committee that nobody knows", stops="Driftnämnd Framtid", reader="REGION")
def _(books: Books) -> None:
    insert(books, ["Driftnämnd Framtid", 12, 12, 12, 12, 12])
    next(row for row in books.rows(FRAMES, "Budgetramar") if row[0] == "Summa")[1:6] = sums(books)


@case("a subtotal that nobody knows among the frames", stops="Nämnderna tillsammans", reader="REGION")
def _(books: Books) -> None:
    insert(
        books, ["Nämnderna tillsammans", 12_859, 13_417, 13_971, 14_530, 15_111], before="Regiongemensamma kostnader"
    )


@case("the region's total in its own name", warns="Raden ”Region Halland” anger 13 530 mnkr", reader="REGION")
def _(books: Books) -> None:
    next(row for row in books.rows(FRAMES, "Budgetramar") if row[0] == "Summa")[0] = "Region Halland"


@case("last year's frames under this year's name", stops="blad Budgetramar", reader="REGION", most_errors=6)
def _(books: Books) -> None:
    books.sheets(FRAMES).update(books.sheets("2023/budget.xlsx"))


@case("a frame as a text", warns="Det har lästs som 183 mnkr")
def _(books: Books) -> None:
    frame(books)[1] = "183"


@case("a frame of thousands that is divided by a space", warns="Det har lästs som 5 600 mnkr", reader="DNHS")
def _(books: Books) -> None:
    frame(books, "Driftnämnd Hallands Sjukhus")[1] = "5 600"


@case("true: frames with decimals that round to the printed ones")
def _(books: Books) -> None:
    frame(books)[1] = 183.4
