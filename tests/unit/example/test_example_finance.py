"""The region's finance in the example against the public figures, typed here from their sources, and against itself."""

from datetime import date

import pytest

from followup.example import region_finance, story
from followup.example.ledger import ledger_rows

pytestmark = pytest.mark.slow

PERIODS = story.PERIODS


def columns(rows):
    """Each column's sum; a column with a gap is None."""
    return [None if None in values else sum(values) for values in list(zip(*rows, strict=True))[1:]]


def balance(period):
    return {line: (opening, closing) for line, opening, closing in region_finance.balance_sheet_rows(period)}


def solidity(period):
    sheet = {line: closing for line, (_, closing) in balance(period).items()}
    assets = sheet["Anläggningstillgångar"] + sheet["Omsättningstillgångar"]
    return 100 * (sheet["Eget kapital"] - sheet["Ansvarsförbindelse för pensioner"]) / assets


def shares(period):
    """Taxes and grants by column: budget, outcome, previous year, year budget, forecast, previous forecast."""
    return columns(region_finance.income_statement_rows(period)[:2])


def test_the_budgets_are_those_of_the_plan():
    # Mål och budget 2024–2028: −303 mnkr and −2,4 %, −641 mnkr and −4,8 %.
    for year, result, share in ((2023, -303, -2.4), (2024, -641, -4.8)):
        period = f"{year}-12"
        rows = region_finance.income_statement_rows(period)
        _, operations = region_finance.operations(period)
        assert operations + columns(rows)[3] == pytest.approx(result)
        assert round(100 * result / shares(period)[3], 1) == share


def test_the_outcomes_agree_with_kolada():
    # N63146 2,0 and 0,0; N63147 −0,1 and −1,2 per cent of taxes and grants.
    for period, share, balanced in (("2023-12", 2.0, -0.1), ("2024-12", 0.0, -1.2)):
        result, base = region_finance.result(period), shares(period)[1]
        adjustments = [row[3] for row in region_finance.balance_requirement_rows(period)[:5]]
        assert round(100 * result / base, 1) == share
        assert round(100 * (result + sum(adjustments)) / base, 1) == balanced
    # N63133: 24,6 (2022), 23,1 and 20,9.
    assert round(solidity("2023-12"), 1) == 23.1
    assert round(solidity("2024-12"), 1) == 20.9
    opening = {line: amounts[0] for line, amounts in balance("2023-12").items()}
    assets = opening["Anläggningstillgångar"] + opening["Omsättningstillgångar"]
    assert round(100 * (opening["Eget kapital"] - opening["Ansvarsförbindelse för pensioner"]) / assets, 1) == 24.6


def test_the_press_releases():
    # 2023-06-07: balanskravsresultat forecast −277. 2024-02-14: 260, against −322, and −11 without changes of value.
    rows = {row[0]: row for row in region_finance.balance_requirement_rows("2023-04")}
    adjustments = list(rows.values())[:5]
    assert region_finance.forecast_result("2023-04") + sum(row[2] for row in adjustments) == pytest.approx(-277)
    assert -303 + sum(row[1] for row in adjustments) == pytest.approx(-322)
    assert round(region_finance.result("2023-12")) == 260
    settled = region_finance.balance_requirement_rows("2023-12")[:5]
    assert round(region_finance.result("2023-12") + sum(row[3] for row in settled)) == -11


def test_the_balance_sheet_that_the_plan_tells_of():
    # Mål och budget 2024–2028: in the report of 2023-04-30 equity of about 5,6 mdkr, liquid funds of about 7,2,
    # assets of about 13,4, solidity 18,6 per cent.
    sheet = balance("2023-04")
    assert round(sheet["Eget kapital"][1] / 1000, 1) == 5.6
    assert round(sheet["varav likvida medel"][1] / 1000, 1) == 7.2
    assert round((sheet["Anläggningstillgångar"][1] + sheet["Omsättningstillgångar"][1]) / 1000, 1) == 13.4
    assert round(solidity("2023-04"), 1) == 18.6


