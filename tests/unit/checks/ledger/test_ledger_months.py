"""A month that the ledger lacks."""

import openpyxl
from workbooks import LEDGER

from followup.checks.ledger import ledger_months
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    book = openpyxl.load_workbook(data / LEDGER)
    book["Huvudbok"].delete_rows(11, 5)
    book.save(data / LEDGER)
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert ledger_months.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
