"""The region's lines outside the ledger in the course of the year. Amounts in kronor; April is a third of the year."""

import pytest
from region_accounts import STATEMENT, case, messages, sheet

from followup.checks.region.income_statement_months import RULE


def cells(period="2024-04", **lines):
    return [cell for cell, _ in messages(RULE, case(period, income_statement=sheet(STATEMENT, **lines)))]


def test_months_that_are_their_share_of_the_year():
    assert cells() == []


def test_the_example_of_the_catalogue():
    one = sheet(STATEMENT, taxes__outcome="10030000000")
    assert messages(RULE, case(income_statement=one)) == [("C5", RULE.example)]


def test_a_column_that_is_a_copy():
    one = sheet(STATEMENT)
    one.frame["outcome"] = one.frame["budget"]
    ((cell, message),) = messages(RULE, case(income_statement=one))
    assert cell == "C5:C8"
    assert message.startswith("Kolumnerna Utfall och Budget har samma belopp på alla rader. De två kolumnerna är olika")


def test_the_years_amounts_where_the_months_should_stand():
    one = sheet(STATEMENT)
    one.frame["budget"] = one.frame["year_budget"]
    assert [cell for cell, _ in messages(RULE, case(income_statement=one))] == ["B5:B8"]


@pytest.mark.parametrize(("column", "name"), [("outcome", "Utfall"), ("previous_year", "Utfall föregående år")])
def test_columns_that_have_changed_places(column, name):
    one = sheet(STATEMENT)
    one.frame[["budget", column]] = one.frame[[column, "budget"]].to_numpy()
    ((_, message),) = messages(RULE, case(income_statement=one))
    assert message.startswith(
        f"Kolumnen {name} är på alla rader 4 tolftedelar av årets budget, men det är inte kolumnen Budget. Periodens "
        "budget följer årets budget, och ett utfall gör det inte på kronan. Kontrollera om kolumnerna ”Budget” och "
        f"”{name}” har bytt plats."
    )


@pytest.mark.parametrize(
    ("outcome", "told"), [("4330000000", []), ("4350000000", ["C5"]), ("2350000000", []), ("2330000000", ["C5"])]
)
def test_taxes_come_month_by_month(outcome, told):
    # 10 percentage points from a third of 10 030 mnkr are 2 340 and 4 346 mnkr.
    assert cells(taxes__outcome=outcome) == told


@pytest.mark.parametrize(("outcome", "told"), [("330000000", []), ("340000000", ["C7"])])
def test_a_financial_outcome_above_the_years_forecast(outcome, told):
    # 306 mnkr and a tenth; interest that comes in some months alone may be any part of it.
    assert cells(financial_income__outcome=outcome) == told


def test_at_the_years_end_the_periods_budget_is_the_years():
    one = sheet(STATEMENT)
    one.frame["budget"] = one.frame["year_budget"]
    one.frame.loc[5, "budget"] += 100_000_000
    ((cell, message),) = messages(RULE, case("2024-12", income_statement=one))
    assert cell == "B5"
    assert message.startswith(
        "Skatteintäkter: periodens budget är 10 100 mnkr, men årets budget är 10 000 mnkr. När året är slut är "
        "periodens budget hela årets. Rätta den kolumn som är fel."
    )
