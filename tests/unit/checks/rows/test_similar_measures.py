"""Measures of a committee with names that are nearly the same."""

import pytest
from cases import case_of
from tables import source_table

from followup.checks.rows.similar_measures import RULE
from followup.params.loading import load_params

PARAMS = load_params()


def told(one, other, first="6000000  14500000", second="1500000  2000000"):
    table = source_table(f"""
        measure  effect   full_year_effect
        {one}    {first}
        {other}  {second}
    """)
    found = list(RULE.check(case_of(params=PARAMS, measures=table)))
    assert {(problem.severity.value, problem.cell) for problem in found} <= {("varning", "A6")}
    return [problem.message.replace("\xa0", " ") for problem in found]


def test_the_example_of_the_catalogue():
    assert told("Fler kontroller från augusti", "Fler kontroller") == [RULE.example]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fler kontroller", "Fler kontroller från augusti"),
        ("Färre inhyrda läkare", "Färre inhyrd läkare"),
        ("Översyn, sortiment", "översyn sortiment"),
    ],
)
def test_names_that_are_nearly_the_same(one, other):
    assert len(told(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Översyn av sortiment", "Översyn av scheman"),
        # A word that is a subject.
        ("Schemaläggning", "Schemaläggning efter vårdbehov"),
        # They say themselves what they differ by.
        ("Färre vårdplatser, steg 1", "Färre vårdplatser, steg 2"),
    ],
)
def test_other_names_are_other_measures(one, other):
    assert told(one, other) == []


def test_the_same_effects_are_told_by_the_rule_of_rows_that_stand_twice():
    assert told("Fler kontroller", "Fler kontroller från augusti", "6000000  14500000", "6000000  14500000") == []


def test_a_missing_effect_is_no_amount():
    (message,) = told("Fler kontroller från augusti", "Fler kontroller", second=".  2000000")
    assert message == (
        "”Fler kontroller” heter nästan som ”Fler kontroller från augusti” på rad 5. Två rader väntas vara två olika "
        "åtgärder. Båda räknas i summan. Är det samma åtgärd: ta bort den ena raden. Är det två: skriv vad som skiljer "
        "dem åt."
    )
