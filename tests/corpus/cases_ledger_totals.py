"""Totals in the ledger: words for them, where they stand, and rows that are totals without saying so."""

from __future__ import annotations

from tests.corpus.books import ACCOUNT_CLASS, ACTIVITY, BUDGET, COMMITTEE, HEAD, LEDGER, OUTCOME, Books
from tests.corpus.case import case
from tests.corpus.ledger_rows import MONTHS, above, at_the_end, net_cost, of_activity, shown, total_row

DNKS, ALL = [(shown("outcome"), net_cost("DNKS"))], [(shown("outcome"), net_cost())]
IN_JANUARY = {"month": "2024-01", "committee": "DNKS"}


@case("a total for the whole region at the end of the ledger", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger(), committee="Region Halland"))


@case("a total for the region below a blank row and the notes", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    books.rows(LEDGER, "Huvudbok").append(total_row(books.ledger(), committee="Region Halland"))


@case("totals per month for the whole region", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    totals = [total_row(books.ledger(month=month), month=month, committee="Region Halland") for month in MONTHS]
    at_the_end(books, *totals)


@case("the whole region as a committee of its own, month by month and class by class", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    totals = []
    for month in MONTHS:
        for klass in dict.fromkeys(row[ACCOUNT_CLASS] for row in books.ledger()):
            rows = list(books.ledger(month=month, account_class=klass))
            totals.append(total_row(rows, month=month, committee="Region Halland", activity="Alla", klass=klass))
    at_the_end(books, *totals)


@case("totals per month in words of their own", reads=DNKS)
def _(books: Books) -> None:
    totals = [total_row(books.ledger(month=month), month=f"Summa {month}") for month in MONTHS]
    at_the_end(books, *totals)


@case("a total per committee above its rows", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    for code in ("DNKS", "DNKT"):
        rows = list(books.ledger(code, month="2024-01"))
        above(books, rows[0], total_row(rows, month="2024-01", committee=code, activity="Summa"))


@case("a subtotal row with the word in Konto", reads=DNKS)
def _(books: Books) -> None:
    rows = [row for row in of_activity(books, "Folkhögskolor", month="2024-01") if row[3] == "Personalkostnader"]
    texts = {"activity": "Folkhögskolor", "klass": "Personalkostnader", "account": "Summa"}
    at_the_end(books, total_row(rows, **IN_JANUARY, **texts))


@case("a subtotal with the word in Kontoklass", reads=DNKS)
def _(books: Books) -> None:
    rows = books.ledger("DNKS", month="2024-01")
    at_the_end(books, total_row(rows, **IN_JANUARY, activity="Alla", klass="Summa", account="9999"))


@case("a subtotal with the word in Kontotext", reads=DNKS)
def _(books: Books) -> None:
    rows = of_activity(books, "Folkhögskolor", month="2024-01")
    at_the_end(books, total_row(rows, **IN_JANUARY, activity="Folkhögskolor", name="Summa"))


@case("net cost as an account class in every month", reads=DNKS)
def _(books: Books) -> None:
    for month in MONTHS:
        rows = list(books.ledger("DNKS", month=month))
        at_the_end(books, total_row(rows, month=month, committee="DNKS", klass="Nettokostnad"))


@case("a total in a pivot table's words", reads=DNKS)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger(), month="Totalsumma"))


@case("a total in capitals with a colon", reads=DNKS)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger("DNKS"), month="TOTALT:", committee="DNKS"))


@case("a total by the committee's name", reads=DNKS)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger("DNKS"), committee="Summa Driftnämnd Kultur och skola"))


@case("a total by the committee's code after the word", reads=DNKS)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger("DNKS"), committee="DNKS totalt"))


@case("the whole year as a month", reads=DNKS)
def _(books: Books) -> None:
    for name in dict.fromkeys(row[ACTIVITY] for row in books.ledger("DNKS")):
        at_the_end(books, total_row(of_activity(books, name), month="Helår", committee="DNKS", activity=name))


@case("a quarter as a month", stops="Raden ”Kvartal 1” kan inte läsas", most_errors=1)
def _(books: Books) -> None:
    rows = [row for month in MONTHS[:3] for row in books.ledger("DNKS", month=month)]
    at_the_end(books, total_row(rows, month="Kvartal 1", committee="DNKS"))


@case("a total in a word that nobody knows", stops="Raden ”Koncernen” kan inte läsas", most_errors=1)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger(), committee="Koncernen"))


@case("a total without any word", stops="En rad utan ord kan inte läsas", most_errors=1)
def _(books: Books) -> None:
    at_the_end(books, total_row(books.ledger()))


@case("a total that is not the sum of its rows", stops="Raden ”Totalsumma” anger", reader="REGION")
def _(books: Books) -> None:
    row = total_row(books.ledger(), committee="Totalsumma")
    row[OUTCOME] += 1_000_000
    at_the_end(books, row)


