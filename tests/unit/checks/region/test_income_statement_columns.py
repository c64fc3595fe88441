"""Two columns of the income statement in each other's place: taxes 10 000 mnkr a year, in April."""

from dataclasses import replace
from itertools import combinations

import pytest
from region_accounts import STATEMENT, case, sheet

from followup.checks.region import income_statement_columns
from followup.checks.region.income_statement_columns import RULE
from followup.checks.registry import stamped
from followup.params.loading import load_params

COLUMNS = ("budget", "outcome", "previous_year", "year_budget", "forecast")


def of(statement):
    one = case(income_statement=statement)
    return replace(one, layouts=load_params().layouts["region"].filled(one.period, "REGION").tables)


def swapped(one: str, other: str):
    statement = sheet(STATEMENT)
    statement.frame[[one, other]] = statement.frame[[other, one]].to_numpy()
    return statement


def messages(statement):
    return [stamped(one, RULE).message.replace("\xa0", " ") for one in RULE.check(of(statement))]


def test_a_statement_in_its_own_columns():
    assert messages(sheet(STATEMENT)) == []


def test_the_example_of_the_catalogue():
    assert messages(swapped("outcome", "year_budget")) == [income_statement_columns.RULE.example]


@pytest.mark.parametrize(
    ("one", "other"), [pair for pair in combinations(COLUMNS, 2) if {"year_budget", "forecast"} & set(pair)]
)
def test_nothing_of_it_is_left_when_it_has_been_mended(one, other):
    wrong = of(swapped(one, other))
    found = list(RULE.check(wrong))
    assert len(found) == 1
    assert RULE.mend(wrong, found)["income_statement"].frame.equals(sheet(STATEMENT).frame)


def test_one_row_in_another_place_is_not_the_columns():
    statement = sheet(STATEMENT)
    first = statement.frame.index[0]
    taxes = statement.frame.loc[first, ["outcome", "year_budget"]].to_list()
    statement.frame.loc[first, ["outcome", "year_budget"]] = taxes[::-1]
    assert messages(statement) == []


def test_an_error_of_another_cause_is_left_to_its_own_rule():
    statement = swapped("outcome", "year_budget")
    statement.frame.loc[statement.frame.index[2], "forecast"] = 306_000_000_000.0
    wrong = of(statement)
    found = list(RULE.check(wrong))
    assert len(found) == 1
    assert RULE.mend(wrong, found)["income_statement"].frame["forecast"].max() == 306_000_000_000.0
