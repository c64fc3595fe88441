"""How the ledger's budget agrees with the decided frame, in words."""

from types import SimpleNamespace

import pytest

from followup.document.plain import block_text
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.sections.committee import economy

APRIL, DECEMBER = Period(2024, 4), Period(2024, 12)


def told(frame: float, booked: float, period: Period = APRIL, movement: float | None = None) -> str:
    """Net costs in mnkr; revenue is above 0."""
    report = SimpleNamespace(
        period=period,
        budget_frame=Figure(frame * 1e6),
        net={"year_budget": Figure(booked * 1e6)},
        frame_movement=None if movement is None else Figure(movement * 1e6),
        params=SimpleNamespace(rules=SimpleNamespace(frame_tolerance=500_000)),
    )
    return block_text(economy.frame_check(report)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (
            (-819.0, -819.0),
            "Beslutad budgetram för året är en nettokostnad på 819 miljoner kronor. Huvudbokens budget stämmer med "
            "ramen.",
        ),
        (
            (0.0, 0.0),
            "Beslutad budgetram för året är 0 miljoner kronor: intäkterna ska täcka kostnaderna. Huvudbokens budget "
            "stämmer med ramen.",
        ),
        (
            (0.0, -2.0, DECEMBER),
            "Beslutad budgetram för året var 0 miljoner kronor: intäkterna skulle täcka kostnaderna. Huvudbokens "
            "budget var 2 miljoner kronor.",
        ),
        (
            (0.0, 0.0, APRIL, -1.5),
            "Beslutad budgetram för året är 0 miljoner kronor, varav beslut under året plus 1,5 miljoner kronor: "
            "intäkterna ska täcka kostnaderna. Huvudbokens budget stämmer med ramen.",
        ),
    ],
)
def test_a_frame_of_nothing_is_told_by_what_it_means(figures, expected):
    assert told(*figures) == expected
