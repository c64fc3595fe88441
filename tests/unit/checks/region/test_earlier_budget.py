"""The year's budget of the region's own lines in the course of the year."""

from region_accounts import REQUIREMENT, STATEMENT, case, messages, sheet

from followup.checks.region.earlier_budget import RULE

FEBRUARY = "2024/2024-02/REGION.xlsx"


def test_the_same_budget_and_no_earlier_report():
    assert messages(RULE, case(previous={"income_statement": sheet(STATEMENT, FEBRUARY)})) == []
    assert messages(RULE, case()) == []


def test_the_example_of_the_catalogue():
    earlier = {"income_statement": sheet(STATEMENT, FEBRUARY, taxes__year_budget="9990000000")}
    assert messages(RULE, case(previous=earlier)) == [("E5", RULE.example)]


def test_a_monthly_report_has_no_balance_requirement():
    earlier = sheet(REQUIREMENT, FEBRUARY)
    earlier = type(earlier)(earlier.name, FEBRUARY, "Balanskrav", earlier.letters, earlier.frame.iloc[:0])
    assert messages(RULE, case(previous={"balance_requirement": earlier})) == []


def test_last_years_budget_is_another():
    earlier = {"income_statement": sheet(STATEMENT, "2023/2023-12/REGION.xlsx", taxes__year_budget="9000000000")}
    assert messages(RULE, case("2024-02", previous=earlier)) == []
