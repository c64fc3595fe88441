"""More sick leave than there is time for."""

from workbooks import STAFF, edit

from followup.checks.staff import sickness_hours
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / STAFF, "Sjukfrånvaro", {"G3": 9001})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert sickness_hours.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
