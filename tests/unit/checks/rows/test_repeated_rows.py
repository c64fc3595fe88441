"""Investments and measures that stand twice under names that are nearly the same."""

import pytest
from cases import case_of
from tables import source_table

from followup.checks.rows.repeated_rows import RULE


def told(name, amounts="7300000  2600000  7300000", other="7300000  2600000  7300000"):
    table = source_table(f"""
        period   committee  project                total_budget  year_budget  outcome  forecast
        2024-04  DNKS       Traktorer, naturbruk   .             {amounts}
        2024-04  DNKS       {name}                 .             {other}
    """)
    return [problem.message.replace("\xa0", " ") for problem in RULE.check(case_of(investments=table))]


def test_the_example_of_the_catalogue():
    assert told("Traktorer") == [RULE.example]


@pytest.mark.parametrize("name", ["Traktorer naturbruk", "Traktor, naturbruk", "naturbruk Traktorer"])
def test_names_that_are_nearly_the_same(name):
    assert len(told(name)) == 1


@pytest.mark.parametrize("name", ["Växthus", "Skolkök"])
def test_other_names_are_other_things(name):
    assert told(name) == []


def test_other_amounts_are_other_things():
    assert told("Traktorer", other="7300000  2600000  7400000") == []
    assert told("Traktorer", "7300000  0  0", "7300000  0  0") == []


def test_measures():
    table = source_table("""
        measure                  effect   full_year_effect
        Prisjustering i augusti  6000000  14500000
        Prisjustering augusti    6000000  14500000
    """)
    assert len(list(RULE.check(case_of(measures=table)))) == 1
