"""Investments against their own row and against the region's plan, 50 mnkr; all frames are 303 mnkr."""

import pytest
from series_tables import found, investments, messages, rows_of

from followup.checks.investments.investment_amounts import RULE
from followup.ground.errors import Severity

PLAN = rows_of(("line", "year_0"), [("Reinvesteringar", 50_000_000)])
FRAMES = rows_of(("line", "year_0"), [("Kultur och skola", -183_000_000), ("Kollektivtrafik", -120_000_000)])
UNIT = "Står det i kronor eller tkr? Skriv det i mnkr."

# The next years have more than what is left of the total; this year has less.
BROADBAND = ("2024-04", "Bredband", 30, 15, 3.1, 12)
CARS = ("2024-04", "Fordon", None, 1, 0, 1)


def told(*rows, period="2024-04"):
    return found(RULE, period, investments=investments(*rows), investment_plan=PLAN, frames=FRAMES)


def it(total=None, budget=10.0, outcome=2.6, forecast=10.0):
    return ("2024-04", "IT", total, budget, outcome, forecast)


def test_the_example_of_the_catalogue():
    (problem,) = told(BROADBAND, it(outcome=40), CARS)
    assert messages([problem]) == [
        "Utfallet för ”IT” är 40 mnkr, men radens totala budget, årsbudget och prognos är högst 10 mnkr. "
        "Beloppet väntas vara "
        f"högst 3 gånger så stort. {UNIT}"
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("G6", "40 mnkr")


def test_the_examples_own_rows_pass():
    assert told(BROADBAND, it(), CARS) == []


@pytest.mark.parametrize(("outcome", "value"), [(2_600, "2 600"), (9.9e9, "9 900 000 000")])
def test_more_than_everybody_has_is_impossible(outcome, value):
    (problem,) = told(BROADBAND, it(outcome=outcome), CARS)
    assert messages([problem]) == [
        f"Utfallet för ”IT” är {value} mnkr. Det är mer än alla nämnders ramar tillsammans, 303 mnkr. Står "
        "beloppet i kronor "
        "eller tkr? Skriv det i mnkr."
    ]
    assert problem.value == ""


@pytest.mark.parametrize(("outcome", "problems"), [(30.0, 0), (30.1, 1)])
def test_both_sides_of_three_times(outcome, problems):
    row = it(outcome=outcome, forecast=outcome / 3)
    assert len(told(BROADBAND, row, CARS, period="2024-04")) == (1 if problems or outcome > row[5] * 1.02 else 0)
    # At the year's end the forecast is a former one, and an outcome may pass it.
    year_end = tuple(("2024-12", *one[1:]) for one in (BROADBAND, it(outcome=outcome, forecast=9.0), CARS))
    assert len(told(*year_end, period="2024-12")) == problems


def test_a_small_amount_may_be_many_times_another():
    assert told(BROADBAND, it(budget=0.2, outcome=0.9, forecast=1.0), CARS) == []


def test_forecast_and_budget_in_another_unit():
    assert messages(told(BROADBAND, it(budget=1, outcome=0.1, forecast=21), CARS)) == [
        "Prognosen för ”IT” är 21 mnkr, men radens totala budget och årsbudget är högst 1 mnkr. Beloppet "
        "väntas vara högst 20 "
        f"gånger så stort. {UNIT}"
    ]
    assert messages(told(BROADBAND, it(budget=20, outcome=0.01, forecast=0.02), CARS)) == [
        "Årets budget för ”IT” är 20 mnkr, men radens prognos och utfall är högst 20 000 kronor. Beloppet "
        "väntas vara högst "
        f"300 gånger så stort. {UNIT}"
    ]
    # A postponed project has a small part of its budget left.
    assert told(BROADBAND, it(budget=20, outcome=0.1, forecast=0.1), CARS) == []


def test_a_committee_with_more_than_the_regions_plan():
    rows = [("2024-04", f"Projekt {number}", None, 30, 4, 30) for number in range(3)]
    (problem,) = told(*rows)
    assert problem.cell == "F5:F7"
    assert messages([problem]) == [
        "Årets budget är 90 mnkr i 3 rader för nämnden, men hela regionens investeringsplan för året är "
        "50 mnkr. En nämnds "
        "investeringar väntas vara en del av regionens. Står beloppen i kronor eller tkr? Skriv dem i mnkr."
    ]
    # 75 is one and a half times the plan.
    assert told(*(("2024-04", f"Projekt {number}", None, 25, 4, 25) for number in range(3))) == []


def test_the_whole_sheet_in_another_unit():
    """Two committees, 9 mnkr together; a fifth of the plan is 10."""

    def sheet(first):
        rows = investments(("2024-04", "A", None, first, 0.1, 5), ("2024-04", "B", None, 4, 0.1, 4))
        rows.frame["committee"] = ["DNKS", "DNKT"]
        return found(RULE, investments=rows, investment_plan=PLAN, frames=FRAMES)

    (problem,) = sheet(5)
    assert (problem.cell, problem.value) == ("", "9 mnkr")
    assert messages([problem]) == [
        "Årets budget är 9 mnkr för alla investeringar i perioden 2024-04, men 50 mnkr i den beslutade "
        "investeringsplanen, och "
        "så hade det stått i rapporten. Bladets belopp är i mnkr, och summan väntas vara högst 5 gånger "
        "större eller mindre "
        "än planens. Står beloppen i en annan enhet, eller med minus? Skriv dem i mnkr, utan tecken."
    ]
    assert sheet(6) == []


@pytest.mark.parametrize(("budget", "problems"), [(30.6, 0), (30.7, 1)])
def test_a_years_budget_above_the_total(budget, problems):
    assert len(told(("2024-04", "Bredband", 30, budget, 3.1, 12))) == problems


@pytest.mark.parametrize(("outcome", "problems"), [(30.6, 0), (30.7, 1)])
def test_an_outcome_above_the_total_is_a_warning(outcome, problems):
    assert len(told(("2024-04", "Bredband", 30, 15, outcome, 32))) == problems
    (problem,) = told(("2024-04", "Bredband", 30, 15, 33, 34))
    assert problem.severity is Severity.WARNING
    assert messages([problem]) == [
        "Utfallet för ”Bredband” är 33 mnkr, mer än total budget, 30 mnkr. Det som är betalt i år är en del av den "
        "totala budgeten. Rätta utfallet eller total budget. Är båda rätt visar rapporten dem så."
    ]


def test_what_is_a_part_of_another():
    assert messages(told(("2024-04", "Bredband", 30, 35, 3.1, 12))) == [
        "Årets budget för ”Bredband” är 35 mnkr, mer än total budget, 30 mnkr. Årets budget är en del av "
        "den totala. Rätta "
        "årets budget eller total budget."
    ]
    (problem,) = told(("2024-04", "Bredband", 30, 15, 3.1, 2))
    assert messages([problem]) == [
        "Utfallet för ”Bredband” är 3,1 mnkr, mer än prognosen, 2 mnkr. Det som redan är betalt är en del "
        "av årets prognos. "
        "Rätta utfallet eller prognosen."
    ]
    assert problem.value == "3,1 mnkr"


def test_negative_amounts():
    (budget,) = told(("2024-04", "Bredband", 30, -15, 3.1, 12))
    assert messages([budget]) == [
        "Årets budget för ”Bredband” är −15 mnkr. En budget för investeringar är inte negativ. Skriv "
        "beloppet utan minus."
    ]
    assert budget.value == ""
    (outcome,) = told(("2024-04", "Bredband", 30, 15, -3.1, 12))
    assert messages([outcome]) == [
        "Utfallet för ”Bredband” är −3,1 mnkr. En investering skrivs utan tecken. Bara mer återbetalt än "
        "betalt gör den "
        "negativ. Ta bort minustecknet."
    ]
    # A grant that came this year.
    assert outcome.value == "−3,1 mnkr"


def test_without_plan_frames_and_rows_there_is_nothing_to_say():
    assert found(RULE, investments=investments(BROADBAND)) == []
    assert told(("2024-02", "Bredband", 30, 15, 300, 12)) == []
