"""When assignments are to be done. The plan is that of 2024, where L1 of Regionstyrelsen is due in 2024."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.rows.assignment_dates import RULE
from followup.ground.errors import Severity
from followup.params.loading import load_params
from tests.cases import case_of


def told(*dates):
    rows = [(f"Uppdrag {number}", date, "delayed") for number, date in enumerate(dates, start=1)]
    return found(RULE, assignments=rows_of(("assignment", "due", "status"), rows))


def passed(period, *rows, committee="DNKT"):
    assignments = rows_of(("assignment", "due", "status"), rows)
    return list(RULE.check(case_of(period, load_params(), committee=committee, assignments=assignments)))


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


def test_a_day_that_has_passed_needs_another_status():
    rows = [("Pröva trafik", "2024-06-30", "on_schedule"), ("Annat", "2024-08-31", "not_started")]
    (problem,) = passed("2024-08", *rows, ("Klart", "2024-06-30", "done"))
    assert (problem.severity, problem.cell) == (Severity.WARNING, "C5:C6")
    assert messages([problem]) == [
        "Klart senast är 2024-06-30 för ”Pröva trafik” och 2024-08-31 för ”Annat”, och statusen säger varken att det "
        "är klart eller försenat. Det som skulle vara klart under perioden till och med augusti 2024 är klart, "
        "försenat eller avfört. Rätta statusen, eller datumet om det har flyttats. Rapporten "
        "visar statusen som den är lämnad."
    ]


@pytest.mark.parametrize("status", ["done", "delayed", "cancelled"])
def test_what_is_said_to_be_done_late_or_dropped_may_have_passed(status):
    assert passed("2024-08", ("Pröva trafik", "2024-06-30", status)) == []


def test_a_day_in_a_month_to_come_has_not_passed():
    assert passed("2024-08", ("Pröva trafik", "2024-09-01", "on_schedule"), ("Annat", None, "on_schedule")) == []


def test_a_promise_is_due_when_the_plan_says_so_whatever_the_sheet_says():
    row = ("L1 Medarbetarstöd", "2025-06-30", "on_schedule")
    assert passed("2024-10", row, committee="RS") == []
    (problem,) = passed("2024-12", row, committee="RS")
    assert "Klart senast är 2024 för ”L1 Medarbetarstöd”" in problem.found
