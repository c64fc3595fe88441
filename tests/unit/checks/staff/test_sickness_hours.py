"""More sick leave than there is time for."""

from workbooks import STAFF, edit

from followup.checks.staff import sickness_hours
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / STAFF, "Sjukfrånvaro", {"G3": 9001})
    found = problems_for(data, params)
    assert sickness_hours.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
