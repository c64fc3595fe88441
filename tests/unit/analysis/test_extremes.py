import pytest

from followup.analysis import extremes
from followup.ground.figure import Figure

MILLION = 1e6


def kr(**amounts):
    return {name: Figure.missing() if one is None else Figure(one * MILLION) for name, one in amounts.items()}


DEVIATIONS = kr(Akut=-2.04, Medicin=-1.96, Kirurgi=3.0, Psykiatri=None)


def test_the_largest_deficit_is_everybody_s_that_a_reader_sees_as_large():
    found = extremes.worst(DEVIATIONS)
    assert found == extremes.Extreme(("Akut", "Medicin"), DEVIATIONS["Akut"], 3)


def test_the_largest_surplus():
    assert extremes.best(DEVIATIONS) == extremes.Extreme(("Kirurgi",), DEVIATIONS["Kirurgi"], 3)


def test_what_rounds_to_nothing_is_neither_a_deficit_nor_a_surplus():
    even = kr(Akut=-0.04, Medicin=0.04)
    assert (extremes.worst(even), extremes.best(even), extremes.below_zero(even)) == (None, None, ())


def test_nobody_is_known():
    unknown = kr(Akut=None)
    assert (extremes.worst(unknown), extremes.best(unknown), extremes.below_zero(unknown)) == (None, None, ())
    with pytest.raises(ValueError, match="no figure is known"):
        extremes.highest(unknown)


def test_those_with_a_deficit_in_their_order():
    assert extremes.below_zero(DEVIATIONS) == ("Akut", "Medicin")


def test_highest_and_lowest_of_rates_whatever_their_sign():
    rates = {"Kvinnor": Figure(7.04, "%"), "Män": Figure(7.0, "%"), "Minst 50 år": Figure(6.9, "%")}
    assert extremes.highest(rates).names == ("Kvinnor", "Män")
    assert extremes.lowest(rates).names == ("Minst 50 år",)


def test_differences_stand_in_the_order_of_what_is_shown():
    # 483,6 less 483,9 is shown as −0,3 although it is −0.36; 0,4 less 0,8 as −0,4 although it is −0.31.
    found = {
        "Medicin": Figure(483.57e6) - Figure(483.93e6),
        "Akut": Figure(0.44e6) - Figure(0.75e6),
    }
    assert sorted(found, key=lambda name: extremes.rank(found[name])) == ["Akut", "Medicin"]
    worst = extremes.worst(found)
    assert worst is not None
    assert worst.names == ("Akut",)
