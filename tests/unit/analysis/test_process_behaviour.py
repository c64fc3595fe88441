"""XmR limits and signals against worked examples that others have published; the figures are theirs.

Sources: the R package NHSRplotthedots 0.2.2 (github.com/nhs-r-community/NHSRplotthedots, MIT), whose file is named at
each example; the A&E figures behind its examples are NHS England's, in NHSRdatasets (ae_attendances); and Wheeler's
inventory example as it stands at xmrit.com/articles/plot-xmr-chart-instructions. What is ours, of lone values and
lasting shifts, is reckoned by hand beside each test.
"""

from __future__ import annotations

import pytest

from followup.analysis.indicators import SeriesTable
from followup.analysis.process_behaviour import assurance_of, behaviour, variation_of
from followup.analysis.variation_limits import Limits, lasting_shifts, limits_of, lone_values
from followup.analysis.variation_signals import Signal, signals
from followup.ground.figure import Cells, Figure
from followup.ground.figure_table import FigureTable
from followup.params.indicator import Indicator, NewLimits

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
    limits = limits_of(values, 9)
    return {place: (one.rule, one.side) for place, one in enumerate(signals(values, limits)) if one}


def three(values, decimals=9) -> tuple[float, float, float]:
    limits = limits_of(values, decimals)
    return limits.lower, limits.mean, limits.upper


# Limits ---------------------------------------------------------------------------------------------------------------


def test_limits_of_wheeler_s_inventory():
    # "20.39 + (2.66 x 4.7) = 32.89".
    assert three(INVENTORY) == pytest.approx((20.39 - 12.502, 20.39, 32.89), abs=0.01)


ONE_HIGH = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_limits_of_all_values_are_those_of_nhs_england_s_own_tool():
    # vignettes/deviations.Rmd: what the Excel tool gives, with no moving range left out.
    assert three(ONE_HIGH) == pytest.approx((-3.06, 1.94, 6.95), abs=0.005)


def test_limits_of_twenty_values():
    # tests/testthat/_snaps/ptd_spc_standard.md: lpl and upl.
    assert three(NORMAL) == pytest.approx((-3.01138, 0.1416238, 3.294627), rel=1e-6)


def test_limits_have_one_decimal_more_than_the_values_and_are_judged_so():
    # Mean 395 / 6, average moving range 6 / 5: 65.83 and 3.192 on each side.
    values = [66, 65, 66, 67, 65, 66]
    limits = limits_of(values, 0)
    assert (limits.lower, limits.mean, limits.upper) == (62.6, 65.8, 69.0)
    # A value on a limit as it is shown is inside.
    assert not limits.is_outside(69)
    assert limits.is_outside(69.1)


def test_equal_values_have_no_width_and_no_signal():
    limits = limits_of([0.1] * 13, 1)
    assert (limits.lower, limits.mean, limits.upper, limits.have_no_width) == (0.1, 0.1, 0.1, True)
    assert found([0.1] * 13) == {}


# Lone values ----------------------------------------------------------------------------------------------------------


def test_a_value_that_leaves_both_its_nearest_is_alone():
    # Moving ranges: fifteen of 1, 8 and 9; 32 / 17 x 3.267 = 6.1.
    assert lone_values(ONE_HIGH) == {4}
    assert three([value for value in ONE_HIGH if value != 10]) == pytest.approx((-1.19, 1.47, 4.13), abs=0.005)


@pytest.mark.parametrize("place", [0, 5, 11])
def test_a_typing_error_anywhere_among_twelve_is_alone(place):
    values = [86.1, 85.9, 86.4, 86.0, 85.7, 86.2, 86.3, 85.8, 86.0, 86.1, 85.9, 86.2]
    values[place] *= 10
    assert lone_values(values) == {place}


def test_a_shift_and_a_season_are_not_alone():
    assert lone_values([10, 11] * 6 + [30, 31] * 6) == set()
    assert lone_values([10, 11] * 6 + [30, 31]) == set()
    assert lone_values([10, 11] * 6 + [30, 10]) == {12}
    assert lone_values([10, 90]) == lone_values([]) == set()


# Lasting shifts -------------------------------------------------------------------------------------------------------


def test_twelve_in_a_row_on_one_side_of_those_before_are_a_lasting_shift():
    assert lasting_shifts([10, 11] * 6 + [12] * 11, 12, 1) == []
    assert lasting_shifts([10, 11] * 6 + [12] * 12, 12, 1) == [12]
    # Those before must be twelve too: here the row begins after eight, and is taken from the thirteenth value.
    assert lasting_shifts([10, 11] * 4 + [12, 13] * 8, 12, 1) == [12]
    # One on the other side, or on the mean as it is shown (10.5), ends the row.
    assert lasting_shifts([10, 11] * 6 + [12] * 6 + [10.5] + [12] * 11, 12, 1) == []


