"""Ledgers and forecasts of the simplest numbers, for thresholds of amounts. All are costs in kronor if nothing is said.

An account has the same amount every month, in all columns, unless a pair says otherwise: such accounts are no copies,
since they repeat themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from followup.checks.common.case import Case
from followup.params.params import Params
from followup.workbooks.source_table import SourceTable
from tests.cases import case_of
from tests.even_tables import FORECAST_COLUMNS, LEDGER_COLUMNS

Columns = dict[str, np.ndarray]
Make = Callable[[Params, Any], Case]


def table_of(columns: Columns, month: int = 4, committee: str = "DNKS", classes: Sequence[str] = ()) -> SourceTable:
    """The ledger of 2024 with `budget`, `outcome` and `previous_year` of shape (accounts, 12), to a month.

    Accounts are in one activity and one class, or in those of `classes`. A missing amount is NaN.
    """
    rows = []
    for number in range(12):
        for account in range(len(columns["budget"])):
            name = classes[account] if classes else "Kostnader"
            budget, outcome, previous = (
                columns[key][account, number] for key in ("budget", "outcome", "previous_year")
            )
            booked = outcome if number < month else np.nan
            rows.append(
                (f"2024-{number + 1:02d}", committee, "Verksamhet", name, f"{4000 + account}", budget, booked, previous)
            )
    frame = pd.DataFrame(rows, columns=list(LEDGER_COLUMNS), index=range(6, 6 + len(rows)))
    letters = dict(zip(LEDGER_COLUMNS, "ABCDEFGH", strict=True))
    return SourceTable("ledger", "2024/2024-04/utfall.xlsx", "Huvudbok", letters, frame)


def flat(*monthly: float) -> Columns:
    """Accounts with these costs a month in every column."""
    amounts = -np.array(monthly, dtype=np.float64)[:, None] * np.ones(12)
    return {name: amounts.copy() for name in ("budget", "outcome", "previous_year")}


def unlike(count: int, monthly: float = 100_000) -> Columns:
    """Accounts of about so much a month, no amount of them twice the same, with öre where they are booked."""
    account, month = np.arange(count)[:, None], np.arange(12)[None, :]
    return {
        "budget": -(monthly * np.ones((count, 12)) + 100.0 * account),
        "outcome": -(1.01 * monthly + 0.25 + 17.0 * account + 1.0 * ((5 * month) % 12)),
        "previous_year": -(0.98 * monthly + 0.75 + 19.0 * account + 1.0 * ((7 * month) % 12)),
    }


def ledger_case(params: Params, columns: Columns, month: int = 4, booked: int = 0, **more: Any) -> Case:
    """The case of a month; `booked` is the last month with an outcome, where it is another."""
    return case_of(f"2024-{month:02d}", params, ledger=table_of(columns, booked or month, **more))


def forecasting(
    params: Params, columns: Columns, forecasts: Sequence[float | None], month: int = 4, **more: Any
) -> Case:
    """Each account is a line of its own; its forecast is the year's budget where none is given."""
    classes = [f"Klass {number}" for number in range(len(columns["budget"]))]
    budget = columns["budget"].sum(axis=1)
    rows = [
        ("Verksamhet", name, budget[place] if one is None else one, budget[place], None)
        for place, (name, one) in enumerate(zip(classes, forecasts, strict=True))
    ]
    frame = pd.DataFrame(rows, columns=list(FORECAST_COLUMNS), index=range(2, 2 + len(rows)))
    letters = dict(zip(FORECAST_COLUMNS, "ABCDE", strict=True))
    table = SourceTable("forecast", "2024/2024-04/DNKS.xlsx", "Prognos", letters, frame)
    return case_of(
        f"2024-{month:02d}", params, ledger=table_of(columns, month, classes=classes), forecast=table, **more
    )
