"""Figures over time: which values belong to one line, and where a line is broken."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from gathered_samples import compared, told

from followup.formats.gathered.series import Line, OverTime, over_time
from followup.formats.gathered.told import Told
from followup.ground.period import Period

NAMES = {"RS": "Regionstyrelsen", "DNKS": "Kultur och skola", "PN": "Patientnämnden", "REGION": "Region Halland"}


def due_of(*reports: str) -> frozenset[tuple[Period, str]]:
    """`2024-02/RS` …"""
    parts = (one.partition("/") for one in reports)
    return frozenset((Period.parse(period), code) for period, _, code in parts)


def figures_of(reports: Iterable[Told], *missing: str) -> list[OverTime]:
    found = list(reports)
    return over_time(found, due_of(*missing) | {(one.period, one.code) for one in found}, NAMES)


def line_of(reports: Iterable[Told], *missing: str) -> Line:
    (figure,) = figures_of(reports, *missing)
    (line,) = figure.lines
    return line


def parts_of(line: Line) -> list[list[float | None]]:
    return [[value.number for value in part] for part in line.parts]


def test_a_forecast_is_a_line_through_the_year_and_begins_again_with_the_next() -> None:
    periods = {"2023-08": -3.0, "2023-10": -4.0, "2024-02": -1.0, "2024-04": -2.0}
    line = line_of(told(period, "RS", compared("x", number)) for period, number in periods.items())
    assert parts_of(line) == [[-3.0, -4.0], [-1.0, -2.0]]
    assert [value.address for value in line.values][:1] == ["2023-08/RS/rapport.html#prognos-kontoklass"]


def test_a_report_that_is_not_built_is_a_gap_and_no_zero() -> None:
    reports = [told(period, "RS", compared("x", 1.0)) for period in ("2024-02", "2024-08")]
    assert parts_of(line_of(reports)) == [[1.0, 1.0]]
    assert parts_of(line_of(reports, "2024-04/RS")) == [[1.0], [1.0]]
    # Another committee's missing report is nothing to this one.
    assert parts_of(line_of(reports, "2024-04/DNKS")) == [[1.0, 1.0]]


@pytest.mark.parametrize("text", ["–", "skyddas"])
def test_a_value_that_is_not_shown_is_a_gap_and_stands_as_it_is_shown(text: str) -> None:
    numbers = [("2024-02", "6,1", 6.1), ("2024-04", text, None), ("2024-08", "6,3", 6.3)]
    line = line_of(
        told(period, "PN", compared(shown, number, "Totalt", table="sjukfranvaro", column="this_year", unit="%"))
        for period, shown, number in numbers
    )
    assert parts_of(line) == [[6.1], [6.3]]
    assert [value.figure.text for value in line.values] == ["6,1", text, "6,3"]
    with pytest.raises(ValueError, match="no number to draw"):
        line.values[1].point(Period(2024, 1))


def indicator(period: str, number: float, measured: str, **changed: str) -> Told:
    given = {"table": "indikatorer", "column": "value", "heading": "Senaste värde", "unit": "%"} | changed
    return told(period, "RS", compared(f"{number}", number, "N79221", measured=measured, **given))


def test_an_indicator_stands_at_the_time_that_it_is_of_and_once() -> None:
    line = line_of(
        [
            indicator("2023-12", 87.6, "2022"),
            indicator("2024-02", 87.4, "2023"),
            # Revised: the newest report's value holds.
            indicator("2024-04", 86.8, "2023"),
            indicator("2024-08", 88.0, "augusti 2024"),
        ]
    )
    assert [(str(value.at), value.number) for value in line.parts[0]] == [
        ("2022-12", 87.6),
        ("2023-12", 86.8),
        ("2024-08", 88.0),
    ]
    assert len(line.parts) == 1
    assert len(line.values) == 4


def test_a_report_that_is_not_built_between_two_values_of_the_same_time_is_no_gap() -> None:
    reports = [
        indicator("2024-02", 87.4, "2023"),
        indicator("2024-08", 86.8, "2023"),
        indicator("2024-12", 88.0, "2024"),
    ]
    assert parts_of(line_of(reports, "2024-04/RS")) == [[86.8, 88.0]]
    assert parts_of(line_of(reports, "2024-10/RS")) == [[86.8], [88.0]]


def test_another_definition_or_name_breaks_the_line_and_an_untold_one_does_not() -> None:
    values = [
        indicator("2023-08", 1.0, "januari 2023", definition="A"),
        indicator("2023-10", 2.0, "februari 2023"),
        indicator("2023-12", 3.0, "mars 2023", definition="B"),
        indicator("2024-02", 4.0, "april 2023", definition="C"),
    ]
    line = line_of(values)
    assert parts_of(line) == [[1.0, 2.0, 3.0], [4.0]]
    assert line.changed == [Period(2024, 2)]
    renamed = line_of([indicator("2023-08", 1.0, "2022"), indicator("2024-08", 2.0, "2023", label="Ett annat namn")])
    assert renamed.changed == [Period(2024, 8)]


def test_a_heading_that_says_another_time_is_no_other_definition() -> None:
    headings = {"2024-02": "Utfall 2023", "2024-04": "Utfall 2024"}
    figures = (
        told(period, "RS", compared("1", 1.0, table="utfall-kontoklass", column="outcome", heading=heading))
        for period, heading in headings.items()
    )
    assert line_of(figures).changed == []


@pytest.mark.parametrize(
    ("headings", "changed"),
    [
        # Of a year that is over the same is told in another tense: in December, and not in February after.
        (["Når målvärdet", "Nådde målvärdet", "Når målvärdet"], []),
        (["Når målvärdet", "Nådde målvärdet", "Nära målvärdet"], ["2024-02"]),
        (["Prognos eller läge", "Utfall 2023", "Prognos eller läge"], []),
    ],
)
def test_a_heading_of_another_tense_is_no_other_figure(headings: list[str], changed: list[str]) -> None:
    periods = ("2023-08", "2023-12", "2024-02")
    figures = (
        told(period, "REGION", compared("1", 1.0, "RS", table="indikatorer", column="meets", heading=heading))
        for period, heading in zip(periods, headings, strict=True)
    )
    assert [str(period) for period in line_of(figures).changed] == changed


def test_what_a_name_says_aside_is_no_other_name() -> None:
    names = ["Resor (tusental)", "Resor (tusental; högt är bra)", "Restid (tusental)"]
    line = line_of(
        indicator(f"2024-0{month}", 1.0, f"{month_name} 2024", label=name)
        for name, (month, month_name) in zip(names, ((2, "januari"), (4, "mars"), (8, "juli")), strict=True)
    )
    assert line.changed == [Period(2024, 8)]


def test_the_balance_requirement_is_forecast_and_then_is_in_one_line() -> None:
    forecast = {"table": "balanskrav", "column": "forecast", "heading": "Prognos 2024"}
    outcome = {"table": "balanskrav", "column": "amount", "heading": "Utfall 2024"}
    line = line_of(
        [
            told("2024-08", "REGION", compared("−405,0", -405.0, "Balanskravsresultat", **forecast)),
            told("2024-12", "REGION", compared("−162,0", -162.0, "Balanskravsresultat", **outcome)),
        ]
    )
    assert parts_of(line) == [[-405.0, -162.0]]


def test_two_units_are_two_figures_and_each_says_so() -> None:
    figures = figures_of([indicator("2023-12", 1.0, "2022"), indicator("2024-12", 2.0, "2023", unit="antal")])
    assert [(one.unit, one.also) for one in figures] == [("%", ["antal"]), ("antal", ["%"])]


def test_the_same_figure_in_two_kinds_of_report_is_one_line() -> None:
    month = compared("7,0", 7.0, "Totalt", table="medarbetare", column="this_year", unit="%", heading="2024")
    whole = compared("6,9", 6.9, "Totalt", table="sjukfranvaro", column="this_year", unit="%", heading="2024")
    assert parts_of(line_of([told("2024-02", "RS", month), told("2024-04", "RS", whole)])) == [[7.0, 6.9]]


def test_lines_stand_in_the_registry_s_order_with_the_region_last_and_rows_of_one_with_their_committee() -> None:
    outcome = {"table": "utfall-kontoklass", "column": "outcome", "heading": "Utfall"}
    reports = [told("2024-04", code, compared("1", 1.0, **outcome)) for code in ("REGION", "DNKS", "RS")]
    (figure,) = figures_of(reports)
    assert [line.code for line in figure.lines] == ["RS", "DNKS", "REGION"]
    activity = {"table": "verksamheter", "column": "deviation", "heading": "Avvikelse"}
    rows = [compared("1", 1.0, name, **activity) for name in ("Bibliotek", "Museer")]
    (figure,) = figures_of([told("2024-04", "DNKS", *rows, name="Kultur och skola")])
    assert [line.name for line in figure.lines] == ["Kultur och skola, Bibliotek", "Kultur och skola, Museer"]
    given = {"table": "namnder", "column": "deviation", "heading": "Avvikelse"}
    (figure,) = figures_of([told("2024-04", "REGION", compared("1", 1.0, "PN", **given))])
    assert [(line.code, line.name) for line in figure.lines] == [("PN", "Patientnämnden")]


def test_what_no_column_is_compared_by_is_left_out() -> None:
    assert figures_of([told("2024-04", "RS", compared("1", 1.0, table="ny-tabell"))]) == []
