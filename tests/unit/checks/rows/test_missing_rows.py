"""A shared sheet without the committee."""

import openpyxl
from workbooks import INVESTMENTS

from followup.checks.rows import missing_rows
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / INVESTMENTS)
    book["Investeringar"].delete_rows(2)
    book.save(data / INVESTMENTS)
    found = problems_for(data, params)
    assert missing_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