def test_a_second_shift_is_measured_from_the_first():
    assert lasting_shifts([10, 11] * 6 + [20, 21] * 6 + [15, 16] * 6, 12, 1) == [12, 24]


def test_zeros_after_a_single_one_are_no_shift():
    # The usual value is on no side.
    assert lasting_shifts([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] + [0] * 12, 12, 0) == []


# Signals --------------------------------------------------------------------------------------------------------------


def test_signals_of_the_package_s_first_page():
    # README.md, figure README-example1-1.png, low is good: May and June 2016 improve, December and January concern.
    # The package leaves large moving ranges out, so its limits are given: figure README-limits-example-1.png.
    placed = enumerate(signals(RQM, Limits(1545, 740, 2350)))
    assert {place: (one.rule, one.side) for place, one in placed if one} == {
        1: ("outer_third", -1), 2: ("outer_third", -1), 8: ("outside", 1), 9: ("outside", 1),
    }  # fmt: skip


def test_eight_in_a_row_below_the_mean():
    # vignettes/NHSRplotthedots.Rmd: "8 sequential points coloured in blue", a rule of "7 points on one side".
    run = found(RRK)
    assert [place for place, signal in run.items() if signal == ("one_side", -1)] == list(range(10, 18))
    assert set(run) == set(range(10, 18))


def test_normal_variation_only():
    # vignettes/deviations.Rmd, X Axis Text Angle: "36 grey common cause points".
    assert found(ENGLAND) == {}
    # tests/testthat/_snaps/ptd_spc.md: 20 common cause of 20.
    assert found(NORMAL) == {}


WIDE = Limits(0.0, -300.0, 300.0)


def moved(values, limits, before) -> list[tuple[str, int] | None]:
    return [(one.rule, one.side) if one else None for one in signals(values, limits, before)]


def of(values, limits=WIDE) -> list[tuple[str, int] | None]:
    return [(one.rule, one.side) if one else None for one in signals(values, limits)]


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


def test_the_usual_value_is_no_signal():
    # Eleven zeros below a mean of 0.15 are the ordinary state, and no improvement; the ones are what stands out.
    values = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert found(values) == {7: ("outside", 1), 12: ("outside", 1)}


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "direction", "code"),
    [
        (1, "higher", "improvement_high"),
        (-1, "higher", "concern_low"),
        (1, "lower", "concern_high"),
        (-1, "lower", "improvement_low"),
        (1, "neutral", "change_high"),
        (-1, "neutral", "change_low"),
    ],
)
def test_variation_by_direction(side, direction, code):
    assert variation_of(Signal("outside", side), WIDE, direction) == code
    assert variation_of(None, WIDE, direction) == "common_cause"
    assert variation_of(None, Limits(5, 5, 5), direction) == "no_variation"


@pytest.mark.parametrize(
    ("lower", "upper", "higher", "lower_is_good"),
    [
        # tests/testthat/test-ptd_calculate_assurance_type.R: target 4 against (1, 3), (5, 7) and (1, 5).
        (1, 3, "fails", "passes"),
        (5, 7, "passes", "fails"),
        (1, 5, "hit_or_miss", "hit_or_miss"),
        # A value at the target reaches it, here as in the grade.
        (4, 7, "passes", "hit_or_miss"),
        (1, 4, "hit_or_miss", "passes"),
    ],
)
def test_assurance(lower, upper, higher, lower_is_good):
    limits = Limits((lower + upper) / 2, lower, upper)
    for direction, expected in (("higher", higher), ("lower", lower_is_good)):
        recent = [expected == "passes"] * 6
        assert assurance_of(limits, 4, direction, recent) == expected
    assert assurance_of(limits, 4, "neutral", []) == "no_target"
    assert assurance_of(limits, None, "higher", []) == "no_target"


def test_the_latest_values_must_agree_with_the_limits():
    # A target that six months in a row have reached is not reached seldom, whatever the limits say.
    below, above = Limits(66, 63, 69), Limits(60, 58, 62)
    assert assurance_of(below, 62, "lower", [True] * 6) == "hit_or_miss"
    assert assurance_of(below, 62, "lower", [False] * 5 + [True]) == "hit_or_miss"
    assert assurance_of(below, 62, "lower", [False] * 6) == "fails"
    assert assurance_of(above, 62, "lower", [True] * 5 + [False]) == "hit_or_miss"
    assert assurance_of(above, 62, "lower", [True] * 6) == "passes"


