"""A total that is not the sum of its rows."""

from workbooks import DNKS, edit

from followup.checks import stated_totals
from followup.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"C6": 183.1})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert stated_totals.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
