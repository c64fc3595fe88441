"""Values that do not belong with the rest of their own series. Numbers as in a school's attendance, in per cent."""

import pytest
from series_tables import found, indicator_values, messages, months

from followup.checks.indicators.indicator_outliers import RULE

SHARE = "NARVARO_NATURBRUK"
USUAL = dict(zip(months("2023-07", 10), [88.0, 89.5, 90.1, 89.0, 87.6, 89.6, 88.8, 90.0, 89.1, 89.9], strict=True))
OTHERS = "men indikatorns övriga 9 värden är 87,6–90,1 %. Ett värde väntas likna indikatorns egna."


def told(values, code=SHARE, period="2024-04"):
    return found(RULE, period, indicator_values=indicator_values({code: values}))


def test_the_example_of_the_catalogue():
    (problem,) = told({**USUAL, "2024-04": 0.896})
    assert messages([problem]) == [
        f"”Närvaro vid naturbruksgymnasierna” är 0,9 % i april 2024, {OTHERS} Står värdet i en annan enhet? Är 89,6 % "
        "rätt: skriv det."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("D14", "0,9 %")


def test_a_0_for_a_value_that_has_not_come():
    assert messages(told({**USUAL, "2024-04": 0})) == [
        f"”Närvaro vid naturbruksgymnasierna” är 0 % i april 2024, {OTHERS} Är 0 ett värde som saknas? Låt "
        "cellen vara tom."
    ]


def test_part_of_the_rows_is_one_problem():
    (problem,) = told(USUAL | dict.fromkeys(months("2024-01", 4), 0.9))
    assert problem.cell == "D11:D14"
    assert messages([problem])[0].startswith(
        "”Närvaro vid naturbruksgymnasierna” är 0,9 % i 4 rader (januari 2024–april 2024), men "
        "indikatorns övriga 6 värden "
        "är 87,6–90,1 %."
    )


def test_the_place_in_the_sheet_does_not_matter():
    backwards = dict(reversed({**USUAL, "2023-07": 0.88}.items()))
    assert [problem.cell for problem in told(backwards)] == ["D14"]


def test_what_is_outside_the_range_is_told_as_impossible_by_another_rule():
    assert told({**USUAL, "2024-04": 8960}) == []


def test_values_after_the_period_are_not_judged():
    assert told({**USUAL, "2024-04": 0.896}, period="2024-02") == []


@pytest.mark.parametrize("value", [71.0, 80.6, 99.0, 20.0])
def test_a_true_bad_month_passes(value):
    """A pandemic, a strike: far from usual, but no other unit."""
    assert told({**USUAL, "2024-04": value}) == []


def test_tusental_among_numbers():
    values = dict(zip(months("2023-11", 6), [178_400, 178_210, 178_000, 177_900, 177_700, 177.6], strict=True))
    assert messages(told(values, "LISTADE")) == [
        "”Listade vid egna vårdcentraler” är 178 i april 2024, men indikatorns övriga 5 värden är 177 "
        "700–178 400. Ett värde "
        "väntas likna indikatorns egna. Står värdet i en annan enhet? Är 177 600 rätt: skriv det."
    ]


def test_a_number_with_decimals():
    assert messages(told({"2024-03": 178_400, "2024-04": 178_400.5}, "LISTADE")) == [
        "”Listade vid egna vårdcentraler” är 178 400,5 antal. Indikatorn räknar hela, och dess decimals är 0 i "
        "params/indicators.yml. Är det ett annat slags tal, till exempel tusental? Skriv det antal som "
        "indikatorn mäter."
    ]
    # Thousands of journeys have decimals.
    assert told({"2024-03": 1690, "2024-04": 1701.4}, "RESOR") == []


def test_sums_since_january_where_months_are_meant():
    # 1 690 + 1 650 + 1 750 + 1 680.
    values = dict(zip(months("2024-01", 4), [1690, 3340, 5090, 6770], strict=True))
    assert messages(told(values, "RESOR")) == [
        "”Resor i allmän kollektivtrafik” växer varje månad 2024, från 1 690 tusental i januari till 6 "
        "770 tusental i april. "
        "Varje rad är månadens eget antal, inte summan sedan januari. Ange månadens antal i varje rad."
    ]
    # Growth is no sum.
    assert told(dict(zip(months("2024-01", 4), [1690, 1800, 2000, 2300], strict=True)), "RESOR") == []
