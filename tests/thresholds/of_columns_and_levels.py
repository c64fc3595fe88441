"""Thresholds of the rules about parts of a whole, shifted rows, closed years, whole columns and a month's level."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases import about

from followup.checks.common.case import Case
from followup.params.params import Params
from followup.workbooks.read_table import ReadTable
from tests.cases import case_of
from tests.even_tables import ledger
from tests.region_accounts import REQUIREMENT, STATEMENT, case, sheet
from tests.series_tables import indicator_values, months
from tests.thresholds.amounts import Columns, flat, ledger_case
from tests.thresholds.pair import pair

M = 1_000_000


def unrealised(amount: int, **financial: int) -> Any:
    """The region's forecast has so much unrealised, in mnkr.

    The budget has an income of 96 and costs of 563. Of one of the two forecasts the pair says how much it is.
    """

    def make(params: Params, own: dict[str, int]) -> Case:
        lines = {f"{line}__forecast": f"{mnkr * M}" for line, mnkr in (financial | own).items()}
        statement = sheet(STATEMENT, **lines)
        requirement = sheet(REQUIREMENT, unrealised__forecast=f"{amount * M}")
        return about(case(income_statement=statement, balance_requirement=requirement), params=params)

    return make


# Of a loss of 60, the costs have grown by 30 or 29, and the income by 60. Of a gain, the other way round.
pair(
    "balanskravets-delar",
    "percent_in_own_line",
    unrealised(60, financial_income=156),
    {"financial_costs": -593},
    {"financial_costs": -592},
    moved=48,
)
pair(
    "balanskravets-delar",
    "percent_in_own_line",
    unrealised(-60, financial_costs=-623),
    {"financial_income": 126},
    {"financial_income": 125},
    moved=48,
)

SHIFTED = "belopp-pa-fel-rad"


def shifted(everything: int, rows: int, factor: float = 1.0, *amounts: float) -> Columns:
    """In so many rows below the first, the outcome is so many times what the row above should have.

    Accounts have one of the amounts each, over and over; of the usual ones, none is near another.
    """
    one_each = amounts or (100_000, 300_000, 900_000)
    columns = flat(*[one_each[row % len(one_each)] for row in range(everything)])
    columns["outcome"][1 : rows + 1] = columns["budget"][:rows] * factor
    return columns


pair(
    SHIFTED,
    "least_amounts",
    lambda params, rows: ledger_case(params, shifted(rows + 1, rows), 1),
    7,
    8,
    moved=9,
)
pair(SHIFTED, "share", lambda params, rows: ledger_case(params, shifted(100, rows), 1), 14, 15, moved=0.165)


def away(exponent: int) -> Any:
    """The outcome is so many times what the row above has, or with −1 that part of it."""
    return lambda params, times: ledger_case(params, shifted(13, 12, times**exponent), 1)


# Near what the row above has: a little more, a little less.
for exponent in (1, -1):
    pair(SHIFTED, "times", away(exponent), 1.401, 1.399, moved=1.39)
# Far from what its own row has.
pair(
    SHIFTED,
    "times",
    lambda params, times: ledger_case(params, shifted(13, 12, 1.0, 100_000, 100_000 * times), 1),
    1.399,
    1.401,
    moved=1.41,
)

CLOSED = "forra-arets-utfall"


def closed_part(column: str, name: str, count: int | None = None) -> Any:
    """Of last year's amounts to April, a part has so many, and so many of them are others than in the report before.

    Without `count` all of them are others.
    """

    def make(params: Params, changed: int) -> Case:
        before = ledger().frame
        before = before[before["period"] <= "2024-04"]
        part = before.index[before[column] == name]
        before = before.drop(part[count or changed :])
        now = before.copy()
        now.loc[part[:changed], "previous_year"] += 7_000.33
        return case_of(
            params=params, previous={"ledger": replace(ledger(), frame=before)}, ledger=replace(ledger(), frame=now)
        )

    return make


# Beside the 36 of the other activity, 54 of other months, 48 of other classes.
pair(CLOSED, "share_of_part", closed_part("activity", "Skola", 30), 26, 27, moved=0.94)
pair(CLOSED, "share_of_part", closed_part("account_class", "Intäkter", 20), 17, 18, moved=0.96)
pair(CLOSED, "least_of_part", closed_part("period", "2024-04"), 7, 8, moved=9)
pair(CLOSED, "least_of_part", closed_part("account_class", "Intäkter"), 7, 8, moved=9)

LEVEL = "manadens-niva"
# What is asked of the middle account of a class.
OF_ACTIVITY = {"doubled": 99.0}


def january_times(columns: Columns, factor: float, accounts: int) -> Columns:
    """The first accounts with so many times their own."""
    columns["outcome"][:accounts] *= factor
    return columns


def level(params: Params, factor: float) -> Case:
    return ledger_case(params, january_times(flat(*[100_000] * 5), factor, 5), 1)


def doubled_of_20(params: Params, count: int) -> Case:
    return ledger_case(params, january_times(flat(*[100_000] * 20), 2, count), 1)


def doubled_beside(params: Params, monthly: float) -> Case:
    """Four accounts twice, beside a large one that has nothing booked: a year of more than 60 mnkr."""
    columns = january_times(flat(*[monthly] * 4, 5 * M), 2, 4)
    columns["outcome"][-1] = float("nan")
    return ledger_case(params, columns, 1)


pair(LEVEL, "doubled_least", level, 1.59, 1.6, moved=1.62, beside=OF_ACTIVITY)
pair(LEVEL, "doubled_most", level, 2.51, 2.5, moved=2.48, beside=OF_ACTIVITY)
pair(LEVEL, "share", doubled_of_20, 15, 16, moved=0.86, beside=OF_ACTIVITY)
# Half of 4 · 250 000.
pair(LEVEL, "kronor", doubled_beside, 124_999, 125_000, moved=500_100, beside=OF_ACTIVITY)


def journeys(params: Params, last: int) -> Case:
    """The latest month's number after at most 100 a month: without March's 60 it would be 89 or 90."""
    values = dict(zip(months("2023-12", 5), (100, 90, 80, 60, last), strict=True))
    return case_of(params=params, indicator_values=indicator_values({"RESOR": values}))


pair("indikatorns-serie", "sista_manaden", journeys, 149, 150, moved=1.52)

UNIT = "kolumnens-enhet"


def whole_column(params: Params, columns: Columns, month: int = 4) -> Case:
    """The ledger to a month, each account in a class of its own, as it was read."""
    one = ledger_case(params, columns, month, classes=[f"Klass {number}" for number in range(len(columns["budget"]))])
    table = one.tables["ledger"]
    read = ReadTable("ledger", table.sheet, table.letters, table.frame)
    return replace(one, layouts=params.layouts["utfall"].tables, reads={"ledger": read})


def of_classes(params: Params, factor: float) -> Case:
    """The outcome of five classes is so many times the budget."""
    columns = flat(*[100_000] * 5)
    columns["outcome"] *= factor
    return whole_column(params, columns)


def four_of_five_classes(params: Params, fifth: float) -> Case:
    """The outcome is a thousand times the budget in four classes of 100 000 kronor a month, and not in the fifth."""
    columns = flat(*[100_000] * 4, fifth)
    columns["outcome"][:4] *= 1_000
    return whole_column(params, columns)


# 0,35 as a logarithm is 2,2387 times.
pair(UNIT, "near", of_classes, 2_239, 2_238, moved=0.345)
pair(UNIT, "near", of_classes, 1_000 / 2.239, 1_000 / 2.238, moved=0.345)
pair(UNIT, "share", four_of_five_classes, 101_000, 100_000, moved=0.81)
