"""Months and rows that a table lacks are named."""

import openpyxl
import pytest
from workbooks import INVESTMENTS, LEDGER, STAFF, edit

from followup.ground.errors import Problem, Severity
from tests.small_set import problems_for

pytestmark = pytest.mark.slow

EVERY_MONTH = "Varje verksamhet och kontoklass i huvudboken väntas ha rader för årets alla månader."
CHECK_EXTRACT = "Kontrollera uttaget. Rapporten räknar med de rader som finns."


@pytest.fixture
def found(data, params):
    return lambda committee="DNKS": problems_for(data, params, committee)


def warning(workbook, sheet, found, expected, remedy):
    return Problem(workbook, sheet, "", found, expected, remedy, Severity.WARNING)


def remove(path, sheet, unwanted):
    """Delete the rows whose values `unwanted` says yes to."""
    book = openpyxl.load_workbook(path)
    rows = [cells[0].row for cells in book[sheet].iter_rows() if unwanted([cell.value for cell in cells])]
    for row in reversed(rows):
        book[sheet].delete_rows(row)
    book.save(path)


@pytest.mark.parametrize("sheet", ["Sjukfrånvaro", "Personalomsättning"])
def test_months_without_staff_figures(data, found, sheet):
    remove(data / STAFF, sheet, lambda row: row[1] == "DNKS" and row[0] in ("2024-02", "2024-04"))
    assert found() == [
        warning(
            STAFF,
            sheet,
            "Rader för februari och april 2024 saknas för DNKS.",
            "Bladet väntas ha rader för varje månad i perioden januari–april 2024.",
            "Gör om uttaget med alla månader. Rapporten räknar med de månader som finns.",
        )
    ]
    assert found("DNKT") == []


def test_a_line_of_the_ledger_without_a_month(data, found):
    remove(data / LEDGER, "Huvudbok", lambda row: row[:4] == [202406, "DNKS", "Skola", "Intäkter"])
    # Half a million less in the year: within the tolerance of the frame.
    assert [problem for problem in found() if problem.workbook == LEDGER] == [
        warning(LEDGER, "Huvudbok", "Månader 2024 saknas för ”Skola”, ”Intäkter” (juni).", EVERY_MONTH, CHECK_EXTRACT)
    ]


def test_many_lines_without_months_are_one_problem(data, found):
    book = openpyxl.load_workbook(data / LEDGER)
    for number in range(1, 8):
        book["Huvudbok"].append([202401, "DNKS", f"Ny {number}", "Intäkter", 3010, "Avgifter", 0, 0, 0])
    book.save(data / LEDGER)
    rest = "februari, mars, april, maj, juni, juli, augusti, september, oktober, november och december"
    names = "; ".join(f"”Ny {number}”, ”Intäkter” ({rest})" for number in range(1, 6))
    assert [problem for problem in found() if problem.severity is Severity.WARNING] == [
        warning(LEDGER, "Huvudbok", f"Månader 2024 saknas för {names} och 2 till.", EVERY_MONTH, CHECK_EXTRACT)
    ]


def test_a_month_after_the_period_that_the_ledger_lacks(data, found):
    remove(data / LEDGER, "Huvudbok", lambda row: row[0] in (202411, 202412))
    assert found()[0] == warning(
        LEDGER,
        "Huvudbok",
        "Rader för november och december 2024 saknas för DNKS.",
        "Huvudboken ska ha årets alla månader: även de som inte har något utfall har en budget.",
        "Gör om uttaget med alla månader. Rapporten räknar årets budget på de rader som finns.",
    )
    # The frame tells what is missing; the history, which would differ for the same reason, is left alone.
    assert [problem.severity for problem in found()] == [Severity.WARNING, Severity.ERROR]


def test_investments_of_an_earlier_period_only(data, found):
    edit(data / INVESTMENTS, "Investeringar", {"A2": "2024-02"})
    assert found() == [
        warning(
            INVESTMENTS,
            "Investeringar",
            "Bladet har inga rader för DNKS och perioden 2024-04.",
            "Nämndens uppgifter väntas här.",
            "Lägg till raderna om de finns. Utan dem står det i rapporten att uppgifter saknas.",
        )
    ]
    assert found("DNKT") == []
