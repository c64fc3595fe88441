"""What is said of a table of quarters, or of one sum since January, where months are needed."""

from __future__ import annotations

from followup.workbooks.cells.findings import problems_of
from tests.corpus.layouts.cases_months import ROWS, WIDE
from tests.office_tables import WORKBOOK, layout_of, read_office

REMEDY = (
    "Rapporterna jämför varje månad, och ett kvartal, ett tertial eller en enda summa kan inte delas upp på dem. Ta ut "
    'uppgifterna månad för månad: en rad för varje månad, eller en kolumn för var och en (header: "Utfall {month}" i '
    "params/layouts). Belopp från januari till och med varje månad går också (from_accumulated: true). Är det årets "
    'budget: skriv en kolumn för hela året (spread: twelfths), eller för varje kvartal (header: "Budget {quarter}" och '
    "spread: evenly)."
)


def told(layout: str, sheet: str) -> list[tuple[str, str, str]]:
    read = read_office(layout_of(layout), sheet)
    return [(one.found, one.expected, one.remedy) for one in problems_of(read.findings, WORKBOOK, read.sheet)]


def test_quarters_as_columns() -> None:
    assert told(WIDE, "Konto | Kv 1 | Kv 2\n'4010 | 10 | 20") == [
        (
            "Kolumnen ”Månad” saknas i rubrikraden, rad 1. Övriga rubriker i raden är ”Kv 1” och ”Kv 2”.",
            "",
            REMEDY,
        )
    ]


def test_one_sum_without_months() -> None:
    assert told(ROWS, "Konto | Utfall ack\n'4010 | 10")[0] == (
        "Kolumnen ”Månad” saknas i rubrikraden, rad 1. Raden har inga andra rubriker.",
        "",
        f"Lägg till kolumnen ”Månad”, eller skriv dess rubrik som synonym i params/layouts. {REMEDY}",
    )


def test_accumulated_columns_that_the_layout_calls_months() -> None:
    assert told(WIDE, "Konto | Utfall ack jan | Utfall ack feb\n'4010 | 10 | 30")[0][2] == (
        "Är beloppen från januari till och med varje månad: skriv from_accumulated: true för kolumnen ”Månad” "
        "i params/layouts, och dess rubrik som den står i bladet, med {month} i månadens ställe."
    )


def test_quarters_as_rows() -> None:
    for word in ("kv 1 2024", "Q1 2024", "2024Q1", "kvartal 1 2024", "T1 2024"):
        problems = told(ROWS, f"Månad | Konto | Utfall ack\n{word} | '4010 | 10")
        assert problems[0][0] == f"Här står ”{word}”, som är flera månader."
