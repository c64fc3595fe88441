"""Forecasts of holders without a report against the ledger's budget: 96 mnkr and 8 mnkr a year."""

import pytest
from region_accounts import case, messages
from tables import source_table

from followup.checks.holder_forecasts import RULE

LEDGER = source_table(
    "period  committee  budget  outcome\n"
    + "\n".join(
        f"2024-{month:02d}  RGK  -56000000  -56000000\n2024-{month:02d}  RHF  -666666.67  -1" for month in range(1, 13)
    )
)


def found(rgk=-671_000_000, rhf=-2_000_000):
    rows = source_table(f"committee  forecast  previous_forecast\nRGK  {rgk}  .\nRHF  {rhf}  .\nPN  -1000000  .")
    return messages(RULE, case(ledger=LEDGER, holder_forecast=rows))


def test_a_forecast_of_a_quarter_of_a_small_budget_is_let_through():
    assert found() == []


def test_the_example_of_the_catalogue():
    assert found(rgk=-671_000_000_000) == [("B5", RULE.example)]


@pytest.mark.parametrize("forecast", [-671_000, 671_000_000, -330_000_000, -1_100_000_000, 0])
def test_another_unit_sign_or_size(forecast):
    assert [cell for cell, _ in found(rgk=forecast)] == ["B5"]


@pytest.mark.parametrize("forecast", [-2_000, 2_000_000, -2_000_000_000, 0])
def test_a_small_holder(forecast):
    assert [cell for cell, _ in found(rhf=forecast)] == ["B6"]


def test_half_the_budget_more_or_less_is_possible():
    assert found(rgk=-1_000_000_000) == []
    assert found(rgk=-340_000_000) == []
