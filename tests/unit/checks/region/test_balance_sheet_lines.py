"""Single lines of the region's balance sheet. Amounts in kronor; assets of 13 000 mnkr."""

import pytest
from region_accounts import SHEET, case, messages, sheet

from followup.checks.region.balance_sheet_lines import RULE


def cells(**lines):
    return [cell for cell, _ in messages(RULE, case(balance_sheet=sheet(SHEET, **lines)))]


def test_lines_that_move_as_lines_do():
    assert cells() == []


def test_the_example_of_the_catalogue():
    one = sheet(SHEET, contingent_pensions__closing="3150000000000")
    assert messages(RULE, case(balance_sheet=one)) == [("C12", RULE.example)]


def test_liquid_funds_are_a_part_of_the_current_assets():
    one = sheet(SHEET, liquid_funds__closing="8200000000")
    assert messages(RULE, case(balance_sheet=one)) == [
        (
            "C7",
            "Likvida medel är 8 200 mnkr i utgående balans, men alla omsättningstillgångar är 8 100 mnkr. Likvida "
            "medel är en del av omsättningstillgångarna. Rätta den rad som är fel.",
        )
    ]


@pytest.mark.parametrize("factor", [1000, 0.001])
def test_a_whole_sheet_in_another_unit_still_balances_and_is_told(factor):
    one = sheet(SHEET)
    one.frame[["opening", "closing"]] *= factor
    assert [cell for cell, _ in messages(RULE, case(balance_sheet=one))] == ["B5:B6,C5:C6"]


@pytest.mark.parametrize(("closing", "told"), [("8800000000", []), ("9000000000", ["C12"])])
def test_a_line_may_change_three_times(closing, told):
    assert cells(contingent_pensions__closing=closing) == told


def test_a_small_line_may_change_as_it_likes():
    # Long liabilities from 100 to 700 mnkr: a loan for a hospital, less than 5 percent of the assets.
    assert cells(long_liabilities__closing="700000000") == []


def test_a_sign_that_no_line_but_equity_has():
    assert cells(provisions__closing="-4200000000", equity__closing="-100000000") == ["C9"]
