"""A row that lacks several of its words is one finding."""

import openpyxl
import pytest
from workbooks import LEDGER

from followup.ground.errors import Severity
from tests.small_set import problems_for


@pytest.fixture
def told(data, params):
    """A committee's errors once rows have been put below the ledger's last."""

    def of(*rows: list, committee: str = "DNKS") -> list[str]:
        book = openpyxl.load_workbook(data / LEDGER)
        for row in rows:
            book["Huvudbok"].append(row)
        book.save(data / LEDGER)
        found = problems_for(data, params, committee)
        return [one.message.replace("\xa0", " ") for one in found if one.severity is Severity.ERROR]

    return of


def total(month: str, label: str) -> list:
    return [month, "DNKS", label, None, None, None, 1_000_000, 1_000_000, 1_000_000]


MESSAGE = (
    "Raden ”Hela nämnden” kan inte läsas i kolumnerna ”Kontoklass”, ”Konto” och ”Kontotext”, som varje rad har något "
    "i. Varje rad i tabellen är en post för sig, och en summa känns igen på sina ord. Är det en summa: ta bort raden, "
    "eller lägg till ”Hela nämnden” under words i params/totals.yml. Är det en post: fyll i cellerna."
)


def test_one_row(told):
    assert told(total("2024-01", "Hela nämnden")) == [MESSAGE]


def test_several_rows_with_the_same_words_are_one_message(told):
    (message,) = told(*(total(f"2024-0{month}", "Hela nämnden") for month in (1, 2, 3)))
    assert message.startswith(MESSAGE.split(". ")[0])


def test_it_is_its_committees_alone(told):
    assert told(total("2024-01", "Hela nämnden"), committee="DNKT") == []


def test_words_that_other_rows_have_are_not_to_be_totals(told):
    (message,) = told(total("2024-01", "Bibliotek"))
    assert "Är det en summa: ta bort raden, eller skriv Summa i kolumnen ”Kontoklass”." in message


def test_a_row_of_nobody_is_told_to_everybody(told):
    rows = [None, "Alla tillsammans", None, None, None, None, 1, 1, 1]
    (message,) = told(rows, committee="DNKT")
    assert "Raden ”Alla tillsammans” kan inte läsas i kolumnerna ”Period”, ”Nämnd”, ”Verksamhet”" in message


def test_one_empty_cell_is_told_as_such(told):
    row = total("2024-01", "Bibliotek")
    row[3:6] = ["Personalkostnader", "4999", None]
    assert any(message.startswith("Cellen är tom.") for message in told(row))
