"""Months of the staff against the workbook of the period before."""

import pytest
from series_tables import everywhere, found, messages, sickness, turnover

from followup.checks.staff.staff_revisions import RULE


def test_the_example_of_the_catalogue():
    changed = sickness(everywhere({"long_sick_hours": 60}))
    (problem,) = found(RULE, sickness=changed, previous={"sickness": sickness()})
    # 120 hours against 180 + 96, 182 + 98, 178 + 94 and 184 + 100.
    assert messages([problem]) == [
        "Den långa sjukfrånvaron är 0,42–0,44 gånger vad den förra periodens arbetsbok hade för samma månader (januari "
        "2024–april 2024). Månader som redan har redovisats väntas vara ungefär desamma. Har kolumnen "
        "fått en annan enhet? Gör "
        "om uttaget som förut."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("H5:H12", "0,42–0,44 gånger")


@pytest.mark.parametrize(("leavers", "problems"), [(40, 1), (39, 0)])
def test_both_sides_of_twice_as_many(leavers, problems):
    before = {"turnover": turnover([4_000] * 2, [20, 20])}
    assert len(found(RULE, "2024-04", turnover=turnover([4_000] * 2, [20, leavers]), previous=before)) == problems


def test_few_may_be_many_times_more():
    before = {"turnover": turnover([180] * 2, [1, 1])}
    assert found(RULE, turnover=turnover([180] * 2, [1, 18]), previous=before) == []


def test_a_correction_and_new_months_say_nothing():
    corrected = sickness({("2024-01", "women"): {"sick_hours": 520}})
    assert found(RULE, sickness=corrected, previous={"sickness": sickness(count=2)}) == []
    assert found(RULE, sickness=sickness()) == []


def test_what_is_wrong_in_itself_is_told_of_that_alone():
    ten_times = sickness({("2024-01", "women"): {"sick_hours": 4_500}})
    assert found(RULE, sickness=ten_times, previous={"sickness": sickness()}) == []
