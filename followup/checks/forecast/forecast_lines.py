"""The forecast's rows beside what the ledger says of the same activity and account class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.per_case import once
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_amounts import Amounts, ledger_amounts
from followup.checks.ledger.ledger_copies import copied_columns
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.ledger_sign import turned
from followup.checks.ledger.parts import explained
from followup.ground.errors import Severity
from followup.ground.period import MONTHS, Period
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

HEADERS = {"forecast": "Helårsprognos", "previous_forecast": "Föregående prognos"}
LINE = ("activity", "account_class")
# Rows that one message names; the rest are counted.
MOST_NAMED = 4
# A forecast is written in mnkr with one decimal: what differs by less is the same.
ROUNDING = 60_000.0


@dataclass(frozen=True, eq=False)
class ForecastLines:
    """One row per row of the forecast that the ledger has too. All arrays are of that length, in kronor.

    `budget`, `last_year` of the whole year, `booked` and `budget_so_far` to the period's month, `at_pace` what is
    booked in twelfths of a year. A witness is NaN where it is 0, or where a rule about the ledger has told that it is
    wrong. Revenue + and cost −. `year` is the year's amounts without signs.
    """

    table: SourceTable
    keys: pd.DataFrame
    columns: dict[str, np.ndarray]
    budget: np.ndarray
    budget_so_far: np.ndarray
    booked: np.ndarray
    at_pace: np.ndarray
    last_year: np.ndarray
    year: float
    month: int

    @property
    def witnesses(self) -> np.ndarray:
        """Shape (3, rows): the year's budget, last year, and what is booked at the year's pace."""
        return np.stack([self.budget, self.last_year, self.at_pace])

    @property
    def usual(self) -> np.ndarray:
        """The size that the witnesses give a row, the middle one of them, without sign; 0 where there is none."""
        known = np.sort(np.where(np.isfinite(self.witnesses), np.abs(self.witnesses), np.inf), axis=0)
        count = np.isfinite(self.witnesses).sum(axis=0)
        middle = np.take_along_axis(known, (np.maximum(count - 1, 0) // 2)[None, :], axis=0)[0]
        return np.where(count > 0, middle, 0.0)

    def multiples(self, column: str) -> tuple[np.ndarray, np.ndarray]:
        """How many times each witness a forecast is, without signs: the least and the most; NaN without witnesses."""
        with np.errstate(all="ignore"):
            sizes = np.abs(self.columns[column]) / np.abs(self.witnesses)
        known = np.isfinite(self.witnesses)
        some = known.any(axis=0)
        least = np.where(some, np.where(known, sizes, np.inf).min(axis=0), np.nan)
        return least, np.where(some, np.where(known, sizes, -np.inf).max(axis=0), np.nan)

    def least(self, kronor: float) -> float:
        """The amount from which something matters: so many kronor, for a small committee a twentieth of its year."""
        return min(kronor, self.year / 20)

    def problem(
        self, column: str, chosen: np.ndarray, what: str, expected: str, remedy: str, is_impossible: bool = False
    ) -> Problem:
        """One error for the chosen rows, which names the worst of them and the sums."""
        rows = np.flatnonzero(chosen)
        effect = np.abs(self.columns[column][rows] - np.nan_to_num(self.budget[rows]))
        worst = rows[np.argsort(-effect, kind="stable")][:MOST_NAMED]
        named = listed(self._row(column, row) for row in worst)
        rest = f" och {spelled(len(rows) - len(worst))} rader till" if len(rows) > len(worst) else ""
        total = kronor_text(float(self.columns[column][rows].sum()))
        sums = f" Tillsammans är de {total}." if len(rows) > 1 else ""
        return at(
            replace(self.table, frame=self.table.frame.loc[self.keys.index[rows]]),
            column,
            f"{what}: {named}{rest}.{sums}",
            expected,
            remedy,
            Severity.ERROR,
            value="" if is_impossible else total,
        )

    def _row(self, column: str, row: int) -> str:
        name = f"{quoted(self.keys['activity'].iloc[row])}, {quoted(self.keys['account_class'].iloc[row])}"
        parts = [f"årets budget {kronor_text(np.nan_to_num(self.budget[row]))}"]
        if np.isfinite(self.booked[row]):
            parts.append(f"bokfört till och med {MONTHS[self.month - 1]} {kronor_text(self.booked[row])}")
        return f"{kronor_text(self.columns[column][row])} för {name} ({', '.join(parts)})"


@once
def forecast_lines(case: Case) -> ForecastLines | None:
    """The forecast's rows with the ledger's; None where no row is in both."""
    amounts = ledger_amounts(case)
    table = case.tables["forecast"]
    frame = table.frame.dropna(subset=list(LINE))
    if not amounts:
        return None
    ledger = _by_line(case, amounts[0])
    keys = pd.MultiIndex.from_frame(frame[list(LINE)])
    known = keys.isin(ledger.index)
    frame = frame[known]
    if frame.empty:
        return None
    beside = ledger.reindex(keys[known])
    month = amounts[0].reached
    columns = {name: frame[name].to_numpy(dtype=np.float64) for name in columns_of(case)}
    values = {name: _present(beside[name].to_numpy(dtype=np.float64)) for name in beside.columns}
    return ForecastLines(
        table,
        frame[list(LINE)],
        columns,
        values["budget"],
        values["budget_so_far"],
        values["outcome"],
        values["outcome"] * 12 / month,
        values["previous_year"],
        float(np.nansum(np.abs(values["budget"]))) or float(np.nansum(np.abs(values["previous_year"]))),
        month,
    )


def columns_of(case: Case) -> tuple[str, ...]:
    """The forecast's columns that the report uses: at the year's first forecast there is none before it."""
    occasions = case.params.calendar.forecast_occasions
    latest = case.period.previous_among(occasions) if case.period.is_year_end else str(case.period)
    earlier = Period.parse(latest).previous_among(occasions) if latest else ""
    return ("forecast", "previous_forecast") if earlier else ("forecast",)


def _by_line(case: Case, amounts: Amounts) -> pd.DataFrame:
    """Sums per activity and account class; NaN where a rule has told of the ledger's amounts."""
    causes = (*accumulated(case), *scaled(case), *turned(case), *copied_columns(case))
    codes = amounts.codes(LINE)
    sums = {}
    for name, values in amounts.columns.items():
        wrong = explained(causes, amounts, name).any(axis=1, keepdims=True)
        right = np.where(wrong, np.nan, np.where(np.isfinite(values), values, 0.0))
        sums[name] = np.bincount(codes, right.sum(axis=1))
        if name == "budget":
            sums["budget_so_far"] = np.bincount(codes, np.where(amounts.in_period, right, 0.0).sum(axis=1))
    keys = amounts.keys[list(LINE)].drop_duplicates()
    return pd.DataFrame(sums, index=pd.MultiIndex.from_frame(keys))


def _present(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values) & (values != 0), values, np.nan)


def most(lines: ForecastLines, chosen: np.ndarray, judged: Iterable[bool] | np.ndarray, share: float) -> bool:
    """Whether the chosen rows are at least the share of the judged ones, by their size and by their number."""
    judged = np.asarray(judged, dtype=bool)
    weight = np.where(judged, lines.usual, 0.0)
    return bool(
        chosen.sum() >= 2 and weight[chosen].sum() >= share * weight.sum() and chosen.sum() >= share * judged.sum() / 2
    )
