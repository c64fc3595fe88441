"""A forecast of an activity that the ledger does not have."""

from workbooks import DNKS, edit

from followup.checks.forecast import forecast_rows
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"A2": "Biblioteken"})
    found = problems_for(data, params)
    assert forecast_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
