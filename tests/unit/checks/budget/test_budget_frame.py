"""The ledger's budget against the frame."""

from workbooks import BUDGET, edit

from followup.checks.budget import budget_frame
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / BUDGET, "Budgetramar", {"B4": 184, "B6": 304})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert budget_frame.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
