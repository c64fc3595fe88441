"""Odd values, whole factors and sums among numbers alone; and how often real published series are called odd."""

import csv

import numpy as np
import pytest

from followup.checks.common.series import accumulates, odd_ones, whole_factor
from followup.ground.paths import PROJECT
from followup.params.loading import load_params

LIMITS = {"sigmas": 8, "factor": 5, "floor": 0.05, "least": 4}
SHARES = [88.0, 89.5, 90.1, 89.0, 87.6, 89.6]


def odd(values):
    return np.flatnonzero(odd_ones(values, **LIMITS)).tolist()


@pytest.mark.parametrize("wrong", [0.896, 8.96, 896.0, 8960.0, 0.0])
def test_a_value_in_another_unit_is_odd_wherever_it_stands(wrong):
    assert odd([*SHARES, wrong]) == [6]
    assert odd([wrong, *SHARES]) == [0]


def test_several_and_even_half_of_them():
    assert odd([0.88, 0.89, 0.9, *SHARES]) == [0, 1, 2]
    assert odd([*SHARES, 0.88, 0.89, 9000.0]) == [6, 7, 8]


def test_both_sides_of_the_factor():
    # The least of the usual is 87.6; a fifth of it is 17.52.
    assert odd([*SHARES, 17.52]) == [6]
    assert odd([*SHARES, 17.53]) == []


def test_both_sides_of_the_spread():
    # Median 10, deviations 4, 2, 0, 2, 4: the spread is 1.4826 × 2, eight of them 23.72.
    wide = [6.0, 8.0, 10.0, 12.0, 14.0]
    assert odd([*wide, 70.0]) == [5]
    # Median 4, deviations 3, 2, 0, 2, 3: eight spreads reach 4 + 23.72, although 5 × 7 is passed by neither.
    assert odd([1.0, 2.0, 4.0, 6.0, 7.0, 35.1]) == [5]
    # Median 20, deviations 18, 15, 0, 15, 18: eight spreads reach 20 + 177.9.
    scattered = [2.0, 5.0, 20.0, 35.0, 38.0]
    assert odd([*scattered, 197.0]) == []
    assert odd([*scattered, 199.0]) == [5]


def test_seasons_events_and_results_are_not_odd():
    school = [2030 * season for season in (1.05, 1.1, 1.12, 1.05, 1.1, 0.5, 0.2, 0.7, 1.15, 1.15, 1.12, 0.85)]
    assert odd(school) == []
    assert odd([0.5, 0.45, 0.6, 0.55, 0.5, 1.4]) == []
    # A result crosses 0.
    assert odd([-0.4, 0.8, 7.3, 10.3, 10.1, -0.1]) == []
    assert odd([3.0, 0.0, 5.0, 2.0, 0.0, 4.0]) == []


def test_a_short_series_is_not_judged():
    assert odd([90.0, 89.0, 0.9]) == []


@pytest.mark.parametrize(
    ("value", "usual", "factor"),
    [(896, 89.6, 10), (0.896, 89.6, 0.01), (5400, 90, 60), (89_600, 89.6, 1000), (1, 1_000_000, 1e-6), (30, 10, None)],
)
def test_the_factor_between_two_values(value, usual, factor):
    assert whole_factor(value, usual) == pytest.approx(factor) if factor else whole_factor(value, usual) is None


def test_no_factor_to_or_from_nothing():
    assert whole_factor(0, 5) is None
    assert whole_factor(5, 0) is None
    assert whole_factor(-5, 5) is None


def test_sums_since_january():
    assert accumulates([48, 88, 129, 165], least=4, share=0.6)
    # 0.6 × 4 × 50 = 120.
    assert accumulates([50, 75, 95, 120], least=4, share=0.6)
    assert not accumulates([50, 75, 95, 119], least=4, share=0.6)
    # Of a rise of 100, one month is 60, or 61.
    assert accumulates([50, 70, 90, 150], least=4, share=0.6)
    assert not accumulates([50, 69, 89, 150], least=4, share=0.6)
    assert not accumulates([48, 88, 129], least=4, share=0.6)
    assert not accumulates([48, 88, 87, 165], least=4, share=0.6)
    assert not accumulates([0, 1, 2, 3], least=4, share=0.6)


def kolada():
    series = {}
    path = PROJECT / "data" / "example" / "kolada" / "kolada_regioner_lang.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["ar"]):
            if row["varde"]:
                series.setdefault((row["kpi"], row["region"]), []).append((row["ar"], float(row["varde"])))
    return series


def test_no_published_series_of_any_region_is_called_odd():
    series = kolada()
    assert sum(map(len, series.values())) > 8_000
    assert {key: values for key, values in series.items() if odd([value for _, value in values])} == {}


def test_the_only_published_value_outside_its_range_is_one_that_cannot_be():
    """146.1 per cent of those who wait have waited at most 90 days; the same region had 64 the year before."""
    indicators = load_params().indicators
    outside = [
        (kpi, region, year, value)
        for (kpi, region), values in kolada().items()
        if kpi in indicators
        for year, value in values
        if not indicators[kpi].range[0] <= value <= indicators[kpi].range[1]
    ]
    assert outside == [("N79221", "Västra Götalandsregionen", "2025", 146.1)]
