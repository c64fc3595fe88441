"""Investments whose budgets have changed since the report before: a note."""

from cases import case_of
from region_accounts import messages, project_params
from tables import source_table

from followup.checks.investments.investment_budgets import RULE
from followup.ground.errors import Severity

HEADER = "period  committee  project  total_budget  year_budget\n"
THEN = HEADER + "2024-02  RHF  Vårdbyggnad  890000000  214000000\n2024-02  RHF  Solceller  .  24000000"


def found(now):
    one = case_of(
        "2024-04",
        project_params(),
        previous={"investments": source_table(THEN)},
        investments=source_table(HEADER + now),
    )
    assert {problem.severity for problem in RULE.check(one)} <= {Severity.NOTE}
    return messages(RULE, one)


def test_the_same_budgets_and_a_new_project():
    rows = "2024-04  RHF  Vårdbyggnad  890000000  214000000\n2024-04  RHF  Solceller  60000000  24000000\n"
    assert found(rows + "2024-04  RHF  Garage  5000000  5000000") == []


def test_the_example_of_the_catalogue():
    rows = "2024-02  RHF  Vårdbyggnad  890000000  214000000\n2024-04  RHF  Vårdbyggnad  950000000  214000000"
    assert found(rows) == [("D6", RULE.example)]
