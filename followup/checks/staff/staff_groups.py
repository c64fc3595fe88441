"""The groups of the personnel sheets: their names, their months, and sick leave as rates.

Only this year's and last year's months up to the period are looked at: those are what a report shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.indicator_words import months_of
from followup.checks.common.suspicions import number_of_rows
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_SEXES = {"women": "kvinnor", "men": "män"}
_AGES = {"under_30": "högst 29 år", "from_30_to_49": "30–49 år", "from_50": "minst 50 år"}


def of_two_years(case: Case, table: SourceTable) -> SourceTable:
    """The rows of this year up to the period, and of last year."""
    months = table.frame["period"]
    chosen = (months <= str(case.period)) & (months >= f"{case.period.year - 1}-01")
    return replace(table, frame=table.frame[chosen.to_numpy(dtype=bool)])


def by_month(table: SourceTable, columns: list[str]) -> pd.DataFrame:
    """The sums of the columns per month, in order."""
    return table.frame.groupby("period")[columns].sum().sort_index()


def sick_rate(table: SourceTable) -> pd.Series:
    """Sick leave in per cent of the row's own working hours; missing where there are none."""
    hours = table.frame["scheduled_hours"]
    return 100 * table.frame["sick_hours"] / hours.where(hours > 0)


def span(values: pd.Series, decimals: int = 1) -> str:
    """`45,9`, or `18,2–19,9` of several values."""
    least, largest = (spelled(round(float(value), decimals)) for value in (values.min(), values.max()))
    return least if least == largest else f"{least}–{largest}"


def where(rows: SourceTable) -> str:
    """`för kvinnor 30–49 år i mars 2024`, or `i 24 rader (januari 2023–mars 2024)` of several."""
    if len(rows) != 1:
        return f"i {number_of_rows(len(rows))} ({months_of(rows)})"
    group = f"{_SEXES[rows.text('sex')]} {_AGES[rows.text('age_group')]}"
    return f"för {group} i {months_of(rows)}"
