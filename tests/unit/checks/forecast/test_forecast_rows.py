"""A forecast of an activity that the ledger does not have."""

from workbooks import DNKS, edit

from followup.checks.forecast import forecast_rows
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"A2": "Biblioteken"})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert forecast_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
