"""What is known elsewhere of the amounts in a table's columns: in the ledger, in the frames, in the report before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.common_factor import OF_MONEY, OF_TIME
from followup.checks.common.holders import holders
from followup.checks.common.region_amounts import MONEY_FROM_OUTSIDE, ledger_sum, money_from_outside
from followup.ground.wording import quoted
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

# Where the frames stand.
OF_FRAMES = "bland budgetramarna"
# A budget that differs from its frame by less is in the same unit.
_SAME_SIZE = 2.0
GROUP = ["committee", "account_class"]
LEDGER_COLUMNS = ("budget", "outcome", "previous_year")
IN_LEDGER = "som årets budget i huvudboken"
PART_OF_NET_COST = "som radens del av nettokostnaden i huvudboken"


@dataclass(frozen=True, eq=False)
class Known:
    """Amounts of one column and what they are elsewhere, in kronor with the report's sign; both have the same index.

    `where` says where the others stand. Where `is_by_row`, the index is the sheet's rows, and `beside` has what is
    known of rows that are not compared themselves, but may follow them. `name` is what an amount is called.
    """

    column: str
    own: pd.Series
    known: pd.Series
    where: str
    name: Callable[[object], str]
    is_by_row: bool = True
    beside: pd.Series | None = None
    factors: tuple[float, ...] = OF_MONEY


def of_ledger(case: Case, table: SourceTable) -> Iterator[Known]:
    """The ledger's outcome and last year beside its budget of the same months, by committee and account class."""
    sums = ledger_sums(case, table, case.period.so_far)
    for column in ("outcome", "previous_year"):
        yield Known(column, sums[column], sums["budget"], f"i kolumnen {quoted('Budget')}", _group_name, False)


def of_ledger_budget(case: Case, table: SourceTable) -> Iterator[Known]:
    """The year's budget of every holder beside its frame, and beside the ledger of the report before."""
    own = year_budgets(case, table)
    if "frames" in case.tables:
        yield _by_holder(own, _decided(case), OF_FRAMES)
    before = case.subject.before
    earlier = case.everybodys(before, "ledger") if before is not None else None
    if before is not None and earlier is not None:
        yield _by_holder(own, year_budgets(case, earlier, before.whole_year), f"i {earlier.workbook}")


def of_frames(case: Case, table: SourceTable) -> Iterator[Known]:
    """Each year of a holder's lines beside its budget of this year in the ledger."""
    if "ledger" not in case.tables:
        return
    budgets = year_budgets(case, case.whole["ledger"])
    frame = table.frame
    lines = {one.code: frame_lines(table, one) for one in holders(case) if one.code in budgets}
    rows_of = {code: frame.index[frame["line"].isin(names)] for code, names in lines.items()}
    for column in [name for name in frame.columns if name.startswith("year_")]:
        known = pd.Series(np.nan, index=frame.index)
        for code, rows in rows_of.items():
            amounts = frame.loc[rows, column]
            if total := amounts.sum():
                # Of several lines together, each by its share.
                known[rows] = amounts / total * budgets[code]
        yield Known(column, frame[column], known, IN_LEDGER, named_by(case, table, "line"))


def of_income_statement(case: Case, table: SourceTable) -> Iterator[Known]:
    """What comes from outside beside the net cost that it pays; the financial lines beside the report before."""
    if "ledger" not in case.tables:
        return
    frame = table.frame
    is_money = frame["line"].isin(MONEY_FROM_OUTSIDE)
    names = named_by(case, table, "line")
    for column in [name for name in frame.columns if name != "line"]:
        of_year = column in ("year_budget", "forecast", "previous_forecast")
        net = ledger_sum(case, "budget" if of_year else column, whole_year=of_year)
        money = money_from_outside(table, column)
        if not net or not money:
            continue
        own = frame.loc[is_money, column]
        # By their sizes: one of the two with its sign turned is not both.
        known = own.abs() / own.abs().sum() * -net
        yield Known(column, own, known, PART_OF_NET_COST, names, beside=_earlier(case, table, column, "line"))


def of_earlier(*key: str) -> Callable[[Case, SourceTable], Iterator[Known]]:
    """Every amount beside the same column of the same key in the report before."""

    def compared(case: Case, table: SourceTable) -> Iterator[Known]:
        earlier = case.previous(table.name)
        if earlier is None:
            return
        for column in _amounts(table):
            known = _earlier(case, table, column, *key)
            yield Known(column, table.frame[column], known, f"i {earlier.workbook}", named_by(case, table, key[0]))

    return compared


def of_holder_forecast(case: Case, table: SourceTable) -> Iterator[Known]:
    """Each holder's forecast beside its budget of the year."""
    if "ledger" in case.tables:
        budgets = _trusted(case, year_budgets(case, case.whole["ledger"]))
        known = table.frame["committee"].map(budgets).astype(float)
        for column in _amounts(table):
            yield Known(column, table.frame[column], known, IN_LEDGER, named_by(case, table, "committee"))