@case("a total that counts a row that was deleted", stops="Raden ”Summa DNKS” anger")
def _(books: Books) -> None:
    row = total_row(books.ledger("DNKS"), committee="Summa DNKS")
    gone = of_activity(books, "Kultur i Halland", month="2024-03")[0]
    gone[OUTCOME] = round(gone[OUTCOME] * 0.5, 2)
    at_the_end(books, row)


@case("a committee's row above its units", stops="blad Huvudbok")
def _(books: Books) -> None:
    rows = list(books.ledger("DNKS", month="2024-01", account_class="Personalkostnader"))
    texts = {"activity": "Kultur och skola", "klass": "Personalkostnader", "account": "4000", "name": "Löner"}
    above(books, rows[0], total_row(rows, **IN_JANUARY, **texts))


@case("the committee above its units in every month and class", stops="”Kultur och skola”", most_errors=4)
def _(books: Books) -> None:
    for month in MONTHS:
        for klass in dict.fromkeys(row[ACCOUNT_CLASS] for row in books.ledger("DNKS")):
            rows = list(books.ledger("DNKS", month=month, account_class=klass))
            texts = {"activity": "Kultur och skola", "klass": klass, "account": "9000", "name": klass}
            above(books, rows[0], total_row(rows, month=month, committee="DNKS", **texts))


@case("all costs as one more account class", stops="”Verksamhetens kostnader”", most_errors=4)
def _(books: Books) -> None:
    for month in MONTHS:
        for name in dict.fromkeys(row[ACTIVITY] for row in books.ledger("DNKS")):
            rows = [row for row in of_activity(books, name, month=month) if row[ACCOUNT_CLASS] != "Intäkter"]
            texts = {"activity": name, "klass": "Verksamhetens kostnader", "account": "9000", "name": "Kostnader"}
            at_the_end(books, total_row(rows, month=month, committee="DNKS", **texts))


@case("two schools and the row of both", stops="blad Huvudbok", most_errors=4)
def _(books: Books) -> None:
    for month in MONTHS:
        for klass in dict.fromkeys(row[ACCOUNT_CLASS] for row in books.ledger("DNKS")):
            rows = [
                row
                for row in books.ledger("DNKS", month=month, account_class=klass)
                if row[ACTIVITY] in ("Folkhögskolor", "Naturbruksskolor")
            ]
            texts = {"activity": "Skolorna", "klass": klass, "account": rows[0][4], "name": klass}
            at_the_end(books, total_row(rows, month=month, committee="DNKS", **texts))


@case("an activity that only looks like a total", stops="”Totalförsvar”")
def _(books: Books) -> None:
    for number, month in enumerate(MONTHS, start=1):
        outcome = 10_000.5 if number < 5 else ""
        at_the_end(
            books, [month, "DNKS", "Totalförsvar", "Personalkostnader", "4010", "Löner", 10_000, outcome, 9_800.2]
        )


@case("true: an activity named after a total")
def _(books: Books) -> None:
    for workbook, sheet, column in (
        (LEDGER, "Huvudbok", ACTIVITY),
        ("2024/2024-04/DNKS.xlsx", "Prognos", 0),
        ("2024/2024-02/DNKS.xlsx", "Prognos", 0),
        ("2024/2024-02/utfall.xlsx", "Huvudbok", ACTIVITY),
    ):
        for row in books.rows(workbook, sheet):
            if (
                len(row) > column
                and row[column] == "Utbildningssamverkan"
                and (column == 0 or row[COMMITTEE] == "DNKS")
            ):
                row[column] = "Summakultur och resultatenheter"


def numbers_alone(books: Books, more: float = 0.0) -> None:
    """The sums of the ledger's columns two rows below it, as formulas give them, without any word."""
    row = total_row(books.ledger())
    row[:BUDGET] = [""] * BUDGET
    row[OUTCOME] += more
    rows = books.rows(LEDGER, "Huvudbok")
    end = HEAD + len(list(books.ledger()))
    rows[end:end] = [[""] * len(row), [""] * len(row), row]


@case("true: sums without a word below the ledger", reader="REGION", reads=ALL)
def _(books: Books) -> None:
    numbers_alone(books)


@case("wrong sums without a word below the ledger", warns="Under tabellen står utan någon text", reader="REGION")
def _(books: Books) -> None:
    numbers_alone(books, 1_000_000)


@case("a sum under one column alone", warns="Under tabellen står utan någon text 1 kr i", reader="REGION")
def _(books: Books) -> None:
    numbers_alone(books)
    row = books.rows(LEDGER, "Huvudbok")[HEAD + len(list(books.ledger())) + 2]
    row[BUDGET], row[OUTCOME], row[-1] = "", 1.0, ""


@case("a total in an unknown word below a blank row", stops="står efter en tom rad", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    numbers_alone(books)
    books.rows(LEDGER, "Huvudbok")[HEAD + len(list(books.ledger())) + 2][COMMITTEE] = "Koncernen"
