"""Forecasts that cannot be the year's, and those that are surprising and right."""

import numpy as np
import pytest
from cases import case_of
from even_tables import forecast, ledger

from followup.checks.forecast import (
    forecast_booked,
    forecast_part_of_year,
    forecast_sign,
    forecast_size,
    forecast_unit,
)
from followup.params.loading import load_params

RULES = (forecast_unit, forecast_sign, forecast_part_of_year, forecast_size, forecast_booked)
BOTH = ("forecast", "previous_forecast")


@pytest.fixture(scope="module")
def params():
    return load_params()


@pytest.fixture
def errors(params):
    def errors(change=None, month=4, of_ledger=None):
        case = case_of(
            period=f"2024-{month:02d}", params=params, ledger=ledger(month, of_ledger), forecast=forecast(change)
        )
        return [(rule, problem) for rule in RULES for problem in rule.check(case)]

    return errors


def times(column, factor, row=None):
    """Multiply a column, or one of its cells."""

    def change(frame):
        frame.loc[slice(None) if row is None else row, column] *= factor

    return change


def booked_three_times(frame):
    frame.loc[(frame["activity"] == "Bibliotek") & (frame["account_class"] == "Personalkostnader"), "outcome"] *= 3


def two_million(frame):
    frame.loc[3, "forecast"] = -2_000_000.0


@pytest.mark.parametrize("month", [1, 2, 4, 8, 10, 12])
def test_a_forecast_of_the_budget_is_right(errors, month):
    assert errors(month=month) == []


@pytest.mark.parametrize(
    ("rule", "change", "of_ledger"),
    [
        (forecast_unit, times("forecast", 1000), None),
        (forecast_sign, times("forecast", -1, 3), None),
        # A third of the year and a hundredth more, as the outcome to April.
        (forecast_part_of_year, times("forecast", 1.01 / 3), None),
        (forecast_size, times("forecast", 12 / 3.6, 3), None),
        (forecast_booked, two_million, booked_three_times),
    ],
    ids=lambda one: getattr(one, "CODE", ""),
)
def test_the_example_of_the_catalogue(errors, rule, change, of_ledger):
    found = errors(change, of_ledger=of_ledger)
    assert [(one, problem.message) for one, problem in found] == [(rule, rule.RULE.example)]


@pytest.mark.parametrize("column", BOTH)
@pytest.mark.parametrize("factor", [1e6, 1000, 100, 1 / 100, 1 / 1000, -1])
def test_a_whole_column_is_refused_and_cannot_be_confirmed(errors, column, factor):
    [(rule, problem)] = errors(times(column, factor))
    assert rule is (forecast_sign if factor == -1 else forecast_unit)
    assert problem.value == ""
    assert problem.cell == ("C2:C7" if column == "forecast" else "D2:D7")


@pytest.mark.parametrize("column", BOTH)
@pytest.mark.parametrize(("factor", "rule"), [(1000, forecast_unit), (-1, forecast_sign), (0, forecast_size)])
def test_a_single_row_is_refused_and_can_be_confirmed(errors, column, factor, rule):
    [(found, problem)] = errors(times(column, factor, 4))
    assert found is rule
    shown = {1000: "−3\u00a0600 mnkr", -1: "3,6 mnkr", 0: "0 kr"}
    assert problem.value == shown[factor]


@pytest.mark.parametrize("part", [2 / 3, 0.98 * 2 / 3])
def test_what_is_left_of_the_year(errors, part):
    [(rule, problem)] = errors(times("forecast", part))
    assert rule is forecast_part_of_year
    assert problem.found.startswith(
        "Kolumnen ”Helårsprognos” har det som är kvar av året på nästan alla rader: 2,4 mnkr"
    )


def test_the_years_first_forecast_has_none_before_it(errors):
    assert errors(times("previous_forecast", 1000), month=2) == []


def test_a_right_forecast_of_100_mnkr_without_budget_can_be_confirmed(errors):
    def none_known(frame):
        frame.loc[
            (frame["activity"] == "Skola") & (frame["account_class"] == "Övriga kostnader"),
            ["budget", "outcome", "previous_year"],
        ] *= 0

    def hundred_million(frame):
        frame.loc[7, BOTH] = [-100e6, 0.0]

    [(rule, problem)] = errors(hundred_million, of_ledger=none_known)
    assert rule is forecast_unit
    assert problem.cell == "C7"
    assert problem.value == "−100 mnkr"


@pytest.mark.parametrize("factor", [0.6, 1.5])
def test_a_surprising_row_is_let_through(errors, factor):
    assert errors(times("forecast", factor, 3)) == []


def test_what_the_outcome_bears_out_is_let_through(errors):
    # Three times the budget, as is booked.
    assert errors(times("forecast", 3, 3), of_ledger=booked_three_times) == []


def test_a_sum_far_from_the_budget(errors):
    def change(frame):
        frame.loc[frame["account_class"] != "Intäkter", "forecast"] *= 1.3

    [(rule, problem)] = errors(change)
    assert rule is forecast_size
    # Four rows of 3,6 mnkr, three tenths more: 4,32 mnkr of 21,6.
    assert problem.value == "−4,3 mnkr"
    assert problem.found == (
        "Kolumnen ”Helårsprognos” är tillsammans −11,5 mnkr, och årets budget är −7,2 mnkr: en avvikelse på −4,3 mnkr."
    )


@pytest.mark.parametrize("value", [1e308, -1e308])
def test_numbers_without_bounds_are_told(errors, value):
    def change(frame):
        frame.loc[[2, 3], "forecast"] = value

    with np.errstate(all="ignore"):
        assert {rule for rule, _ in errors(change)} == {forecast_unit}
