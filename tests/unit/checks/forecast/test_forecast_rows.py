"""A forecast of an activity that the ledger does not have, and the other way round."""

from workbooks import DNKS, LEDGER, edit

from followup.checks.forecast import forecast_rows
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKS, "Prognos", {"A2": "Biblioteken"})
    found = problems_for(data, params)
    assert forecast_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]


def test_a_class_that_only_the_ledger_has_may_be_wrong_in_either(data, params):
    """It is told where it stands, to who sends the ledger: what to do there comes first."""
    edit(data / LEDGER, "Huvudbok", {"D6": "Lön"})
    (problem,) = [one for one in problems_for(data, params) if one.rule == forecast_rows.RULE.code]
    assert (problem.cell, problem.found) == ("D6", "Kontoklassen ”Lön” i huvudboken saknas i prognosen.")
    assert problem.remedy == (
        "Är namnet fel: rätta huvudboken. Annars: lägg till raderna med helårsprognos och föregående prognos i "
        "prognosen."
    )
