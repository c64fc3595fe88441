"""A committee's own workbook: its cover, goals, assignments, measures and texts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.corpus.books import BEFORE, HEAD, HERE, Books, own
from tests.corpus.case import case, untouched

BOOK = own("DNKS")


def cover(books: Books, label: str) -> list:
    return next(row for row in books.rows(BOOK, "Rapport") if row[0] == label)


def comment(books: Books) -> list:
    return books.body(BOOK, "Kommentarer")[0]


# The workbook and its cover ------------------------------------------------------------------------------------------


@case("the workbook of another committee", stops="Försättsbladet anger nämnden DNKT", most_errors=1)
def _(books: Books) -> None:
    books.sheets(BOOK).update(books.sheets(own("DNKT")))


@case("another committee's workbook with the right cover", stops="DNKT", most_errors=2)
def _(books: Books) -> None:
    mine = books.sheets(BOOK)
    mine.update({name: rows for name, rows in books.sheets(own("DNKT")).items() if name != "Rapport"})


@case("last period's workbook under this period's name", stops="perioden 2024-02", most_errors=1)
def _(books: Books) -> None:
    books.sheets(BOOK).update(books.sheets(own("DNKS", BEFORE)))


@case("last period's workbook with the right cover", stops="har uttagsdatum 2024-03-12", most_errors=2)
def _(books: Books) -> None:
    mine = books.sheets(BOOK)
    mine.update({name: rows for name, rows in books.sheets(own("DNKS", BEFORE)).items() if name != "Rapport"})


@case("last year's period on the cover", stops="perioden 2023-04", most_errors=1)
def _(books: Books) -> None:
    cover(books, "Period")[1] = "2023-04"


def period_on_the_cover(text: str) -> Callable[[Books], None]:
    def change(books: Books) -> None:
        cover(books, "Period")[1] = text

    return change


for text in ("jan–apr 2024", "Januari - april 2024", "2024-01--2024-04", "t.o.m. april 2024"):
    case(f"true: the period on the cover as {text!r}")(period_on_the_cover(text))
for text, told in (
    ("jan–apr 2023", "perioden 2023-04"),
    ("jan–mars 2024", "perioden 2024-03"),
    (
        "jan–apr",
        "”jan–apr”, där året saknas. En månad, till exempel 2024-04, väntas i kolumnen ”Period”. Skriv periodens "
        "sista månad med år",
    ),
    ("feb–apr 2024", "som inte är januari till en månad samma år"),
    ("T1 2024", "som inte säger vilken månad perioden slutar"),
    ("Delår 1", "som inte säger vilken månad perioden slutar"),
):
    case(f"the period on the cover as {text!r}", stops=told, most_errors=1)(period_on_the_cover(text))


@case("true: the periods of the forecast's history as January to the month")
def _(books: Books) -> None:
    for row in books.body(BOOK, "Prognoshistorik"):
        year, month = row[0].split("-")
        row[0] = f"jan–{ {'02': 'feb', '04': 'apr', '08': 'aug', '10': 'okt', '12': 'dec'}[month] } {year}"


@case("a misspelt committee on the cover", stops="blad Rapport, cell B6", most_errors=1)
def _(books: Books) -> None:
    cover(books, "Nämnd")[1] = "Driftnämnd Kultur och skolor"


@case("a committee that has been renamed, on the cover", stops="blad Rapport, cell B6", most_errors=1)
def _(books: Books) -> None:
    cover(books, "Nämnd")[1] = "Kulturnämnden"


@case("a workbook that is missing while a copy lies there", stops="DNKS (1).xlsx", files=lambda data: _rename(data))
def _(books: Books) -> None:
    untouched(books)


def _rename(data: Path) -> None:
    shutil.move(data / HERE / "DNKS.xlsx", data / HERE / "DNKS (1).xlsx")


@case("handed in a year before the period", stops="Arbetsboken lämnades 2023-05-14")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2023, 5, 14)


@case("handed in before the period was over", stops="Arbetsboken lämnades 2024-04-10")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2024, 4, 10)


@case("handed in next year", stops="Arbetsboken lämnades 2025-05-14")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2025, 5, 14)


@case("handed in on a day that does not exist", stops="blad Rapport, cell B10")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = "2024-05-32"


@case("a day and a month that can be either", stops="blad Rapport, cell B10")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = "05/06/2024"


@case("a sheet extracted last year", stops="uttagsdatum 2023-05-14")
def _(books: Books) -> None:
    books.rows(BOOK, "Prognos")[2][0] = "Uttagsdatum: 2023-05-14"


@case("handed in eight months after the period", stops="Arbetsboken lämnades 2025-01-10")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2025, 1, 10)


# Goals, assignments, measures ----------------------------------------------------------------------------------------


@case("a goal of somebody else's", stops="hör inte till DNKS")
def _(books: Books) -> None:
    goals = {row[0] for row in books.body(BOOK, "Mål")}
    other = next(row for row in books.body(own("DNHS"), "Mål") if row[0] not in goals)
    books.body(BOOK, "Mål")[0][0] = other[0]


@case("a misspelt goal", stops="Bidra till en mer robust kultursektor")
def _(books: Books) -> None:
    books.body(BOOK, "Mål")[-1][0] = "Bidra till en mer robust kultur"


@case("a goal twice with different grades", stops="blad Mål")
def _(books: Books) -> None:
    again = list(books.body(BOOK, "Mål")[0])
    again[1] = "Bedöms inte uppnås"
    books.rows(BOOK, "Mål").insert(HEAD + 1, again)


@case("a goal without a row", warns="har ingen rad")
def _(books: Books) -> None:
    rows = books.rows(BOOK, "Mål")
    rows.pop(HEAD + 3)


@case("a grade that does not exist", stops="blad Mål, cell B")
def _(books: Books) -> None:
    books.body(BOOK, "Mål")[0][1] = "Troligen"


@case("a grade in the trend's column", stops="blad Mål, cell C")
def _(books: Books) -> None:
    row = books.body(BOOK, "Mål")[0]
    row[1], row[2] = row[2], row[1]


@case("the effect of a measure in kronor", stops="är 12 000 000 mnkr", reader="DNHS")
def _(books: Books) -> None:
    books.body(own("DNHS"), "Åtgärder")[0][3] *= 1e6


@case("the effects of all measures in tkr, their total too", stops="blad Åtgärder", reader="DNHS")
def _(books: Books) -> None:
    for row in books.rows(own("DNHS"), "Åtgärder")[HEAD:]:
        row[3:5] = [value * 1000 if isinstance(value, float) else value for value in row[3:5]]


@case("the effect of a measure with a minus", stops="blad Åtgärder", reader="DNHS")
def _(books: Books) -> None:
    books.body(own("DNHS"), "Åtgärder")[0][3] *= -1


@case("a whole year's effect that is less than this year's", stops="blad Åtgärder", reader="DNHS")
def _(books: Books) -> None:
    row = books.body(own("DNHS"), "Åtgärder")[0]
    row[3], row[4] = row[4] * 3, row[3]


@case("an assignment due in a year that has been mistyped", warns="Klart senast är 2042-12-15")
def _(books: Books) -> None:
    books.body(BOOK, "Uppdrag")[0][3] = date(2042, 12, 15)


@case("an assignment due on a text", stops="blad Uppdrag, cell D")
def _(books: Books) -> None:
    books.body(BOOK, "Uppdrag")[0][3] = "till hösten"


@case("an assignment for a goal that does not exist", stops="blad Uppdrag, cell B")
def _(books: Books) -> None:
    books.body(BOOK, "Uppdrag")[0][1] = "Ett mål från en annan plan"


# Texts ---------------------------------------------------------------------------------------------------------------


@case("a personal identity number in a comment", stops="personnummer")
def _(books: Books) -> None:
    # Skatteverket's published test number.
    comment(books)[2] = "Tjänsten som 19811218-9876 lämnade är vakant."


@case("a personal identity number without century and hyphen", stops="personnummer")
def _(books: Books) -> None:
    comment(books)[2] = "Tjänsten (8112189876) är vakant."


@case("a personal identity number with a space", stops="personnummer")
def _(books: Books) -> None:
    comment(books)[2] = "Ärendet gäller 811218 9876."


@case("a personal identity number as a number beside the table", stops="personnummer")
def _(books: Books) -> None:
    books.rows(BOOK, "Mål")[0][3] = 198112189876


@case("last year's autumn in the summary", notes="Texten nämner ”Hösten 2022”")
def _(books: Books) -> None:
    cover(books, "Sammanfattning")[1] += " Hösten 2022 öppnade den nya skolan i Varberg."


@case("another month in a comment", notes="blad Kommentarer, cell C7")
def _(books: Books) -> None:
    comment(books)[2] = "Avvikelsen mot budget till och med oktober är plus 1,9 mnkr."


@case("another committee's name in a comment", notes="Texten nämner ”Hallands sjukhus”")
def _(books: Books) -> None:
    comment(books)[2] = "Prognosen för Hallands sjukhus är ett underskott."


@case("another kind of report in the summary", notes="Rapporten är en uppföljningsrapport")
def _(books: Books) -> None:
    cover(books, "Sammanfattning")[1] += " Nämnden godkänner årsredovisningen."


@case(
    "last period's comments handed in again", notes="nästan desamma som i 2024/2024-02/DNKS.xlsx, blad Kommentarer: C7"
)
def _(books: Books) -> None:
    text = " ".join(f"Avsnitt {number} har följt planen under våren med bara små skillnader." for number in range(6))
    books.rows(BOOK, "Kommentarer")[HEAD][2] = text
    books.rows(own("DNKS", BEFORE), "Kommentarer")[HEAD][2] = text


@case("last period's comments with one word changed", notes="nästan desamma")
def _(books: Books) -> None:
    text = " ".join(f"Avsnitt {number} har följt planen under våren med bara små skillnader." for number in range(6))
    books.rows(own("DNKS", BEFORE), "Kommentarer")[HEAD][2] = text
    books.rows(BOOK, "Kommentarer")[HEAD][2] = text.replace("Avsnitt 3", "Avsnitt tre")


@case("a comment on an activity that is misspelt", warns="”Naturbruksskolan”")
def _(books: Books) -> None:
    books.body(BOOK, "Kommentarer")[2][1] = "Naturbruksskolan"


@case("a comment in a section that does not exist", stops="blad Kommentarer, cell A7")
def _(books: Books) -> None:
    comment(books)[0] = "Ekonomin i stort"


@case("true: a comment with phone, case and account numbers of ten digits")
def _(books: Books) -> None:
    comment(books)[2] = "Ärende KS230412 rör konto 4010–4099, telefon 035-13 48 00, och avtal 2024/0001."


@case("true: signs, comparisons and lists in a comment")
def _(books: Books) -> None:
    comment(books)[2] = "Närvaron är >95 % och <100 %, 3*450*12 kronor, (*) se not, 1, 2 och 4. 2024. Ett bra år."


@case("true: the summary tells of last year's same months")
def _(books: Books) -> None:
    cover(books, "Sammanfattning")[1] += " Jämfört med samma period i fjol är kostnaderna högre."


@case("true: handed in two months after the period")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = date(2024, 6, 28)
    # What is asked then is not of a day that is past.
    books.body(BOOK, "Beslut")[0][2] = date(2024, 9, 10)


@case("true: the period on the cover as words")
def _(books: Books) -> None:
    cover(books, "Period")[1] = "april 2024"


@case("true: the committee by its code on the cover")
def _(books: Books) -> None:
    cover(books, "Nämnd")[1] = "DNKS"


@case("true: a date as a text")
def _(books: Books) -> None:
    cover(books, "Lämnad den")[1] = "14 maj 2024"


@case("true: one measure that is most of the saving", reader="DNHS")
def _(books: Books) -> None:
    rows = books.rows(own("DNHS"), "Åtgärder")
    for row in books.body(own("DNHS"), "Åtgärder")[1:]:
        rows.remove(row)
    total = next(row for row in rows if row[0] == "Summa")
    total[3:5] = books.body(own("DNHS"), "Åtgärder")[0][3:5]
    # What is asked of the proposed ones is asked no more.
    decisions = books.rows(own("DNHS"), "Beslut")
    decisions.remove(books.body(own("DNHS"), "Beslut")[0])
