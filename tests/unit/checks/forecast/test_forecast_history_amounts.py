"""A history that says something else than the forecast."""

from workbooks import DNKS, edit

from followup.checks.forecast import forecast_history_amounts
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognoshistorik", {"C3": -0.1})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert forecast_history_amounts.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