@pytest.mark.parametrize("period", PERIODS)
def test_every_balance_sheet_balances_and_moves_with_the_result(period):
    sheet = balance(period)
    for side in (0, 1):
        assets = sheet["Anläggningstillgångar"][side] + sheet["Omsättningstillgångar"][side]
        rest = ("Eget kapital", "Avsättningar", "Långfristiga skulder", "Kortfristiga skulder")
        assert assets == pytest.approx(sum(sheet[line][side] for line in rest), abs=0.05)
        assert sheet["varav likvida medel"][side] < sheet["Omsättningstillgångar"][side]
    opening, closing = sheet["Eget kapital"]
    assert closing - opening == pytest.approx(region_finance.result(period), abs=0.11)


@pytest.mark.parametrize("period", PERIODS)
def test_operations_are_the_ledger_s(period):
    month = int(period[5:])
    booked = -sum(row.outcome for row in ledger_rows(period) if row.month <= month) / 1e6
    assert region_finance.operations(period)[0] == pytest.approx(booked)


@pytest.mark.parametrize("period", PERIODS)
def test_last_year_is_what_that_year_told(period):
    earlier = f"{int(period[:4]) - 1}{period[4:]}"
    if earlier in PERIODS:
        now = [row[3] for row in region_finance.income_statement_rows(period)]
        assert now == [row[2] for row in region_finance.income_statement_rows(earlier)]


def test_a_previous_forecast_is_what_the_report_before_forecast():
    for before, period in (("2024-02", "2024-04"), ("2024-04", "2024-08"), ("2024-08", "2024-10")):
        told = [row[5] for row in region_finance.income_statement_rows(before)]
        assert [row[6] for row in region_finance.income_statement_rows(period)] == told
    assert [row[6] for row in region_finance.income_statement_rows("2024-02")] == [None] * 4
    # The year's last report holds the last forecast and the one before it.
    last = [row[5:] for row in region_finance.income_statement_rows("2024-10")]
    assert [row[5:] for row in region_finance.income_statement_rows("2024-12")] == last


def test_only_the_reports_that_need_one_have_a_balance_requirement():
    having = [period for period in PERIODS if region_finance.balance_requirement_rows(period)]
    assert having == ["2023-04", "2023-08", "2023-12", "2024-04", "2024-08", "2024-12"]


def history(year):
    sheet = region_finance.financial_goals_workbook(year)["Historik"]
    rows = [row for row in sheet.iter_rows(min_row=7, values_only=True) if isinstance(row[1], int)]
    return {(measure, when, kind, source[:6]): value for measure, when, kind, value, _, _, _, source in rows}


def test_the_history_is_transcribed_as_it_is_printed():
    found = history(2024)
    share, financing = (
        "Resultat i förhållande till skatter och statsbidrag",
        "Självfinansieringsgrad av investeringarna",
    )
    assert found[share, 2021, "Utfall", "Region"] == 10.3
    assert found[financing, 2022, "Utfall", "Region"] == 23.2
    assert found[financing, 2024, "Budget", "Region"] == -17.7
    assert found["Årets resultat", 2021, "Utfall", "Region"] == 1304
    assert found["Investeringar", 2024, "Budget", "Region"] == 983
    assert found[financing, 2022, "Utfall", "Kolada"] == 184.5
    assert sum(1 for key in found if key[3] == "Kolada") == 18


def test_a_history_knows_nothing_of_its_own_year_but_the_budget():
    for year in (2023, 2024):
        assert {(when, kind) for _, when, kind, _ in history(year) if when >= year} == {(year, "Budget")}


def test_2023_ends_in_2024_s_history_as_in_the_year_s_own_report():
    found = history(2024)
    own = {
        measure: value
        for (measure, when, kind, source), value in found.items()
        if (when, kind) == (2023, "Utfall") and source == "Region"
    }
    assert own["Årets resultat"] == 260.0
    assert own["Skatteintäkter samt statsbidrag och utjämning"] == shares("2023-12")[1]
    # Kolada N63144: 102,0 per cent.
    financed = 100 * (own["Årets resultat"] + own["Avskrivningar"]) / own["Investeringar"]
    assert financed == pytest.approx(102.0, abs=0.3)


def test_the_workbook_says_when_it_was_extracted():
    cells = [
        row[0]
        for row in region_finance.financial_goals_workbook(2024)["Historik"].iter_rows(max_row=4, values_only=True)
    ]
    assert cells[2] == "Uttagsdatum: 2024-02-28"
    assert date.fromisoformat(cells[2].split()[-1]) < date(2024, 3, 1)
