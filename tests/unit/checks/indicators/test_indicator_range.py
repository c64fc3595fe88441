"""Values and targets that an indicator cannot have; NARVARO_NATURBRUK is a share, LISTADE a number of people."""

import pytest
from series_tables import found, indicator_values, messages, months, rows_of

from followup.checks.indicators import indicator_range
from followup.checks.indicators.indicator_range import RULE

SHARE = "NARVARO_NATURBRUK"
USUAL = dict(zip(months("2024-01", 3), [89.1, 90.0, 88.7], strict=True))
CHANGE = "Kan indikatorn vara så: ändra minimum eller maximum i params/indicators.yml."


def told(values, code=SHARE):
    return found(RULE, indicator_values=indicator_values({code: values}))


def test_the_example_of_the_catalogue():
    (problem,) = told({**USUAL, "2024-04": 8960})
    assert messages([problem]) == [
        "Värdet för ”Närvaro vid naturbruksgymnasierna” är 8 960 %, och så hade det stått i rapporten. Indikatorn kan "
        f"vara 0–100 %. Är 89,6 % rätt i stället för 8 960 %: skriv det. {CHANGE}"
    ]
    assert indicator_range.RULE.example in messages([problem])
    # What is impossible cannot be confirmed.
    assert (problem.cell, problem.value) == ("D8", "")


def test_many_values_are_one_problem():
    (problem,) = told({month: 100 * value for month, value in USUAL.items()} | {"2024-04": 89.6})
    assert problem.cell == "D5:D7"
    assert messages([problem]) == [
        "Värdena för ”Närvaro vid naturbruksgymnasierna” är 8 870–9 000 % i 3 rader, och så hade det "
        "stått i rapporten. "
        f"Indikatorn kan vara 0–100 %. Är 89,1 % rätt i stället för 8 910 %: skriv det. {CHANGE}"
    ]


@pytest.mark.parametrize(("value", "problems"), [(100, 0), (100.1, 1), (0, 0), (-0.1, 1)])
def test_both_ends_of_a_share(value, problems):
    assert len(told({"2024-04": value})) == problems


def test_a_rate_of_beds_in_use_may_pass_a_hundred():
    assert told({"2024-04": 101.0}, "BELAGGNING_SOMATIK") == []


def test_a_number_is_not_negative():
    assert messages(told({"2024-04": -5}, "LISTADE")) == [
        "Värdet för ”Listade vid egna vårdcentraler” är −5, och så hade det stått i rapporten. Indikatorn kan vara "
        f"0–1 000 000 antal. Rätta det som är fel. {CHANGE}"
    ]


def test_targets_and_yearly_measures_too():
    targets = rows_of(("indicator", "committee", "target"), [(SHARE, "DNKS", 9000)])
    yearly = rows_of(
        ("year", "committee", "indicator", "sex", "respondents", "value"), [(2023, "DNKS", "HME", "all", 90, 780)]
    )
    assert messages(found(RULE, indicator_targets=targets, yearly=yearly)) == [
        "Målvärdet för ”Närvaro vid naturbruksgymnasierna” är 9 000 %, och så hade det stått i rapporten. "
        "Indikatorn kan "
        f"vara 0–100 %. Är 90 % rätt i stället för 9 000 %: skriv det. {CHANGE}",
        "Värdet för ”HME-index” är 780, och så hade det stått i rapporten. Indikatorn kan vara 0–100 "
        "index. Rätta det som "
        f"är fel. {CHANGE}",
    ]


def test_a_missing_value_is_not_outside():
    assert told({"2024-03": None, "2024-04": 89.0}) == []
