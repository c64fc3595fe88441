"""The region's finance from the example workbooks, held against sums made by openpyxl alone."""

from functools import cache

import openpyxl
import pytest

from followup.ground.paths import PROJECT
from followup.reports.open import open_report
from tests.reports import independent_sums

DATA = PROJECT / "data" / "example"
REPORTING = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
YEARLY = ("PN", "GNHH")


def sheet(period, book, name, first_heading):
    """The rows below the heading row, to the first empty one, as lists."""
    workbook = openpyxl.load_workbook(DATA / period[:4] / period / f"{book}.xlsx", read_only=True, data_only=True)
    rows = list(workbook[name].iter_rows(values_only=True))
    workbook.close()
    start = next(number for number, row in enumerate(rows) if row and row[0] == first_heading)
    found = []
    for row in rows[start + 1 :]:
        if all(value is None for value in row):
            break
        if row[0] != "Summa":
            found.append(list(row))
    return found


def column(rows, place):
    return sum(independent_sums._text_number(row[place]) for row in rows)


@cache
def ledger(period):
    return independent_sums.ledger(DATA, period)


def booked(period, account_class=None):
    """The ledger's outcome to the period and its budget of the year, mnkr in result terms."""
    outcome = budget = 0.0
    for row in ledger(period):
        if account_class in (None, row["Kontoklass"]):
            budget -= float(row["Budget"]) / 1e6
            if str(row["Period"]) <= period:
                outcome -= float(row["Utfall"]) / 1e6
    return outcome, budget


def forecast(period, place):
    """All holders' forecasts, mnkr in result terms; place 2 is this one, 3 the one before."""
    codes = (*REPORTING, *YEARLY) if period.endswith("-12") else REPORTING
    own = sum(column(sheet(period, code, "Prognos", "Verksamhet"), place) for code in codes)
    return -(own + column(sheet(period, "REGION", "Prognos övriga", "Nämnd"), place - 1))


def mnkr(figure):
    return figure.value / 1e6


@pytest.fixture(scope="module", params=["2024-08", "2024-12"])
def told(request):
    return request.param, open_report("REGION", request.param).finance


def test_the_result_is_the_ledger_s_and_the_other_lines(told):
    period, finance = told
    outcome, year_budget = booked(period)
    lines = sheet(period, "REGION", "Resultaträkning", "Post")
    assert mnkr(finance.result["outcome"]) == pytest.approx(outcome + column(lines, 2), abs=1e-6)
    assert mnkr(finance.result["year_budget"]) == pytest.approx(year_budget + column(lines, 4), abs=1e-6)
    assert mnkr(finance.result["year_budget"]) == pytest.approx(-641, abs=1e-6)  # Mål och budget 2024–2028


def test_the_forecast_is_the_sum_of_all_holders_and_the_other_lines(told):
    period, finance = told
    lines = sheet(period, "REGION", "Resultaträkning", "Post")
    given = forecast(period, 2) + column(lines, 5)
    # When the year is over, the last forecast is what its outcome is compared with.
    shown = finance.result["previous_forecast" if period.endswith("-12") else "forecast"]
    assert mnkr(shown) == pytest.approx(given, abs=1e-6)
    assert len({cells.workbook for cells in shown.origin}) == (11 if period.endswith("-12") else 9)


def test_the_balance_requirement(told):
    period, finance = told
    rows = {row[0]: row for row in sheet(period, "REGION", "Balanskrav", "Post")}
    place, name = (3, "amount") if period.endswith("-12") else (2, "forecast")
    adjustments = [row[place] for row in list(rows.values())[:5]]
    result = mnkr(finance.result["outcome" if name == "amount" else "forecast"])
    assert mnkr(finance.balance_requirement["Balanskravsresultat", name]) == pytest.approx(result + sum(adjustments))
    assert mnkr(finance.balance_requirement["Kvar att återställa", name]) == pytest.approx(0, abs=0.06)


def test_the_ratios_of_the_year(told):
    period, finance = told
    invested = [row for row in sheet(period, "investeringar", "Investeringar", "Period") if row[0] == period]
    result, depreciation = mnkr(finance.result["year_budget"]), booked(period, "Avskrivningar")
    budget = finance.goal_history("self_financing")["2024 budget", "computed"].value
    assert budget == pytest.approx(100 * (result - depreciation[1]) / column(invested, 5))
    assert round(budget, 1) == -17.7  # Mål och budget 2024–2028
    if period.endswith("-12"):
        now = finance.goals["self_financing"].now.value
        assert now == pytest.approx(100 * (mnkr(finance.result["outcome"]) - depreciation[0]) / column(invested, 6))
        assert round(now, 1) == 69.2  # Kolada N63144, 2024
        assert round(finance.goals["result_share"].now.value, 1) == 0.0  # N63146
        assert round(finance.goals["solidity"].now.value, 1) == 20.9  # N63133


def test_every_figure_of_the_statements_knows_its_cells(told):
    _, finance = told
    for table in (finance.income_statement, finance.balance_sheet, finance.key_ratios):
        figures = [figure for _, row in table.rows() for figure in row.figures.values()]
        assert figures
        assert all(figure.origin for figure in figures if not figure.is_missing)
