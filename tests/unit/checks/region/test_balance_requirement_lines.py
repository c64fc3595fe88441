"""The adjustments of the balance requirement. The budgeted result is 96 − 563 = −467 mnkr."""

import pytest
from region_accounts import REQUIREMENT, case, messages, sheet

from followup.checks.region.balance_requirement_lines import RULE


def found(**lines):
    return messages(RULE, case(balance_requirement=sheet(REQUIREMENT, **lines)))


def test_a_requirement_that_holds():
    assert found() == []


def test_the_example_of_the_catalogue():
    assert found(exceptional__budget="900000000") == [("B11", RULE.example)]


def test_signs():
    assert [cell for cell, _ in found(capital_gains__forecast="5000000", exceptional__forecast="-1000000")] == [
        "C5",
        "C11",
    ]


@pytest.mark.parametrize(("amount", "told"), [("2390000000", 0), ("2410000000", 1), ("-95000000000", 1)])
def test_an_amount_out_of_all_proportion(amount, told):
    # 20 percent of 12 000 mnkr; an unrealised loss is added, a gain taken away.
    assert len(found(unrealised__forecast=amount)) == told


@pytest.mark.parametrize(("amount", "told"), [("4600000", 1), ("4700000", 0), ("467000", 1)])
def test_reasons_in_another_unit(amount, told):
    # One percent of 467 mnkr.
    assert len(found(exceptional__budget=amount)) == told


def test_reasons_for_less_than_the_whole_deficit():
    assert found(exceptional__budget="300000000") == []
