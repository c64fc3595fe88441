"""When indicators were measured. The calendar's period before 2024-04 is 2024-02."""

import pytest
from series_tables import found, indicator_values, messages

from followup.checks.indicators.indicator_periods import RULE

COPY = (
    "Är arbetsboken en kopia av den förra periodens? Lägg till de nya månadernas värden; lämna cellen för "
    "ett värde som "
    "ännu inte finns tom."
)


def told(period="2024-04", **series):
    return found(RULE, period, indicator_values=indicator_values(series))


def test_the_example_of_the_catalogue():
    (problem,) = told(LISTADE={"2024-01": 1, "2024-02": 2}, ELEVVECKOR={"2024-02": 3})
    assert messages([problem]) == [
        "Ingen av de 2 indikatorer som mäts varje månad har någon rad efter februari 2024. Rapporten "
        "gäller 2024-04, och den "
        f"förra gällde 2024-02. {COPY}"
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("C6:C7", "februari 2024")


def test_a_single_indicator():
    assert messages(told(LISTADE={"2024-02": 2})) == [
        "”LISTADE” mäts varje månad, men har ingen rad efter februari 2024. Rapporten gäller 2024-04, och "
        "den förra gällde "
        f"2024-02. {COPY}"
    ]


@pytest.mark.parametrize(
    "series",
    [
        {"LISTADE": {"2024-02": 2, "2024-03": 3}},
        # A value that is late has a row.
        {"LISTADE": {"2024-02": 2, "2024-04": None}},
        # One of two is late, and has no row.
        {"LISTADE": {"2024-02": 2}, "ELEVVECKOR": {"2024-02": 3, "2024-04": 4}},
        # Measured once a year, and not measured any more.
        {"GYMNASIEEXAMEN": {"2022-12": 77.2, "2023-12": 79.4}},
        {"LISTADE": {"2022-11": 2, "2022-12": 2}},
    ],
)
def test_what_is_not_a_copy(series):
    assert told(**series) == []


def test_a_value_after_the_period():
    (problem,) = told(LISTADE={"2024-03": 2, "2024-04": 3, "2025-04": 4})
    assert (problem.cell, problem.value) == ("C7", "april 2025")
    assert messages([problem]) == [
        "Värden för ”LISTADE” är daterade april 2025, efter rapportens period 2024-04. Det som mäts "
        "senare än perioden visas "
        "inte i rapporten. Rätta mätperioden. Är arbetsboken gjord för en senare period: lämna en som "
        "slutar med rapportens."
    ]


def test_a_yearly_value_is_dated_to_december_and_may_be_known_before():
    assert told(GYMNASIEEXAMEN={"2023-12": 79.4, "2024-12": 80.3}) == []
    assert len(told(GYMNASIEEXAMEN={"2023-12": 79.4, "2025-12": 80.3})) == 1


def test_an_empty_row_of_a_later_month_is_nothing():
    assert told(LISTADE={"2024-04": 3, "2024-05": None}) == []


def test_a_mistyped_year():
    (problem,) = told(LISTADE={"2014-03": 1, "2024-02": 2, "2024-04": 3})
    assert problem.cell == "C5"
    assert messages([problem]) == [
        "”LISTADE” har ett värde från mars 2014, men nästa är från februari 2024. En indikators värden väntas följa på "
        "varandra. Rätta året i mätperioden."
    ]


@pytest.mark.parametrize(("first", "problems"), [("2019-04", 0), ("2019-03", 1)])
def test_both_sides_of_sixty_months(first, problems):
    assert len(told(LISTADE={first: 1, "2024-04": 3})) == problems


def test_a_month_that_could_not_be_read_is_no_stray_month():
    values = {"2019-12": 1, "2020-12": 2, "2021-12": 3, "2022-12": 4}
    table = indicator_values({"GYMNASIEEXAMEN": values})
    table.frame.loc[table.frame.index[0], "period"] = None
    assert found(RULE, "2023-04", indicator_values=table) == []
