"""Outcomes and forecasts of a plan's own budget that cannot be, in kronor with the report's sign."""

from tables import source_table

from followup.checks.budget.plan_spending import RULE
from followup.ground.errors import Severity
from followup.params.loading import load_params
from tests.cases import case_of

OPERATING = """
    activity    account_class      budget      outcome     forecast
    Utveckling  Intäkter           10000000    6000000     9800000
    Utveckling  Personalkostnader  0           -400000     -500000
    Utveckling  Driftskostnader    -158400000  -100000000  -160000000
"""
INVESTMENTS = """
    project         year_budget  outcome  forecast
    FVIS / VISUS    20000000     9000000  20000000
    Vandringsled    1300000      0        .
"""


def told(operating=OPERATING, investments=INVESTMENTS, period="2022-08", before=None):
    tables = {"plan_operating_budget": source_table(operating), "plan_investments": source_table(investments)}
    statuses = source_table("node  status\n1.1  done")
    case = case_of(period, load_params(), "plan_follow_up", "RS", previous=before, plan_statuses=statuses, **tables)
    found = list(RULE.check(case))
    assert {one.severity for one in found} <= {Severity.ERROR}
    return found


def messages(found):
    return [(one.cell, one.message, one.value) for one in found]


def test_amounts_beside_their_budget():
    assert told() == []


def test_an_amount_in_another_unit():
    found = told(investments=INVESTMENTS.replace("9000000", "900000000"))
    assert messages(found) == [
        (
            "C5",
            "Utfallet för ”FVIS / VISUS” är 900 mnkr. Årets budget är 20 mnkr. Beloppet väntas vara högst 3 gånger "
            "större eller mindre än budgeten. Står det i en annan enhet? Skriv det i mnkr.",
            "900 mnkr",
        )
    ]


def test_what_has_no_budget_may_have_a_small_outcome():
    (found,) = told(OPERATING.replace("-400000", "-6000000"))
    assert found.found == "Utfallet för ”Utveckling Personalkostnader” är −6 mnkr. Årets budget är 0 kr."


def test_a_forecast_that_is_a_tenth_of_its_budget():
    (found,) = told(OPERATING.replace("-160000000", "-15800000"))
    assert (found.cell, found.value) == ("E7", "−15,8 mnkr")
    # An outcome is so when the year is young, and an investment when it is put off.
    assert told(OPERATING.replace("-100000000", "-10000000")) == []
    assert told(investments=INVESTMENTS.replace("9000000  20000000", "100000  100000")) == []
    assert len(told(OPERATING.replace("-100000000", "-10000000"), period="2022-12")) == 1


def test_a_turned_sign():
    found = told(OPERATING.replace("9800000", "-9800000"), INVESTMENTS.replace("9000000", "-9000000"))
    assert messages(found) == [
        (
            "E5",
            "Prognosen för ”Utveckling Intäkter” är −9,8 mnkr. Årets budget är 10 mnkr. Beloppet har samma tecken som "
            "budgeten. Byt tecken på det.",
            "−9,8 mnkr",
        ),
        (
            "C5",
            "Utfallet för ”FVIS / VISUS” är −9 mnkr. Årets budget är 20 mnkr. Beloppet har samma tecken som budgeten. "
            "Byt tecken på det.",
            "−9 mnkr",
        ),
    ]


def test_an_outcome_that_is_less_than_it_was():
    before = {"plan_investments": source_table(INVESTMENTS.replace("9000000", "12000000"))}
    assert messages(told(before=before)) == [
        (
            "C5",
            "Utfallet för ”FVIS / VISUS” är 9 mnkr till och med 2022-08, men var 12 mnkr i prov.xlsx. Ett utfall från "
            "årets början minskar sällan. Kontrollera att beloppet är ackumulerat och att raden är den här "
            "uppföljningens.",
            "9 mnkr",
        )
    ]
    # February is the year's first: there is nothing before it.
    assert told(before=before, period="2022-02") == []


def test_a_forecast_below_what_is_booked():
    turned = OPERATING.replace("-100000000  -160000000", "-160000000  -100000000")
    assert messages(told(turned)) == [
        (
            "E7",
            "Prognosen för ”Utveckling Driftskostnader” är −100 mnkr, men utfallet är redan −160 mnkr. Det som redan "
            "är bokfört är en del av årets prognos. Rätta det som är fel. Har kolumnerna bytt plats: byt rubrikerna.",
            "−100 mnkr",
        )
    ]
    # When the year is over, the forecast is an older one.
    assert told(turned, period="2022-12") == []


def test_the_example_of_the_catalogue():
    assert RULE.example in [one.message for one in told(investments=INVESTMENTS.replace("9000000", "200000000"))]
