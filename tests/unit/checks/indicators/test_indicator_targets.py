"""Targets against the indicator's own values, and against last year's."""

import pytest
from series_tables import found, indicator_values, messages, months, rows_of

from followup.checks.indicators.indicator_targets import RULE
from followup.ground.errors import Severity

SHARE = "NARVARO_NATURBRUK"
VALUES = dict(zip(months("2024-01", 4), [88.0, 89.5, 90.1, 87.6], strict=True))


def targets(target, code=SHARE):
    return rows_of(("indicator", "committee", "target"), [(code, "DNKS", target)])


def told(target, values=VALUES, code=SHARE, **previous):
    return found(
        RULE, indicator_values=indicator_values({code: values}), indicator_targets=targets(target, code), **previous
    )


def test_the_example_of_the_catalogue():
    (problem,) = told(0.9)
    assert messages([problem]) == [
        "Målvärdet för ”Närvaro vid naturbruksgymnasierna” är 0,9 %, men alla 4 värden är 87,6–90,1 %. "
        "Målvärdet står i samma "
        "enhet som värdena. Är 90 % rätt: skriv det. Är det värdena som är fel: rätta dem."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("C5", "0,9 %")


# A fifth of 87.6 is 17.52.
@pytest.mark.parametrize(("target", "problems"), [(17.5, 1), (17.6, 0), (100, 0), (0, 0)])
def test_both_sides_of_the_factor(target, problems):
    assert len(told(target)) == problems


def test_a_target_that_is_far_from_some_values_only():
    """A fall from 100 to 20 in one year with the target 5: hard, but in the same unit."""
    assert told(5, {"2024-03": 100, "2024-04": 20}) == []


def test_no_values_and_no_target_say_nothing():
    assert told(90, {"2024-04": None}) == []
    assert told(None) == []


def test_a_target_that_has_moved_the_wrong_way_is_pointed_out():
    (problem,) = told(85, previous={"indicator_targets": targets(90)})
    assert problem.severity is Severity.NOTE
    assert messages([problem]) == [
        "Målvärdet för ”Närvaro vid naturbruksgymnasierna” har gått från 90 % till 85 %, men högre är bättre. Ett nytt "
        "målvärde väntas vara bättre än det förra. Kontrollera målvärdet, och indikatorns direction i "
        "params/indicators.yml."
    ]
    assert told(91, previous={"indicator_targets": targets(90)}) == []
    assert told(90, previous={"indicator_targets": targets(90)}) == []
