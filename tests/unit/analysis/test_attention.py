"""When a deviation wants an explanation: exactly at the limits, and whether the committee has given one."""

import pytest

from followup.analysis.attention import Finding, commented_items, economy_findings, is_large, signs_differ
from followup.analysis.economy import NET
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.params.params import LargeDeviation
from tests.figure_tables import lined_up
from tests.tables import source_table

LIMIT = LargeDeviation(kronor=1_000_000, percent=1.0)


@pytest.mark.parametrize(
    ("deviation", "budget", "expected"),
    [
        (-1_000_000, -100_000_000, True),  # both limits, exactly
        (-999_999, -1_000_000, False),
        (-1_000_000, -100_000_001, False),  # just below one per cent
        (5_000_000, -100_000_000, True),  # a surplus is a deviation too
        (-1_000_000, 0, True),  # no share of a budget of 0
        (None, -100_000_000, False),
    ],
)
def test_a_deviation_is_large_in_kronor_and_as_a_share(deviation, budget, expected):
    assert is_large(Figure(deviation), Figure(budget), LIMIT) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (6_200_000, -20_000_000, True),
        (-6_200_000, -20_000_000, False),
        (400_000, -300_000, False),  # noise around 0
        (49_999, -20_000_000, False),  # 0,0 to a reader
        (50_000, -20_000_000, True),
        (0, -20_000_000, False),
        (None, -20_000_000, False),
    ],
)
def test_signs_differ_when_it_matters(first, second, expected):
    assert signs_differ(Figure(first), Figure(second), LIMIT) is expected


def _economy(rows: dict[str, tuple[float, float, float, float]]) -> FigureTable[str]:
    columns = ("deviation", "budget", "forecast_deviation", "year_budget")
    return lined_up({name: [*map(Figure, row)] for name, row in rows.items()}, columns)


def test_findings_name_the_whole_first_and_know_what_is_explained():
    economy = _economy(
        {
            "Regionbuss": (-4e6, -60e6, -9e6, -180e6),
            "Stadsbuss": (0.2e6, -20e6, -3e6, -60e6),
            "Kundservice": (0.1e6, -5e6, 0.1e6, -15e6),
            NET: (6e6, -190e6, -20e6, -572e6),
        }
    )
    found = economy_findings(economy, frozenset({"Regionbuss"}), LIMIT)
    assert found == [
        Finding("signs_differ", NET, (Figure(6e6), Figure(-20e6)), False),
        Finding("large_deviation", "Regionbuss", (Figure(-4e6), Figure(-9e6)), True),
        Finding("signs_differ", "Stadsbuss", (Figure(0.2e6), Figure(-3e6)), False),
    ]


def test_an_activity_that_turns_is_told_with_both_figures_and_only_if_one_is_large():
    economy = _economy(
        {
            "Regionbuss": (3.4e6, -80e6, -8e6, -240e6),  # 4,3 and 3,3 per cent
            "Tåg": (-0.9e6, -60e6, -9e6, -180e6),  # the same way: the forecast alone is large
            "Färdtjänst": (1.2e6, -130e6, -1.2e6, -400e6),  # 0,9 and 0,3 per cent
            "Bro": (2e6, -20e6, None, -60e6),
            NET: (0.3e6, -290e6, 0.4e6, -880e6),
        }
    )
    assert economy_findings(economy, frozenset(), LIMIT) == [
        Finding("signs_differ", "Regionbuss", (Figure(3.4e6), Figure(-8e6)), False),
        Finding("large_forecast_deviation", "Tåg", (Figure(-0.9e6), Figure(-9e6)), False),
        Finding("large_deviation", "Bro", (Figure(2e6),), False),
    ]


def test_comments_in_both_sheets_count_and_a_general_one_stands_for_the_whole():
    comments = source_table("""
        section  item       comment
        economy  .          Resandet ökar.
        economy  Stadsbuss  Dyrare avtal.
        staff    .          Lugnt.
    """)
    forecast = source_table("""
        activity    account_class      comment
        Regionbuss  Personalkostnader  Övertid.
        Kontor      Intäkter           .
    """)
    assert commented_items(comments, forecast) == {NET, "Stadsbuss", "Regionbuss", "Personalkostnader"}


def test_a_comment_that_only_says_the_deviation_again_explains_nothing():
    comments = source_table("""
        section  item        comment
        economy  .           Driftnämndens avvikelse är minus 2,0 mnkr.
        economy  Stadsbuss   Stadsbuss avvikelse är minus 3,0 mnkr.
        economy  Tåg         Avvikelsen är minus 4,0 mnkr. Banarbeten.
    """)
    forecast = source_table("""
        activity    account_class  comment
        Regionbuss  Intäkter       Prognosen är 5,0 mnkr lägre än budget.
        Kontor      Intäkter       Färre resor.
    """)
    assert commented_items(comments, forecast, "Driftnämnd Kollektivtrafik") == {"Tåg", "Kontor", "Intäkter"}
