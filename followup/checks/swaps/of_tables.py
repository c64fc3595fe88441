"""Who can say that two columns of the other tables are each other's: one function for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.holders import holders
from followup.checks.common.known_amounts import named_by, year_budgets
from followup.checks.forecast.earlier_forecasts import compared_columns
from followup.checks.forecast.forecast_history_amounts import forecasts_in_sheet, moved_since
from followup.checks.staff import working_hours
from followup.checks.swaps.witnesses import KnownAmounts, Pattern, Witness
from followup.ground.period import Period
from followup.ground.wording import quoted
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

HOURS = ("employees", "scheduled_hours", "sick_hours", "long_sick_hours")


def of_frames(case: Case, table: SourceTable) -> Iterator[Witness]:
    """This year's frame of every holder beside its budget of the year, where two ledgers agree on that.

    One ledger alone may have another year's budget itself.
    """
    before = case.subject.before
    earlier = case.everybodys(before, "ledger") if before is not None and "ledger" in case.tables else None
    if before is None or earlier is None or before.year != case.period.year:
        return
    now, then = (year_budgets(case, one) for one in (case.whole["ledger"], earlier))
    agrees = (now - then).abs() <= case.params.rules.frame_tolerance
    years = [name for name in table.frame.columns if name.startswith("year_")]
    lines = {one.code: frame_lines(table, one) for one in holders(case)}
    own = pd.DataFrame({code: table.where(line=names).frame[years].sum() for code, names in lines.items() if names}).T
    known = pd.DataFrame({"year_0": now[agrees].reindex(own.index)})
    yield KnownAmounts(
        table,
        case.layouts[table.name].columns,
        own.astype(float),
        known.astype(float),
        "enligt årets budget i huvudboken",
        lambda code: f"ramen för {code}",
        row_of=lambda code: _only(table.where(line=lines[code]).frame.index),
        step=case.params.rules.frame_tolerance,
    )


def of_balance_sheet(case: Case, table: SourceTable) -> Iterator[Witness]:
    """The opening balance beside the year's earlier report, or beside the closing balance of the year before."""
    before, earlier = case.subject.before, case.previous(table.name)
    if before is None or earlier is None:
        return
    if before.year == case.period.year:
        yield _of_key(case, table, earlier, {"opening": "opening"}, "line")
    elif before.is_year_end and before.year == case.period.year - 1:
        yield _of_key(case, table, earlier, {"opening": "closing"}, "line")


def of_forecast(case: Case, table: SourceTable) -> Iterator[Witness]:
    """The history of forecasts beside both; rows of the earlier workbook can support it.

    Most rows are what they were before. So a previous forecast that is wrong in any way stands in the other column.
    """
    earlier = case.previous(table.name)
    if (columns := compared_columns(case)) and earlier is not None:
        yield replace(_of_key(case, table, earlier, dict(columns), "activity", "account_class"), supports=True)
    if {"ledger", "forecast_history"} <= case.tables.keys():
        yield from _of_history(case, table)


def of_investments(case: Case, table: SourceTable) -> Iterator[Witness]:
    """Earlier months' rows beside the year's earlier report; the period's budgets and forecast beside the last month's.

    The two are asked by themselves: earlier months alone may have been pasted wrongly.
    """
    before = case.subject.before
    earlier = case.everybodys(before, table.name) if before is not None else None
    if before is None or earlier is None or before.year != case.period.year:
        return
    same = {name: name for name in ("total_budget", "year_budget", "outcome", "forecast")}
    yield _of_key(case, table, earlier, same, "period", "committee", "project")
    now, last = (
        replace(one, frame=one.frame[one.frame["period"] == str(period)])
        for one, period in ((table, case.period), (earlier, before))
    )
    yield _of_key(case, now, last, same, "committee", "project")


