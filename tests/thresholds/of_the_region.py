"""Thresholds of the rules about the region's own sheets, the plan's frames, and forecasts that were given before.

The region's budget is 12 000 mnkr a year and the period ends in April, as in `region_accounts`. Amounts are in mnkr.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases import about

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.even_tables import forecast, ledger
from tests.region_accounts import REQUIREMENT, SHEET, STATEMENT, case, sheet
from tests.tables import source_table
from tests.thresholds.pair import of_all_rows, pair


def kronor(*mnkr: float) -> str:
    return " ".join(f"{round(one * 1e6)}" for one in mnkr)


def of_region(params: Params, period: str = "2024-04", **tables: Any) -> Case:
    return about(case(period, **tables), params=params)


def equity(params: Params, moved: float) -> Case:
    """Equity that has changed with the result of 34,3 mnkr and so much more; the assets are 13 000."""
    lines = {"equity": kronor(6000, 6034.3 + moved), "short_liabilities": kronor(2900, 2865.7 - moved)}
    return of_region(params, balance_sheet=sheet(SHEET, **lines))


def long_debts(params: Params, amounts: tuple[float, float]) -> Case:
    return of_region(params, balance_sheet=sheet(SHEET, long_liabilities=kronor(*amounts)))


def fixed_assets(params: Params, closing: float) -> Case:
    """Beside current assets of 8 000 at both ends."""
    lines = {"fixed_assets": kronor(112_000, closing), "current_assets": kronor(8_000, 8_000)}
    return of_region(params, balance_sheet=sheet(SHEET, **lines))


# A hundredth of 13 000.
pair("balansrakning", "percent_of_assets", equity, 130, 130.1, moved=2)
pair("balansrakningens-rader", "times_opening", long_debts, (1000, 3000), (1000, 3000.1), moved=4)
# A twentieth of 13 000 is 650.
pair("balansrakningens-rader", "percent_of_assets", long_debts, (100, 750), (100, 750.1), moved=6)
pair("balansrakningens-rader", "times_net_cost", fixed_assets, 112_000, 112_000.1, moved=11)


def statement(period: str = "2024-04", **others: float) -> Any:
    """The income statement with one amount, of the line and column that the pair is about, and some beside it."""

    def make(params: Params, amount: dict[str, float]) -> Case:
        lines = {name: kronor(value) for name, value in (others | amount).items()}
        return of_region(params, period, income_statement=sheet(STATEMENT, **lines))

    return make


# The net cost to April is 4 000, and grants are budgeted to 666,7.
pair(
    "resultatrakningens-rader",
    "percent_of_net_cost",
    statement(taxes__outcome=4500),
    {"taxes__budget": 5200 - 666.7},
    {"taxes__budget": 5200.1 - 666.7},
    moved=31,
)
pair(
    "resultatrakningens-rader",
    "percent_of_budget",
    statement(taxes__budget=3000),
    {"taxes__outcome": 3600},
    {"taxes__outcome": 3600.1},
    moved=21,
)
pair(
    "resultatrakningens-rader",
    "percent_of_last_year",
    statement(taxes__outcome=3000),
    {"taxes__previous_year": 3900},
    {"taxes__previous_year": 3900.1},
    moved=31,
)
pair(
    "resultatrakningens-rader",
    "percent_financial",
    statement(),
    {"financial_income__budget": 1200},
    {"financial_income__budget": 1200.1},
    moved=31,
)
# A quarter of the year has gone: 35 of 100 are ten points more.
pair(
    "resultatrakningens-manader",
    "points_from_even",
    statement("2024-03"),
    {"taxes__budget": 3500},
    {"taxes__budget": 3500.1},
    moved=11,
)


def requirement(line: str) -> Any:
    def make(params: Params, amount: float) -> Case:
        return of_region(params, balance_requirement=sheet(REQUIREMENT, **{line: kronor(amount)}))

    return make


pair("balanskravets-rader", "percent_of_net_cost", requirement("capital_gains__forecast"), -2400, -2400.1, moved=21)
# The budgeted deficit is 12 000 + 563 − 10 000 − 2 000 − 96 = 467.
pair("balanskravets-rader", "least_percent_of_deficit", requirement("exceptional__budget"), 4.7, 4.6, moved=0.9)


def history(params: Params, row: tuple[str, float, str]) -> Case:
    measure, value, unit = row
    table = source_table(
        f"""
        measure      year  kind     value    unit    decimals  source
        investments  2020  outcome  100      mnkr    1         A
        investments  2021  outcome  100      mnkr    1         A
        investments  2022  outcome  100      mnkr    1         A
        {measure}    2023  outcome  {value}  {unit}  1         A
        """
    )
    return of_region(params, financial_history=table)


pair(
    "finansiell-historik",
    "times_series",
    history,
    ("investments", 1000, "mnkr"),
    ("investments", 1000.1, "mnkr"),
    moved=11,
)
for name, measure, most in (
    ("largest_result_share", "result_share", 30),
    ("largest_self_financing", "self_financing", 1000),
    ("largest_solidity", "solidity", 100),
):
    pair("finansiell-historik", name, history, (measure, most, "percent"), (measure, most + 0.1, "percent"), most + 1)


def forecast_before(params: Params, kronor: int) -> Case:
    """One row whose previous forecast is so many kronor from February's."""

    def change(frame: Any) -> None:
        frame.loc[2, "previous_forecast"] += kronor

    return case_of(params=params, previous={"forecast": forecast()}, forecast=forecast(change))