def of_forecast(case: Case, table: SourceTable) -> Iterator[Known]:
    """Each activity's account class beside its budget of the year."""
    if "ledger" not in case.tables:
        return
    ledger = case.tables["ledger"].where(period=case.period.whole_year).frame
    if _trusted(case, ledger.groupby("committee")["budget"].sum()).isna().any():
        return
    budgets = ledger.groupby(["activity", "account_class"])["budget"].sum()
    keys = pd.MultiIndex.from_frame(table.frame[["activity", "account_class"]])
    known = pd.Series(budgets.reindex(keys).to_numpy(dtype=float), index=table.frame.index)
    for column in _amounts(table):
        yield Known(column, table.frame[column], known, IN_LEDGER, named_by(case, table, "activity", "account_class"))


def of_investments(case: Case, table: SourceTable) -> Iterator[Known]:
    """Every project's amounts beside the same month's in the report before; where there is none, the last month's."""
    before = case.subject.before
    earlier = case.everybodys(before, table.name) if before is not None else None
    if before is None or earlier is None:
        return
    last = replace(earlier, frame=earlier.frame[earlier.frame["period"] == str(before)])
    for column in _amounts(table):
        same = _of_key(earlier, table, column, "period", "committee", "project")
        project = _of_key(last, table, column, "committee", "project")
        known = same if same.notna().any() else project
        name = named_by(case, table, "project")
        yield Known(column, table.frame[column], known, f"i {earlier.workbook}", name, beside=project)


def of_hours(case: Case, table: SourceTable) -> Iterator[Known]:
    """The hours of each group and month beside the same in the report before."""
    before = case.subject.before
    earlier = case.everybodys(before, table.name) if before is not None else None
    if earlier is None:
        return
    key = ("period", "committee", "sex", "age_group")
    for column in ("scheduled_hours", "sick_hours", "long_sick_hours"):
        known = _of_key(earlier, table, column, *key)
        name = named_by(case, table, "period")
        yield Known(column, table.frame[column], known, f"i {earlier.workbook}", name, factors=OF_TIME)


def ledger_sums(case: Case, table: SourceTable, months: Sequence[str]) -> pd.DataFrame:
    """Every amount column's sum by committee and account class in some months."""
    frame = table.frame
    return frame[frame["period"].isin(months)].groupby(GROUP, sort=False)[list(LEDGER_COLUMNS)].sum()


def year_budgets(case: Case, table: SourceTable, months: Sequence[str] | None = None) -> pd.Series:
    """Each committee's net budget of the year, in kronor; cost below 0."""
    frame = table.frame
    chosen = frame[frame["period"].isin(months or case.period.whole_year)]
    return chosen.groupby("committee", sort=False)["budget"].sum()


def _trusted(case: Case, budgets: pd.Series) -> pd.Series:
    """Budgets of holders; NaN where the frame is of another size or sign, so that the ledger's may be wrong itself."""
    if "frames" not in case.tables:
        return budgets
    ratio = budgets / _decided(case).reindex(budgets.index)
    return budgets.where(ratio.isna() | ((ratio > 1 / _SAME_SIZE) & (ratio < _SAME_SIZE)))


def _decided(case: Case) -> pd.Series:
    """Every holder's frame of the year in kronor, by its code."""
    frames = case.tables["frames"]
    totals = {one.code: frames.where(line=frame_lines(frames, one)).total("year_0").value for one in holders(case)}
    return pd.Series(totals, dtype=float)


def _by_holder(own: pd.Series, known: pd.Series, where: str) -> Known:
    return Known("budget", own, known.reindex(own.index), where, lambda code: f"årets budget för {code}", False)


def _group_name(key: object) -> str:
    committee, account_class = key if isinstance(key, tuple) else (key, "")
    return f"{quoted(str(account_class))} för {committee}"


def named_by(case: Case, table: SourceTable, *columns: str) -> Callable[[object], str]:
    """A row's name, as the sheet writes it."""
    layout = case.layouts[table.name]

    def word(row: object, column: str) -> str:
        text, choices = str(table.frame.at[row, column]), layout.columns[column].choices
        return quoted(choices[text][0] if isinstance(choices, dict) and text in choices else text)

    return lambda row: ", ".join(word(row, column) for column in columns)


def _earlier(case: Case, table: SourceTable, column: str, *key: str) -> pd.Series:
    """The column's amounts of the same key in the report before; NaN where there is none."""
    earlier = case.previous(table.name)
    return pd.Series(np.nan, index=table.frame.index) if earlier is None else _of_key(earlier, table, column, *key)


def _of_key(earlier: SourceTable, table: SourceTable, column: str, *key: str) -> pd.Series:
    """Another table's amounts of the same key as each row of a table; NaN where there is none."""
    then = earlier.frame.drop_duplicates(list(key)).set_index(list(key))[column]
    if then.empty:
        return pd.Series(np.nan, index=table.frame.index)
    keys = table.frame[key[0]] if len(key) == 1 else pd.MultiIndex.from_frame(table.frame[list(key)])
    return pd.Series(then.reindex(keys).to_numpy(dtype=float), index=table.frame.index)


def _amounts(table: SourceTable) -> list[str]:
    return [name for name, unit in table.units.items() if unit == "kr"]
