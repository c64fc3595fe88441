"""What is wrong once is told once: what rests on it waits until it is mended."""

import openpyxl
import pytest

from followup.ground.errors import Severity
from tests.small_set import problems_for
from tests.workbooks import BUDGET, DNKS, LEDGER, edit

NBSP = "\u00a0"


@pytest.fixture
def errors(data, params):
    """The messages of a committee's errors."""
    return lambda committee="DNKS": [
        problem.message for problem in problems_for(data, params, committee) if problem.severity is Severity.ERROR
    ]


def change(path, sheet, column, old, new):
    """Replace a value in every row of a column."""
    book = openpyxl.load_workbook(path)
    for (cell,) in book[sheet].iter_rows(min_row=6, min_col=column, max_col=column):
        if cell.value == old:
            cell.value = new
    book.save(path)


def test_a_misspelt_committee_in_the_ledger(data, errors):
    change(data / LEDGER, "Huvudbok", 2, "DNKS", "DNKZ")
    told = [
        "Här står ”DNKZ”, som är okänt. Det står i cell B6; samma slags fel finns i 48 celler. En nämnd väntas i "
        "kolumnen ”Nämnd”. Nämnderna är DNKS och DNKT. Menades ”DNKS” eller ”DNKT”?"
    ]
    assert errors() == told
    # The rows may be anybody's.
    assert errors("DNKT") == told


def test_a_committee_misspelt_in_two_rows_is_one_message(data, errors):
    edit(data / LEDGER, "Huvudbok", {"B6": "DNKZ", "B7": "DNKZ"})
    assert len(errors()) == 1


def test_an_activity_misspelt_in_the_whole_ledger(data, errors):
    change(data / LEDGER, "Huvudbok", 3, "Bibliotek", "Biblotek")
    assert errors() == [
        "Verksamheten ”Biblotek” i huvudboken heter troligen ”Bibliotek” i prognosen. Verksamheten har samma namn på "
        "båda ställena. Rätta det namn som är fel."
    ]


def test_an_activity_misspelt_in_some_rows_of_the_ledger(data, errors):
    edit(data / LEDGER, "Huvudbok", {"C7": "Biblotek"})
    assert errors() == [
        "Verksamheten ”Biblotek” i huvudboken saknas i prognosen. Varje verksamhet och kontoklass i huvudboken ska "
        "ha en rad i prognosen, under samma namn. Är det ”Bibliotek” som är felskrivet: rätta huvudboken. Annars: "
        "lägg till raderna med helårsprognos och föregående prognos i prognosen."
    ]


def test_an_account_class_of_another_name(data, errors):
    edit(data / DNKS, "Prognos", {"B3": "Personalkostnad", "B5": "Personalkostnad"})
    assert errors() == [
        "Kontoklassen ”Personalkostnader” i huvudboken heter troligen ”Personalkostnad” i prognosen. Kontoklassen "
        "har samma namn på båda ställena. Rätta det namn som är fel."
    ]


def test_a_ledger_of_another_year(data, errors):
    book = openpyxl.load_workbook(data / LEDGER)
    for (cell,) in book["Huvudbok"].iter_rows(min_row=6, max_col=1):
        cell.value -= 100
    book.save(data / LEDGER)
    (message,) = errors()
    assert message.startswith("Här står perioderna 2023-01, 2023-02, 2023-03,")
    assert message.endswith("Huvudboken för 2024 har bara årets perioder. Lägg dit uttaget för 2024.")


def test_a_forecast_in_kronor_throughout(data, errors):
    book = openpyxl.load_workbook(data / DNKS)
    for row in book["Prognos"].iter_rows(min_row=2, min_col=3, max_col=4):
        for cell in row:
            cell.value = cell.value * 1_000_000
    book.save(data / DNKS)
    (told,) = errors()
    assert told.startswith(
        "Beloppen i kolumnerna ”Helårsprognos” och ”Föregående prognos” är en miljon gånger för stora på alla rader: "
    )
    assert told.endswith(
        "Kolumnerna anges i mnkr. De ser ut att vara i kronor: skriv dem i mnkr, eller gör om uttaget."
    )


@pytest.mark.parametrize(("workbook", "sheet", "cell"), [(LEDGER, "Huvudbok", "C5"), (BUDGET, "Budgetramar", "A3")])
def test_a_missing_column_is_the_only_error(data, errors, workbook, sheet, cell):
    edit(data / workbook, sheet, {cell: "Något annat"})
    (message,) = errors()
    assert message.startswith("Kolumnen ”")


def test_a_missing_sheet_is_the_only_error(data, errors):
    book = openpyxl.load_workbook(data / DNKS)
    del book["Prognos"]
    book.save(data / DNKS)
    (message,) = errors()
    assert message.startswith("Bladet ”Prognos” saknas.")
