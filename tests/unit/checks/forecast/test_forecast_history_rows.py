"""A forecast that the history lacks."""

import openpyxl
from workbooks import DNKS

from followup.checks.forecast import forecast_history_rows
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognoshistorik"].delete_rows(2)
    book.save(data / DNKS)
    found = problems_for(data, params)
    assert forecast_history_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
