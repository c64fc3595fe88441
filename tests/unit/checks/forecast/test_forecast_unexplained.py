"""A forecast far from everything that is known beside it: each line's budget is 3,6 mnkr, and ten times that here."""

from dataclasses import replace

import pytest
from cases import case_of
from even_tables import forecast, ledger
from tables import source_table

from followup.checks.forecast.forecast_unexplained import RULE
from followup.params.loading import load_params


@pytest.fixture(scope="module")
def params():
    return load_params()


def larger(frame):
    frame[["outcome", "budget", "previous_year"]] *= 10


@pytest.fixture
def found(params):
    def found(factor=1.0, comment=None, change=larger, period="2024-04"):
        def other(frame):
            frame[["forecast", "previous_forecast"]] *= 10
            frame.loc[3, "forecast"] *= factor
            frame.loc[3, "comment"] = comment

        case = case_of(period=period, params=params, ledger=ledger(int(period[5:]), change), forecast=forecast(other))
        return [problem.message.replace("\xa0", " ") for problem in RULE.check(case)]

    return found


def test_the_example_of_the_catalogue(found):
    assert found(0.5) == [RULE.example]


@pytest.mark.parametrize(("factor", "count"), [(1.0, 0), (0.9, 0), (1.1, 0), (0.8, 1), (1.3, 1), (2, 1)])
def test_both_sides_of_the_threshold(found, factor, count):
    assert len(found(factor)) == count


@pytest.mark.parametrize("factor", [0, -1, 3, 1000])
def test_what_another_rule_tells_is_told_once(found, factor):
    assert found(factor) == []


def test_a_comment_explains_it(found):
    assert found(0.5, "Fyra tjänster är vakanta hela året.") == []


def test_an_outcome_that_is_on_its_way_there_explains_it(found):
    def less(frame):
        larger(frame)
        rows = (frame["activity"] == "Bibliotek") & (frame["account_class"] == "Personalkostnader")
        frame.loc[rows, "outcome"] *= 0.1

    assert found(0.6, change=less) == []


def test_when_the_year_is_over_the_outcome_is_the_explanation(found):
    assert found(0.5, period="2024-12") == []


@pytest.fixture
def of_holder(params):
    """What is said of REV, whose budget and last year are 7,2 mnkr of costs, ten times that here."""

    def of_holder(mnkr, comment="."):
        text = f"committee  forecast  previous_forecast  comment\nREV  {mnkr}000000  -72000000  {comment}"
        sheet = replace(source_table(text), sheet="Prognos övriga", workbook="2024/2024-04/REGION.xlsx")
        case = case_of(
            period="2024-04",
            params=params,
            reader="region",
            committee="REGION",
            ledger=ledger(4, larger, committee="REV"),
            holder_forecast=sheet,
        )
        return [problem.message.replace("\xa0", " ") for problem in RULE.check(case)]

    return of_holder


def test_a_holder_without_a_report_of_its_own(of_holder):
    (told,) = of_holder(-58)
    assert told.startswith("Prognosen är −58 mnkr för REV (årets budget −72 mnkr, föregående år ")
    assert of_holder(-58, "Nedlagd") == []
    assert of_holder(-65) == []
    # That it is in another unit, or has the sign turned, is told by the rule about such forecasts.
    assert of_holder(-72_000) == of_holder(72) == []
