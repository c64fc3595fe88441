"""The history of forecasts against that of the previous workbook."""

from dataclasses import replace

import pytest
from cases import case_of
from region_accounts import messages, project_params
from tables import source_table

from followup.checks.region.earlier_history import RULE

THEN = """
    period   report  deviation
    2023-12  År      -14200000
    2024-02  Feb     -22000000
"""


def found(now):
    earlier = replace(source_table(THEN), workbook="2024/2024-02/DNKS.xlsx")
    one = case_of(
        "2024-04", project_params(), previous={"forecast_history": earlier}, forecast_history=source_table(now)
    )
    return messages(RULE, one)


def test_the_same_history_with_this_reports_row():
    assert found(THEN + "    2024-04  Apr  -20000000\n") == []


def test_the_example_of_the_catalogue():
    assert found(THEN.replace("-22000000", "22000000")) == [("C6", RULE.example)]


@pytest.mark.parametrize(("amount", "told"), [("-14250000", 0), ("-14270000", 1)])
def test_a_tenth_of_a_million_is_rounding(amount, told):
    assert len(found(THEN.replace("-14200000", amount))) == told


def test_a_longer_history_than_before():
    assert found(THEN + "    2022-12  År  -49800000\n") == []
