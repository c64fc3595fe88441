"""Permanent employees and leavers of a committee of 180, month by month."""

import pytest
from series_tables import found, messages, sickness, turnover

from followup.checks.staff.staff_turnover import RULE

EXPECTED = "Högst 10 procent under en månad väntas, och högst 5 gånger så många som i regel. Rätta antalet avgångar."


def told(leavers, employees=(180, 180, 180, 180), **tables):
    return found(RULE, turnover=turnover(employees, leavers), **tables)


def test_the_example_of_the_catalogue():
    (problem,) = told([2, 1, 3, 30])
    assert messages([problem]) == [f"Avgångarna är 16,7 procent av de tillsvidareanställda i april 2024. {EXPECTED}"]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("D8", "16,7 procent")


def test_more_leavers_than_employees():
    (problem,) = told([2, 1, 3, 99_999])
    assert messages([problem]) == [
        "Avgångarna är 55 555 procent av de tillsvidareanställda i april 2024. Fler kan inte sluta under "
        "en månad än som är "
        "anställda. Rätta antalet avgångar."
    ]
    assert problem.value == ""


@pytest.mark.parametrize(("leavers", "problems"), [(18, 0), (19, 1)])
def test_both_sides_of_a_tenth(leavers, problems):
    assert len(told([2, 4, 3, leavers])) == problems


# The usual is 40: 5 times 40 is 200, 5 per cent of 4 000.
@pytest.mark.parametrize(("leavers", "problems"), [(200, 0), (201, 1)])
def test_both_sides_of_five_times_the_usual(leavers, problems):
    assert len(told([40, 38, 40, leavers], [4_000] * 4)) == problems


def test_four_of_twelve_may_leave_and_a_unit_may_be_closed():
    assert told([0, 1, 0, 4], [12] * 4) == []
    # It is nobody's slip, and can be confirmed.
    assert [problem.value for problem in told([2, 1, 3, 180], [180, 180, 180, 0])] == ["0 gånger"]


def test_sums_since_january():
    (problem,) = told([2, 5, 8, 10])
    assert problem.cell == "D5:D8"
    assert messages([problem]) == [
        "Avgångarna växer varje månad 2024, och är 5 gånger så många den sista som den första. Varje rad "
        "är månadens egna "
        "avgångar, och antalet anställda vid månadens slut. Är de summerade sedan januari? Gör om uttaget med månadens "
        "avgångar."
    ]


def test_employees_in_per_cent_of_full_time_for_a_month():
    (problem,) = told([2, 1, 3, 2], [180, 181, 180, 18_000])
    assert messages([problem]) == [
        "De tillsvidareanställda är 99,72 gånger så många i april 2024 som nämnden i regel har. Antalet "
        "anställda väntas "
        "ändras långsamt. Rätta antalet. Räknas det i procent av en heltid: gör om uttaget med antal personer."
    ]
    assert (problem.cell, problem.value) == ("C8", "99,72 gånger")


@pytest.mark.parametrize(("employees", "problems"), [(360, 0), (361, 1), (90, 0), (89, 1)])
def test_both_sides_of_twice_the_usual(employees, problems):
    assert len(told([2, 1, 3, 2], [180, 180, 180, employees])) == problems


def test_more_permanent_employees_than_employees():
    # The sheet of sick leave has 100.
    (problem,) = told([2, 1, 3, 2], sickness=sickness())
    assert messages([problem]) == [
        "De tillsvidareanställda är 180 procent av de anställda i bladet Sjukfrånvaro i januari "
        "2024–april 2024. 40–110 "
        "procent väntas: de tillsvidareanställda är en del av de anställda. Rätta det blad som är fel. Har båda samma "
        "personer, och räknar antal och inte heltider?"
    ]


@pytest.mark.parametrize(("employees", "problems"), [(110, 0), (111, 1), (40, 0), (39, 1)])
def test_both_sides_of_the_shares(employees, problems):
    assert len(told([2, 1, 3, 2], [employees] * 4, sickness=sickness())) == problems


def test_a_doubtful_number_of_employees_is_told_of_the_sick_leave_alone():
    changed = sickness({("2024-04", "women"): {"employees": 6_000}})
    assert told([2, 1, 3, 2], [92] * 4, sickness=changed) == []
