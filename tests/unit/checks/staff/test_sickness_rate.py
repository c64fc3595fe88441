"""Sick leave in per cent of the working hours. In these tables 5 % of the women's hours and 4 % of the men's."""

import pytest
from series_tables import everywhere, found, messages, months, sickness

from followup.checks.staff.sickness_rate import RULE

APRIL = ("2024-04", "women")


def told(changes=None, **dates):
    return found(RULE, sickness=sickness(changes, **dates))


def test_the_example_of_the_catalogue():
    # 450 + 11 hours of 9 000, times ten.
    (problem,) = told({APRIL: {"sick_hours": 4_610}})
    assert messages([problem]) == [
        "Sjukfrånvaron är 51,2 procent av arbetstiden för kvinnor 30–49 år i april 2024. Gruppens egna "
        "månader är i regel 5 "
        "procent. Sjukfrånvaron väntas vara 0,5–25 procent av arbetstiden, och likna gruppens egna "
        "månader. Har timmarna en "
        "siffra för mycket? Rätta dem."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("G11", "51,2 %")


def test_ordinary_months_are_not_told():
    assert told() == []


# 9 000 hours: a quarter is 2 250. The group's median is 455.5 hours or 5.06 %, and four of them 20.2 %.
@pytest.mark.parametrize(("sick", "problems"), [(1_800, 0), (1_840, 1), (2_250, 1), (120, 0), (110, 1), (0, 1)])
def test_both_sides_of_the_groups_own_months(sick, problems):
    assert len(told({APRIL: {"sick_hours": sick, "long_sick_hours": sick * 2 // 5}})) == problems


@pytest.mark.parametrize(("sick", "problems"), [(750, 0), (751, 1)])
def test_a_group_of_twenty_is_only_told_above_a_quarter(sick, problems):
    """It is not compared with itself: three of twenty may be ill for a month. 3 000 hours."""
    change = {"employees": 20, "scheduled_hours": 3_000, "sick_hours": sick, "long_sick_hours": sick * 2 // 5}
    assert len(told({APRIL: change})) == problems


def test_a_group_of_ten_may_have_any_share():
    change = {"employees": 10, "scheduled_hours": 1_500, "sick_hours": 1_200, "long_sick_hours": 480}
    assert told({APRIL: change}) == []


def test_days_in_all_rows():
    (problem,) = told(everywhere({"sick_hours": 37, "long_sick_hours": 15}))
    assert messages([problem]) == [
        "Sjukfrånvaron är 0,4 procent av arbetstiden i 4 rader (januari 2024–april 2024). Sjukfrånvaron "
        "väntas vara 0,5–25 "
        "procent av arbetstiden, och likna gruppens egna månader. Står sjukfrånvaron i dagar, eller "
        "saknas en del av den? Gör "
        "om uttaget med timmar."
    ]


def test_long_spells_in_days():
    (problem,) = told({("2024-04", sex): {"long_sick_hours": 22} for sex in ("women", "men")})
    # 44 of 461 + 251 hours.
    assert messages([problem]) == [
        "Andelen av sjukfrånvaron som är 60 dagar eller mer är 6,2 procent i april 2024. Alla nämnders "
        "månader är i regel 39,9 "
        "procent. Andelen väntas likna de andras. Står den långa sjukfrånvaron i dagar eller minuter? Gör "
        "om uttaget med "
        "timmar."
    ]
    assert problem.cell == "H11:H12"


def test_sums_since_january():
    changes = {
        (month, sex): {"sick_hours": 400 * number, "long_sick_hours": 160 * number}
        for number, month in enumerate(months("2024-01", 4), start=1)
        for sex in ("women", "men")
    }
    (problem,) = told(changes)
    assert messages([problem]) == [
        "Sjukfrånvarons timmar växer varje månad 2024, och är 4 gånger så många den sista som den första. Varje rad är "
        "månadens egna timmar, inte summan sedan januari. Gör om uttaget med månadens timmar."
    ]


def test_a_winter_of_illness_passes():
    """February at two and a half times the group's own median, as in a pandemic."""
    changes = {
        ("2024-02", sex): {"sick_hours": hours, "long_sick_hours": 300}
        for sex, hours in (("women", 1_130), ("men", 610))
    }
    assert told(changes) == []


def test_what_the_working_hours_make_is_told_of_them_alone():
    assert told(everywhere({"scheduled_hours": 1_100})) == []
