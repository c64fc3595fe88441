"""Investments against the period before, 2024-02, in the same sheet or in its own workbook."""

import pytest
from series_tables import found, investments, messages

from followup.checks.investments.investment_history import RULE
from followup.ground.errors import Severity

FEBRUARY = (("2024-02", "Bredband", 30, 15, 3.1, 12), ("2024-02", "Fordon", None, 4, 1.2, 4))


def told(*rows, **given):
    return found(RULE, investments=investments(*rows), **given)


def april(outcome, other=2.2, budget=15.0):
    return (("2024-04", "Bredband", 30, budget, outcome, 12), ("2024-04", "Fordon", None, 4, other, 4))


def test_the_example_of_the_catalogue():
    (problem,) = told(*FEBRUARY, *april(1.1))
    assert messages([problem]) == [
        "Utfallet för ”Bredband” är 1,1 mnkr, men var 3,1 mnkr 2024-02. Utfallet är summan sedan januari, "
        "och minskar inte. Är "
        "det periodens eget utfall? Ange summan sedan januari."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("G7", "1,1 mnkr")


@pytest.mark.parametrize(("outcome", "problems"), [(2.6, 1), (2.7, 0), (3.2, 0)])
def test_both_sides_of_half_a_million(outcome, problems):
    assert len(told(*FEBRUARY, *april(outcome))) == problems


def test_what_the_period_before_said_goes_before_the_sheet():
    changed = (("2024-02", "Bredband", 30, 15, 0.5, 12), ("2024-02", "Fordon", None, 4, 1.2, 4))
    assert told(*changed, *april(1.1)) == []
    (problem,) = told(*changed, *april(1.1), previous={"investments": investments(*FEBRUARY)})
    assert problem.found.startswith("Utfallet för ”Bredband” är 1,1")


def test_rows_copied_from_the_period_before():
    (problem,) = told(*FEBRUARY, *april(3.1, 1.2))
    assert messages([problem]) == [
        "Utfallet är detsamma som 2024-02 för alla 2 investeringar som har något. Ett ackumulerat utfall "
        "växer under året. Är "
        "raderna kopierade från 2024-02? Fyll i periodens utfall."
    ]
    # One that stands still is no copy.
    assert told(*FEBRUARY, *april(3.1, 1.3)) == []


def test_a_budget_in_another_unit():
    small = (("2024-02", "Bredband", 30, 0.5, 3.1, 12), FEBRUARY[1], ("2024-02", "IT", None, 5, 1, 5))
    (problem,) = told(*small, *april(3.4, budget=12), ("2024-04", "IT", None, 5, 2, 5))
    assert messages([problem]) == [
        "Årets budget för ”Bredband” är 12 mnkr, men var 0,5 mnkr 2024-02. Budget och prognos för samma "
        "investering väntas "
        "vara av samma storlek hela året. Står beloppet i en annan enhet? Skriv det i mnkr."
    ]
    assert told(*small, *april(3.4, budget=9.9), ("2024-04", "IT", None, 5, 2, 5)) == []


def test_a_project_that_is_gone():
    (problem,) = told(*FEBRUARY, april(4.0)[0])
    assert (problem.severity, problem.cell) == (Severity.WARNING, "")
    assert messages([problem]) == [
        "Rader saknas för ”Fordon”, som hade utfall 2024-02, 1,2 mnkr. Varje investering med utfall under "
        "året väntas finnas "
        "kvar. Lägg till raderna, eller skriv namnen som förut."
    ]


def test_another_year_and_a_first_period_say_nothing():
    assert told(("2023-12", "Bredband", 30, 15, 13.1, 12), *april(1.1)) == []
    assert told(*april(1.1)) == []
    assert told(*FEBRUARY) == []
