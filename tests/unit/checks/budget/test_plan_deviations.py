"""The forecast's deviations of 2022: 649,7 mnkr is budgeted and 657,5 expected; 90,3 to invest and 85,0 expected."""

import pytest
from tables import source_table

from followup.checks.budget.plan_deviations import RULE
from followup.params.loading import load_params
from tests.cases import case_of

OPERATING = """
    activity    account_class  budget      forecast
    Kontoret    Intäkter       390100000   384200000
    Kontoret    Kostnader      -1039800000  -1041700000
"""
INVESTMENTS = """
    project  year_budget  forecast
    FVIS     20000000     20000000
    Annat    70300000     65000000
"""


def told(name, value, operating=OPERATING, investments=INVESTMENTS):
    tables = {"plan_indicator_values": source_table(f"indicator  value\n{name}  {value}")}
    for sheet, text in (("plan_operating_budget", operating), ("plan_investments", investments)):
        if text:
            tables[sheet] = source_table(text)
    return list(RULE.check(case_of("2022-12", load_params(), "plan_follow_up", "RS", **tables)))


@pytest.mark.parametrize(
    ("name", "value"),
    [("Prognos budgetavvikelse", -7.8), ("Prognos Investeringsbudgetavvikelse", 5.3), ("Periodresultat", 99)],
)
def test_what_the_sheets_give_and_what_they_do_not_say(name, value):
    assert told(name, value) == []


def test_a_turned_sign_and_another_unit():
    (found,) = told("Prognos budgetavvikelse", 7.8)
    assert (found.severity.name, found.cell, found.message, found.value) == ("ERROR", "B5", RULE.example, "7,8 mnkr")
    (found,) = told("Prognos Investeringsbudgetavvikelse", 53)
    assert found.found == "”Prognos Investeringsbudgetavvikelse” är 53 mnkr. Bladet Blad1 ger 5,3 mnkr."


def test_without_a_value_a_sheet_or_a_forecast_there_is_nothing_to_compare():
    assert told("Prognos budgetavvikelse", ".") == []
    assert told("Prognos budgetavvikelse", 7.8, operating="") == []
    assert told("Prognos budgetavvikelse", 7.8, operating=OPERATING.replace("384200000", ".")) == []


def test_the_example_of_the_catalogue():
    assert RULE.example in [one.message for one in told("Prognos budgetavvikelse", 7.8)]
