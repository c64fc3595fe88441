"""Copied columns and months, of three indicators or more."""

from series_tables import found, indicator_values, messages, rows_of

from followup.checks.indicators.indicator_copies import RULE

FEBRUARY = {"NARVARO_NATURBRUK": 89.1, "ELEVVECKOR": 2010, "BESOK_KULTUR": 5400}
TARGETS = rows_of(
    ("indicator", "committee", "target"),
    [("NARVARO_NATURBRUK", "DNKS", 90), ("ELEVVECKOR", "DNKS", 1950), ("BESOK_KULTUR", "DNKS", 5500)],
)


def told(series, **tables):
    return found(RULE, indicator_values=indicator_values(series), **tables)


def both(april):
    return {code: {"2024-02": FEBRUARY[code], "2024-04": value} for code, value in april.items()}


def test_the_example_of_the_catalogue():
    (problem,) = told(both(FEBRUARY))
    assert messages([problem]) == [
        "Värdena för april 2024 är desamma som för februari 2024 i alla indikatorer som har båda. Två "
        "månader har inte samma "
        "värde i allt. Är raderna kopierade? Fyll i värdena för april 2024."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("D6,D8,D10", "2024-04 som 2024-02")


def test_one_of_three_that_differs_and_two_that_are_alike():
    assert told(both(FEBRUARY | {"ELEVVECKOR": 2011})) == []
    assert told(both({code: FEBRUARY[code] for code in ("NARVARO_NATURBRUK", "ELEVVECKOR")})) == []


def test_values_that_are_all_the_targets():
    april = {"NARVARO_NATURBRUK": 90, "ELEVVECKOR": 1950, "BESOK_KULTUR": 5500}
    (problem,) = told(both(april), indicator_targets=TARGETS)
    assert messages([problem]) == [
        "Värdena för april 2024 är lika med målvärdet i alla 3 indikatorer som har ett. Ett uppmätt värde "
        "är sällan exakt "
        "målvärdet. Är målvärdena kopierade till kolumnen för värden? Fyll i de uppmätta värdena."
    ]
    assert told(both(april | {"ELEVVECKOR": 1951}), indicator_targets=TARGETS) == []
