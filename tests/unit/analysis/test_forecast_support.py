"""The computed forecast: worked by hand on round numbers."""

from math import sqrt

import pytest
from tables import source_table

from followup.analysis.economy import NET
from followup.analysis.forecast_support import TOO_EARLY, deviations, in_hindsight, side_of, support
from followup.ground.figure import Figure
from followup.ground.period import Period


def ledger(outcomes: dict[str, list[float]], budget: float = -100.0, previous: dict[str, list[float]] | None = None):
    """Twelve months per account class: the budget is the same every month, outcomes fill the first months."""
    rows = ["period   account_class   budget   outcome   previous_year"]
    for name, values in outcomes.items():
        for month in range(1, 13):
            outcome = values[month - 1] if month <= len(values) else "."
            last_year = (previous or {}).get(name, [-100.0] * 12)[month - 1]
            rows.append(f"2024-{month:02d}   {name}   {budget}   {outcome}   {last_year}")
    return source_table("\n".join(rows))


def values(row) -> dict[str, float | None]:
    return {name: figure.value for name, figure in row.figures.items()}


def test_run_rate_is_outcome_plus_remaining_budget_plus_the_mean_deviation_of_the_months_left():
    # −104 − 102 − 98 − 108 = −412 after four months; 8 × −100 remain; the mean deviation is −3: 8 × −3.
    found = support(ledger({"Löner": [-104, -102, -98, -108]}), {}, Period(2024, 4)).row(NET)
    assert found["year_budget"].value == -1200
    assert found["run_rate"].value == pytest.approx(-412 - 800 - 24)


def test_the_interval_is_students_t_times_the_spread_of_the_months():
    # Deviations −4, −2, 2, −8 around −3: squares 1 + 1 + 25 + 25 = 52, s = √(52 / 3). t(0.90; 3) = 1.638.
    found = support(ledger({"Löner": [-104, -102, -98, -108]}), {}, Period(2024, 4)).row(NET)
    half = 1.638 * sqrt(52 / 3) * sqrt(12 * 8 / 4)
    assert found["low"].value == pytest.approx(-1236 - half)
    assert found["high"].value == pytest.approx(-1236 + half)


def test_months_that_all_deviate_alike_give_an_interval_without_width():
    found = support(ledger({"Löner": [-101] * 6}), {}, Period(2024, 6)).row(NET)
    assert found["low"].value == found["high"].value == found["run_rate"].value == -1212


def test_the_season_is_last_years_share_class_by_class():
    # Löner: 40 of 160 last year = a quarter; −50 so far gives −200. Intäkter: 30 of 60 = half; 40 gives 80.
    book = ledger(
        {"Löner": [-20, -20, -10], "Intäkter": [20, 10, 10]},
        previous={"Löner": [-10, -20, -10, *[-120 / 9] * 9], "Intäkter": [10, 10, 10, *[30 / 9] * 9]},
    )
    found = support(book, {}, Period(2024, 3))
    assert {name: round(figure.value, 6) for name, figure in found.column("seasonal").items()} == {
        "Löner": -200,
        "Intäkter": 80,
        NET: -120,
    }


@pytest.mark.parametrize("previous", [[0.0] * 12, [10.0, 10.0, 10.0, *[-10.0] * 9], [-10.0, -10.0, -10.0, *[1.0] * 9]])
def test_a_last_year_without_a_share_gives_no_season_and_no_sum_of_them(previous):
    found = support(ledger({"Löner": [-100] * 3}, previous={"Löner": previous}), {}, Period(2024, 3))
    assert found["Löner", "seasonal"].why == "fjolåret ger ingen andel att räkna med"
    assert found[NET, "seasonal"].is_missing
    assert found[NET, "run_rate"].value == -1200


def test_a_class_without_amounts_in_either_year_is_nothing_and_not_missing():
    found = support(ledger({"Köp": [0] * 3}, previous={"Köp": [0.0] * 12}, budget=0.0), {}, Period(2024, 3))
    assert values(found.row(NET)) == {
        "year_budget": 0, "forecast": None, "run_rate": 0, "seasonal": 0, "low": 0, "high": 0,
    }  # fmt: skip


def test_a_net_budget_of_zero_is_no_obstacle():
    book = ledger({"Intäkter": [50, 52, 51], "Löner": [-50, -51, -53]}, budget=0.0)
    found = support(book, {}, Period(2024, 3)).row(NET)
    # −1 in three months, and so −4 in twelve.
    assert found["run_rate"].value == pytest.approx(-4)


def test_with_fewer_than_three_months_there_is_only_the_run_rate():
    found = support(ledger({"Löner": [-104, -102]}), {}, Period(2024, 2)).row(NET)
    assert found["run_rate"].value == pytest.approx(-1236)
    assert [found[name].why for name in ("seasonal", "low", "high")] == [TOO_EARLY] * 3


def test_a_month_without_outcome_makes_every_proposal_missing_and_says_which():
    book = ledger({"Löner": [-104, -102]})
    found = support(book, {}, Period(2024, 4)).row(NET)
    assert [found[name].why for name in ("run_rate", "low", "high")] == ["utfall saknas för mars, april"] * 3
    assert found["seasonal"].is_missing


def test_a_month_without_rows_is_a_gap_too():
    book = ledger({"Löner": [-104, -102, -98, -108]})
    without = book.where(period=[f"2024-{month:02d}" for month in range(1, 13) if month != 3])
    assert support(without, {}, Period(2024, 4))[NET, "run_rate"].why == "utfall saknas för mars"


def test_the_committees_forecast_stands_beside_and_all_become_deviations():
    book = ledger({"Löner": [-104, -102, -98, -108]})
    supported = support(book, {NET: Figure(-1210.0)}, Period(2024, 4))
    assert supported["Löner", "forecast"].why == "prognos saknas"
    net = deviations(supported).row(NET)
    assert (net["forecast"].value, net["run_rate"].value) == (-10, pytest.approx(-36))
    # Every number can be followed to the outcome's and the budget's cells.
    assert {cells.column for cells in net["run_rate"].origin} == {"C", "D"}


def test_side_of_the_interval_as_all_of_it_is_shown():
    # −10,3 and −8,0 mnkr: a forecast that is shown as one of them is at an end.
    low, high = Figure(-10.34e6), Figure(-8.04e6)
    forecasts = (-10.4e6, -10.34e6, -9e6, -8e6, -7.9e6)
    assert [side_of(Figure(value), low, high) for value in forecasts] == [
        "below",
        "end",
        "inside",
        "end",
        "above",
    ]
    assert side_of(Figure.missing(), low, high) == side_of(low, Figure.missing(), high) == ""


def test_in_hindsight_only_the_months_of_each_occasion_are_known():
    outcomes = [-104, -102, -98, -108, *[-100] * 8]
    found = in_hindsight(ledger({"Löner": outcomes}), ["2023-04", "2024-02", "2024-04", "2024-12"], Period(2024, 12))
    assert {name: round(figure.value, 6) for name, figure in found.column("run_rate").items()} == {
        "2024-02": -36,
        "2024-04": -36,
    }
    assert found["2024-02", "seasonal"].is_missing
    # A third of last year in four months: −412 × 3 less the budget.
    assert found["2024-04", "seasonal"].value == pytest.approx(-1236 + 1200)
