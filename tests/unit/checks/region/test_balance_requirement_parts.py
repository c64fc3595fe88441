"""Lines that are part of something. In the forecast the financial income is 306 mnkr, 210 above the budget's 96, and
the costs are 538, 25 below the budget's 563. All amounts are in whole mnkr, which rounding may have moved by a half.

With a forecast of −12 218 mnkr the result after the adjustments is −500 mnkr; with −11 618 it is 100.
"""

import pytest
from region_accounts import REQUIREMENT, STATEMENT, case, forecast_of, messages, sheet, told

from followup.checks.region.balance_requirement_parts import RULE


def found(statement=None, **lines):
    tables = {
        "balance_requirement": sheet(REQUIREMENT, **lines),
        "income_statement": sheet(STATEMENT, **statement or {}),
    }
    return messages(RULE, case(**tables))


def of_forecast(net, **lines):
    return told(RULE, forecast_of(case(balance_requirement=sheet(REQUIREMENT, **lines)), net))


def test_lines_that_hold():
    assert found() == []


def test_the_example_of_the_catalogue():
    assert found(unrealised__forecast="95000000") == [("C8", RULE.example)]


@pytest.mark.parametrize(("amount", "told"), [("-305000000", 0), ("-307000000", 1), ("537000000", 0), ("539000000", 1)])
def test_unrealised_amounts_against_the_line_that_they_are_in(amount, told):
    """A loss larger than the income's growth fits nowhere else, and only its size is told."""
    assert len(found(unrealised__forecast=amount)) == told


def test_what_does_not_fit_in_its_line():
    (one,) = found(unrealised__forecast="-950000000")
    assert one[1].startswith(
        "Orealiserade vinster och förluster i värdepapper (helårsprognos) är −950 mnkr, men finansiella intäkter är "
        "306 mnkr. En orealiserad vinst ingår"
    )


@pytest.mark.parametrize(
    ("income", "costs", "amount", "told"),
    [
        # A loss of 60, of which the costs show all, half and less than half; the income has grown by 80 or by 50.
        ("176000000", "-623000000", "60000000", 0),
        ("176000000", "-593000000", "60000000", 0),
        ("176000000", "-592000000", "60000000", 1),
        ("146000000", "-563000000", "60000000", 0),
        # A gain of 60: the income has grown by it, by nothing, and the costs by all of it.
        ("156000000", "-623000000", "-60000000", 0),
        ("96000000", "-563000000", "-60000000", 0),
        ("96000000", "-623000000", "-60000000", 1),
    ],
)
def test_the_sign_of_an_unrealised_amount(income, costs, amount, told):
    statement = {"financial_income__forecast": income, "financial_costs__forecast": costs}
    assert len(found(statement, unrealised__forecast=amount)) == told


def test_what_was_planned_is_no_change():
    """A loss of 95 in the budget too."""
    assert found(unrealised__budget="95000000", unrealised__forecast="95000000") == []


@pytest.mark.parametrize(("exempt", "told"), [("5000000", 0), ("6000000", 0), ("7000000", 1)])
def test_no_more_can_be_exempt_than_was_gained(exempt, told):
    messages = found(capital_gains_exempt__forecast=exempt)
    assert len(messages) == told
    if told:
        assert messages == [
            (
                "C6",
                "Realisationsvinster enligt undantagsmöjlighet (helårsprognos) är 7 mnkr, men samtliga "
                "realisationsvinster är −5 mnkr. Undantaget gäller en del av realisationsvinsterna, som läggs "
                "tillbaka. Rätta den rad som är fel.",
            )
        ]


@pytest.mark.parametrize(
    ("net", "reserve", "value"),
    [
        (-11618, "-90000000", None),
        (-11618, "-120000000", ""),
        (-12218, "-50000000", ""),
        (-12218, "490000000", None),
        (-12218, "520000000", "520 mnkr"),
        (-11618, "50000000", "50 mnkr"),
    ],
)
def test_the_reserve_answers_to_the_result(net, reserve, value):
    assert [one.value for one in of_forecast(net, reserve__forecast=reserve)] == ([] if value is None else [value])


def test_a_reservation_out_of_a_deficit():
    (one,) = of_forecast(-12218, reserve__forecast="-50000000")
    assert one.message.replace("\xa0", " ") == (
        "Reservering till resultatreserv (helårsprognos) är −50 mnkr, men årets resultat efter balanskravsjusteringar "
        "är −500 mnkr. En reservering görs ur ett överskott, anges med minustecken och är högst så stor som det. "
        "Kontrollera tecken och belopp, och de rader som resultatet räknas av."
    )
