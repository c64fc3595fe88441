"""A forecast in kronor where mnkr are asked for, in a sheet whose total row is gone."""

import openpyxl
from workbooks import DNKS, edit

from followup.checks import forecast_unit
from followup.errors import Problem
from followup.period import Period
from followup.sources.sources import check_period


def test_kronor_in_a_column_of_mnkr_are_refused_without_any_total_row(data, params):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognos"].delete_rows(6)
    book.save(data / DNKS)
    edit(data / DNKS, "Prognos", {"C3": 96_000_000})
    errors = [problem for problem in check_period(data, Period(2024, 4), params)["DNKS"] if problem.severity == "fel"]
    assert errors == [
        Problem(
            DNKS,
            "Prognos",
            "C3",
            "Beloppet är −96\u00a0000\u00a0000 mnkr, men årets budget för ”Bibliotek”, ”Personalkostnader” är "
            "−96 mnkr.",
            "Kolumnen anges i mnkr.",
            "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
        )
    ]


def test_a_forecast_far_from_a_small_budget_is_not_a_slip_of_the_unit(data, params):
    # 30 mnkr of revenue instead of 12: large, and possible.
    edit(data / DNKS, "Prognos", {"C2": -30, "C6": 165})
    edit(data / DNKS, "Prognoshistorik", {"C3": 18})
    assert not [p for p in check_period(data, Period(2024, 4), params)["DNKS"] if p.severity == "fel"]


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"C3": 96_000_000})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert forecast_unit.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
