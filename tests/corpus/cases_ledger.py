"""The ledger's amounts: units, signs, single cells."""

from __future__ import annotations

from tests.corpus.books import ACTIVITY, BUDGET, OUTCOME, PREVIOUS_YEAR, Books
from tests.corpus.case import case
from tests.corpus.ledger_rows import LAST, largest, of_activity, scale

# Units ---------------------------------------------------------------------------------------------------------------


@case("outcome of a committee in tkr beside a budget in kr", stops="ungefär tusen gånger för små för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 1 / 1000)


@case("outcome of a committee in mnkr beside a budget in kr", stops="ungefär en miljon gånger för små för DNKS")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 1e-6)


@case("outcome of a committee in öre", stops="Beloppen i kolumnen ”Utfall”")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 100)


@case("outcome of a whole ledger in tkr", stops="tusen gånger för små", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    scale(books.ledger(), OUTCOME, 1 / 1000)


@case("outcome of one account class in tkr", stops="tusen gånger för små för DNKS (kontoklassen ”Personalkostnader”)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Personalkostnader"), OUTCOME, 1 / 1000)


@case("outcome of one month in tkr", stops="tusen gånger för små för DNKS (mars)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-03"), OUTCOME, 1 / 1000)


@case("outcome of the last month in mnkr", stops="för DNKS")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 1e-6)


@case("outcome of one activity in tkr", stops="tusen gånger för små för DNKS (verksamheten ”Naturbruksskolor”)")
def _(books: Books) -> None:
    scale(of_activity(books, "Naturbruksskolor"), OUTCOME, 1 / 1000)


@case("outcome of one small activity × 10", stops="Utbildningssamverkan")
def _(books: Books) -> None:
    scale(of_activity(books, "Utbildningssamverkan"), OUTCOME, 10)


@case("outcome of the smallest account class × 1000", stops="kontoklassen ”Avskrivningar”")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Avskrivningar"), OUTCOME, 1000)


@case("outcome of a small holder × 1000", stops="PN", reader="REGION")
def _(books: Books) -> None:
    scale(books.ledger("PN"), OUTCOME, 1000)


@case("outcome of a small holder in tkr", stops="REV", reader="REGION")
def _(books: Books) -> None:
    scale(books.ledger("REV"), OUTCOME, 1 / 1000)


@case("previous year of a committee in tkr", stops="”Utfall föregående år” är ungefär tusen gånger för små")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), PREVIOUS_YEAR, 1 / 1000)


@case("previous year of one month in tkr", stops="”Utfall föregående år” är ungefär tusen gånger för små")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-02"), PREVIOUS_YEAR, 1 / 1000)


@case("previous year of one activity × 1000", stops="”Utfall föregående år” är ungefär tusen gånger för stora")
def _(books: Books) -> None:
    scale(of_activity(books, "Scenkonst och musik"), PREVIOUS_YEAR, 1000)


@case("budget of a committee in tkr", stops="”Budget” är ungefär tusen gånger för små")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), BUDGET, 1 / 1000)


@case("budget of one account class in tkr", stops="kontoklassen ”Övriga driftskostnader”")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Övriga driftskostnader"), BUDGET, 1 / 1000)


@case("budget of a month that has not come × 1000", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-09"), BUDGET, 1000)


@case("budget of the whole year in each month", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), BUDGET, 12)


@case("budget of the whole year in January", stops="blad Huvudbok")
def _(books: Books) -> None:
    year: dict[tuple, float] = {}
    for row in books.ledger("DNKS"):
        year[row[2], row[3]] = year.get((row[2], row[3]), 0) + row[BUDGET]
    for row in books.ledger("DNKS"):
        row[BUDGET] = year[row[2], row[3]] if row[0] == "2024-01" else 0


@case("all three columns in tkr", stops="Årets budget för DNKS är −0,2 mnkr", most_errors=4)
def _(books: Books) -> None:
    for column in (BUDGET, OUTCOME, PREVIOUS_YEAR):
        scale(books.ledger("DNKS"), column, 1 / 1000)


@case("the last month booked twice over", stops="på de flesta konton i april, för DNKS (alla rader)", most_errors=1)
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 2)


@case("a month of revenue booked twice over", stops="på de flesta konton i mars, för DNKS (kontoklassen ”Intäkter”")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-03", account_class="Intäkter"), OUTCOME, 2)


# Single cells --------------------------------------------------------------------------------------------------------


def cell(books: Books, month: str = "2024-02", account_class: str = "Personalkostnader") -> list:
    return [largest(books.ledger("DNKS", month=month, account_class=account_class))]


@case("one cell of outcome × 1000", stops="är −7 535,7 mnkr i februari", most_errors=2)
def _(books: Books) -> None:
    scale(cell(books), OUTCOME, 1000)


