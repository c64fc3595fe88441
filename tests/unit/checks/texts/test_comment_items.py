"""A comment on what is not there."""

from workbooks import DNKS, edit

from followup.checks.texts import comment_items
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Kommentarer", {"B2": "Skolan"})
    found = problems_for(data, params)
    assert comment_items.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
