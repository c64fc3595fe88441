"""The history of forecasts against the forecast itself."""

import openpyxl
import pytest
import year_end
from workbooks import DNKS, edit

from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from tests.small_set import problems_for


@pytest.fixture
def found(data, params):
    return lambda: problems_for(data, params)


def warning(cell, found, expected, remedy):
    return Problem(DNKS, "Prognoshistorik", cell, found, expected, remedy, Severity.WARNING)


def mended_by(value):
    return (
        "Rätta historiken eller prognosen. Rapporten skulle visa två tal för samma sak. Är det rätt ändå: bekräfta det "
        f"i params/confirmations.yml med regeln prognoshistorikens-belopp och värdet ”{value}”."
    )


def error(workbook, cell, value, found, expected):
    """Two numbers for the same thing."""
    return Problem(workbook, "Prognoshistorik", cell, found, expected, mended_by(value), Severity.ERROR)


WITHOUT_PREVIOUS = warning(
    "",
    "Prognosen 2024-02 saknas i historiken.",
    "Det är årets prognostillfälle före 2024-04.",
    "Lägg till den tidigare prognosen. Utan den kan rapporten inte visa hur prognosen har ändrats.",
)
WITHOUT_OWN = warning(
    "",
    "Prognosen 2024-04 saknas i historiken.",
    "Historiken väntas ha en rad för varje prognostillfälle till och med rapportens period.",
    "Lägg till raden. Utan den slutar rapportens prognoshistorik vid den tidigare prognosen.",
)


@pytest.mark.parametrize(("row", "expected"), [(2, WITHOUT_PREVIOUS), (3, WITHOUT_OWN)])
def test_a_row_that_is_missing(data, found, row, expected):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognoshistorik"].delete_rows(row)
    book.save(data / DNKS)
    assert found() == [expected]


def test_a_history_of_another_year_lacks_both(data, found):
    edit(data / DNKS, "Prognoshistorik", {"A2": "2023-02", "A3": "2023-04"})
    assert found() == [WITHOUT_PREVIOUS, WITHOUT_OWN]


def test_amounts_may_differ_by_the_tolerance_of_a_total(data, found):
    # 60 000 kronor, which the rounding of two amounts in mnkr stays within.
    edit(data / DNKS, "Prognoshistorik", {"C2": -1.45, "C3": 0.05})
    assert found() == []


def test_amounts_that_are_not_the_forecasts(data, found):
    edit(data / DNKS, "Prognoshistorik", {"C2": 1.5, "C3": -0.1})
    assert found() == [
        error(
            DNKS,
            "C2",
            "1,5 mnkr",
            "Avvikelsen 2024-02 är 1,5 mnkr här, men −1,5 mnkr enligt bladet ”Prognos”.",
            "Summan av kolumnen ”Föregående prognos” minus årets budget i huvudboken väntas ge samma avvikelse.",
        ),
        error(
            DNKS,
            "C3",
            "−0,1 mnkr",
            "Avvikelsen 2024-04 är −0,1 mnkr här, men 0 mnkr enligt bladet ”Prognos”.",
            "Summan av kolumnen ”Helårsprognos” minus årets budget i huvudboken väntas ge samma avvikelse.",
        ),
    ]


def test_a_forecast_that_lacks_rows_is_not_compared(data, found):
    edit(data / DNKS, "Prognos", {"A2": "Biblioteken"})
    assert {problem.sheet for problem in found()} == {"Prognos"}


DECEMBER = Period(2024, 12)


@pytest.fixture
def year(tmp_path, params):
    """The workbooks of a year that is over, and the problems of its annual report."""
    data = year_end.write_year_end(tmp_path / "year")
    return data, lambda: problems_for(data, params, period=DECEMBER)


def year_warning(cell, found, expected, remedy):
    return Problem(year_end.DNKS, "Prognoshistorik", cell, found, expected, remedy, Severity.WARNING)


def test_at_the_years_end_the_sheet_holds_the_last_two_forecasts_and_the_ledger_the_outcome(year):
    _, found = year
    assert found() == []


def test_at_the_years_end_each_of_the_three_is_held_against_its_row(year):
    data, found = year
    # August is compared with Föregående prognos, October with Helårsprognos, December with the ledger.
    edit(data / year_end.DNKS, "Prognoshistorik", {"C4": -1.0, "C5": 0.5, "C6": -2.0})
    budget = "minus årets budget i huvudboken väntas ge samma avvikelse."
    assert found() == [
        error(
            year_end.DNKS,
            "C4",
            "−1 mnkr",
            "Avvikelsen 2024-08 är −1 mnkr här, men −1,5 mnkr enligt bladet ”Prognos”.",
            f"Summan av kolumnen ”Föregående prognos” {budget}",
        ),
        error(
            year_end.DNKS,
            "C5",
            "0,5 mnkr",
            "Avvikelsen 2024-10 är 0,5 mnkr här, men 0 mnkr enligt bladet ”Prognos”.",
            f"Summan av kolumnen ”Helårsprognos” {budget}",
        ),
        year_warning(
            "C6",
            "Avvikelsen 2024-12 är −2 mnkr här, men −1,8 mnkr enligt bladet ”Huvudbok”.",
            f"Summan av kolumnen ”Utfall” {budget}",
            "Rätta historiken. Rapporten räknar med huvudbokens utfall.",
        ),
    ]


def test_at_the_years_end_every_forecast_of_the_year_is_wanted(year):
    data, found = year
    book = openpyxl.load_workbook(data / year_end.DNKS)
    book["Prognoshistorik"].delete_rows(3)
    book["Prognoshistorik"].delete_rows(5)
    book.save(data / year_end.DNKS)
    assert found() == [
        year_warning(
            "",
            "Prognosen 2024-04 saknas i historiken.",
            "Årsredovisningen jämför utfallet med alla prognoser som lämnades under året.",
            "Lägg till prognosen. Utan den saknas den i årets jämförelse.",
        ),
        year_warning(
            "",
            "Utfallet 2024-12 saknas i historiken.",
            "Historiken väntas ha en rad för varje prognostillfälle till och med rapportens period.",
            "Lägg till raden. Utan den slutar rapportens prognoshistorik vid den tidigare prognosen.",
        ),
    ]


def test_a_committee_that_only_leaves_the_annual_report_lacks_no_forecast(year):
    data, found = year
    book = openpyxl.load_workbook(data / year_end.DNKS)
    book["Prognoshistorik"].delete_rows(2, 4)
    book.save(data / year_end.DNKS)
    assert found() == []
