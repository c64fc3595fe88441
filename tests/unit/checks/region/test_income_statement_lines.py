"""The region's lines outside the ledger: signs and sizes. Amounts in kronor; 12 000 mnkr a year from outside."""

from dataclasses import replace

import pytest
from region_accounts import STATEMENT, case, messages, sheet

from followup.checks.region.income_statement_lines import RULE


def found(**lines):
    return [
        (cell, message.split(". ")[0])
        for cell, message in messages(RULE, case(income_statement=sheet(STATEMENT, **lines)))
    ]


def test_a_statement_that_agrees_with_the_ledger_and_its_budget():
    assert found() == []


def test_the_example_of_the_catalogue():
    one = sheet(STATEMENT, taxes__outcome="3343300000000")
    ((cell, message),) = messages(RULE, case(income_statement=one))
    assert (cell, message) == ("C5:C6", RULE.example)


@pytest.mark.parametrize("factor", [1000, 0.001, 1e6])
@pytest.mark.parametrize("column", ["budget", "outcome", "previous_year", "year_budget"])
def test_a_column_in_another_unit_is_told_once(factor, column):
    one = sheet(STATEMENT)
    one.frame[column] *= factor
    assert len(messages(RULE, case(income_statement=one))) == 1


@pytest.mark.parametrize("column", ["forecast", "previous_forecast"])
def test_a_forecast_in_another_unit(column):
    one = sheet(STATEMENT)
    one.frame[column] *= 1000
    assert len(messages(RULE, case(income_statement=one))) >= 2


def test_a_column_with_its_signs_turned():
    one = sheet(STATEMENT)
    one.frame["outcome"] *= -1
    assert [cell for cell, _ in messages(RULE, case(income_statement=one))] == ["C5", "C6", "C7", "C8"]


def test_costs_without_a_minus_are_told_once_for_the_line():
    assert found(financial_costs="187700000  175700000  83700000  563000000  538000000  553000000") == [
        (
            "B8,C8,D8,E8,F8,G8",
            "Finansiella kostnader är 187,7 mnkr i kolumnen Budget, 175,7 mnkr i kolumnen Utfall, 83,7 mnkr i kolumnen "
            "Utfall föregående år, 563 mnkr i kolumnen Årets budget, 538 mnkr i kolumnen Helårsprognos och 553 mnkr i "
            "kolumnen Föregående prognos",
        )
    ]


def test_taxes_below_zero_cannot_be_confirmed_but_grants_can():
    # A region may pay into the equalisation.
    taxes = messages(RULE, case(income_statement=sheet(STATEMENT, taxes__forecast="-10030000000")))
    grants = messages(RULE, case(income_statement=sheet(STATEMENT, grants__forecast="-20000000")))
    assert ["bekräfta" in message for _, message in taxes + grants] == [False, True]


@pytest.mark.parametrize(
    ("forecast", "told"), [("12000000000", 0), ("12010000000", 1), ("8000000000", 0), ("7990000000", 1)]
)
def test_taxes_follow_their_budget_within_the_limit(forecast, told):
    # 20 percent of 10 000 mnkr.
    assert len(found(taxes__forecast=forecast)) == told


@pytest.mark.parametrize(("amount", "told"), [("3600000000", 0), ("3700000000", 1)])
def test_financial_income_is_a_small_part_of_what_comes_from_outside(amount, told):
    # 30 percent of 12 050 mnkr is 3 615.
    assert len(found(financial_income__forecast=amount)) == told


def test_grants_that_rose_by_a_quarter_as_in_2020_are_let_through():
    assert found(grants__previous_year="540000000") == []


def test_lines_that_are_missing_are_told_once():
    one = sheet(STATEMENT)
    one = replace(one, frame=one.frame[~one.frame["line"].isin(["financial_income", "financial_costs"])])
    assert messages(RULE, case(income_statement=one)) == [
        (
            "",
            "Raderna ”Finansiella intäkter” och ”Finansiella kostnader” saknas. Resultatet räknas av huvudboken och "
            "alla poster utanför den. Lägg till posten. Skriv 0 i varje kolumn om regionen inte har den.",
        )
    ]
