"""A month that the ledger lacks."""

import openpyxl
from workbooks import LEDGER

from followup.checks.ledger import ledger_months
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / LEDGER)
    book["Huvudbok"].delete_rows(11, 5)
    book.save(data / LEDGER)
    found = problems_for(data, params)
    assert ledger_months.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
