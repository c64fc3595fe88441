"""What stands twice or in another's place in indicators, investments, measures and forecasts, and a sheet twice."""

from __future__ import annotations

from typing import Any

from tests.corpus.books import INDICATORS, INVESTMENTS, LEDGER, OUTCOME, PERIOD, TARGETS, Books, Row, own
from tests.corpus.case import case
from tests.corpus.file_changes import SAME

BOOK, BUS = own("DNKS"), own("DNKT")


def values(books: Books, indicator: str, committee: str = "DNKS") -> list[Row]:
    """An indicator's rows, oldest first."""
    return [row for row in books.body(INDICATORS, "Utfall") if row[0] == indicator and row[1] == committee]


def below(books: Books, workbook: str, sheet: str, *rows: Row) -> None:
    """Rows put directly below a table's last one, in the place of its total."""
    every = books.rows(workbook, sheet)
    every[:] = [row for row in every if not str(row[0]).startswith("Summa")]
    last = max(number for number, row in enumerate(every) if len(row) > 2 and row[2] != "")
    every[last + 1 : last + 1] = rows


def forecast(books: Books, activity: str, account_class: str, amount: float, comment: str = "") -> None:
    """One line's forecast, and the workbook's own sums with it."""
    rows = books.rows(BOOK, "Prognos")
    row = next(one for one in rows if one[:2] == [activity, account_class])
    change, row[2], row[4] = amount - row[2], amount, comment
    next(one for one in rows if one[0] == "Summa")[2] += change
    next(one for one in books.rows(BOOK, "Prognoshistorik") if one[0] == PERIOD)[2] -= change


# Forecasts -----------------------------------------------------------------------------------------------------------


@case("two digits of a forecast swapped, all its sums too", stops="Prognosen är −37,8 mnkr för ”Folkhögskolor”")
def _(books: Books) -> None:
    forecast(books, "Folkhögskolor", "Personalkostnader", 37.8)


@case("another activity's forecast, all sums too", stops="Prognosen är 9,5 mnkr för ”Kultur i Halland”, ”Intäkter”")
def _(books: Books) -> None:
    forecast(books, "Kultur i Halland", "Intäkter", -9.5)


# 181,5 mnkr with 12,5 less revenue.
@case("true: a forecast far from all that is known, with a comment", reads=[(SAME[0][0], -194_000_000)])
def _(books: Books) -> None:
    forecast(books, "Kultur i Halland", "Intäkter", -9.5, "Statsbidraget till två projekt betalas inte ut i år.")


@case(
    "true: a forecast far from all that is known, confirmed",
    confirm="prognos-utan-forklaring",
    reads=[(SAME[0][0], -194_000_000)],
)
def _(books: Books) -> None:
    forecast(books, "Kultur i Halland", "Intäkter", -9.5)


# Sheets --------------------------------------------------------------------------------------------------------------


def copied(books: Books, workbook: str, sheet: str, name: str) -> list[Row]:
    sheets = books.sheets(workbook)
    sheets[name] = [list(row) for row in sheets[sheet]]
    return sheets[name]


@case("a newer ledger in a sheet of its own", stops="Bladet ”Huvudbok (2)” har samma rubriker som ”Huvudbok”")
def _(books: Books) -> None:
    copied(books, LEDGER, "Huvudbok", "Huvudbok (2)")[6][OUTCOME] = -1.0


@case("a newer forecast in a sheet of its own", stops="Bladet ”Prognos ny” har samma rubriker som ”Prognos”")
def _(books: Books) -> None:
    copied(books, BOOK, "Prognos", "Prognos ny")[6][2] = -72


@case("newer targets in a sheet of its own", stops="Bladet ”Målvärden rev” har samma rubriker som ”Målvärden”")
def _(books: Books) -> None:
    copied(books, TARGETS, "Målvärden", "Målvärden rev")[6][2] = 21


@case("true: a copy of a sheet that has not been changed", reads=SAME)
def _(books: Books) -> None:
    copied(books, BOOK, "Prognos", "Prognos (2)")


@case("true: last year's sheet beside this year's", reads=SAME)
def _(books: Books) -> None:
    copied(books, BOOK, "Prognos", "Prognos 2023")[6][2] = -72


