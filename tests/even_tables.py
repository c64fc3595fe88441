"""A ledger and a forecast of one committee whose sums can be done in the head, for rules about amounts.

Two activities with three account classes of three accounts: each account's budget is 100 000 kronor a month, its
outcome about 101 000 and last year's about 98 000, all different and with öre. So a class of an activity is 3,6 mnkr a
year.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from followup.workbooks.source_table import SourceTable

LEDGER_COLUMNS = ("period", "committee", "activity", "account_class", "account", "budget", "outcome", "previous_year")
FORECAST_COLUMNS = ("activity", "account_class", "forecast", "previous_forecast", "comment")
ACTIVITIES = ("Bibliotek", "Skola")
CLASSES = {"Intäkter": 1, "Personalkostnader": -1, "Övriga kostnader": -1}
MONTHLY = 100_000


def ledger(
    month: int = 4, change: Callable[[pd.DataFrame], None] | None = None, committee: str = "DNKS"
) -> SourceTable:
    """The year 2024 with outcome up to a month, in kronor, revenue + and cost −; `change` edits the frame in place."""
    rows = []
    for number in range(1, 13):
        series = 0
        for activity in ACTIVITIES:
            for account_class, sign in CLASSES.items():
                for account in range(3):
                    series += 1
                    # A wave over the year that no two accounts have at the same time.
                    wave = round(1_000 * float(np.sin(series + 2.1 * number)))
                    outcome = 101_000.25 + wave + series if number <= month else np.nan
                    values = (sign * MONTHLY, sign * outcome, sign * (98_000.75 + wave / 2 + series))
                    name = str(3010 + 1000 * list(CLASSES).index(account_class) + account)
                    rows.append((f"2024-{number:02d}", committee, activity, account_class, name, *map(float, values)))
    frame = pd.DataFrame(rows, columns=list(LEDGER_COLUMNS), index=range(6, 6 + len(rows)))
    if change is not None:
        change(frame)
    letters = dict(zip(LEDGER_COLUMNS, "ABCDEFGH", strict=True))
    return SourceTable("ledger", "2024/2024-04/utfall.xlsx", "Huvudbok", letters, frame)


def forecast(change: Callable[[pd.DataFrame], None] | None = None) -> SourceTable:
    """A forecast that is the year's budget on every row, in kronor, revenue + and cost −."""
    rows = [
        (activity, account_class, sign * 36.0 * MONTHLY, sign * 36.0 * MONTHLY, None)
        for activity in ACTIVITIES
        for account_class, sign in CLASSES.items()
    ]
    frame = pd.DataFrame(rows, columns=list(FORECAST_COLUMNS), index=range(2, 2 + len(rows)))
    if change is not None:
        change(frame)
    letters = dict(zip(FORECAST_COLUMNS, "ABCDE", strict=True))
    return SourceTable("forecast", "2024/2024-04/DNKS.xlsx", "Prognos", letters, frame)


def with_frame(table: SourceTable, frame: pd.DataFrame) -> SourceTable:
    """The same sheet with other rows."""
    return replace(table, frame=frame)