# A series with its cells ----------------------------------------------------------------------------------------------


ONE = Indicator(
    code="A", name="Mått", definition="", unit="antal", decimals=0, direction="lower", frequency="month",
    area="quality", source="", committees="all",
)  # fmt: skip


def of_series(values, target=None, fewest=12, frame=None, **changes):
    one = ONE.model_copy(update=changes)
    return behaviour(frame or series(values), Figure(target, "antal"), one, fewest)


def series(values, start=(2022, 4)) -> SeriesTable:
    rows = {}
    for place, value in enumerate(values):
        year, month = divmod(start[0] * 12 + start[1] - 1 + place, 12)
        origin = (Cells.of("indikatorer.xlsx", "Utfall", "D", [5 + place]),)
        rows[f"{year}-{month + 1:02d}"] = Figure(value, "antal", origin)
    return FigureTable.of({name: {"value": figure} for name, figure in rows.items()}, ("value",))


def test_the_summary_of_the_package_s_first_page():
    # README.md: target 1200, low is good; variation_type "common_cause", assurance_type "inconsistent".
    one = of_series(RQM, 1200)
    assert (one.variation, one.assurance) == ("common_cause", "hit_or_miss")
    # Reached in May, June and September 2017 and before that in the first year: 1169, 1117, 1085, 1197 of the last 12.
    assert (one.reached.value, one.asked) == (4, 12)
    assert [str(cells) for cells in one.reached.origin] == ["indikatorer.xlsx, Utfall!D17:D28"]


def test_limits_are_figures_of_all_points_that_are_counted():
    one = of_series(RQM, 1200)
    assert [str(cells) for cells in one.now.upper.origin] == ["indikatorer.xlsx, Utfall!D5:D28"]
    assert (one.now.mean.unit, one.now.first, one.now.last, one.now.values) == ("antal", "2022-04", "2024-03", 24)
    alone = of_series([*[10, 11] * 6, 90, 10, 11])
    assert [str(cells) for cells in alone.now.upper.origin] == ["indikatorer.xlsx, Utfall!D5:D16,D18:D19"]


def test_limits_want_enough_points_that_are_measured_each_month():
    few = of_series(RQM[:11], 1200)
    assert (few.variation, few.assurance, few.has_limits) == ("too_few", "", False)
    assert few.now.mean.why == "för få mätvärden"
    assert few.points.texts("variation") == ["too_few"] * 11
    assert of_series(RQM[:12]).has_limits
    yearly = of_series(RQM, 1200, frequency="year")
    assert (yearly.variation, yearly.now.mean.why) == ("", "räknas inte")


def test_a_missing_value_is_not_counted_and_does_not_decide():
    assert of_series([*RQM[:9], None, None], fewest=10).variation == "too_few"
    one = of_series([*[10, 11] * 6, 14, 14, None], direction="higher")
    assert (one.variation, one.assurance) == ("improvement_high", "no_target")
    assert one.points.texts("variation")[-1] == "common_cause"


def test_values_in_every_other_month_have_limits():
    # Fourteen values, each 1 from the one before.
    one = of_series([value for number in range(14) for value in (10 + number % 2, None)][:-1])
    assert (one.variation, one.now.values) == ("common_cause", 14)
    assert (one.now.lower.value, one.now.mean.value, one.now.upper.value) == (7.8, 10.5, 13.2)
    left_out = of_series([], frame=series([10, 11] * 7).without("2022-08"))
    assert left_out.points["2022-08", "value"].is_missing
    assert (len(left_out.points), left_out.now.values) == (14, 13)


def test_a_typing_error_makes_no_other_month_a_signal():
    values = [861, 859, 864, 860, 857, 862, 863, 858, 860, 861, 859, 862]
    one = of_series([*values, 8600, *values])
    assert one.lone == ("2023-04",)
    assert one.points.texts("variation") == ["common_cause"] * 12 + ["concern_high"] + ["common_cause"] * 12
    assert not one.ends_with_lone
    latest = of_series([*values, 8600])
    assert (latest.variation, latest.ends_with_lone) == ("concern_high", True)
    assert latest.now.upper.value == of_series(values).now.upper.value


def test_the_same_value_every_month_is_no_variation():
    one = of_series([100] * 14, 100, direction="higher")
    assert (one.variation, one.assurance) == ("no_variation", "passes")
    # One that differs is what stands out, and not the others.
    other = of_series([*[100] * 13, 80], 100, direction="higher")
    assert other.points.texts("variation") == ["no_variation"] * 13 + ["concern_low"]
    assert other.assurance == "hit_or_miss"


