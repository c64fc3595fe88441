"""A workbook of another committee."""

from workbooks import DNKS, edit

from followup.checks.rows import cover_sheet
from followup.ground.period import Period
from followup.sources.sources import check_period


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Rapport", {"B3": "Kollektivtrafik"})
    found = check_period(data, Period(2024, 4), params)["DNKS"]
    assert cover_sheet.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
