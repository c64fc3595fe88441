"""A history that says something else than the forecast."""

from workbooks import DNKS, edit

from followup.checks.forecast import forecast_history_amounts
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognoshistorik", {"C3": -0.1})
    found = problems_for(data, params)
    assert forecast_history_amounts.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
