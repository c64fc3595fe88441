"""The ledger's budget against the frame."""

from workbooks import BUDGET, edit

from followup.checks.budget import budget_frame
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / BUDGET, "Budgetramar", {"B4": 184, "B6": 304})
    found = problems_for(data, params)
    assert budget_frame.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
