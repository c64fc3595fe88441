"""Whether the forecast is in balance, and what the year's investments came to: whole sentences."""

from types import SimpleNamespace

import pytest

from followup.analysis.investments import TOTAL
from followup.document.plain import block_text
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.sections.committee import measures
from followup.sections.shared import investments
from tests.figure_tables import table_of


def lines(block) -> list[str]:
    return block_text(block).replace("\xa0", " ").splitlines()


@pytest.mark.parametrize(
    ("deviation", "effects", "expected"),
    [
        (
            -120e6,
            {"decided": 28e6, "proposed": 21e6},
            [
                "Prognosen är ett underskott på 120 miljoner kronor. Beslutade åtgärder ingår med 28 miljoner kronor.",
                "De föreslagna åtgärderna på 21 miljoner kronor räcker inte till balans: 99 miljoner kronor återstår "
                "att åtgärda.",
            ],
        ),
        (
            -2e6,
            {"proposed": 3e6},
            [
                "Prognosen är ett underskott på 2 miljoner kronor. Det finns inga beslutade åtgärder.",
                "Om de föreslagna åtgärderna på 3 miljoner kronor beslutas och får full effekt slutar året i balans.",
            ],
        ),
        (
            -2e6,
            {},
            [
                "Prognosen är ett underskott på 2 miljoner kronor. Det finns inga beslutade åtgärder.",
                "Nämnden har inte föreslagit några åtgärder mot underskottet.",
            ],
        ),
        (1.5e6, {}, ["Prognosen är ett överskott på 1,5 miljoner kronor. Det finns inga beslutade åtgärder."]),
        (0.0, {"decided": 1e6}, ["Prognosen är en ekonomi i balans. Beslutade åtgärder ingår med 1 miljon kronor."]),
        (None, {}, ["Prognos saknas, och det går inte att bedöma om året slutar i balans."]),
    ],
)
def test_balance(deviation, effects, expected):
    rows = {name: {"decision": name, "effect": Figure(value)} for name, value in effects.items()}
    frame = table_of(rows, ("decision", "effect"))
    net = {"forecast_deviation": Figure.missing() if deviation is None else Figure(deviation)}
    assert lines(measures.balance(SimpleNamespace(measures=frame, net=net)))[1:] == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (
            162.9e6,
            "Nämnden investerade 162,9 miljoner kronor, 33,6 miljoner kronor mindre än årsbudgeten på 196,5 miljoner "
            "kronor.",
        ),
        (
            200e6,
            "Nämnden investerade 200 miljoner kronor, 3,5 miljoner kronor mer än årsbudgeten på 196,5 miljoner kronor.",
        ),
        (196.5e6, "Nämnden investerade 196,5 miljoner kronor, lika mycket som årsbudgeten."),
    ],
)
def test_investments_of_the_year(outcome, expected):
    budget = Figure(196.5e6)
    row = {"year_budget": budget, "outcome": Figure(outcome), "deviation": budget - Figure(outcome)}
    report = SimpleNamespace(investments=table_of({TOTAL: row}), period=Period(2024, 12))
    assert lines(investments.year_outcome(report)) == [expected]


def test_who_has_no_investments_has_no_share_of_the_plan_and_is_told_so_once():
    report = SimpleNamespace(investments=table_of({}), period=Period(2024, 12))
    found = [part(report) for part in (investments.projects, investments.year_outcome, investments.share_of_plan)]
    assert [one.role for one in found] == ["absent"] * 3
    assert [one.paragraphs for one in found] == [(["Inga investeringar var redovisade för perioden."],), (), ()]
