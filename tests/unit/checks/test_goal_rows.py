"""A goal of somebody else's."""

from workbooks import DNKT, edit

from followup.checks import goal_rows
from followup.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKT, "Mål", {"A3": "En robust kultursektor", "B3": "Osäkert"})
    found = check_period(data, Period(2024, 4), params)["DNKT"]
    assert goal_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
