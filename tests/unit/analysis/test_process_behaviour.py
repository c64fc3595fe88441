"""XmR limits and signals against worked examples that others have published; the figures are theirs.

Sources: the R package NHSRplotthedots 0.2.2 (github.com/nhs-r-community/NHSRplotthedots, MIT), whose file is named at
each example; the A&E figures behind its examples are NHS England's, in NHSRdatasets (ae_attendances); and Wheeler's
inventory example as it stands at xmrit.com/articles/plot-xmr-chart-instructions.
"""

from __future__ import annotations

import pytest

from followup.analysis import process_behaviour as xmr
from followup.analysis.indicators import SeriesTable
from followup.analysis.process_behaviour import Limits, Signal
from followup.ground.figure import Cells, Figure
from followup.ground.figure_table import FigureTable

# Type 1 four-hour breaches, April 2016 to March 2018, of two trusts; and all attendances in England to March 2019.
RQM = [
    *(1199, 929, 970, 1178, 1110, 1388, 2061, 1985, 2675, 3141, 1942, 2030),
    *(1309, 1960, 1169, 1117, 1085, 1492, 1280, 1197, 1569, 1406, 1328, 1564),
]
RRK = [
    *(1195, 1843, 1397, 1333, 1771, 1751, 2013, 1759, 2179, 2585, 1654, 1543),
    *(1632, 1558, 1190, 1357, 1279, 1683, 2190, 1804, 986, 2181, 2048, 2154),
]
ENGLAND = [
    *(1867781, 2070340, 1958802, 2079034, 1932901, 1952464, 2001816, 1907871, 1944567, 1895272, 1735619, 2015834),
    *(1949762, 2066789, 1994056, 2073944, 1924663, 1925961, 2044137, 1976971, 2003954, 2000086, 1820012, 2049785),
    *(1984369, 2164458, 2093942, 2179896, 1997854, 2005695, 2079492, 2037847, 2047518, 2113413, 1954947, 2167550),
]
# rnorm(20) of R after set.seed(123), as the package's tests draw it.
NORMAL = [
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285),
    *(-0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716),
    *(0.70135590, -0.47279141),
]
INVENTORY = [
    *(19, 27, 20, 16, 18, 25, 22, 24, 17, 25, 15, 17, 20, 22, 19, 16, 22, 19, 25, 22, 18, 20, 16, 17),
    *(20, 15, 27, 25, 17, 19, 28),
]


def found(values) -> dict[int, tuple[str, int]]:
    """The signals by position."""
    limits = xmr.limits_of(values)
    return {
        place: (one.rule, one.side) for place, one in enumerate(xmr.signals(values, limits)) if isinstance(one, Signal)
    }


def limits_of(values) -> tuple[float, float, float]:
    limits = xmr.limits_of(values)
    return limits.lower, limits.mean, limits.upper


# Limits ---------------------------------------------------------------------------------------------------------------


def test_limits_of_wheeler_s_inventory():
    # "20.39 + (2.66 x 4.7) = 32.89"; no moving range is near 3.267 x 4.7.
    assert limits_of(INVENTORY) == pytest.approx((20.39 - 12.502, 20.39, 32.89), abs=0.01)


def test_an_outlying_moving_range_is_screened_out_once():
    # vignettes/deviations.Rmd: UPL 4.6, mean 1.94, LPL -0.72 (unscreened 6.95 and -3.06).
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    assert limits_of(values) == pytest.approx((-0.72, 1.94, 4.6), abs=0.005)
    # The same place: "four grey … followed by a single blue special cause improvement point followed by … 12 grey".
    assert found(values) == {4: ("outside", 1)}


def test_limits_with_and_without_an_outlier():
    # tests/testthat/_snaps/ptd_spc_standard.md: lpl and upl of the same twenty values, and with 10 in place 15.
    assert limits_of(NORMAL) == pytest.approx((-3.01138, 0.1416238, 3.294627), rel=1e-6)
    assert limits_of([*NORMAL[:14], 10, *NORMAL[15:]]) == pytest.approx((-2.383666, 0.6694159, 3.722497), rel=1e-6)


