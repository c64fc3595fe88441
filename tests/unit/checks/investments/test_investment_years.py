"""The three years of an investment's budget against all that it may cost."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.investments.investment_years import RULE

HEADER = ("committee", "project", "total_budget", "year_0", "year_1", "year_2")


def told(total, *years):
    kronor = [None if one is None else one * 1e6 for one in (total, *years)]
    return found(RULE, "2024", investment_budget=rows_of(HEADER, [("RHF", "Vårdbyggnad", *kronor)]))


def test_the_example_of_the_catalogue():
    (problem,) = told(890.0, 214.0, 236.0, 500.0)
    assert (problem.cell, problem.value.replace("\xa0", " ")) == ("C5", "950 mnkr")
    assert messages([problem]) == [RULE.example]


@pytest.mark.parametrize(
    ("total", "years", "problems"),
    [
        (950.0, (214.0, 236.0, 500.0), 0),
        # Four amounts that are rounded to a tenth differ by at most two.
        (949.8, (214.0, 236.0, 500.0), 0),
        (949.7, (214.0, 236.0, 500.0), 1),
        (200.0, (214.0, None, None), 1),
        (None, (214.0, 236.0, 500.0), 0),
        (890.0, (None, None, None), 0),
    ],
)
def test_both_sides(total, years, problems):
    assert len(told(total, *years)) == problems