@case("true: a sheet of workings that is named after the table's", reads=SAME)
def _(books: Books) -> None:
    books.sheets(BOOK)["Prognos underlag"] = [["Verksamhet", "Timmar"], ["Folkhögskolor", 12]]


# Investments and measures --------------------------------------------------------------------------------------------


def investment(name: str) -> Row:
    return [PERIOD, "DNKS", name, "Reinvesteringar", "", 7.3, 2.6, 7.3, ""]


@case("an investment twice, without its comma", stops="har samma belopp som ”Lantbruksmaskiner, naturbruksskolor”")
def _(books: Books) -> None:
    below(books, INVESTMENTS, "Investeringar", investment("Lantbruksmaskiner naturbruksskolor"))


@case("an investment twice, by its first word", stops="har samma belopp som ”Lantbruksmaskiner, naturbruksskolor”")
def _(books: Books) -> None:
    below(books, INVESTMENTS, "Investeringar", investment("Lantbruksmaskiner"))


@case("true: two investments of the same amounts")
def _(books: Books) -> None:
    below(books, INVESTMENTS, "Investeringar", investment("Växthus"))


def measure(name: str, *effects: float) -> list[Any]:
    return [name, "Beslutad", "Pågår", *effects, ""]


@case(
    "a measure twice in other words", reader="DNKT", stops="har samma belopp som ”Fler biljettkontroller från augusti”"
)
def _(books: Books) -> None:
    below(books, BUS, "Åtgärder", measure("Fler biljettkontroller augusti", 6, 14.5))


@case(
    "a measure with an addition to its name, and other effects",
    reader="DNKT",
    warns="heter nästan som ”Minskad förstärkningstrafik utanför skoltid”",
)
def _(books: Books) -> None:
    below(books, BUS, "Åtgärder", measure("Minskad förstärkningstrafik", 1, 2))


@case("all measures as one more", reader="DNKT", stops="”Åtgärdsplan” i kolumnen ”Åtgärd” är i varje belopp summan")
def _(books: Books) -> None:
    below(books, BUS, "Åtgärder", measure("Åtgärdsplan", 13, 37.5))


@case("the first three measures as one more", reader="DNKT", stops="”Beslutade åtgärder” i kolumnen ”Åtgärd”")
def _(books: Books) -> None:
    below(books, BUS, "Åtgärder")
    rows = books.rows(BUS, "Åtgärder")
    place = next(
        number for number, row in enumerate(rows) if row[0] == "Ersätta konsulter i trafikplaneringen med egen personal"
    )
    rows.insert(place + 1, measure("Beslutade åtgärder", 10.5, 21.5))


@case("true: a measure as large as another", reader="DNKT")
def _(books: Books) -> None:
    below(books, BUS, "Åtgärder", measure("Lägre energikostnad", 3, 5))


# Indicators ----------------------------------------------------------------------------------------------------------


@case("the last month of a count since January", stops="Det ser ut som summan av årets månader")
def _(books: Books) -> None:
    rows = [row for row in values(books, "ELEVVECKOR") if row[2] >= "2024-01"]
    rows[-1][3] = sum(row[3] for row in rows)


@case("the last month of a count holds two", stops="summan av de två senaste månaderna. Varje rad är")
def _(books: Books) -> None:
    *_, before, last = values(books, "BESOK_KULTUR")
    last[3] += before[3]


@case("true: a month with half as many again")
def _(books: Books) -> None:
    values(books, "BESOK_KULTUR")[-1][3] = 9_300


@case("a yearly value dated to this spring", stops="har ett värde för januari 2024, men alla andra för december")
def _(books: Books) -> None:
    values(books, "GYMNASIEEXAMEN")[-1][2] = "2024-01"


@case("a tertial's value dated to another month", stops="men alla andra för april, augusti och december")
def _(books: Books) -> None:
    values(books, "KULTURBIDRAG_BESLUT")[-1][2] = "2024-03"


@case("two indicators' last values under each other's code", stops="Har två värden bytt plats?")
def _(books: Books) -> None:
    one, other = values(books, "ELEVVECKOR")[-1], values(books, "BESOK_KULTUR")[-1]
    one[3], other[3] = other[3], one[3]


@case("one committee's value of the region's indicator", reader="DNHS", stops="gäller hela regionen", most_errors=1)
def _(books: Books) -> None:
    values(books, "N79221", "DNHS")[-1][3] = 69.4
