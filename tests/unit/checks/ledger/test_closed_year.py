"""The previous year's amounts in February's ledger and in April's; 72 of the months up to April."""

from dataclasses import replace

import pytest
from cases import case_of
from even_tables import ledger

from followup.checks.ledger.closed_year import RULE
from followup.params.loading import load_params


@pytest.fixture(scope="module")
def params():
    return load_params()


def found(params, change, period="2024-04"):
    earlier = replace(ledger(2), workbook="2024/2024-02/utfall.xlsx")
    now = ledger(int(period[5:]), change)
    case = case_of(period=period, params=params, previous={"ledger": earlier}, ledger=now)
    return [problem.message.replace("\xa0", " ") for problem in RULE.check(case)]


def swap(frame):
    rows = frame["period"] <= "2024-04"
    frame.loc[rows, ["outcome", "previous_year"]] = frame.loc[rows, ["previous_year", "outcome"]].to_numpy()


def add(kronor, every):
    def change(frame):
        frame.loc[frame.index[frame["period"] <= "2024-04"][::every], "previous_year"] += kronor

    return change


def test_the_example_of_the_catalogue(params):
    assert found(params, swap) == [RULE.example]


@pytest.mark.parametrize(
    ("change", "count"),
    [(None, 0), (add(1.01, 1), 1), (add(1.0, 1), 0), (add(5_000, 2), 1), (add(5_000, 3), 0)],
)
def test_half_of_the_amounts_by_more_than_a_krona(params, change, count):
    assert len(found(params, change)) == count


def test_other_rows_are_another_organisation_and_not_compared(params):
    def new_names(frame):
        swap(frame)
        frame["activity"] = frame["activity"] + " 2024"

    assert found(params, new_names) == []


def test_the_first_report_of_a_year_has_nothing_to_compare_with(params):
    assert found(params, swap, "2024-02") == []
