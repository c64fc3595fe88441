"""Economy by class, activity and month. The sums in these tests are worked out by hand."""

import pytest

from followup.analysis import economy
from followup.analysis.economy import EconomyRow
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from tests.tables import source_table

APRIL = Period(2024, 2)  # two months keep the tables short


@pytest.fixture(autouse=True)
def amounts_are_of_few_kronor(monkeypatch):
    """The growth of small amounts has a rule of its own, which these sums are no test of."""
    monkeypatch.setattr(economy, "LEAST_BASE", 0)


LEDGER = source_table("""
    period   activity     account_class      outcome  budget  previous_year
    2024-01  Bibliotek    Intäkter           40       50      45
    2024-01  Bibliotek    Personalkostnader  -110     -100    -100
    2024-01  Scenkonst    Personalkostnader  -70      -80     -60
    2024-02  Bibliotek    Intäkter           60       50      45
    2024-02  Bibliotek    Personalkostnader  -115     -100    -100
    2024-02  Scenkonst    Personalkostnader  -75      -80     -60
    2024-03  Bibliotek    Intäkter           .        55      45
    2024-03  Bibliotek    Personalkostnader  .        -110    -100
    2024-03  Scenkonst    Personalkostnader  .        -85     -60
""")
FORECAST = source_table("""
    activity   account_class      forecast  previous_forecast
    Bibliotek  Intäkter           150       155
    Bibliotek  Personalkostnader  -340      -320
    Scenkonst  Personalkostnader  -230      -240
""")


def values(row: EconomyRow) -> dict[str, float | None]:
    return {
        name: figure.value if figure.value is None else round(figure.value, 9) for name, figure in row.figures.items()
    }


def test_the_committee_as_a_whole():
    net = economy.by_account_class(LEDGER, FORECAST, APRIL).row(economy.NET)
    assert values(net) == {
        "outcome": -270,  # 100 − 225 − 145
        "budget": -260,
        "deviation": -10,
        "previous_year": -230,
        "change": 17.391304348,  # 40 / 230
        "year_budget": -400,  # 155 − 310 − 245
        "forecast": -420,
        "forecast_deviation": -20,
        "previous_forecast": -405,
        "forecast_change": -15,
    }


def test_account_classes_stand_in_the_ledgers_order_with_the_net_cost_last():
    frame = economy.by_account_class(LEDGER, FORECAST, APRIL)
    assert list(frame.names) == ["Intäkter", "Personalkostnader", "Nettokostnad"]
    assert values(frame.row("Intäkter"))["deviation"] == 0
    assert values(frame.row("Personalkostnader"))["deviation"] == -10


def test_a_deviation_knows_the_cells_of_both_its_sides():
    deviation = economy.by_account_class(LEDGER, FORECAST, APRIL)["Intäkter", "deviation"]
    assert [cells.address for cells in deviation.origin] == ["D5,D8", "E5,E8"]


def test_the_activity_with_the_largest_deviation_comes_first_whatever_its_sign():
    frame = economy.by_activity(LEDGER, FORECAST, APRIL)
    assert list(frame.names) == ["Bibliotek", "Scenkonst", "Nettokostnad"]
    assert [frame[name, "deviation"].value for name in frame.names] == [-25, 15, -10]


def test_small_deviations_are_summed_into_one_row_and_the_total_stays():
    frame = economy.by_activity(LEDGER, FORECAST, APRIL)
    extra = frame.only(["Scenkonst"]).renamed({"Scenkonst": "Museer"})
    four = frame.only(["Bibliotek", "Scenkonst"]).then(extra).then(frame.only(["Nettokostnad"]))
    shown = economy.largest_first(four, shown=1)
    assert list(shown.names) == ["Bibliotek", "Övriga verksamheter (2 st)", "Nettokostnad"]
    assert shown.figures("deviation")[1].value == 30
    assert round(shown.figures("change")[1].value, 9) == 20.833333333  # (290 − 240) / 240
    assert economy.largest_first(four, shown=2) is four  # a sum of one row would hide a name for nothing


