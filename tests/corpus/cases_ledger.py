"""The ledger: units, signs, columns, months, totals, and rows that nobody claims."""

from __future__ import annotations

from tests.corpus.books import (
    ACCOUNT,
    ACCOUNT_CLASS,
    ACTIVITY,
    BUDGET,
    COMMITTEE,
    LEDGER,
    MONTH,
    OUTCOME,
    PREVIOUS_YEAR,
    Books,
    Row,
)
from tests.corpus.case import case

LAST = "2024-04"


def scale(rows, column: int, factor: float) -> None:
    for row in rows:
        if row[column] != "":
            row[column] = row[column] * factor


def net(report) -> float:
    return report.net["outcome"].value


def total_row(rows: list[Row], **texts: str) -> Row:
    """A row with the sums of some rows, and texts in the columns that are named."""
    found: Row = [""] * 9
    for name, text in texts.items():
        found[
            {"month": MONTH, "committee": COMMITTEE, "activity": ACTIVITY, "klass": ACCOUNT_CLASS, "account": ACCOUNT}[
                name
            ]
        ] = text
    for column in (BUDGET, OUTCOME, PREVIOUS_YEAR):
        found[column] = round(sum(row[column] for row in rows if row[column] != ""), 2)
    return found


# Units ---------------------------------------------------------------------------------------------------------------


