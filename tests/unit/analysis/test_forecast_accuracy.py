"""How forecasts turned out, worked by hand."""

import pytest
from tables import source_table

from followup.analysis.economy import COLUMNS
from followup.analysis.forecast import history, occasions
from followup.analysis.forecast_accuracy import (
    by_occasion,
    computed_misses,
    direction,
    mean_absolute,
    missed,
    of_year,
    turned_out,
)
from followup.ground.figure import Figure
from followup.ground.period import Period
from tests.figure_tables import table_of

TOLD = """
period   report                  deviation
2024-04  Uppföljningsrapport 1   9000000
2022-04  Uppföljningsrapport 1   -1000000
2022-12  Årsredovisning          -4000000
2023-02  Månadsrapport           2000000
2023-04  Uppföljningsrapport 1   1000000
2023-12  Årsredovisning          3000000
"""


def told(year: int = 2024, month: int = 4):
    return occasions(source_table(TOLD), Period(year, month))


def test_occasions_are_in_order_and_none_is_after_the_period():
    assert list(told().names) == ["2022-04", "2022-12", "2023-02", "2023-04", "2023-12", "2024-04"]
    assert list(told(2023, 2).names) == ["2022-04", "2022-12", "2023-02"]


def test_history_is_of_two_years():
    assert list(history(source_table(TOLD), Period(2024, 4)).names) == ["2023-02", "2023-04", "2023-12", "2024-04"]


def test_only_years_that_are_over_are_judged_and_an_error_above_0_is_a_better_year():
    found = turned_out(told())
    assert {name: (row["forecast"].value, row["error"].value) for name, row in found.rows()} == {
        "2022-04": (-1e6, -3e6),
        "2023-02": (2e6, 1e6),
        "2023-04": (1e6, 2e6),
    }


def test_an_error_is_made_of_the_cells_of_the_forecast_and_of_the_outcome():
    assert str(turned_out(told())["2022-04", "error"].origin[0]) == "prov.xlsx, Blad1!C6:C7"


def test_by_occasion_has_each_year_the_mean_size_and_the_direction():
    found = by_occasion(turned_out(told()))
    assert list(found.names) == ["Februari", "April", "Alla tillfällen"]
    assert found["Februari", "2022"].why == "ingen prognos lämnades"
    assert (found["April", "2022"].value, found["April", "2023"].value) == (-3e6, 2e6)
    assert [figure.value for figure in found.figures("mean_absolute")] == [1e6, 2.5e6, 2e6]
    assert found.texts("direction") == ["low", "mixed", "mixed"]
    # The year's mean size: 3 in 2022; (1 + 2) / 2 in 2023.
    assert (found["Alla tillfällen", "2022"].value, found["Alla tillfällen", "2023"].value) == (3e6, 1.5e6)


def test_nothing_has_turned_out_yet():
    assert not len(turned_out(told(2022)))
    assert not len(by_occasion(turned_out(told(2022))))
    assert mean_absolute([]).is_missing
    assert mean_absolute([Figure.missing()]).is_missing


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ((1e6, 2e6), "low"),
        ((-1e6, -2e6), "high"),
        ((1e6, -2e6), "mixed"),
        # One that hit: it was not true of each that the year ended better.
        ((1e6, 40_000.0), "mixed"),
        ((-1e6, 0.0, -2e6), "mixed"),
        ((40_000.0, -40_000.0), "exact"),
        ((), ""),
    ],
)
def test_direction(errors, expected):
    assert direction([Figure(error) for error in errors]) == expected


def test_what_a_computed_forecast_would_have_missed_by_is_the_outcome_less_it():
    computed = table_of({"2023-02": {"run_rate": Figure(2.5e6), "seasonal": Figure.missing()}})
    found = computed_misses(of_year(turned_out(told()), 2023), computed)
    # The year became 3.0 mnkr; nothing could be computed in April.
    values = {name: [figure.value for figure in figures] for name, figures in found.each("run_rate", "seasonal")}
    assert values == {"2023-02": [0.5e6, None], "2023-04": [None, None]}


def test_a_miss_is_the_outcome_less_the_last_forecast_row_by_row():
    rows = {
        "Intäkter": dict.fromkeys(COLUMNS, Figure(0.0)) | {"outcome": Figure(12e6), "forecast": Figure(10e6)},
        "Kostnader": dict.fromkeys(COLUMNS, Figure(0.0)) | {"outcome": Figure(-7e6), "forecast": Figure.missing()},
    }
    assert [figure.value for figure in missed(table_of(rows)).figures("miss")] == [2e6, None]


def test_what_the_report_reckons_itself_is_shown_as_it_shows_it():
    # −120.04 in the history rounds to −120,0; forecast and budget, as they are shown, differ by 120,1.
    written = source_table(
        "report  period  deviation\nUppföljning  2024-02  -90000000\nUppföljning  2024-04  -120040000"
    )
    reckoned = Figure(-5_720_080_000.0) - Figure(-5_600_040_000.0)
    told = history(written, Period(2024, 4), {"2024-04": reckoned, "2024-02": Figure(-95e6) - Figure(0.0)})
    assert [float(one.as_shown(1)) for one in told.figures("deviation")] == [-90.0, -120.1]
    assert told["2024-04", "deviation"].value == -120_040_000
    assert float(told["2024-04", "change"].as_shown(1)) == -30.1
