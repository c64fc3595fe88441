"""Amounts in running text."""

import pytest

from followup.workbooks.cells.text_amounts import text_amounts


def amounts(text):
    return [(one.written, round(one.size, 9), one.sign, one.unit, one.hedged) for one in text_amounts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("är minus 48,3 mnkr.", [("minus 48,3 mnkr", 48.3, -1, "mnkr", False)]),
        ("är −1,9 mkr och +2 mnkr", [("−1,9 mkr", 1.9, -1, "mnkr", False), ("+2 mnkr", 2.0, 1, "mnkr", False)]),
        ("plus 1 234,5 miljoner kronor", [("plus 1 234,5 miljoner kronor", 1234.5, 1, "mnkr", False)]),
        ("1,2 miljarder kronor", [("1,2 miljarder kronor", 1200.0, 0, "mnkr", False)]),
        ("850 tkr", [("850 tkr", 0.85, 0, "mnkr", False)]),
        ("2 500 000 kronor", [("2 500 000 kronor", 2.5, 0, "mnkr", False)]),
        ("0 kronor", [("0 kronor", 0.0, 0, "mnkr", False)]),
        ("cirka 3 mnkr", [("3 mnkr", 3.0, 0, "mnkr", True)]),
        ("4,8 procent mot 2,5 %", [("4,8 procent", 4.8, 0, "%", False), ("2,5 %", 2.5, 0, "%", False)]),
        ("2 procentenheter", [("2 procentenheter", 2.0, 0, "%", False)]),
        ("30–49 år, 1 300 medarbetare, den 24 april 2024, 90 dagar, N79223", []),
        ("mnkr 5", []),
        ("5 mnkrs", []),
    ],
)
def test_an_amount_has_a_unit(text, found):
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("text", "value", "near"),
    [
        ("1,9 mnkr", 1.9499, True),
        ("1,9 mnkr", -1.85, True),
        ("1,9 mnkr", 1.96, False),
        ("2 mnkr", 1.5, True),
        ("2 mnkr", 1.4, False),
        ("850 tkr", 0.8504, True),
        ("850 tkr", 0.852, False),
        ("cirka 3 mnkr", 3.5, True),
        ("cirka 3 mnkr", 4.0, False),
    ],
)
def test_a_figure_is_the_amount_as_finely_as_it_is_written(text, value, near):
    (amount,) = text_amounts(text)
    assert amount.is_near(value) is near


def test_a_text_that_is_all_numbers():
    """As long as a cell's text may be; a number has at most seven groups of digits."""
    assert amounts("123 " * 5_000) == []
    assert len(amounts("cirka 1 kr " * 1_800)) == 1_800
    assert amounts("cirka 1 kr " * 2) == [("1 kr", 1e-6, 0, "mnkr", True)] * 2
