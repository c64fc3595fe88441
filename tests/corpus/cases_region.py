"""The region's own accounts: amounts, signs, units, copies, and what is true."""

from __future__ import annotations

from datetime import date

from tests.corpus.books import FRAMES, HEAD, REGION, Books
from tests.corpus.case import case
from tests.corpus.region_rows import (
    BALANCE,
    BUDGET,
    CLOSING,
    EARLIER,
    FORECAST,
    INCOME,
    LAST_YEAR,
    OPENING,
    OTHERS,
    OUTCOME,
    REQUIREMENT,
    YEAR_BUDGET,
    line,
    whole_book,
)


def total(books: Books, name: str) -> list:
    return next(row for row in books.rows(REGION, BALANCE) if row[0] == name)


def with_sums(books: Books) -> None:
    """The balance sheet with the sums of both sides where they are printed, of the example's own amounts."""
    rows = books.rows(REGION, BALANCE)
    rows.insert(HEAD + 3, ["Summa tillgångar", 4815.0 + 8432.0, 4895.0 + 8664.5])
    funding = [6020.0 + 4410.0 + 127.0 + 2690.0, 5923.5 + 4820.0 + 126.0 + 2690.0]
    rows.insert(HEAD + 8, ["Summa eget kapital, avsättningar och skulder", *funding])


# The income statement ------------------------------------------------------------------------------------------------