def test_the_values_are_counted_as_they_are_shown():
    exact = of_series([value + 0.4 for value in [10, 11] * 6])
    assert (exact.now.mean.value, exact.now.upper.value) == (10.5, 13.2)


def test_a_lasting_shift_makes_the_limits_anew_and_the_message_follows_it():
    # Low is good: 70 and 71 in the first year, 62 and 63 in the second, whose limits end at 65.2.
    one = of_series([70, 71] * 6 + [62, 63] * 6, 66)
    assert [(two.first, two.last, two.mean.value) for two in one.stretches] == [
        ("2022-04", "2023-03", 70.5),
        ("2023-04", "2024-03", 62.5),
    ]
    assert (one.variation, one.assurance, one.reached.value) == ("common_cause", "passes", 12)
    assert one.points.texts("variation") == ["common_cause"] * 24
    # Half a year after it the old limits stand, and the target is not said to be reached seldom.
    early = of_series([70, 71] * 6 + [62, 63] * 3, 66)
    assert (len(early.stretches), early.variation, early.assurance) == (1, "improvement_low", "hit_or_miss")
    assert (early.reached.value, early.asked) == (6, 12)


STAIR = [
    *(94.3, 94.1, 94.3, 94.3, 94.0, 93.9, 94.1, 94.2, 94.1, 94.3, 94.0, 94.1, 94.3, 93.8),
    *(94.5, 94.3, 94.7, 94.2, 94.6, 94.6, 94.5, 94.9, 94.9, 94.8, 95.1, 94.9, 95.2),
]


def test_values_on_the_way_to_a_new_level_are_no_concern():
    # 1 317.8 / 14 = 94.13 and 1 231.2 / 13 = 94.71: from the shift seven in a row lie between, better than the year
    # before. The eighth reaches the new mean.
    one = of_series(STAIR, direction="higher", decimals=1)
    assert [two.mean.value for two in one.stretches] == [94.13, 94.71]
    assert one.points.texts("variation") == ["common_cause"] * 27
    # The same values with the same limits and no step before them: what NHS England's tool says.
    alone = of_series(STAIR[14:], direction="higher", decimals=1)
    assert alone.points.texts("variation") == ["concern_low"] * 7 + ["common_cause"] * 6


def test_what_is_on_the_way_ends_with_the_first_value_that_is_not_between_the_means():
    before, now = Limits(10, 8, 12), Limits(20, 18, 22)
    # Outside the new limits but better than before; 20 is there; then 17 is outside like any other.
    assert of([12, 15, 20, 17], now) == [("outside", -1)] * 2 + [None, ("outside", -1)]
    assert moved([12, 15, 20, 17], now, before) == [None, None, None, ("outside", -1)]
    # On the old mean or on its other side nothing is on the way.
    assert moved([10, 15], now, before) == moved([9, 15], now, before) == [("outside", -1)] * 2
    # Downwards, and two of three in the outer third.
    assert moved([23, 23, 23, 20], Limits(20, 15, 25), Limits(30, 28, 32)) == [None] * 4
    # A trend compares the values with each other.
    assert moved([17, 16, 15, 14, 13, 12, 11], now, before) == [("trend", -1)] * 7


def test_a_line_in_params_makes_the_limits_anew():
    new = (NewLimits(first="2023-01", reason="Ny mottagning"),)
    one = of_series([70, 71] * 4 + [70] + [62, 63] * 8, 65, new_limits=new, fewest=9)
    assert [(two.first, two.values, two.reason) for two in one.stretches] == [
        ("2022-04", 9, ""),
        ("2023-01", 16, "Ny mottagning"),
    ]
    # Too few since then: no limits now, and the earlier ones stand.
    few = of_series([70, 71] * 4 + [70] + [62, 63] * 3, 65, new_limits=new, fewest=9)
    assert (few.variation, few.has_limits, few.stretches[0].has_limits) == ("too_few", False, True)
    assert few.points.texts("variation") == ["common_cause"] * 9 + ["too_few"] * 6
    # A month after the report's is no concern of it.
    later = of_series([70, 71] * 6, new_limits=(NewLimits(first="2026-01", reason="Flytt"),))
    assert len(later.stretches) == 1


def test_an_empty_series():
    one = of_series([], direction="higher")
    assert (one.variation, one.has_limits, len(one.points)) == ("too_few", False, 0)
    nothing = of_series([None] * 13)
    assert (nothing.variation, nothing.lone) == ("too_few", ())
