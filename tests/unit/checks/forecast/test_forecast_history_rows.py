"""A forecast that the history lacks."""

import openpyxl
from workbooks import DNKS

from followup.checks.forecast import forecast_history_rows
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognoshistorik"].delete_rows(2)
    book.save(data / DNKS)
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert forecast_history_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
