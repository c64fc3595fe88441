"""Investments of the whole region: by committee and by group. Amounts are kronor without sign.

Columns are investments.YEAR_COLUMNS. A deviation above 0 is less spent than budgeted. Source: `investeringar.xlsx`.
"""

from __future__ import annotations

from followup.analysis.investments import YEAR_COLUMNS, YearColumn, year_of
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.workbooks.source_table import SourceTable

TOTAL = REGION

YearTable = FigureTable[YearColumn]


def by_committee(investments: SourceTable, period: Period) -> YearTable:
    """One row per committee with investments in the period, in the workbook's order, then TOTAL."""
    return _summed(investments.where(period=period), "committee")


def by_group(investments: SourceTable, period: Period) -> YearTable:
    """One row per group (a code of the layout) in the workbook's order, then TOTAL."""
    return _summed(investments.where(period=period), "group")


def _summed(reported: SourceTable, column: str) -> YearTable:
    rows = {str(name): year_of(reported.where(**{column: name})) for name in reported.values(column)}
    if rows:
        rows[TOTAL] = year_of(reported)
    return FigureTable.of(rows, YEAR_COLUMNS)