def forecast_of_other_rows(params: Params, kronor: int) -> Case:
    """An activity with another name, whose sum is so many kronor from February's."""

    def change(frame: Any) -> None:
        frame.loc[2, "activity"] = "Bibliotek och arkiv"
        frame.loc[2, "previous_forecast"] += kronor

    return case_of(params=params, previous={"forecast": forecast()}, forecast=forecast(change))


def earlier_deviation(params: Params, kronor: int) -> Case:
    """February's deviation, which was −1 mnkr then."""
    before, now = (
        source_table(f"period  report  deviation\n2024-02  Månadsrapport  {value}")
        for value in (-1_000_000, -1_000_000 + kronor)
    )
    return case_of(params=params, previous={"forecast_history": before}, forecast_history=now)


pair("foregaende-prognos", "kronor", forecast_before, 60_000, 60_001, moved=70_000)
pair("foregaende-prognos", "sum_kronor", forecast_of_other_rows, 500_000, 500_001, moved=600_000)
pair("prognoshistorik-mot-tidigare", "kronor", earlier_deviation, 60_000, 60_001, moved=70_000)


def frame(usual: float) -> Any:
    """A holder's frame in mnkr, of so much in the later years."""

    def make(params: Params, first: float) -> Case:
        years = "  ".join(f"{round(-one * 1e6)}" for one in (first, usual, usual, usual, usual))
        table = source_table(f"line  year_0  year_1  year_2  year_3  year_4\nRevision  {years}")
        return case_of(params=params, reader="region", committee="REGION", frames=table)

    return make


def operating_budget(params: Params, kronor: int) -> Case:
    """Of the holder of the frame Revision, which is 6 mnkr."""
    return case_of(
        params=params,
        committee="REV",
        frames=source_table("line  year_0\nRevision  -6000000"),
        operating_budget=source_table(f"committee  amount\nREV  {-6_000_000 - kronor}"),
    )


pair("ramarnas-storlek", "times", frame(2), 199.9, 200, moved=101)
# Of another sign: 0,3 and −0,19 differ by 490 000, with −0,2 by half a million.
pair("ramarnas-storlek", "kronor", frame(0.3), -0.19, -0.2, moved=600_000)
pair("driftbudget-ram", "kronor", operating_budget, 500_000, 500_001, moved=600_000)


def closed(params: Params, amounts: tuple[int, int]) -> Case:
    """Of so many amounts of last year to April, so many are other ones than in February's report."""
    count, changed = amounts

    def other(frame: Any) -> None:
        rows = frame.index[frame["period"] <= "2024-04"][:changed]
        frame.loc[rows, "previous_year"] += 7_000.33

    def keep(table: Any) -> Any:
        rows = table.frame.index[table.frame["period"] <= "2024-04"][:count]
        return replace(table, frame=table.frame.loc[rows])

    return case_of(params=params, previous={"ledger": keep(ledger())}, ledger=keep(ledger(4, other)))


pair("forra-arets-utfall", "share", closed, (40, 19), (40, 20), moved=0.53, only=of_all_rows)
pair("forra-arets-utfall", "least_amounts", closed, (11, 11), (12, 12), moved=13, only=of_all_rows)

# Interest may come in any month, but no more than a tenth above the year's 96.
pair(
    "resultatrakningens-manader",
    "points_from_even",
    statement(),
    {"financial_income__budget": 105.6},
    {"financial_income__budget": 105.7},
    moved=11,
)
