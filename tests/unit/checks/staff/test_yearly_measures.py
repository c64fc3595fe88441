"""The yearly staff measures. 60 women and 40 men are employed."""

import pytest
from series_tables import found, messages, sickness, yearly

from followup.checks.staff.yearly_measures import RULE

SIX = [(year, "HME", "all", 90, value) for year, value in ((2018, 78), (2019, 77), (2020, 78), (2021, 79), (2022, 78))]


def told(*rows, **tables):
    return found(RULE, yearly=yearly(*rows), **tables)


def by_sex(everybody, respondents=100):
    return (
        (2023, "HELTID", "all", respondents, everybody),
        (2023, "HELTID", "women", 60, 80.0),
        (2023, "HELTID", "men", 40, 90.0),
    )


def test_the_example_of_the_catalogue():
    (problem,) = told(*SIX, (2023, "HME", "all", 90, 7.8))
    assert messages([problem]) == [
        "”HME-index” är 8, men nämndernas övriga 5 värden är 77–79. Ett värde väntas likna de andras. "
        "Står värdet i en annan "
        "enhet? Rätta det."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("F10", "8")


def test_a_true_low_index_passes():
    assert told(*SIX, (2023, "HME", "all", 90, 41)) == []


def test_a_year_that_has_not_begun():
    (problem,) = told((2025, "HME", "all", 90, 78))
    assert (problem.cell, problem.value) == ("A5", "")
    assert messages([problem]) == [
        "Värden är daterade år 2025, efter rapportens period 2024-04. Ett år som inte har börjat kan inte "
        "vara mätt. Rätta "
        "året."
    ]
    assert told((2024, "HME", "all", 90, 78)) == []


# Women have 80 and men 90; each is rounded to a tenth.
@pytest.mark.parametrize(("everybody", "problems"), [(79.9, 0), (79.8, 1), (90.1, 0), (90.2, 1), (84.0, 0)])
def test_all_lie_between_women_and_men(everybody, problems):
    assert len(told(*by_sex(everybody))) == problems


def test_what_is_said_of_all():
    assert messages(told(*by_sex(78.0))) == [
        "”Heltid/deltid” är 78 % för alla år 2023, men 80 % för kvinnor och 90 % för män. Värdet för alla "
        "ligger mellan "
        "kvinnors och mäns. Rätta det värde som är fel."
    ]
    assert messages(told(*by_sex(84.0, 99))) == [
        "Alla är färre än kvinnor och män tillsammans för ”Heltid/deltid” år 2023. Alla är minst så många "
        "som kvinnor och män. "
        "Rätta antalet."
    ]
    # Some have not said their sex.
    assert told(*by_sex(84.0, 103)) == []


@pytest.mark.parametrize(("respondents", "problems"), [(110, 0), (111, 1)])
def test_both_sides_of_a_tenth_more_than_the_employees(respondents, problems):
    assert len(told((2023, "HME", "all", respondents, 78), sickness=sickness())) == problems


def test_more_respondents_than_employees():
    (problem,) = told((2023, "HME", "all", 900, 78), (2023, "HELTID", "men", 400, 90.0), sickness=sickness())
    assert problem.cell == "E5:E6"
    assert messages([problem]) == [
        "De svarande eller anställda är upp till 1 000 procent av de anställda i bladet Sjukfrånvaro, i 2 "
        "rader. Fler kan inte "
        "ha svarat än som är anställda. Rätta antalet."
    ]


def test_a_measure_in_another_unit_since_the_period_before():
    before = yearly((2022, "HELTID", "men", 40, 88.3), (2023, "HELTID", "men", 40, 88.4))
    (problem,) = told(
        (2022, "HELTID", "men", 40, 0.883), (2023, "HELTID", "men", 40, 0.884), previous={"yearly": before}
    )
    assert messages([problem]) == [
        "”Heltid/deltid” har ändrats i 2 rader sedan den förra periodens arbetsbok: 88,3 % har blivit 0,9 "
        "%. Värden som redan "
        "har redovisats väntas vara desamma. Har kolumnen fått en annan enhet? Skriv värdena som förut."
    ]
