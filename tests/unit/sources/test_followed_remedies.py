"""A remedy is followed to the letter: the report is then right, and nothing else has become wrong."""

from __future__ import annotations

import openpyxl
import pytest

from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from tests.small_set import problems_for
from tests.workbooks import BUDGET, DNKS, LEDGER, STAFF, edit

pytestmark = pytest.mark.slow

APRIL = Period(2024, 4)
# DNKS: 1 % above a budget of 15,250,000 a month in January to April.
OUTCOME = -4 * 15_250_000 * 1.01


@pytest.fixture
def told(data, params):
    """The messages about DNKS."""
    return lambda: [problem.message for problem in problems_for(data, params)]


def outcome(data, params) -> float:
    return (
        load_sources(subject_of(data, APRIL, "DNKS", params)).ledger.where(period=APRIL.so_far).total("outcome").value
    )


def test_a_misspelt_heading_is_corrected(data, params, told):
    edit(data / LEDGER, "Huvudbok", {"H5": "Utfal"})
    assert told() == [
        "Kolumnen ”Utfall” saknas i rubrikraden, rad 5. Övriga rubriker i raden är ”Utfal”. Menades det med ”Utfal”? "
        "Rätta i så fall rubriken till ”Utfall”."
    ]
    edit(data / LEDGER, "Huvudbok", {"H5": "Utfall"})
    assert outcome(data, params) == OUTCOME


@pytest.mark.parametrize("heading", ["Utfall ack", "Ackumulerat utfall", "Utfall t.o.m. april"])
def test_an_accumulated_column_is_not_offered(data, told, heading):
    edit(data / LEDGER, "Huvudbok", {"H5": heading})
    assert told() == [
        f"Kolumnen ”Utfall” saknas i rubrikraden, rad 5. Övriga rubriker i raden är ”{heading}”. Lägg till kolumnen "
        "”Utfall”. Ackumulerade tal kan inte läsas i dess ställe."
    ]


@pytest.mark.parametrize("heading", ["Utfall 2023", "Prognos", "Utfall fg period", "Budgetutfall", "Avvikelse utfall"])
def test_a_column_that_is_something_else_is_not_offered(data, told, heading):
    edit(data / LEDGER, "Huvudbok", {"H5": heading})
    assert told() == [
        f"Kolumnen ”Utfall” saknas i rubrikraden, rad 5. Övriga rubriker i raden är ”{heading}”. Lägg till kolumnen "
        "”Utfall”. Har den en annan rubrik som betyder precis detsamma: byt rubriken, eller skriv den som synonym i "
        "params/layouts."
    ]


def test_an_amount_under_its_heading_and_under_a_synonym(data, params, told):
    book = openpyxl.load_workbook(data / LEDGER)
    sheet = book["Huvudbok"]
    sheet["J5"] = "Utfall perioden"
    for row in range(6, sheet.max_row + 1):
        sheet.cell(row, 10).value = 1
    book.save(data / LEDGER)
    assert told() == [
        "Rubriken ”Utfall” eller en synonym till den står i cellerna H5 och J5. Varje rubrik får stå en gång. Ta "
        "reda på vilken som gäller, och byt namn på den andra."
    ]
    edit(data / LEDGER, "Huvudbok", {"J5": "Annat"})
    assert outcome(data, params) == OUTCOME


def test_a_sheet_is_offered_when_it_is_misspelt_and_no_other(data, params, told):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognos"].title = "Progos"
    book.save(data / DNKS)
    assert told() == [
        "Bladet ”Prognos” saknas. Arbetsboken har bladen ”Rapport”, ”Progos”, ”Prognoshistorik”, ”Mål”, ”Uppdrag”, "
        "”Åtgärder” och ”Kommentarer”. Menades det med ”Progos”? Byt i så fall namn på bladet till ”Prognos”."
    ]
    book["Progos"].title = "Prognos"
    book.save(data / DNKS)
    assert told() == []
    del book["Prognos"]
    book.save(data / DNKS)
    assert told() == [
        "Bladet ”Prognos” saknas. Arbetsboken har bladen ”Rapport”, ”Prognoshistorik”, ”Mål”, ”Uppdrag”, ”Åtgärder” "
        "och ”Kommentarer”. Lägg till bladet ”Prognos”."
    ]