def test_the_screened_value_still_counts_in_the_mean():
    # Discussed and kept so in issue 152 of the package.
    assert xmr.limits_of([1, 2, 1, 2, 10, 1, 2, 1, 2]).mean == pytest.approx(22 / 9)


def test_limits_as_they_are_printed_on_the_package_s_first_page():
    # README.md, figure README-limits-example-1.png: 740, 1 545 and 2 350.
    assert [round(value, -1) for value in limits_of(RQM)] == [740, 1550, 2350]
    assert round(limits_of(RQM)[1]) == 1545


def test_equal_values_have_limits_at_the_mean_and_no_signal():
    values = [0.1] * 13
    assert limits_of(values) == pytest.approx((0.1, 0.1, 0.1))
    assert found(values) == {}


def test_no_limits_without_two_values_beside_each_other():
    assert xmr.limits_of([]) is None
    assert xmr.limits_of([1.0, None, 2.0, None]) is None


def test_no_moving_range_is_taken_across_a_gap():
    # Ranges 1 and 1, not 8.
    assert limits_of([1, 2, None, 10, 11]) == pytest.approx((6 - 2.66, 6, 6 + 2.66))


# Signals --------------------------------------------------------------------------------------------------------------


def test_signals_of_the_package_s_first_page():
    # README.md, figure README-example1-1.png, low is good: May and June 2016 improve, December and January concern.
    assert found(RQM) == {
        1: ("outer_third", -1), 2: ("outer_third", -1), 8: ("outside", 1), 9: ("outside", 1),
    }  # fmt: skip


def test_eight_in_a_row_below_the_mean():
    # vignettes/NHSRplotthedots.Rmd: "8 sequential points coloured in blue", a rule of "7 points on one side".
    signals = found(RRK)
    assert [place for place, signal in signals.items() if signal == ("one_side", -1)] == list(range(10, 18))
    assert {place: signal for place, signal in signals.items() if place not in range(10, 18)} == {9: ("outside", 1)}


def test_normal_variation_only():
    # vignettes/deviations.Rmd, X Axis Text Angle: "36 grey common cause points".
    assert found(ENGLAND) == {}
    # tests/testthat/_snaps/ptd_spc.md: 20 common cause of 20.
    assert found(NORMAL) == {}


WIDE = Limits(0.0, -300.0, 300.0)


def of(values, limits=WIDE) -> list[tuple[str, int] | None]:
    return [(one.rule, one.side) if one else None for one in xmr.signals(values, limits)]


