"""Shared workbooks: staff, indicators and targets, investments, frames, and the region's own."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.books import (
    BEFORE,
    FRAMES,
    INDICATORS,
    INVESTMENTS,
    PERIOD,
    REGION,
    STAFF,
    TARGETS,
    YEAR,
    Books,
)
from tests.corpus.case import case


def own_rows(books: Books, workbook: str, sheet: str, committee: str = "DNKS", column: int = 1) -> list[list]:
    return [row for row in books.body(workbook, sheet) if row[column] == committee]


# Staff ---------------------------------------------------------------------------------------------------------------


def this_year(rows: list[list]) -> list[list]:
    return [row for row in rows if str(row[0]).startswith("2024")]


@case("sick hours × 10", stops="29,4–70,2 procent av arbetstiden", most_errors=1)
def _(books: Books) -> None:
    for row in this_year(own_rows(books, STAFF, "Sjukfrånvaro")):
        row[6] *= 10
        row[7] *= 10


@case("sick hours in minutes", stops="står timmarna i minuter", most_errors=1)
def _(books: Books) -> None:
    for row in this_year(own_rows(books, STAFF, "Sjukfrånvaro")):
        row[6] *= 60
        row[7] *= 60


@case("sick hours of one month × 10", stops="Har timmarna en siffra för mycket", most_errors=1)
def _(books: Books) -> None:
    for row in own_rows(books, STAFF, "Sjukfrånvaro"):
        if row[0] == "2024-03":
            row[6] *= 10


@case("scheduled hours in days", stops="Står arbetstiden i dagar", most_errors=1)
def _(books: Books) -> None:
    for row in this_year(own_rows(books, STAFF, "Sjukfrånvaro")):
        row[5] = round(row[5] / 8)


@case("99 999 leavers", stops="Fler kan inte sluta", most_errors=1)
def _(books: Books) -> None:
    this_year(own_rows(books, STAFF, "Personalomsättning"))[2][3] = 99_999


@case("rows of staff for the whole region", reader="REGION")
def _(books: Books) -> None:
    rows = books.rows(STAFF, "Personalomsättning")
    body = books.body(STAFF, "Personalomsättning")
    for month in dict.fromkeys(row[0] for row in body):
        mine = [row for row in body if row[0] == month]
        # One number of leavers is corrected in params: an extract that is right has 18 for 180.
        leavers = sum(18 if row[3] == 180 else row[3] for row in mine)
        rows.append([month, "Region Halland", sum(row[2] for row in mine), leavers])


# Indicators ----------------------------------------------------------------------------------------------------------


def percent_rows(books: Books) -> list[list]:
    return [row for row in books.body(INDICATORS, "Utfall") if row[0] == "NARVARO_NATURBRUK" and row[1] == "DNKS"]


@case("an indicator of 0,896 among values of 80 to 90 per cent", stops="är 0,9 % i april 2024", most_errors=1)
def _(books: Books) -> None:
    percent_rows(books)[-1][3] = 0.896


@case("an indicator of 8 960 per cent", stops="är 8 960 %", most_errors=1)
def _(books: Books) -> None:
    percent_rows(books)[-1][3] = 8960


@case("an indicator of 1E+30", stops="Här står 1E+30", most_errors=1)
def _(books: Books) -> None:
    percent_rows(books)[-1][3] = 1e30


@case("a target in another scale than its values", stops="Målvärdet står i samma enhet", most_errors=1)
def _(books: Books) -> None:
    row = next(one for one in books.body(TARGETS, "Målvärden") if one[0] == "NARVARO_NATURBRUK" and one[1] == "DNKS")
    row[2] /= 100


@case("the indicators of last period under this period's name", stops="har uttagsdatum 2024-03-06", most_errors=1)
def _(books: Books) -> None:
    books.sheets(INDICATORS).update(books.sheets(f"{YEAR}/{BEFORE}/indikatorer.xlsx"))


# Investments ---------------------------------------------------------------------------------------------------------


def projects(books: Books, committee: str = "DNHS") -> list[list]:
    return [row for row in books.body(INVESTMENTS, "Investeringar") if row[1] == committee and row[0] == "2024-04"]


@case("investments in tkr", stops="92 500 mnkr", most_errors=1, reader="DNHS")
def _(books: Books) -> None:
    for row in projects(books):
        for column in (5, 6, 7):
            row[column] *= 1000


@case("one investment's outcome × 1000", stops="24 100 mnkr", most_errors=1, reader="DNHS")
def _(books: Books) -> None:
    projects(books)[0][6] = max(projects(books)[0][6], 1) * 1000


@case("an investment of 9,9e15", stops="9,9E+15", most_errors=1, reader="DNHS")
def _(books: Books) -> None:
    projects(books)[0][6] = 9.9e15


@case("a total of investments for the whole region", reader="REGION")
def _(books: Books) -> None:
    rows = [row for row in books.body(INVESTMENTS, "Investeringar") if row[0] == "2024-04"]
    total = ["2024-04", "Region Halland", "Alla", "", ""]
    total += [round(sum(row[column] for row in rows if row[column] != ""), 1) for column in (5, 6, 7)]
    books.rows(INVESTMENTS, "Investeringar").append([*total, ""])


# The region ----------------------------------------------------------------------------------------------------------


def amounts(books: Books, sheet: str) -> list[list]:
    return books.body(REGION, sheet)


@case("income statement in tkr", stops="De ser ut att vara i tkr", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    for row in amounts(books, "Resultaträkning"):
        row[1:7] = [value * 1000 if value != "" else "" for value in row[1:7]]


@case("taxes with the sign turned", stops="−3 646,3 mnkr i kolumnen Utfall", most_errors=1, reader="REGION")
def _(books: Books) -> None:
    amounts(books, "Resultaträkning")[0][2] *= -1


@case("balance sheet in tkr", stops="De ser ut att vara i tkr", most_errors=1, reader="REGION")
def _(books: Books) -> None:
    for row in amounts(books, "Balansräkning"):
        row[1:3] = [value * 1000 if value != "" else "" for value in row[1:3]]


@case("balance requirement in tkr", stops="och 3 belopp till är lika orimliga", most_errors=1, reader="REGION")
def _(books: Books) -> None:
    for row in amounts(books, "Balanskrav"):
        row[1:4] = [value * 1000 if value != "" else "" for value in row[1:4]]


@case("a frame that nobody claims", stops="hör inte till någon nämnd eller post", most_errors=2, reader="REGION")
def _(books: Books) -> None:
    rows = books.rows(FRAMES, "Budgetramar")
    place = next(number for number, row in enumerate(rows) if str(row[0]).startswith("Summa"))
    rows.insert(place, ["Driftnämnd Okänd", 10, 10, 10, 10, 10])


@case("frames in tkr", stops="De ser ut att vara i tkr", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    for row in books.body(FRAMES, "Budgetramar"):
        row[1:6] = [value * 1000 for value in row[1:6]]


# Copies without a date -----------------------------------------------------------------------------------------------


def copied(workbook: str, source: str) -> Callable[[Books], None]:
    """Another period's workbook in the place of this one, without the date of its extract."""

    def change(books: Books) -> None:
        sheets = books.sheets(workbook)
        sheets.clear()
        for name, rows in books.sheets(source).items():
            kept = [["" if "Uttagsdatum" in str(cell) else cell for cell in row] for row in rows]
            sheets[name] = kept

    return change


