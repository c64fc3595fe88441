"""The forecasts of those without a report, the frames and the financial goals."""

from __future__ import annotations

from tests.corpus.books import FRAMES, HEAD, REGION, Books
from tests.corpus.case import case
from tests.corpus.region_rows import GOALS, OTHERS, line

# Those that hand in no report of their own ---------------------------------------------------------------------------


@case("one holder's forecast in tkr", stops="RGK", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    rows[:] = [row for row in rows if row[0] != "Summa"]
    line(books, OTHERS, "RGK")[1] = 671_000.0


@case("one holder's forecast with the sign turned", stops="RGK", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    rows[:] = [row for row in rows if row[0] != "Summa"]
    line(books, OTHERS, "RGK")[1] *= -1


@case("one holder's forecast for a third of the year", stops="RGK", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    rows[:] = [row for row in rows if row[0] != "Summa"]
    booked = sum(row[7] for row in books.ledger("RGK") if row[7] != "")
    line(books, OTHERS, "RGK")[1] = round(booked / 1e6, 1)


@case("one holder's forecast with two digits in each other's place", stops="GNHH", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    rows[:] = [row for row in rows if row[0] != "Summa"]
    line(books, OTHERS, "GNHH")[1] = 38.0


@case("a holder is missing from the forecasts", stops="där raderna ger 763 mnkr", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    rows[:] = [row for row in rows if row[0] != "REV"]


@case("a committee of its own among the other holders", warns="DNKS", reader="REGION")
def _(books: Books) -> None:
    rows = books.rows(REGION, OTHERS)
    place = next(number for number, row in enumerate(rows) if row[0] == "Summa")
    rows.insert(place, ["DNKS", 181.5, 182.0, ""])
    rows[place + 1][1:3] = [769.0 + 181.5, 769.0 + 182.0]


# Frames and financial goals ------------------------------------------------------------------------------------------


@case("one frame in tkr", stops="Driftnämnd Kultur och skola", most_errors=2)
def _(books: Books) -> None:
    line(books, "Budgetramar", "Driftnämnd Kultur", FRAMES)[1] *= 1000


@case("a frame with a minus", stops="Driftnämnd Kultur och skola", most_errors=2)
def _(books: Books) -> None:
    row = line(books, "Budgetramar", "Driftnämnd Kultur", FRAMES)
    row[1] *= -1


@case("the frame of a committee is missing", stops="Driftnämnd Kultur och skola", most_errors=2)
def _(books: Books) -> None:
    rows = books.rows(FRAMES, "Budgetramar")
    rows.remove(line(books, "Budgetramar", "Driftnämnd Kultur", FRAMES))


@case("the frames' years are last year's", stops="2024", most_errors=1)
def _(books: Books) -> None:
    books.rows(FRAMES, "Budgetramar")[HEAD - 1][1:] = [2023, 2024, 2025, 2026, 2027]


@case("a financial goal's history in another unit", stops="1 304 000 mnkr", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    row = next(one for one in books.body(GOALS, "Historik") if one[0] == "Årets resultat" and one[1] == 2021)
    row[3] *= 1000


@case("solidity as a share", stops="decimaler", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    for row in books.body(GOALS, "Historik"):
        if str(row[0]).startswith("Soliditet") and row[1] == 2022:
            row[3] = row[3] / 100