def of_sickness(case: Case, table: SourceTable) -> Iterator[Witness]:
    """Earlier months' rows beside the report before; and what is a month's work for so many employees, and what not.

    That more hours are sick leave than work says nothing by itself: they may be in minutes.
    """
    before = case.subject.before
    earlier = case.everybodys(before, table.name) if before is not None else None
    if earlier is not None:
        key = ("period", "committee", "sex", "age_group")
        known = _of_key(case, table, earlier, {name: name for name in HOURS}, *key)
        yield replace(known, shows_amounts=False)
    employees, scheduled, sick = (table.frame[name] for name in HOURS[:3])
    right = _is_work(case, scheduled, employees)
    for other, turned in (
        ("employees", _is_work(case, employees, scheduled)),
        ("sick_hours", _is_work(case, sick, employees) & ~right & (scheduled < sick)),
    ):
        yield Pattern(
            frozenset({"scheduled_hours", other}), turned | right, turned, right, None, _work_under(case, table, other)
        )


def _is_work(case: Case, hours: pd.Series, employees: pd.Series) -> pd.Series:
    """Which rows have a month's working hours for so many employees."""
    each = hours / employees.where(employees > 0)
    least, most = (case.limit(working_hours.RULE.code, name) for name in ("minst_timmar", "flest_timmar"))
    return each.between(least, most)


def _work_under(case: Case, table: SourceTable, other: str) -> Callable[[int], str]:
    layout = case.layouts[table.name].columns
    here, there = quoted(layout[other].header), quoted(layout["scheduled_hours"].header)
    return lambda _row: f"det som står under {here} är så mycket som en arbetstid, och det under {there} är det inte"


def _only(rows: pd.Index) -> int | None:
    return int(rows[0]) if len(rows) == 1 else None


def _of_history(case: Case, table: SourceTable) -> Iterator[KnownAmounts]:
    """The sums of the two forecasts beside the deviations that were given at their occasions."""
    ledger = case.tables["ledger"].where(period=case.period.whole_year)
    history, budget = case.tables["forecast_history"], ledger.total("budget").value
    if budget is None or len(ledger.values("period")) < 12:
        return
    columns = ["forecast", "previous_forecast"]
    sums = table.frame[columns].sum()
    occasions = forecasts_in_sheet(case.period, case.params)
    known = pd.DataFrame(np.nan, index=["forecast", "previous_forecast"], columns=columns)
    for column, occasion in zip(columns, occasions, strict=True):
        row = history.where(period=occasion)
        if len(row) != 1 or (deviation := row.figure("deviation").value) is None:
            continue
        moved = moved_since(case, Period.parse(occasion)).value or 0.0
        known.loc[column, column] = deviation + budget - moved
    own = pd.DataFrame({name: float(sums[name]) for name in columns}, index=known.index)
    layout = case.layouts[table.name].columns
    yield KnownAmounts(
        table,
        layout,
        own,
        known,
        f"enligt bladet {quoted(history.sheet)}",
        lambda _key: "summan av raderna",
        row_of=lambda _key: None,
        step=case.params.rules.total_tolerance,
    )


def _of_key(case: Case, table: SourceTable, earlier: SourceTable, columns: dict[str, str], *key: str) -> KnownAmounts:
    """A table's rows beside another's of the same key. `columns` gives the other's column for each that is compared."""
    then = earlier.frame.drop_duplicates(list(key), keep=False).set_index(list(key))[list(columns.values())]
    wanted = pd.Index(table.frame[key[0]]) if len(key) == 1 else pd.MultiIndex.from_frame(table.frame[list(key)])
    # An empty table has no keys of any kind, and pandas would not know whose they are.
    known = then.reindex(wanted).to_numpy(dtype=float) if len(then) else np.nan
    layout = case.layouts[table.name].columns
    own = [name for name in table.units if name in layout and layout[name].is_numeric]
    return KnownAmounts(
        table,
        layout,
        table.frame[own].astype(float),
        pd.DataFrame(known, index=table.frame.index, columns=list(columns), dtype=float),
        f"i {earlier.workbook}",
        named_by(case, table, *key),
    )