def test_last_years_frames_are_one_message(data, told):
    edit(data / BUDGET, "Budgetramar", {"B3": 2023, "C3": 2024, "D3": 2025, "E3": 2026, "F3": 2027})
    assert told() == [
        "Rubrikraden, rad 3, har ”2023” i stället för ”2028”. Bladet väntas gälla rapportens år. Lägg dit årets "
        "uppgifter. Är det bara rubriken som är fel: rätta den."
    ]


def test_a_number_is_written_as_the_remedy_says(data, params, told):
    edit(data / DNKS, "Prognos", {"C2": "tolv"})
    assert told() == [
        "Här står ”tolv”, som inte kan läsas som ett tal. Ett belopp i mnkr väntas i kolumnen ”Helårsprognos”. Skriv "
        "talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll."
    ]
    edit(data / DNKS, "Prognos", {"C2": -12})
    assert told() == []


def test_an_empty_cell_is_advised_only_where_it_may_be_empty(data, told):
    edit(data / LEDGER, "Huvudbok", {"H31": "saknas?"})  # an outcome of June
    assert told() == [
        "Här står ”saknas?”, som inte kan läsas som ett tal. Ett belopp i kr väntas i kolumnen ”Utfall”. Skriv talet "
        "med enbart siffror i en talcell. För månader efter rapportens period ska cellen vara tom."
    ]
    edit(data / LEDGER, "Huvudbok", {"H31": None})
    assert told() == []


def test_the_same_row_twice_keeps_its_money(data, params, told):
    """Two bookings on one account are one row with their sum; removing either would lose its money."""
    book = openpyxl.load_workbook(data / LEDGER)
    sheet = book["Huvudbok"]
    sheet["H7"] = 8_000_000
    sheet.append([202401, "DNKS", "Bibliotek", "Personalkostnader", 4010, "Löner", 0, 80_000, 0])
    book.save(data / LEDGER)
    (message,) = told()
    assert message.endswith(
        "Är raden dubblerad: ta bort den ena. Är det två delar av samma sak: slå ihop dem till en rad med summan."
    )
    sheet.delete_rows(sheet.max_row)
    sheet["H7"] = 8_080_000
    book.save(data / LEDGER)
    assert outcome(data, params) == OUTCOME


def test_amounts_under_a_heading_of_another_unit_are_converted(data, params, told):
    edit(data / DNKS, "Prognos", {"C1": "Helårsprognos (tkr)"})
    assert told() == [
        "Rubriken ”Helårsprognos (tkr)” anger enheten tkr. Belopp i mnkr väntas i kolumnen ”Helårsprognos”. Räkna om "
        "beloppen till mnkr och rätta rubriken."
    ]
    edit(data / DNKS, "Prognos", {"C1": "Helårsprognos (mnkr)"})
    assert told() == []


def test_a_label_of_the_cover(data, told):
    edit(data / DNKS, "Rapport", {"A6": "Lämnad"})
    assert told() == [
        "Etiketten ”Lämnad av” saknas i formuläret. Etiketten väntas i en av de första kolumnerna, med svaret i nästa. "
        "Lägg till etiketten ”Lämnad av” och svaret."
    ]
    edit(data / DNKS, "Rapport", {"A6": "Lämnad av"})
    assert told() == []


def test_a_misspelt_committee_may_be_any_of_those_that_are_as_near(data, told):
    edit(data / STAFF, "Personalomsättning", {"B2": "DNKX"})
    assert told()[-1].endswith("Menades ”DNKS” eller ”DNKT”?")