@pytest.mark.parametrize(
    ("values", "side", "places"),
    [
        # tests/testthat/test-ptd_calculate_point_type.R, "ptd_seven_point_trend works as expected".
        ([1, 2, 3, 4, 5, 6], 0, []),
        ([1, 2, 3, 3, 4, 5, 6], 0, []),
        ([1, 2, 3, 4, 5, 6, 7], 1, [0, 1, 2, 3, 4, 5, 6]),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], 1, [1, 2, 3, 4, 5, 6, 7]),
        ([7, 6, 5, 4, 3, 2, 1], -1, [0, 1, 2, 3, 4, 5, 6]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], -1, [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_a_trend_is_seven_points_that_all_change_the_same_way(values, side, places):
    limits = Limits(4.0, -300.0, 300.0)
    assert of(values, limits) == [("trend", side) if place in places else None for place in range(len(values))]


def test_a_trend_has_the_side_of_its_direction_and_not_of_the_mean():
    # Pull request 180: seven above the mean but falling are low, not high.
    assert of([27, 26, 25, 24, 23, 22, 21]) == [("trend", -1)] * 7


def test_a_turning_point_belongs_to_the_later_trend():
    # R/ptd_calculate_point_type.R: "if a point is part of a trend either side, use right side".
    values = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
    assert of(values, Limits(4.0, -300.0, 300.0)) == [("trend", 1)] * 6 + [("trend", -1)] * 7


@pytest.mark.parametrize(
    ("sides", "places"),
    [
        # As "ptd_seven_point_one_side_mean works as expected", with all points of the seven.
        ([1] * 6, []),
        ([1] * 6 + [-1], []),
        ([1] * 8 + [-1], range(8)),
        ([-1] * 8 + [1], range(8)),
        # A point on the mean is on neither side.
        ([1] * 3 + [0] + [1] * 4, []),
    ],
)
def test_seven_in_a_row_on_one_side(sides, places):
    values = [side * (10 + place % 2) for place, side in enumerate(sides)]
    expected = [("one_side", sides[place]) if place in places else None for place in range(len(sides))]
    assert of(values) == expected


@pytest.mark.parametrize(
    ("outer", "expected"),
    [
        # As "ptd_part_of_two_in_three works as expected", all points above the mean.
        ([1, 0, 1], [1, 0, 1]),
        ([0, 1, 1], [0, 1, 1]),
        ([1, 1, 0], [1, 1, 0]),
        ([0, 0, 1, 0, 1, 0], [0, 0, 1, 0, 1, 0]),
        ([1, 0, 0, 1], [0, 0, 0, 0]),
        ([1, 0, 0, 1, 1], [0, 0, 0, 1, 1]),
    ],
)
def test_two_of_three_in_the_outer_third(outer, expected):
    values = [250 if one else 20 + place % 2 for place, one in enumerate(outer)]
    assert of(values) == [("outer_third", 1) if one else None for one in expected]


def test_the_three_must_be_on_the_same_side_of_the_mean():
    # tests/testthat/test-ptd_calculate_point_type.R: points on opposite sides give 0.
    assert of([250, -20, 250]) == [None] * 3
    # tests/testthat/test-ptd_spc_standard.R: two in a row near opposite limits are common cause.
    assert found([*[1, -1] * 7, 5.5, -5.5]) == {}


def test_a_point_outside_does_not_help_one_in_the_outer_third():
    # Issue 153 of the package: above, above, outer third gives no signal for the last of them.
    assert of([310, 320, 250]) == [("outside", 1), ("outside", 1), None]
    assert of([310, 250, 250]) == [("outside", 1), ("outer_third", 1), ("outer_third", 1)]


def test_a_point_on_a_limit_is_inside_and_on_the_inner_border_not_in_the_outer_third():
    assert of([300, 20, 10]) == [None] * 3
    assert of([200, 200, 10]) == [None] * 3
    assert of([300, 201, 10]) == [("outer_third", 1), ("outer_third", 1), None]


def test_the_first_rule_names_the_point():
    # R/ptd_calculate_point_type.R: outside, trend, two in three, seven on one side.
    rising = [10, 20, 30, 40, 210, 220, 310]
    assert of(rising) == [("trend", 1)] * 6 + [("outside", 1)]
    assert of([10, 11, 10, 11, 10, 250, 260]) == [("one_side", 1)] * 5 + [("outer_third", 1)] * 2


def test_a_gap_ends_runs_trends_and_groups_of_three():
    assert of([10, 11, 10, None, 11, 10, 11, 10]) == [None] * 8
    assert of([1, 2, 3, 4, None, 5, 6, 7], Limits(4.0, -300.0, 300.0)) == [None] * 8
    assert of([250, None, 250]) == [None] * 3


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "direction", "code"),
    [
        (1, "higher", "improvement"),
        (-1, "higher", "concern"),
        (1, "lower", "concern"),
        (-1, "lower", "improvement"),
        (1, "neutral", "special_neutral"),
        (-1, "neutral", "special_neutral"),
    ],
)
def test_variation_by_direction(side, direction, code):
    assert xmr.variation_of(Signal("outside", side), direction) == code
    assert xmr.variation_of(None, direction) == "common_cause"


