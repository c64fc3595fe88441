"""Measures of a committee that costs 150 mnkr and has 20 mnkr of revenue."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.forecast.measure_effects import RULE

LEDGER = rows_of(
    ("period", "activity", "account_class", "budget"),
    [("2024-01", "Skola", "Personalkostnader", -150_000_000), ("2024-01", "Skola", "Intäkter", 20_000_000)],
)


def told(*measures, forecast=None):
    rows = [(name, *(None if value is None else round(value * 1e6) for value in values)) for name, *values in measures]
    tables = {"measures": rows_of(("measure", "effect", "full_year_effect"), rows), "ledger": LEDGER}
    if forecast is not None:
        tables["forecast"] = rows_of(("activity", "forecast"), [("Skola", round(forecast * 1e6))])
    return found(RULE, **tables)


@pytest.mark.parametrize(("effect", "text"), [(1_500_000, "1 500 000"), (1_500, "1 500")])
def test_kronor_and_tkr_in_a_column_of_mnkr(effect, text):
    (problem,) = told(("Färre inhyrda", effect, 2 * effect))
    assert messages([problem]) == [
        f"Effekten i år av ”Färre inhyrda” är {text} mnkr, men nämndens alla kostnader är 150 mnkr. En "
        "åtgärd kan inte ha "
        "större effekt än alla kostnader. Står beloppet i kronor eller tkr? Skriv det i mnkr."
    ]
    assert (problem.cell, problem.value) == ("B5", "")


def test_the_example_of_the_catalogue():
    (problem,) = told(("Färre inhyrda", 16, 20))
    assert messages([problem]) == [
        "Effekten i år av ”Färre inhyrda” är 16 mnkr, 10,7 procent av nämndens alla kostnader. En enskild "
        "åtgärd väntas vara en "
        "mindre del. Står beloppet i tkr? Skriv det i mnkr."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("B5", "16 mnkr")


@pytest.mark.parametrize(("effect", "problems"), [(7.5, 0), (7.6, 1)])
def test_both_sides_of_a_twentieth_of_the_costs(effect, problems):
    assert len(told(("Färre inhyrda", effect, None))) == problems


def test_a_large_deficit_wants_large_measures():
    # The budget is −130 mnkr net; a forecast of −140 is a deficit of 10, and twice that is 20.
    assert told(("Färre inhyrda", 19, 19), forecast=-140) == []
    (problem,) = told(("Färre inhyrda", 21, 21), forecast=-140)
    assert "Prognosens underskott är 10 mnkr." in problem.found.replace("\xa0", " ")


def test_one_that_is_impossible_explains_the_others():
    (problem,) = told(("Nya priser", 100, None), ("Färre inhyrda", 1_600, None))
    assert problem.cell == "B5:B6"
    assert problem.found.endswith(
        "är 1\xa0600 mnkr, men nämndens alla kostnader är 150 mnkr. Det är så för 2 åtgärder."
    )


def test_negative_effects():
    (problem,) = told(("Färre inhyrda", -2, -3), ("Nya priser", -1, None))
    assert problem.cell == "B5:B6"
    assert messages([problem]) == [
        "Effekten i år av ”Färre inhyrda” är −2 mnkr. Det är så för 2 åtgärder. En åtgärd förbättrar "
        "resultatet, och effekten "
        "är då större än noll. Ta bort minustecknet om det är en besparing."
    ]


def test_what_costs_this_year_and_saves_later_passes():
    assert told(("Nytt system", -1, 5), ("Vakanser", 2, 0), ("Från december", 0.5, 7)) == []


def test_a_full_year_with_the_other_sign_or_another_unit():
    expected = (
        "Helårseffekten har samma tecken som årets, och är högst 50 gånger större eller mindre. Rätta det "
        "belopp som är fel: "
        "båda skrivs i mnkr, plus för en besparing."
    )
    assert messages(told(("Färre inhyrda", 2, -3))) == [
        f"Helårseffekten av ”Färre inhyrda” är −3 mnkr, men effekten i år är 2 mnkr. {expected}"
    ]
    assert messages(told(("Färre inhyrda", 0.1, 7))) == [
        f"Helårseffekten av ”Färre inhyrda” är 7 mnkr, men effekten i år är 0,1 mnkr. {expected}"
    ]


def test_a_committee_without_costs_or_measures_says_nothing():
    assert told() == []
