"""What nearly all amounts are, as a multiple of what is known of them."""

import pandas as pd
import pytest

from followup.checks.common.common_factor import OF_TIME, Limits, common_factor, has_factor

LIMITS = Limits(near=0.35, share=0.8)
KNOWN = pd.Series([100.0, 250.0, 80.0, -40.0, 3.0])


@pytest.mark.parametrize("factor", [1.0, 1e3, 1e-3, 1e6, 1e-6, 1e2, -1.0, -1e3])
def test_a_factor_that_all_have(factor):
    assert common_factor(KNOWN * factor, KNOWN, LIMITS) == factor


def test_amounts_that_have_changed_by_less_than_half_still_have_it():
    assert common_factor(KNOWN * [1.4, 0.7, 1.2, 0.6, 1.1] * 1000, KNOWN, LIMITS) == 1e3


def test_one_small_amount_may_be_anything():
    assert common_factor(KNOWN * [1e3, 1e3, 1e3, 1e3, 1], KNOWN, LIMITS) == 1e3


def test_the_largest_amount_alone_is_not_the_column():
    assert common_factor(KNOWN * [1, 1e3, 1, 1, 1], KNOWN, LIMITS) is None


def test_many_small_amounts_are_not_the_column():
    assert common_factor(KNOWN * [1, 1, 1e3, 1e3, 1e3], KNOWN, LIMITS) is None


def test_an_amount_that_is_missing_or_0_says_nothing():
    own = pd.Series([1e5, 2.5e5, 0.0, float("nan"), 7.0])
    assert common_factor(own, pd.Series([100.0, 250.0, 80.0, -40.0, float("nan")]), LIMITS) == 1e3


def test_a_single_amount_has_nothing_in_common():
    assert common_factor(pd.Series([1e6]), pd.Series([1e3]), LIMITS) is None


def test_minutes_are_sixty_times_the_hours():
    assert common_factor(KNOWN.abs() * 60, KNOWN.abs(), LIMITS, OF_TIME) == 60.0


def test_rows_that_are_as_they_were_do_not_have_the_factor():
    own, known = pd.Series([1e5, 100.0, 5.0, -1e5]), pd.Series([100.0, 100.0, float("nan"), 100.0])
    assert has_factor(own, known, 1e3).tolist() == [True, False, True, False]
