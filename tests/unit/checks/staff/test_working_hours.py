"""Hours per employee and month. In these tables 60 women and 40 men have 150 hours each."""

import pytest
from series_tables import everywhere, found, messages, sickness

from followup.checks.staff.working_hours import RULE

APRIL = ("2024-04", "women")


def told(changes):
    return found(RULE, sickness=sickness(changes))


def test_the_example_of_the_catalogue():
    (problem,) = told(everywhere({"employees": 60, "scheduled_hours": 60 * 19}))
    assert messages([problem]) == [
        "Ordinarie arbetstid per anställd och månad är 19 timmar i 8 rader (januari 2024–april 2024). "
        "40–200 timmar per "
        "anställd och månad väntas. Står arbetstiden i dagar? Gör om uttaget med timmar."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("F5:F12", "19 timmar")


def test_more_hours_than_a_month_has():
    (problem,) = told({APRIL: {"scheduled_hours": 108_000}})
    assert messages([problem]) == [
        "Ordinarie arbetstid per anställd och månad är 1 800 timmar för kvinnor 30–49 år i april 2024. En "
        "månad har högst 744 "
        "timmar. Rätta antalet anställda eller arbetstiden."
    ]
    assert (problem.cell, problem.value) == ("F11", "")


# 60 women.
@pytest.mark.parametrize(("hours", "problems"), [(12_000, 0), (12_001, 1), (2_400, 0), (2_399, 1)])
def test_both_sides_of_what_is_expected(hours, problems):
    assert len(told({APRIL: {"scheduled_hours": hours}})) == problems


def test_the_years_hours_and_employees_in_per_cent():
    (year,) = told(everywhere({"employees": 60, "scheduled_hours": 60 * 1_800}))
    assert year.remedy == "Är det hela årets arbetstid? Gör om uttaget med månadens timmar."
    (per_cent,) = told(everywhere({"employees": 6000, "scheduled_hours": 9000}))
    assert per_cent.remedy == (
        "Är antalet anställda angivet i procent av en heltid, eller arbetstiden per vecka? Gör om uttaget "
        "med antal personer "
        "och månadens timmar."
    )


def test_a_small_group_may_have_few_hours_and_the_hours_of_one_who_left():
    assert told({APRIL: {"employees": 8, "scheduled_hours": 160}}) == []
    assert told({APRIL: {"employees": 0, "scheduled_hours": 140}}) == []
    assert told({APRIL: {"employees": 0, "scheduled_hours": 0}}) == []
    assert len(told({APRIL: {"employees": 0, "scheduled_hours": 9_000}})) == 1


def test_years_that_no_report_shows_are_left_alone():
    assert found(RULE, "2024-04", sickness=sickness({("2022-12", "women"): {"scheduled_hours": 1}}, "2022-12", 1)) == []
