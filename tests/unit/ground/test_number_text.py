"""Numbers that people write as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.ground.number_text import AmbiguousNumber, NotANumber, number_in
from followup.ground.wording import spelled

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12300,5", "12300.5", ""),
        (f"12{NBSP}300,5", "12300.5", ""),
        (f"1{NARROW}234{THIN}567", "1234567", ""),
        ("  7 ", "7", ""),
        ("-7", "-7", ""),
        ("\u22127", "-7", ""),
        ("–7", "-7", ""),
        ("- 7", "-7", ""),
        ("minus 7", "-7", ""),
        ("Minus 7,5 mnkr", "-7.5", "mnkr"),
        ("plus 10,4", "10.4", ""),
        ("+10,4", "10.4", ""),
        ("1 234,50-", "-1234.50", ""),
        ("945'", "945", "tkr"),
        ("945’", "945", "tkr"),
        ("12,3 mkr", "12.3", "mnkr"),
        ("12,3 MNKR.", "12.3", "mnkr"),
        ("3 miljoner kronor", "3", "mnkr"),
        ("1,2 miljarder", "1.2", "mdkr"),
        ("500:-", "500", "kr"),
        ("4,5 %", "4.5", "%"),
        ("4,5%", "4.5", "%"),
        ("4,5 procent", "4.5", "%"),
        ("120 timmar", "120", "timmar"),
        ("12,3 (Från MoB 2018)", "12.3", ""),
        ("1,234", "1.234", ""),
        ("0.234", "0.234", ""),
        ("12.5", "12.5", ""),
        ("1234.567", "1234.567", ""),
        ("1.234,5", "1234.5", ""),
        ("1.234.567", "1234567", ""),
        ("1,234.5", "1234.5", ""),
    ],
)
def test_how_a_text_is_read(text, value, unit):
    found = number_in(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["1.234", "12.500", "-999.000", "1.234 mnkr"])
def test_a_point_before_three_digits_could_be_either(text):
    with pytest.raises(AmbiguousNumber):
        number_in(text)


def test_both_readings_of_an_ambiguous_number():
    with pytest.raises(AmbiguousNumber) as caught:
        number_in("1.234")
    assert caught.value.readings == (Decimal(1234), Decimal("1.234"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1 23",
        "12 34",
        "1 2345",
        "(7)",
        "7 apor",
        "1e5",
        "nan",
        "inf",
        "--7",
        "7,",
        ",5",
        "1,2,3",
        "1;5",
        "٣",
        "=1",
        "7-8",
        "2024-04-01",
        "½",
        "9" * 41,
        "1 234,5 000",
    ],
)
def test_what_is_no_number(text):
    with pytest.raises(NotANumber):
        number_in(text)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_swedish_text_is_read_as_it_was_written(value):
    assert number_in(spelled(value)).value == value


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3),
    st.sampled_from([" ", NBSP, NARROW, THIN, ""]),
    st.sampled_from(["-", "\u2212", "–", "minus "]),
    st.sampled_from(["", " kr", " mnkr", " tkr", "'", " %"]),
)
def test_any_space_any_minus_and_a_unit(value, space, minus, unit):
    text = spelled(value).replace(NBSP, space).replace("\u2212", minus) + unit
    assert number_in(text).value == value


@given(st.text(max_size=60))
def test_no_text_crashes_or_becomes_an_infinite_number(text):
    try:
        found = number_in(text)
    except NotANumber:
        return
    assert found.value.is_finite()