@case("one cell of previous year × 1000", stops="blad Huvudbok, cell I", most_errors=1)
def _(books: Books) -> None:
    scale(cell(books), PREVIOUS_YEAR, 1000)


@case("one cell of budget × 1000", stops="blad Huvudbok, cell G")
def _(books: Books) -> None:
    scale(cell(books), BUDGET, 1000)


@case("one cell whose decimal comma was lost", stops="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, "2024-03", "Övriga driftskostnader"), OUTCOME, 100)


@case("one cell with a digit too many", stops="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, LAST, "Personalkostnader"), OUTCOME, 10)


@case("one cell with a digit too few", warns="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, LAST, "Personalkostnader"), OUTCOME, 0.1)


@case("one cell in tkr", stops="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, "2024-01", "Intäkter"), OUTCOME, 1 / 1000)


@case("one cell with the sign turned", warns="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, "2024-03", "Intäkter"), OUTCOME, -1)


@case("one cell exported as 0", warns="blad Huvudbok, cell H")
def _(books: Books) -> None:
    scale(cell(books, LAST, "Personalkostnader"), OUTCOME, 0)


@case("an outcome of 1E+300", stops="blad Huvudbok, cell H")
def _(books: Books) -> None:
    cell(books)[0][OUTCOME] = 1e300


@case("an outcome that is a word", stops="blad Huvudbok, cell H")
def _(books: Books) -> None:
    cell(books)[0][OUTCOME] = "saknas ännu"


@case("an outcome that is blank", stops="måste kolumnen ”Utfall” vara ifylld")
def _(books: Books) -> None:
    cell(books)[0][OUTCOME] = ""


@case("a budget that is blank", stops="blad Huvudbok, cell G")
def _(books: Books) -> None:
    cell(books)[0][BUDGET] = ""


@case("a previous year that is blank", stops="blad Huvudbok, cell I")
def _(books: Books) -> None:
    cell(books)[0][PREVIOUS_YEAR] = ""


# Signs ---------------------------------------------------------------------------------------------------------------


@case("signs turned in revenue", stops="har omvänt tecken för DNKS (kontoklassen ”Intäkter”)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Intäkter"), OUTCOME, -1)


@case("signs turned in costs", stops="har omvänt tecken för DNKS (kontoklassen ”Övriga driftskostnader”)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Övriga driftskostnader"), OUTCOME, -1)


@case("signs turned in the whole outcome", stops="har omvänt tecken för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, -1)


@case("signs turned in one month", stops="har omvänt tecken för DNKS (april)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, -1)


@case("signs turned in one activity", stops="har omvänt tecken för DNKS (verksamheten ”Kultur i Halland”)")
def _(books: Books) -> None:
    scale(of_activity(books, "Kultur i Halland"), OUTCOME, -1)


@case("amounts without any sign", stops="har omvänt tecken för DNKS (kontoklassen ”Intäkter”)")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            row[OUTCOME] = abs(row[OUTCOME])


@case(
    "signs turned in outcome, budget and previous year of revenue",
    stops="är en kostnad för DNKS i alla kolumner",
    most_errors=6,
)
def _(books: Books) -> None:
    for column in (OUTCOME, BUDGET, PREVIOUS_YEAR):
        scale(books.ledger("DNKS", account_class="Intäkter"), column, -1)


@case("signs turned in all of the ledger", stops="Kontoklassen ”Intäkter” är en kostnad för DNKS", most_errors=6)
def _(books: Books) -> None:
    for column in (OUTCOME, BUDGET, PREVIOUS_YEAR):
        scale(books.ledger("DNKS"), column, -1)


@case("signs turned in the previous year", stops="”Utfall föregående år” har omvänt tecken för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), PREVIOUS_YEAR, -1)


@case("signs turned in the budget of revenue", stops="”Budget” har omvänt tecken")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Intäkter"), BUDGET, -1)


@case("revenue and staff costs under each other's class", stops="blad Huvudbok")
def _(books: Books) -> None:
    other = {"Intäkter": "Personalkostnader", "Personalkostnader": "Intäkter"}
    for row in books.ledger("DNKS"):
        row[3] = other.get(row[3], row[3])


@case("two activities under each other's name", stops="är långt från budget, föregående år och årets utfall")
def _(books: Books) -> None:
    other = {"Naturbruksskolor": "Scenkonst och musik", "Scenkonst och musik": "Naturbruksskolor"}
    for row in books.ledger("DNKS"):
        row[ACTIVITY] = other.get(row[ACTIVITY], row[ACTIVITY])


@case("all rows counted twice by a join", stops="på de flesta konton, för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 2)


@case("half of each of the last month's amounts", stops="på de flesta konton i april, för DNKS (alla rader)")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 0.5)
