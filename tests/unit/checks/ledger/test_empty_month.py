"""A month that the report covers, without its outcome."""

from workbooks import LEDGER, edit

from followup.checks.ledger import empty_month
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / LEDGER, "Huvudbok", {"H21": None})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert empty_month.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
