"""Frames, the operating budget and the forecasts of holders without a workbook: units, signs and parts of the year."""

from dataclasses import replace

import pytest
from cases import case_of
from even_tables import ledger
from tables import source_table

from followup.checks.budget import budget_frame_size, operating_budget
from followup.checks.forecast import holder_forecast
from followup.params.loading import load_params


@pytest.fixture(scope="module")
def params():
    return load_params()


FRAMES = """
    line                         year_0      year_1     year_2     year_3     year_4
    Revision                     -6000000    -6000000   -6000000   -6000000   {last}
    Regiongemensamma kostnader   -671000000  -92000000  -11000000  -36000000  -24000000
"""


def frames(last="-6000000"):
    return replace(source_table(FRAMES.format(last=last)), sheet="Budgetramar", workbook="2024/budget.xlsx")


def holder(value):
    text = f"""
        committee  forecast  previous_forecast
        REV        {value}   -7200000
    """
    return replace(source_table(text), sheet="Prognos övriga", workbook="2024/2024-04/REGION.xlsx")


@pytest.fixture
def of_holder(params):
    def of_holder(value, month=4):
        case = case_of(
            period=f"2024-{month:02d}",
            params=params,
            reader="region",
            committee="REGION",
            ledger=ledger(month, committee="REV"),
            holder_forecast=holder(value),
        )
        return list(holder_forecast.check(case))

    return of_holder


def test_the_example_of_the_catalogue_of_holders(of_holder):
    [problem] = of_holder(-7_200_000_000)
    assert problem.message == holder_forecast.RULE.example
    assert problem.value == "−7\u00a0200 mnkr"


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        (-7_200, "Det ser ut att vara en annan enhet."),
        (7_200_000, "Det ser ut att ha omvänt tecken."),
        (-2_420_000, "Det ser ut att vara utfallet hittills."),
        (-4_780_000, "Det ser ut att vara det som är kvar av året."),
        (0, "Det är noll."),
        (-11_000_000, "Avvikelsen är stor mot allt som innehavaren har av intäkter och kostnader."),
    ],
)
def test_what_cannot_be_a_holders_year(of_holder, value, doubt):
    [problem] = of_holder(value)
    assert problem.found.endswith(doubt)
    assert problem.cell == "B5"


# The holder's revenue and costs are 21,6 mnkr together, so that 3,2 mnkr is 15 per cent of them.
@pytest.mark.parametrize("value", [-7_200_000, -6_000_000, -9_000_000, -4_200_000])
def test_a_holders_forecast_that_may_be_true(of_holder, value):
    assert of_holder(value) == []


def sizes(params, table):
    case = case_of(period="2024-04", params=params, reader="region", committee="REGION", frames=table)
    return list(budget_frame_size.check(case))


def test_the_example_of_the_catalogue_of_frames(params):
    three = source_table("""
        line      year_0    year_1    year_2
        Revision  -6000000  -6000000  -6000000000
    """)
    [problem] = sizes(params, replace(three, sheet="Budgetramar", workbook="2024/budget.xlsx"))
    assert problem.message == budget_frame_size.RULE.example


@pytest.mark.parametrize(("last", "count"), [("-6000000000", 1), ("6000000", 1), ("-6000", 1), ("-100000000", 0)])
def test_a_year_of_a_frame_in_another_unit_or_sign(params, last, count):
    # That most of the common costs move to the committees after a year is decided and true.
    assert len(sizes(params, frames(last))) == count


def operating(amounts):
    text = f"""
        committee  activity  account_class      amount
        REV        Revision  Personalkostnader  {amounts[0]}
        REV        Revision  Övriga kostnader   {amounts[1]}
    """
    return replace(source_table(text), sheet="Driftbudget", workbook="2024/budget.xlsx")


@pytest.mark.parametrize(
    ("amounts", "difference"),
    [
        ((-2_600, -3_400), "6 mnkr"),
        ((-2_600_000, 3_400_000), "6,8 mnkr"),
        ((-2_600_000, -3_400_000), None),
        ((-2_200_000, -3_400_000), None),
    ],
)
def test_the_example_of_the_catalogue_of_the_operating_budget(params, amounts, difference):
    case = case_of(
        period="2024",
        params=params,
        reader="plan",
        committee="REV",
        frames=frames(),
        operating_budget=operating(amounts),
    )
    found = list(operating_budget.check(case))
    assert [problem.value for problem in found] == ([difference] if difference else [])
    if difference == "6 mnkr":
        assert found[0].message == operating_budget.RULE.example