for reader in ("DNKS", "REGION"):
    case(f"last period's staff, for {reader}", stops="inga rader efter februari 2024", reader=reader, most_errors=1)(
        copied(STAFF, STAFF.replace(PERIOD, BEFORE))
    )
    case(
        f"last period's investments, for {reader}",
        stops="Bladet ”Investeringar” har inga rader efter februari 2024",
        reader=reader,
        most_errors=1,
    )(copied(INVESTMENTS, INVESTMENTS.replace(PERIOD, BEFORE)))
case("true, when confirmed: staff that is late", confirm="inget-nytt")(copied(STAFF, STAFF.replace(PERIOD, BEFORE)))


@case("last year's history of the financial goals", stops="inga rader efter 2023", reader="REGION", most_errors=1)
def _(books: Books) -> None:
    rows = books.rows(f"{YEAR}/finansiella_mal.xlsx", "Historik")
    rows[:] = [row for row in rows if not (row[1] == 2024 or (row[1] == 2023 and row[2] == "Utfall"))]


@case("true: one committee's staff that is late", warns="Rader för mars och april 2024 saknas för DNKS")
def _(books: Books) -> None:
    for sheet in ("Sjukfrånvaro", "Personalomsättning"):
        rows = books.rows(STAFF, sheet)
        rows[:] = [row for row in rows if not (row[1] == "DNKS" and row[0] in ("2024-03", "2024-04"))]
