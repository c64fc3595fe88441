"""Values that have been reported before, against what they were then."""

import pytest
from series_tables import found, indicator_values, messages, months

from followup.checks.indicators.indicator_revisions import RULE
from followup.ground.errors import Severity

SHARE = "NARVARO_NATURBRUK"
VALUES = dict(zip(months("2024-01", 4), [88.0, 89.5, 90.1, 87.6], strict=True))


def told(now, before):
    earlier = {"indicator_values": indicator_values({SHARE: before})}
    return found(RULE, indicator_values=indicator_values({SHARE: now}), previous=earlier)


def test_the_example_of_the_catalogue():
    (problem,) = told({month: value / 100 for month, value in VALUES.items()}, VALUES)
    assert messages([problem]) == [
        "”Närvaro vid naturbruksgymnasierna” har ändrats i 4 rader sedan den förra periodens arbetsbok, "
        "januari 2024: 88 % "
        "har blivit 0,9 %. Värden som redan har redovisats väntas vara desamma. Har kolumnen fått en "
        "annan enhet? Skriv "
        "värdena som förut."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("D5:D8", "88 % har blivit 0,9 %")


def test_a_small_revision_is_pointed_out():
    (problem,) = told(VALUES, VALUES | {"2024-02": 89.1})
    assert (problem.severity, problem.cell) == (Severity.NOTE, "D6")
    assert messages([problem]) == [
        "”Närvaro vid naturbruksgymnasierna” har ändrats i 1 rad sedan den förra periodens arbetsbok, "
        "februari 2024: 89,1 % "
        "har blivit 89,5 %. Värden som redan har redovisats väntas vara desamma. Kontrollera att ändringen är avsedd. "
        "Rapporten visar de nya värdena."
    ]


@pytest.mark.parametrize(("value", "severity"), [(20.0, Severity.ERROR), (20.1, Severity.NOTE)])
def test_both_sides_of_five_times(value, severity):
    (problem,) = told({"2024-01": value}, {"2024-01": 100.0})
    assert problem.severity is severity


def test_the_same_values_and_new_ones_say_nothing():
    assert told(VALUES, VALUES) == []
    assert told(VALUES, {"2023-12": 89.0}) == []
    assert found(RULE, indicator_values=indicator_values({SHARE: VALUES})) == []