def test_an_activity_that_the_report_names_is_not_hidden_in_the_summed_row():
    rows = {
        name: dict.fromkeys(economy.COLUMNS, Figure(value))
        for name, value in zip("ABCDE", (9, 7, 5, 3, 1), strict=True)
    }
    table = FigureTable.of(rows | {economy.NET: dict.fromkeys(economy.COLUMNS, Figure(25))}, economy.COLUMNS)
    shown = economy.largest_first(table, shown=1, named={"D", economy.NET})
    assert list(shown.names) == ["A", "D", "Övriga verksamheter (3 st)", economy.NET]
    assert shown["Övriga verksamheter (3 st)", "deviation"].value == 13  # 7 + 5 + 1
    # No more rows than there is room for: two and the summed one.
    limited = economy.largest_first(table, shown=1, named={"C", "D"}, most=3)
    assert list(limited.names) == ["A", "C", "Övriga verksamheter (3 st)", economy.NET]


def test_a_month_without_outcome_is_missing_and_not_zero():
    monthly = economy.by_month(LEDGER, APRIL)
    assert [figure.value for figure in monthly.figures("outcome")[:3]] == [-140, -130, None]
    assert monthly[3, "outcome"].why == "ännu inte redovisat"
    assert [figure.value for figure in monthly.figures("budget")[:3]] == [-130, -130, -140]


def test_the_deviation_accumulates_month_by_month_and_stops_where_the_outcome_does():
    accumulated = economy.accumulated_deviation(economy.by_month(LEDGER, APRIL))
    assert [figure.value for figure in accumulated.figures("deviation")[:3]] == [-10, -10, None]


def test_growth_is_not_shown_where_the_amount_has_changed_sign():
    grown = economy.growth_of(Figure(20e6), Figure(-30e6))
    assert (grown.value, grown.why) == (None, "beloppet har bytt tecken")
    assert economy.growth_of(Figure(-40e6), Figure(-20e6)).value == 100


def test_growth_of_what_is_near_zero_is_not_shown(monkeypatch):
    monkeypatch.undo()
    # 1,3 mnkr last year and 3,0 now are +131,7 per cent and no news.
    grown = economy.growth_of(Figure(-3.0e6), Figure(-1.294865e6))
    assert (grown.value, grown.why, grown.unit) == (None, "för litet belopp i fjol", "%")
    assert economy.growth_of(Figure(-6.0e6), Figure(-4_999_999.0)).is_missing
    assert economy.growth_of(Figure(-6.0e6), Figure(-5.0e6)).value == 20


def test_growth_of_a_net_that_is_zero_over_the_year_is_not_shown():
    sold = source_table("""
        period   activity  account_class      outcome  budget  previous_year
        2024-01  Kök       Intäkter           90       100     80
        2024-01  Kök       Personalkostnader  -95      -100    -81
    """)
    nothing = source_table("activity  account_class  forecast  previous_forecast\n Kök  Intäkter  0  0")
    net = economy.by_account_class(sold, nothing, Period(2024, 1)).row(economy.NET)
    assert net["change"] == Figure(None, "%", net["change"].origin, "årsbudgeten är noll")
    assert net["deviation"].value == -5


def test_the_frame_is_the_sum_of_the_budget_tables_lines():
    frames = source_table("""
        line                                year_0
        Regionstyrelsen                     -952
        Regionstyrelsen Hälso- och sjukvård  -3692
        Driftnämnd Kultur och skola         -183
    """)
    decided = economy.frame_of_budget(frames, ("Regionstyrelsen", "Regionstyrelsen Hälso- och sjukvård"))
    assert decided.value == -4644


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        # The first activity has no medicines, whose accounts come before those of other costs.
        (("3010", "6010", "7910", "5510"), ["Intäkter", "Läkemedel", "Övrigt", "Avskrivningar"]),
        (("301", "6010", "7910", "900"), ["Intäkter", "Läkemedel", "Övrigt", "Avskrivningar"]),
    ],
)
def test_account_classes_stand_in_the_order_of_their_lowest_account(accounts, expected):
    classes = ("Intäkter", "Övrigt", "Avskrivningar", "Läkemedel")
    rows = [f"2024-01  {name}  {account}  -1  -1  -1" for name, account in zip(classes, accounts, strict=True)]
    ledger = source_table("\n".join(["period  account_class  account  outcome  budget  previous_year", *rows]))
    assert economy.account_classes(ledger) == expected


def test_account_classes_of_a_ledger_without_accounts_stand_as_it_has_them():
    ledger = source_table("account_class  outcome\nÖvrigt  -1\nIntäkter  1")
    assert economy.account_classes(ledger) == ["Övrigt", "Intäkter"]