@pytest.mark.parametrize(
    ("lower", "upper", "higher", "lower_is_good"),
    [
        # tests/testthat/test-ptd_calculate_assurance_type.R: target 4 against (1, 3), (5, 7) and (1, 5).
        (1, 3, "fails", "passes"),
        (5, 7, "passes", "fails"),
        (1, 5, "hit_and_miss", "hit_and_miss"),
        # On a limit is inside it.
        (4, 7, "hit_and_miss", "hit_and_miss"),
        (1, 4, "hit_and_miss", "hit_and_miss"),
    ],
)
def test_assurance(lower, upper, higher, lower_is_good):
    limits = Limits((lower + upper) / 2, lower, upper)
    assert xmr.assurance_of(limits, 4, "higher") == higher
    assert xmr.assurance_of(limits, 4, "lower") == lower_is_good
    assert xmr.assurance_of(limits, 4, "neutral") == "no_target"
    assert xmr.assurance_of(limits, None, "higher") == "no_target"


# A series with its cells ----------------------------------------------------------------------------------------------


def series(values, start=(2022, 4)) -> SeriesTable:
    rows = {}
    for place, value in enumerate(values):
        year, month = divmod(start[0] * 12 + start[1] - 1 + place, 12)
        origin = (Cells.of("indikatorer.xlsx", "Utfall", "D", [5 + place]),)
        rows[f"{year}-{month + 1:02d}"] = Figure(value, "antal", origin)
    return FigureTable.of({name: {"value": figure} for name, figure in rows.items()}, ("value",))


def test_the_summary_of_the_package_s_first_page():
    # README.md: target 1200, low is good; variation_type "common_cause", assurance_type "inconsistent".
    one = xmr.behaviour(series(RQM), Figure(1200, "antal"), "lower", "month", 12)
    assert (one.variation, one.assurance) == ("common_cause", "hit_and_miss")
    assert one.points.only(["2022-05", "2022-06", "2022-12", "2023-01"]).texts("variation") == [
        *["improvement"] * 2,
        *["concern"] * 2,
    ]


def test_limits_are_figures_of_all_points():
    one = xmr.behaviour(series(RQM), Figure(1200, "antal"), "lower", "month", 12)
    assert [str(cells) for cells in one.upper.origin] == ["indikatorer.xlsx, Utfall!D5:D28"]
    assert one.mean.unit == "antal"


def test_limits_want_enough_points_that_are_measured_each_month():
    few = xmr.behaviour(series(RQM[:11]), Figure(1200, "antal"), "lower", "month", 12)
    assert (few.variation, few.assurance, few.has_limits) == ("too_few", "", False)
    assert few.mean.why == "för få mätvärden"
    assert few.points.texts("variation") == ["too_few"] * 11
    assert xmr.behaviour(series(RQM[:12]), Figure(1200), "lower", "month", 12).has_limits
    yearly = xmr.behaviour(series(RQM), Figure(1200, "antal"), "lower", "year", 12)
    assert (yearly.variation, yearly.mean.why) == ("", "räknas inte")


def test_a_missing_value_is_not_counted_and_does_not_decide():
    values = [*RQM[:9], None, None]
    assert xmr.behaviour(series(values), Figure(None), "lower", "month", 10).variation == "too_few"
    one = xmr.behaviour(series([*[10, 11] * 6, 40, None]), Figure(None), "higher", "month", 12)
    assert (one.variation, one.assurance) == ("improvement", "no_target")
    assert one.points.texts("variation")[-1] == "common_cause"


def test_a_month_that_is_left_out_is_a_gap():
    frame = series([*[10, 11] * 4, 10, 11, 10, 11, 10]).without("2022-08")
    one = xmr.behaviour(frame, Figure(None), "higher", "month", 12)
    assert one.points["2022-08", "value"].is_missing
    assert (len(one.points), one.has_limits) == (13, True)


def test_an_empty_series():
    one = xmr.behaviour(series([]), Figure(None), "higher", "month", 12)
    assert (one.variation, one.has_limits, len(one.points)) == ("too_few", False, 0)
