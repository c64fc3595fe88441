"""When a workbook was handed in and its data extracted, on the small set of workbooks of April 2024."""

from datetime import date

import openpyxl
import pytest
from workbooks import DNKS, LEDGER, edit

from followup.checks.rows.report_dates import RULE
from tests.small_set import problems_for


@pytest.fixture
def found(data, params):
    return lambda: [
        (problem.place, problem.message.replace("\xa0", " "))
        for problem in problems_for(data, params)
        if problem.rule == RULE.code
    ]


def test_the_example_of_the_catalogue(data, found):
    edit(data / DNKS, "Rapport", {"B7": date(2023, 5, 20)})
    assert found() == [("2024/2024-04/DNKS.xlsx, blad Rapport, cell B7", RULE.example)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2024, 4, 29), 1),
        (date(2024, 4, 30), 0),
        (date(2024, 10, 31), 0),
        (date(2024, 11, 1), 1),
        (date(2025, 5, 20), 1),
    ],
)
def test_the_day_is_after_the_period_and_not_long_after_it(data, found, day, told):
    edit(data / DNKS, "Rapport", {"B7": day})
    assert len(found()) == told


def test_a_ledger_that_was_extracted_for_another_report(data, found):
    edit(data / LEDGER, "Huvudbok", {"A2": "Uttagsdatum: 2024-03-11"})
    ((place, message),) = found()
    assert place == "2024/2024-04/utfall.xlsx, blad Huvudbok"
    assert message.startswith(
        "Bladet ”Huvudbok” har uttagsdatum 2024-03-11, men rapporten gäller januari–april 2024. Perioden slutar "
        "2024-04-30, och dess uppgifter finns först då. Gör om uttaget för perioden, eller rätta datumet om det är fel."
    )


def test_the_sheets_of_a_workbook_are_told_together(data, found):
    for sheet in ("Rapport", "Prognos", "Prognoshistorik"):
        book = openpyxl.load_workbook(data / DNKS)
        book[sheet].insert_rows(1)
        book[sheet]["A1"] = "Uttagsdatum: 2024-03-11"
        book.save(data / DNKS)
    ((place, message),) = found()
    assert place == "2024/2024-04/DNKS.xlsx, blad Rapport"
    assert message.startswith("Bladen ”Rapport”, ”Prognos” och ”Prognoshistorik” har uttagsdatum 2024-03-11, men ")


def test_what_is_decided_for_the_year_is_older(data, found):
    edit(data / "2024/budget.xlsx", "Budgetramar", {"A2": "Uttagsdatum: 2023-11-20"})
    assert found() == []
