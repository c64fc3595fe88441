"""A shared sheet without the committee."""

import openpyxl
from workbooks import INVESTMENTS

from followup.checks.rows import missing_rows
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / INVESTMENTS)
    book["Investeringar"].delete_rows(2)
    book.save(data / INVESTMENTS)
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert missing_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
