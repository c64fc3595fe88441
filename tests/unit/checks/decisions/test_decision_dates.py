"""When decisions are to be taken. The report was handed in on 16 May 2024."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.decisions.decision_dates import RULE
from followup.ground.errors import Severity


def told(*days):
    rows = [("Godkänna planen", day) for day in days]
    cover = rows_of(("handed_in_on",), [("2024-05-16",)])
    return found(RULE, asked_decisions=rows_of(("decision", "due"), rows), cover=cover)


def test_the_example_of_the_catalogue():
    (problem,) = told("2024-06-18", "2024-04-18")
    assert (problem.severity, problem.cell) == (Severity.WARNING, "B6")
    assert RULE.example in messages([problem])


def test_a_day_that_is_far_ahead():
    (problem,) = told("2042-06-18")
    assert (problem.severity, problem.cell) == (Severity.WARNING, "B5")
    assert messages([problem]) == [
        "Senast är 2042-06-18 för ”Godkänna planen”. Det som rapporten ber om väntas beslutas inom 18 månader. Rätta "
        "året. Rapporten visar datumet som det är lämnat."
    ]


@pytest.mark.parametrize(
    ("day", "problems"), [("2024-05-15", 1), ("2024-05-16", 0), ("2025-11-30", 0), ("2025-12-01", 1)]
)
def test_both_ends(day, problems):
    assert len(told(day)) == problems


def test_many_are_one_warning_and_none_is_none():
    (problem,) = told("2023-06-18", "2023-06-19", "2023-06-20", "2023-06-21")
    assert "och 1 till" in problem.found
    assert told() == []