@case("outcome of a committee in tkr beside a budget in kr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 1 / 1000)


@case("outcome of a committee in mnkr beside a budget in kr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, 1e-6)


@case("outcome of a whole ledger in tkr", stops="blad Huvudbok", reader="REGION", most_errors=30)
def _(books: Books) -> None:
    scale(books.ledger(), OUTCOME, 1 / 1000)


@case("outcome of one account class in tkr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Personalkostnader"), OUTCOME, 1 / 1000)


@case("outcome of one month in tkr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month="2024-03"), OUTCOME, 1 / 1000)


@case("previous year of a committee in tkr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), PREVIOUS_YEAR, 1 / 1000)


@case("budget of a committee in tkr", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), BUDGET, 1 / 1000)


@case("one cell of outcome × 1000", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(list(books.ledger("DNKS", month="2024-02", account_class="Personalkostnader"))[:1], OUTCOME, 1000)


@case("one cell of previous year × 1000", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(list(books.ledger("DNKS", month="2024-02", account_class="Personalkostnader"))[:1], PREVIOUS_YEAR, 1000)


# Signs ---------------------------------------------------------------------------------------------------------------


@case("signs turned in revenue", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", account_class="Intäkter"), OUTCOME, -1)


@case("signs turned in the whole outcome", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), OUTCOME, -1)


@case("signs turned in outcome, budget and previous year of revenue", stops="blad Huvudbok")
def _(books: Books) -> None:
    for column in (OUTCOME, BUDGET, PREVIOUS_YEAR):
        scale(books.ledger("DNKS", account_class="Intäkter"), column, -1)


@case("signs turned in the previous year", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS"), PREVIOUS_YEAR, -1)


# Columns and months --------------------------------------------------------------------------------------------------


@case("accumulated outcome under Utfall", stops="blad Huvudbok")
def _(books: Books) -> None:
    so_far: dict[tuple, float] = {}
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            key = tuple(row[COMMITTEE:ACCOUNT])
            so_far[key] = so_far.get(key, 0) + row[OUTCOME]
            row[OUTCOME] = so_far[key]


@case("the last month exported as 0", stops="blad Huvudbok")
def _(books: Books) -> None:
    scale(books.ledger("DNKS", month=LAST), OUTCOME, 0)


@case("the last month exported as 0 for every committee", stops="blad Huvudbok", reader="REGION", most_errors=30)
def _(books: Books) -> None:
    scale(books.ledger(month=LAST), OUTCOME, 0)


@case("a month copied from the month before", stops="blad Huvudbok")
def _(books: Books) -> None:
    before = {tuple(row[COMMITTEE:ACCOUNT]): row[OUTCOME] for row in books.ledger("DNKS", month="2024-03")}
    for row in books.ledger("DNKS", month=LAST):
        row[OUTCOME] = before[tuple(row[COMMITTEE:ACCOUNT])]


@case("outcome copied from the budget", stops="blad Huvudbok")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[OUTCOME] = row[BUDGET] if row[OUTCOME] != "" else ""


@case("outcome copied from the previous year", stops="blad Huvudbok")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        row[OUTCOME] = row[PREVIOUS_YEAR] if row[OUTCOME] != "" else ""


@case("budget and outcome swapped", stops="blad Huvudbok")
def _(books: Books) -> None:
    for row in books.ledger("DNKS"):
        if row[OUTCOME] != "":
            row[BUDGET], row[OUTCOME] = row[OUTCOME], row[BUDGET]
        row[BUDGET], row[PREVIOUS_YEAR] = row[PREVIOUS_YEAR], row[BUDGET]


@case("a month of another year", stops="Här står perioden 2023-04")
def _(books: Books) -> None:
    for row in books.ledger("DNKS", month=LAST):
        row[MONTH] = "2023-04"


# Totals --------------------------------------------------------------------------------------------------------------


@case(
    "a total for the whole region at the end of the ledger",
    reader="REGION",
    reads=[(net, -4_586_079_799.97)],
)
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    rows.append(total_row(list(books.ledger()), committee="Region Halland"))


@case("totals per month for the whole region", reader="REGION", reads=[(net, -4_586_079_799.97)])
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    for number in range(1, 13):
        month = f"2024-{number:02d}"
        rows.append(total_row(list(books.ledger(month=month)), month=month, committee="Region Halland"))


@case("a subtotal row with the word in Konto", reads=[(net, -60_942_900.01)])
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    own = list(books.ledger("DNKS", month="2024-01", account_class="Personalkostnader"))
    row = total_row(
        own, month="2024-01", committee="DNKS", activity=own[0][ACTIVITY], klass="Personalkostnader", account="Summa"
    )
    rows.append(row)


@case("a subtotal with the word in Kontoklass", reads=[(net, -60_942_900.01)])
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    own = list(books.ledger("DNKS", month="2024-01"))
    rows.append(total_row(own, month="2024-01", committee="DNKS", activity="Alla", klass="Summa", account="9999"))


@case("a total of a committee in a pivot table's words", reads=[(net, -60_942_900.01)])
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    rows.append(total_row(list(books.ledger("DNKS")), committee="Totalsumma"))


@case("a total that is not the sum of its rows", warns="Totalsumma")
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    row = total_row(list(books.ledger()), committee="Totalsumma")
    row[OUTCOME] += 1_000_000
    rows.append(row)


@case("a committee's row above its units", stops="blad Huvudbok")
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    own = list(books.ledger("DNKS", month="2024-01", account_class="Personalkostnader"))
    place = next(number for number, row in enumerate(rows) if row is own[0])
    rows.insert(
        place,
        total_row(
            own,
            month="2024-01",
            committee="DNKS",
            activity="Kultur och skola",
            klass="Personalkostnader",
            account="4000",
        ),
    )


@case("an activity that only looks like a total", stops="Prognos saknas för ”Totalförsvar”")
def _(books: Books) -> None:
    rows = books.rows(LEDGER, "Huvudbok")
    for number in range(1, 13):
        outcome = 10_000 if number < 5 else ""
        rows.append(
            [f"2024-{number:02d}", "DNKS", "Totalförsvar", "Personalkostnader", "4010", "Löner", 10_000, outcome, 0]
        )


@case("rows of a committee that does not exist", stops="DNXX", reader="REGION")
def _(books: Books) -> None:
    for row in books.ledger("DNKT"):
        row[COMMITTEE] = "DNXX"


@case("true: one large invoice in one month", stops="")
def _(books: Books) -> None:
    row = max(books.ledger("DNKS", month="2024-02"), key=lambda one: abs(one[OUTCOME]))
    row[OUTCOME] *= 1.6


@case("true: an activity whose outcome is half its budget")
def _(books: Books) -> None:
    name = next(books.ledger("DNKS"))[ACTIVITY]
    scale((row for row in books.ledger("DNKS") if row[ACTIVITY] == name), OUTCOME, 0.5)
