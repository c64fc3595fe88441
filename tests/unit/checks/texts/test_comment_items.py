"""A comment on what is not there."""

from workbooks import DNKS, edit

from followup.checks.texts import comment_items
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Kommentarer", {"B2": "Skolan"})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert comment_items.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
