"""Months that were reported in February and are others in April. Kronor, costs below 0; 200 mnkr a month."""

from dataclasses import replace

import pytest
from cases import case_of
from region_accounts import messages, project_params
from tables import source_table

from followup.checks.ledger.closed_months import RULE
from followup.ground.errors import Severity

NOW = """
    period   committee  activity  budget      outcome
    2024-01  RGK        A         -100000000  {}
    2024-01  RGK        B         -100000000  -100000000
    2024-02  RGK        A         -200000000  {}
    2024-03  RGK        A         -200000000  -900000000
"""


def found(january, february, reader="committee", code="RGK", period="2024-04"):
    earlier = replace(source_table(NOW.format(-100_000_000, -200_000_000)), workbook="2024/2024-02/utfall.xlsx")
    one = case_of(
        period, project_params(), reader, code, {"ledger": earlier}, ledger=source_table(NOW.format(january, february))
    )
    assert {problem.severity for problem in RULE.check(one)} <= {Severity.WARNING}
    return messages(RULE, one)


def test_the_example_of_the_catalogue():
    assert found(-100_000_000, -205_000_000) == [("E7", RULE.example)]


@pytest.mark.parametrize(("january", "told"), [(-101_900_000, 0), (-102_000_000, 1), (-98_000_000, 1)])
def test_corrections_are_a_part_of_bookkeeping_up_to_the_limit_of_a_large_deviation(january, told):
    # One percent of a month's 200 mnkr is 2.
    assert len(found(january, -200_000_000)) == told


def test_a_cost_that_moved_between_two_closed_months_is_told_for_both():
    assert [cell for cell, _ in found(-90_000_000, -210_000_000)] == ["E5:E7"]


def test_the_region_hears_of_those_that_have_no_report_of_their_own():
    assert len(found(-150_000_000, -200_000_000, "region", "REGION")) == 1
    earlier = replace(source_table(NOW.format(-1, -1).replace("RGK", "DNKS")), workbook="w")
    now = source_table(NOW.format(-100_000_000, -200_000_000).replace("RGK", "DNKS"))
    assert (
        messages(RULE, case_of("2024-04", project_params(), "region", "REGION", {"ledger": earlier}, ledger=now)) == []
    )


def test_the_first_report_of_a_year_and_no_earlier_ledger():
    assert found(-1, -1, period="2024-02") == []
    assert messages(RULE, case_of("2024-04", project_params(), ledger=source_table(NOW.format(-1, -1)))) == []
