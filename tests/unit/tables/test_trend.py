"""The trend of a short series, worked out by hand."""

from __future__ import annotations

import pytest

from followup.tables.trend import trend_of


def test_a_steady_growth_is_found_whatever_one_amount_is() -> None:
    # 100, 110, 121, 133.1: ten per cent a year; one of them is ten times too large.
    trend = trend_of([(2020, 100.0), (2021, 1100.0), (2022, 121.0), (2023, 133.1), (2024, 146.41)])
    assert trend is not None
    assert trend.at(2021) == pytest.approx(110.0)
    assert trend.at(2025) == pytest.approx(161.051)


def test_two_amounts_of_one_year_say_nothing_of_growth() -> None:
    assert trend_of([(2024, 100.0), (2024, 120.0)]) is None
    assert trend_of([(2024, 100.0)]) is None
    trend = trend_of([(2023, 100.0), (2024, 100.0), (2024, 121.0)])
    # Slopes 0 and 21 per cent in logarithms: their median lies between.
    assert trend is not None
    assert trend.growth == pytest.approx(0.0953102)
