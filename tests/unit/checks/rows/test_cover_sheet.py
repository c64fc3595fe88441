"""A workbook of another committee."""

from workbooks import DNKS, edit

from followup.checks.rows import cover_sheet
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Rapport", {"B3": "Kollektivtrafik"})
    found = problems_for(data, params)
    assert cover_sheet.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
