"""The region's balance sheet (balansräkning) and the key ratios that follow from it.

Kronor without sign. The contingent pension liability (ansvarsförbindelse) stands outside the balance sheet: pensions
earned before 1998. Source: sheet `Balansräkning` of the region's workbook.
"""

from __future__ import annotations

from typing import Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.tables import region_accounts
from followup.workbooks.source_table import SourceTable

LINES = region_accounts.LINES
ASSETS = "Summa tillgångar"
FUNDING = "Summa eget kapital, avsättningar och skulder"
SUMS = (ASSETS, FUNDING)

SOLIDITY = "Soliditet"
FULL_SOLIDITY = "Soliditet inklusive ansvarsförbindelsen"
LIQUID_FUNDS = "Likvida medel"

GivenColumn = Literal["opening", "closing"]
Column = Literal[GivenColumn, "change"]
GIVEN: tuple[GivenColumn, ...] = get_args(GivenColumn)
COLUMNS: tuple[Column, ...] = get_args(Column)
BalanceTable = FigureTable[Column]


def sheet(lines: SourceTable) -> BalanceTable:
    """One row per line with the two sums in their places. Columns: COLUMNS, change = closing − opening."""
    given: dict[str, dict[str, Figure]] = {
        name: {column: lines.where(line=code).figure(column) for column in GIVEN} for code, name in LINES.items()
    }
    sums = {
        ASSETS: [LINES[code] for code in region_accounts.ASSETS],
        FUNDING: [LINES[code] for code in region_accounts.FUNDING],
    }
    given |= {
        total: {column: Figure.sum(given[name][column] for name in parts) for column in GIVEN}
        for total, parts in sums.items()
    }
    order = [*sums[ASSETS], LINES["liquid_funds"], ASSETS, *sums[FUNDING], FUNDING, LINES["contingent_pensions"]]
    rows = {name: given[name] | {"change": given[name]["closing"] - given[name]["opening"]} for name in order}
    return FigureTable.of(rows, COLUMNS)


def key_ratios(balance: BalanceTable) -> BalanceTable:
    """SOLIDITY and FULL_SOLIDITY in per cent of all assets, LIQUID_FUNDS in kronor. Columns: COLUMNS.

    A change of a percentage is in percentage points.
    """
    rows: dict[str, dict[str, Figure]] = {SOLIDITY: {}, FULL_SOLIDITY: {}, LIQUID_FUNDS: {}}
    for column in GIVEN:
        equity, assets = balance[LINES["equity"], column], balance[ASSETS, column]
        covered = equity - balance[LINES["contingent_pensions"], column]
        rows[SOLIDITY][column] = equity.per(assets)
        rows[FULL_SOLIDITY][column] = covered.per(assets)
        rows[LIQUID_FUNDS][column] = balance[LINES["liquid_funds"], column]
    for row in rows.values():
        row["change"] = row["closing"].change_from(row["opening"])
    return FigureTable.of(rows, COLUMNS)
