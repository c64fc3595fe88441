"""A month that the report covers, without its outcome."""

from workbooks import LEDGER, edit

from followup.checks.ledger import empty_month
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / LEDGER, "Huvudbok", {"H21": None})
    found = problems_for(data, params)
    assert empty_month.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
