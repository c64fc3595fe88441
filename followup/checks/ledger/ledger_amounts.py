"""The year's amounts of the ledger as arrays: what the rules about its amounts look at.

One `Amounts` per committee: each account of each activity is a series of twelve months, in three columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.per_case import once
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

COLUMNS = {"outcome": "Utfall", "budget": "Budget", "previous_year": "Utfall föregående år"}
# What a message calls each of them in a sentence.
NAMES = {"outcome": "utfallet", "budget": "budgeten", "previous_year": "föregående års utfall"}
SERIES = ("activity", "account_class", "account")


@dataclass(frozen=True, eq=False)
class Amounts:
    """One committee's ledger. All arrays have the shape (series, 12), a month without a row or a value is NaN.

    `columns` hold kronor with revenue + and cost −, `outcome` only of the months that the report covers (`reached`).
    `rows` are row numbers of the sheet, 0 where there is none; `keys` give each series its activity, account class and
    account, as texts. `later` is the outcome of months after the period, which no report counts.
    """

    committee: str
    table: SourceTable
    reached: int
    keys: pd.DataFrame
    rows: np.ndarray
    columns: dict[str, np.ndarray]
    later: np.ndarray
    _codes: dict[tuple[str, ...], np.ndarray] = field(default_factory=dict)

    def codes(self, names: tuple[str, ...]) -> np.ndarray:
        """A number for each series, equal for those that share the named keys."""
        if names not in self._codes:
            grouped = self.keys.groupby(list(names), sort=False).ngroup().to_numpy() if names else None
            self._codes[names] = np.zeros(len(self.keys), dtype=np.int64) if grouped is None else grouped
        return self._codes[names]

    @property
    def months(self) -> np.ndarray:
        """1-12, in the shape of one row."""
        return np.arange(1, 13)[None, :]

    @property
    def in_period(self) -> np.ndarray:
        """Whether an amount's month is one that the report covers; shape (1, 12)."""
        return self.months <= self.reached

    def at(self, chosen: np.ndarray) -> SourceTable:
        """The ledger's rows where `chosen`, of shape (series, 12), is true."""
        rows = np.sort(self.rows[chosen & (self.rows > 0)])
        return replace(self.table, frame=self.table.frame.loc[rows])

    def gross(self, column: str, chosen: np.ndarray | None = None) -> float:
        """The sum of the column's amounts without their signs, in kronor."""
        values = np.abs(np.nan_to_num(self.columns[column]))
        return float(values.sum() if chosen is None else values[chosen].sum())

    @property
    def year(self) -> float:
        """About how much a year's amounts are without their signs, in kronor: the budget, or else the outcome."""
        known = [self.gross("budget"), self.gross("outcome") * 12 / self.reached, self.gross("previous_year")]
        return sorted(known)[1]

    def least(self, kronor: float) -> float:
        """The amount from which something matters: so many kronor, for a small committee a twentieth of its year."""
        return min(kronor, self.year / 20)

    def net(self, column: str, chosen: np.ndarray) -> float:
        """The sum of the column's amounts where `chosen` is true, in kronor, revenue + and cost −."""
        return float(np.nansum(self.columns[column][chosen]))


@once
def ledger_amounts(case: Case) -> tuple[Amounts, ...]:
    """The reader's own committee; for the region every committee with rows, in the ledger's order."""
    return tuple(_by_committee(case.tables["ledger"], case.committee.code, case))


def _by_committee(table: SourceTable, code: str, case: Case) -> Iterator[Amounts]:
    frame = table.frame
    if not case.committee.is_region:
        yield _amounts(table, code, case)
        return
    for name, part in frame.groupby("committee", sort=False, dropna=True):
        yield _amounts(replace(table, frame=part), str(name), case)


def _amounts(table: SourceTable, committee: str, case: Case) -> Amounts:
    period = case.period
    wanted = table.frame["period"].str[:4] == str(period.year)
    frame = table.frame[wanted.to_numpy(dtype=bool, na_value=False)]
    month = frame["period"].str[5:7].astype(int).to_numpy() - 1
    named = [name for name in SERIES if name in frame.columns]
    texts = frame[named].fillna("").astype(str)
    series = texts.groupby(named, sort=False).ngroup().to_numpy()
    keys = texts.drop_duplicates().reset_index(drop=True)
    shape = (len(keys), 12)
    rows = np.zeros(shape, dtype=np.int64)
    rows[series, month] = frame.index.to_numpy()
    columns = {}
    for name in COLUMNS:
        columns[name] = np.full(shape, np.nan)
        columns[name][series, month] = frame[name].to_numpy(dtype=np.float64)
    after = np.arange(1, 13)[None, :] > period.month
    later = np.where(after, columns["outcome"], np.nan)
    columns["outcome"] = np.where(after, np.nan, columns["outcome"])
    return Amounts(committee, table, period.month, keys, rows, columns, later)
