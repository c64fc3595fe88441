"""When assignments are to be done. The plan is that of 2024."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.rows.assignment_dates import RULE
from followup.ground.errors import Severity


def told(*dates):
    rows = [(f"Uppdrag {number}", date) for number, date in enumerate(dates, start=1)]
    return found(RULE, assignments=rows_of(("assignment", "due"), rows))


def test_the_example_of_the_catalogue():
    (problem,) = told("2024-12-31", None, "2014-06-30")
    assert (problem.severity, problem.cell) == (Severity.WARNING, "B7")
    assert messages([problem]) == [
        "Klart senast är 2014-06-30 för ”Uppdrag 3”. Ett uppdrag i planen för 2024 väntas vara klart åren "
        "2019–2034. Rätta "
        "året. Rapporten visar datumet som det är lämnat."
    ]
    assert RULE.example in messages([problem])


@pytest.mark.parametrize(
    ("date", "problems"), [("2019-01-01", 0), ("2018-12-31", 1), ("2034-12-31", 0), ("2035-01-01", 1)]
)
def test_both_ends(date, problems):
    assert len(told(date)) == problems


def test_many_are_one_warning_and_none_is_none():
    (problem,) = told("2014-06-30", "2014-06-30", "2042-06-30", "2042-12-31")
    assert "och 1 till" in problem.found
    assert told() == []
    assert told(None) == []
