"""The region's balance sheet (balansräkning) and the key ratios that follow from it.

Kronor without sign. The contingent pension liability (ansvarsförbindelse) stands outside the balance sheet: pensions
earned before 1998. Source: sheet `Balansräkning` of the region's workbook.
"""

from __future__ import annotations

import pandas as pd

from followup.ground.figure import PERCENTAGE_POINTS, Figure
from followup.tables import region_accounts
from followup.workbooks.source_table import SourceTable

LINES = region_accounts.LINES
ASSETS = "Summa tillgångar"
FUNDING = "Summa eget kapital, avsättningar och skulder"
SUMS = (ASSETS, FUNDING)

SOLIDITY = "Soliditet"
FULL_SOLIDITY = "Soliditet inklusive ansvarsförbindelsen"
LIQUID_FUNDS = "Likvida medel"

COLUMNS = ("opening", "closing", "change")


def sheet(lines: SourceTable) -> pd.DataFrame:
    """One row per line with the two sums in their places. Columns: COLUMNS, change = closing − opening."""
    given = {
        name: {column: lines.where(line=code).figure(column) for column in COLUMNS[:2]} for code, name in LINES.items()
    }
    sums = {
        ASSETS: [LINES[code] for code in region_accounts.ASSETS],
        FUNDING: [LINES[code] for code in region_accounts.FUNDING],
    }
    given |= {
        total: {column: Figure.sum(given[name][column] for name in parts) for column in COLUMNS[:2]}
        for total, parts in sums.items()
    }
    order = [*sums[ASSETS], LINES["liquid_funds"], ASSETS, *sums[FUNDING], FUNDING, LINES["contingent_pensions"]]
    rows = {name: given[name] | {"change": given[name]["closing"] - given[name]["opening"]} for name in order}
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS), dtype=object)


def key_ratios(balance: pd.DataFrame) -> pd.DataFrame:
    """SOLIDITY and FULL_SOLIDITY in per cent of all assets, LIQUID_FUNDS in kronor. Columns: COLUMNS.

    A change of a percentage is in percentage points.
    """
    rows: dict[str, dict[str, Figure]] = {SOLIDITY: {}, FULL_SOLIDITY: {}, LIQUID_FUNDS: {}}
    for column in COLUMNS[:2]:
        equity, assets = balance.loc[LINES["equity"], column], balance.loc[ASSETS, column]
        covered = equity - balance.loc[LINES["contingent_pensions"], column]
        rows[SOLIDITY][column] = equity.per(assets)
        rows[FULL_SOLIDITY][column] = covered.per(assets)
        rows[LIQUID_FUNDS][column] = balance.loc[LINES["liquid_funds"], column]
    for name, row in rows.items():
        change = row["closing"] - row["opening"]
        row["change"] = change if name == LIQUID_FUNDS else change.in_unit(PERCENTAGE_POINTS)
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS), dtype=object)
