"""A difference is shown as the difference between the numbers that are shown: one rule, wherever it goes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from followup.charts.parts import amounts
from followup.document.cells import cell_of
from followup.ground.figure import Figure


def mnkr(value: float) -> Figure:
    return Figure(value * 1e6)


# 483,6 less 483,9 is −0,3 to who reads them, although the exact difference, −0.36, rounds to −0,4.
OUTCOME, BUDGET = mnkr(483.57), mnkr(483.93)


def test_the_difference_of_shown_values_and_not_of_exact_ones():
    difference = OUTCOME - BUDGET
    assert difference.value == pytest.approx(-360_000)
    assert difference.as_shown(1) == Decimal("-0.3")
    assert difference.as_shown(2) == Decimal("-0.36")
    assert difference.as_shown(0) == 0
    assert (BUDGET - OUTCOME).as_shown(1) == (-difference).as_shown(1) == Decimal("0.3")


def test_cells_sentences_and_charts_show_the_same():
    difference = OUTCOME - BUDGET
    cell = cell_of(difference, signed=True)
    assert (cell.text, cell.value) == ("−0,3", -0.3)
    assert cell_of(difference, prose=True, signed=True).text == "minus\xa00,3\xa0miljoner kronor"
    assert (amounts.label(difference, signed=True), amounts.size(difference)) == ("−0,3", "0,3\xa0mnkr")
    assert amounts.shown(difference) == Decimal("-0.3")
    assert amounts.words(difference) == "minus\xa00,3\xa0mnkr"


def test_an_exact_value_stays_exact_where_it_shows_the_same():
    assert cell_of(mnkr(10.04) - mnkr(3.01), signed=True).value == pytest.approx(7.03)


def test_a_sum_of_differences_is_shown_as_the_difference_of_the_sums():
    # 0.44 + 0.44 = 0.88 and 0.0: each difference shows 0,4, both together 0,9 as their terms do.
    parts = [mnkr(0.44) - mnkr(0.0), mnkr(0.44) - mnkr(0.0)]
    assert [part.as_shown(1) for part in parts] == [Decimal("0.4")] * 2
    assert Figure.sum(parts).as_shown(1) == Decimal("0.9")
    # With a part that is no difference it is an amount of its own.
    assert Figure.sum([OUTCOME - BUDGET, mnkr(1)]).as_shown(1) == Decimal("0.6")


def test_a_mean_is_shown_as_the_mean_of_what_is_shown():
    # 17,2 + 2,2 + 4,7 + 1,7 = 25,8, a quarter of which is 6,45; of the exact values it is 6.4375.
    mean = Figure.mean([mnkr(17.15), mnkr(2.22), mnkr(4.71) - mnkr(0.02), mnkr(1.69)])
    assert mean.known == pytest.approx(6_437_500)
    assert (mean.as_shown(1), mean.as_shown(2)) == (Decimal("6.5"), Decimal("6.44"))
    cell = cell_of(mean, prose=True)
    assert (cell.text, cell.value, cell.exact) == ("6,5\xa0miljoner kronor", 6.5, pytest.approx(6.4375))
    assert Figure.mean([mnkr(1), Figure.missing()]).is_missing


def test_percentages_differ_by_points_and_other_units_as_they_stand():
    change = Figure(6.24, "%").change_from(Figure(6.16, "%"))
    assert (change.unit, change.as_shown(1)) == ("procentenheter", 0)
    assert (Figure(67055.6) - Figure(75399.4)).as_shown(0, millions=False) == -8343


def test_an_amount_that_is_reckoned_from_what_no_one_sees_is_rounded_by_its_own_value():
    assert (OUTCOME - BUDGET).alone.as_shown(1) == Decimal("-0.4")


def test_what_is_missing_has_no_terms_and_neither_has_what_tells_of_people():
    assert (OUTCOME - Figure.missing()).terms is None
    assert (Figure(7.0, "%", people="ratio") - Figure(5.0, "%", people="ratio")).terms is None
    with pytest.raises(ValueError, match="a figure without value"):
        (OUTCOME - Figure.missing()).as_shown(1)
