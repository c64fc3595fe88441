"""The adjustments of the balance requirement.

The budgeted result is 96 − 563 = −467 mnkr. With a forecast of −12 218 mnkr the year's is 10 030 + 2 020 + 306 − 538
− 12 218 = −400 mnkr, and −500 without the gains of 5 and 95 mnkr.
"""

import pytest
from cases import about
from region_accounts import REQUIREMENT, STATEMENT, case, forecast_of, messages, sheet, told

from followup.checks.region.balance_requirement_lines import RULE
from followup.ground.errors import Severity
from followup.params.confirmations import Confirmation


def found(**lines):
    return messages(RULE, case(balance_requirement=sheet(REQUIREMENT, **lines)))


def of_forecast(net, **lines):
    """The problems where the holders' forecasts are known, in mnkr."""
    return told(RULE, forecast_of(case(balance_requirement=sheet(REQUIREMENT, **lines)), net))


def test_a_requirement_that_holds():
    assert found() == []


def test_the_example_of_the_catalogue():
    assert found(exceptional__budget="900000000") == [("B11", RULE.example)]


def test_signs():
    assert [cell for cell, _ in found(capital_gains__forecast="5000000", exceptional__forecast="-1000000")] == [
        "C5",
        "C11",
    ]


@pytest.mark.parametrize(("amount", "told"), [("2390000000", 0), ("2410000000", 1), ("-95000000000", 1)])
def test_an_amount_out_of_all_proportion(amount, told):
    # 20 percent of 12 000 mnkr; an unrealised loss is added, a gain taken away.
    assert len(found(unrealised__forecast=amount)) == told


@pytest.mark.parametrize(("amount", "told"), [("4600000", 1), ("4700000", 0), ("467000", 1)])
def test_reasons_in_another_unit(amount, told):
    # One percent of 467 mnkr.
    assert len(found(exceptional__budget=amount)) == told


def test_reasons_for_less_than_the_whole_deficit():
    assert found(exceptional__budget="300000000") == []


@pytest.mark.parametrize(
    ("reasons", "told"),
    # Thirteen rounded lines and the forecasts' own may differ by a few million.
    [("500000000", 0), ("480000000", 0), ("501000000", 0), ("520000000", 1), ("5000000000", 1), ("400000", 1)],
)
def test_reasons_against_the_forecasts_result(reasons, told):
    assert len(of_forecast(-12218, exceptional__forecast=reasons)) == told


def test_reasons_where_the_forecast_has_no_deficit():
    """The result is 200 mnkr, and 100 without the gains."""
    (one,) = of_forecast(-11618)
    assert one.message.replace("\xa0", " ") == (
        "Synnerliga skäl åberopas för 400 mnkr (helårsprognos), men balanskravsresultatet är 100 mnkr. Synnerliga skäl "
        "kan högst åberopas för hela underskottet. Rätta beloppet, eller den rad i utredningen, resultaträkningen "
        "eller prognoserna som är fel."
    )
    assert (one.cell, one.value, one.severity) == ("C11", "", Severity.ERROR)


def test_reasons_for_a_small_part_of_the_deficit_can_be_confirmed():
    (one,) = of_forecast(-12218, exceptional__forecast="400000")
    assert one.value == "0,4 mnkr"


def test_reasons_above_any_limit_are_told_as_what_cannot_be():
    (one,) = of_forecast(-12218, exceptional__forecast="9000000000")
    assert one.value == ""


def test_a_forecast_that_somebody_has_not_left():
    assert told(RULE, case(balance_requirement=sheet(REQUIREMENT, exceptional__forecast="900000000"))) == []


def test_reasons_beside_a_line_without_an_amount():
    (one,) = of_forecast(-12218, reserve__forecast=".")
    assert one.message.replace("\xa0", " ") == (
        "Synnerliga skäl åberopas för 400 mnkr (helårsprognos), men balanskravsresultatet kan inte räknas ut: "
        "Reservering till eller användning av resultatreserv saknar belopp. Varje rad har ett belopp i kolumnen, också "
        "när det är 0. Fyll i det som saknas. Utan det kan ingen se om skälen gäller mer än underskottet."
    )
    assert one.severity is Severity.WARNING


def test_a_turned_sign_is_told_once_and_counts_when_it_is_confirmed():
    """Costs of +538 make the result 676 mnkr, and 576 without the gains."""
    one = forecast_of(case(income_statement=sheet(STATEMENT, financial_costs__forecast="538000000")), -12218)
    assert told(RULE, one) == []
    confirmed = Confirmation(
        workbook="2024/2024-04/REGION.xlsx",
        sheet=one["income_statement"].sheet,
        cell="F8",
        rule="resultatrakningens-rader",
        value="538 mnkr",
        why="En skuld har skrivits ned.",
        decided_by="controller",
        decided_on="2024-05-14",
    )
    params = one.params.model_copy(update={"confirmations": (confirmed,)})
    (problem,) = told(RULE, about(one, params=params))
    assert "balanskravsresultatet är 576" in problem.found
