"""Amounts of decisions of a committee that costs 150 mnkr and has 20 mnkr of revenue."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.decisions.decision_amounts import RULE
from followup.ground.errors import Severity

LEDGER = rows_of(
    ("period", "activity", "account_class", "budget"),
    [("2024-01", "Skola", "Personalkostnader", -150_000_000), ("2024-01", "Skola", "Intäkter", 20_000_000)],
)


def told(*amounts, concerns="measures", proposed=None):
    """Decisions with amounts in mnkr; `proposed` are (effect, full_year_effect) of proposed measures."""
    rows = [(f"Beslut {number}", kronor(one), concerns) for number, one in enumerate(amounts, start=1)]
    tables = {"asked_decisions": rows_of(("decision", "amount", "concerns"), rows), "ledger": LEDGER}
    if proposed is not None:
        measures = [(f"Åtgärd {place}", "proposed", *map(kronor, each)) for place, each in enumerate(proposed, start=1)]
        measures.append(("Beslutad", "decided", kronor(5.0), kronor(5.0)))
        tables["measures"] = rows_of(("measure", "decision", "effect", "full_year_effect"), measures)
    return found(RULE, **tables)


def kronor(mnkr):
    return None if mnkr is None else round(mnkr * 1e6)


@pytest.mark.parametrize(
    ("amount", "text", "percent"), [(2_500_000, "2 500 000", "1 666 666,7"), (2_500, "2 500", "1 666,7")]
)
def test_kronor_and_tkr_in_a_column_of_mnkr(amount, text, percent):
    (problem,) = told(amount, concerns="economy")
    assert messages([problem]) == [
        f"Beloppet för ”Beslut 1” är {text} mnkr, {percent} procent av alla kostnader i årets budget. Ett enskilt "
        "beslut väntas gälla en mindre del. Står beloppet i kronor eller tkr? Skriv det i mnkr."
    ]
    assert (problem.severity, problem.cell, problem.value) == (
        Severity.ERROR,
        "B5",
        f"{text} mnkr".replace(" ", "\xa0", text.count(" ")),
    )


@pytest.mark.parametrize(("amount", "problems"), [(15.0, 0), (15.1, 1), (None, 0)])
def test_both_sides_of_a_tenth_of_the_costs(amount, problems):
    assert len(told(amount, concerns="economy")) == problems


def test_several_are_one():
    (problem,) = told(16, 2_500, 1, concerns="economy")
    assert problem.cell == "B5:B6"
    assert problem.found.startswith("Beloppet för ”Beslut 2” är")
    assert problem.found.endswith("Det är så för 2 beslut.")


def test_the_example_of_the_catalogue():
    (problem,) = told(12, proposed=[(8, 12), (13, 18)])
    assert (problem.severity, problem.cell) == (Severity.WARNING, "B5")
    assert RULE.example in messages([problem])


@pytest.mark.parametrize("amounts", [(21,), (8, 13), (30,), (20.95, None)])
def test_the_sum_of_the_proposed_measures_this_year_or_in_a_whole_one(amounts):
    amounts = tuple(one / 2 if one else one for one in amounts)
    assert told(*amounts, proposed=[(4, 6), (6.5, 9)]) == []


def test_no_proposed_measures():
    (problem,) = told(12, proposed=[])
    assert problem.found.replace("\xa0", " ") == (
        "Besluten som gäller Åtgärder är tillsammans 12 mnkr, men bladet Åtgärder har inga föreslagna åtgärder."
    )


def test_what_concerns_another_section_or_has_no_amount_is_not_compared():
    assert told(12, concerns="economy", proposed=[(4, 6)]) == []
    assert told(None, proposed=[(4, 6)]) == []
    assert told(proposed=[(4, 6)]) == []