@case("the income statement in kronor", stops="De ser ut att vara i kronor", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    whole_book(lambda value: value * 1e6)(books.body(REGION, INCOME))


@case("taxes of the whole year as the period's outcome", stops="kommer jämnt över året", reader="REGION")
def _(books: Books) -> None:
    line(books, INCOME, "Skatteintäkter")[OUTCOME] = 10937.0


@case(
    "the year's budget and the outcome of the income statement have changed places",
    stops="Kolumnerna ”Utfall” och ”Budget 2024” ser ut att ha bytt plats",
    reader="REGION",
    most_errors=1,
)
def _(books: Books) -> None:
    for row in books.body(REGION, INCOME):
        row[YEAR_BUDGET], row[OUTCOME] = row[OUTCOME], row[YEAR_BUDGET]


@case("one forecast of the income statement in tkr", stops="Finansiella intäkter", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, INCOME, "Finansiella intäkter")[FORECAST] = 306_000.0


@case("financial costs without their minus", stops="Finansiella kostnader", reader="REGION", most_errors=3)
def _(books: Books) -> None:
    line(books, INCOME, "Finansiella kostnader")[OUTCOME] *= -1


@case("a digit lost in the grants", stops="men budget är 814 mnkr", reader="REGION", most_errors=4)
def _(books: Books) -> None:
    line(books, INCOME, "Generella statsbidrag")[OUTCOME] = 82.9


@case("the forecast of the taxes is one digit short", stops="Skatteintäkter", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    line(books, INCOME, "Skatteintäkter")[FORECAST] = 1093.7


@case("the outcome of the income statement is the budget", stops="Utfall = Budget", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    for row in books.body(REGION, INCOME):
        row[OUTCOME] = row[BUDGET]


@case(
    "the outcome of the income statement is last year's",
    stops="Utfall = Utfall föregående år",
    reader="REGION",
    most_errors=2,
)
def _(books: Books) -> None:
    for row in books.body(REGION, INCOME):
        row[OUTCOME] = row[LAST_YEAR]


@case("a line of the income statement twice", stops="samma nyckel", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    rows = books.rows(REGION, INCOME)
    rows.insert(HEAD, list(rows[HEAD]))


@case(
    "a line of the income statement is missing",
    stops="Raden ”Finansiella kostnader” saknas",
    reader="REGION",
    most_errors=1,
)
def _(books: Books) -> None:
    rows = books.rows(REGION, INCOME)
    rows.remove(line(books, INCOME, "Finansiella kostnader"))


@case("the region's workbook is last period's", stops="perioden 2024-02", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    books.sheets(REGION).update(books.sheets(EARLIER))


@case("only the income statement is last period's", stops="uttagsdatum 2024-03-22", reader="REGION", most_errors=8)
def _(books: Books) -> None:
    books.sheets(REGION)[INCOME] = [list(row) for row in books.rows(EARLIER, INCOME)]


@case(
    "the year's budget has changed since last period",
    stops="Skatteintäkter 10 927 mnkr mot 10 912 mnkr",
    reader="REGION",
    most_errors=2,
)
def _(books: Books) -> None:
    line(books, INCOME, "Skatteintäkter")[YEAR_BUDGET] += 15


# The balance sheet ---------------------------------------------------------------------------------------------------


@case("one line of the balance sheet in tkr", stops="4 820 000 mnkr", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    line(books, BALANCE, "Avsättningar")[CLOSING] *= 1000


@case("the pension obligation in tkr", stops="Ansvarsförbindelse", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, BALANCE, "Ansvarsförbindelse")[CLOSING] *= 1000


@case("opening and closing balance have changed places", stops="har varandras belopp", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    for row in books.body(REGION, BALANCE):
        row[OPENING], row[CLOSING] = row[CLOSING], row[OPENING]


@case("the closing balance is the opening one", warns="Eget kapital", reader="REGION")
def _(books: Books) -> None:
    for row in books.body(REGION, BALANCE):
        row[CLOSING] = row[OPENING]


@case("liabilities with a minus", stops="Kortfristiga skulder", reader="REGION", most_errors=3)
def _(books: Books) -> None:
    line(books, BALANCE, "Kortfristiga skulder")[CLOSING] *= -1


@case(
    "liquid funds larger than the current assets",
    stops="del av omsättningstillgångarna",
    reader="REGION",
    most_errors=1,
)
def _(books: Books) -> None:
    line(books, BALANCE, "varav likvida medel")[CLOSING] = 9060.0


@case("the printed sums of the balance sheet", reader="REGION")
def _(books: Books) -> None:
    with_sums(books)


@case("a printed sum that lacks a line", stops="där raderna ger 13 559,5 mnkr", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    with_sums(books)
    total(books, "Summa tillgångar")[CLOSING] -= 4895.0


@case("a line that was changed below its printed sum", stops="Summa eget kapital, avsä", reader="REGION", most_errors=3)
def _(books: Books) -> None:
    with_sums(books)
    line(books, BALANCE, "Avsättningar")[CLOSING] += 100.0


@case(
    "a printed sum two rows below the balance sheet", stops="där raderna ger 13 559,5", reader="REGION", most_errors=1
)
def _(books: Books) -> None:
    books.rows(REGION, BALANCE)[HEAD + 8 : HEAD + 8] = [[""] * 3, [""] * 3, ["Summa tillgångar", 13247.0, 13500.0]]


@case("a result that is not the ledger's", stops="Raden ”Årets resultat” anger", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    """The outcome is −96.5 mnkr; the other columns are left blank."""
    books.rows(REGION, INCOME).insert(HEAD + 4, ["Årets resultat", "", -69.5, "", "", "", ""])


@case("true: the ledger's result below the income statement", reader="REGION")
def _(books: Books) -> None:
    books.rows(REGION, INCOME).insert(HEAD + 4, ["Årets resultat", "", -96.5, "", -641.0, -446.0, ""])


# The balance requirement ---------------------------------------------------------------------------------------------


@case("exceptional reasons above the deficit", stops="Synnerliga skäl", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Synnerliga skäl")[1] = 900.0


@case("gains of sold assets without their minus", stops="Samtliga realisationsvinster", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Samtliga realisationsvinster")[2] = 5.0


@case("exceptional reasons above the forecast's deficit", stops="Synnerliga skäl", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Synnerliga skäl")[2] = 600.0


@case(
    "exceptional reasons that cover the deficit of the forecast before",
    stops="balanskravsresultatet är −346 mnkr",
    reader="REGION",
    most_errors=1,
)
def _(books: Books) -> None:
    """546 − 200: the taxes are expected to be 200 mnkr more, and nobody has changed the reasons."""
    line(books, INCOME, "Skatteintäkter")[FORECAST] += 200.0


@case("an unrealised gain that is added", stops="Det ser ut att ha omvänt tecken", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Orealiserade vinster")[2] *= -1


@case("an unrealised gain with a digit too many", confirm="balanskravets-delar", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Orealiserade vinster")[2] *= 10


@case("a reservation out of a deficit", stops="En reservering görs ur ett överskott", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Resultatreserv")[2] = -100.0


@case("more gains exempted than there are", stops="samtliga realisationsvinster är −5", reader="REGION", most_errors=2)
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Realisationsvinster enligt")[2] = 50.0


@case("exceptional reasons beside a blank cell", warns="kan inte räknas ut: Reservering till", reader="REGION")
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Resultatreserv")[2] = ""


# True ----------------------------------------------------------------------------------------------------------------


@case("true: securities have fallen, and financial costs are twice the budget", reader="REGION")
def _(books: Books) -> None:
    row = line(books, INCOME, "Finansiella kostnader")
    row[OUTCOME] = -290.0
    change = -290.0 + 175.7
    line(books, BALANCE, "Eget kapital")[CLOSING] += change
    line(books, BALANCE, "Omsättningstillgångar")[CLOSING] += change


@case("true: securities have fallen, and interest makes up for more than that", reader="REGION")
def _(books: Books) -> None:
    """A loss of 60 instead of a gain of 95 in the costs, and the deficit is what it was: 60 + 155 is less income."""
    line(books, REQUIREMENT, "Orealiserade vinster")[2] = 60.0
    line(books, INCOME, "Finansiella kostnader")[FORECAST] = -623.0
    line(books, INCOME, "Finansiella intäkter")[FORECAST] = 306.0 - 155.0 + 85.0


@case("true: exceptional reasons for a part of the deficit", reader="REGION")
def _(books: Books) -> None:
    line(books, REQUIREMENT, "Synnerliga skäl")[2] = 300.0


@case("true: a deficit that will be restored", reader="REGION")
def _(books: Books) -> None:
    for column in (1, 2):
        line(books, REQUIREMENT, "Synnerliga skäl")[column] = 0.0


@case("true: the taxes are one per cent above the budget", reader="REGION")
def _(books: Books) -> None:
    row = line(books, INCOME, "Skatteintäkter")
    row[OUTCOME] = 3673.6
    line(books, BALANCE, "Eget kapital")[CLOSING] += 3673.6 - 3646.3
    line(books, BALANCE, "Omsättningstillgångar")[CLOSING] += 3673.6 - 3646.3


@case("true: a frame of a later year that falls from 671 to 11", reader="REGION")
def _(books: Books) -> None:
    assert line(books, "Budgetramar", "Regiongemensamma", FRAMES)[3] == 11


@case("true: a loan is repaid, and long liabilities halve", reader="REGION")
def _(books: Books) -> None:
    line(books, BALANCE, "Långfristiga skulder")[CLOSING] = 63.0
    line(books, BALANCE, "Omsättningstillgångar")[CLOSING] -= 63.0
    line(books, BALANCE, "varav likvida medel")[CLOSING] -= 63.0


@case("true: amounts with three decimals", reader="REGION")
def _(books: Books) -> None:
    line(books, INCOME, "Finansiella intäkter")[OUTCOME] = 190.004


@case("true: a holder's name written out", reader="REGION")
def _(books: Books) -> None:
    line(books, OTHERS, "REV")[0] = "Revision"


@case("true: handed in on the last day but one of the next month", reader="REGION")
def _(books: Books) -> None:
    next(row for row in books.rows(REGION, "Rapport") if row[0] == "Lämnad den")[1] = date(2024, 5, 30)


@case("true: no holder's forecast has changed by more than its rounding", reader="REGION")
def _(books: Books) -> None:
    line(books, OTHERS, "GNHH")[1] = 83.04
    next(row for row in books.rows(REGION, OTHERS) if row[0] == "Summa")[1] = 769.04
