"""Rows that are the sum of others to the krona, and that no word marks as totals: they would be added twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.holders import own_cases
from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem
from followup.ground.figure import KRONOR
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

# What could be a total in each table: a value of these columns, compared within each value of `_WITHIN`.
_LEVELS = {"ledger": ("activity", "account_class", "account"), "investments": ("project",), "measures": ("measure",)}
_WITHIN = {
    "ledger": ("period",),
    "investments": (),
    "measures": (),
    "sickness": ("period", "sex", "age_group"),
    "turnover": ("period",),
}
_NUMBERS = {
    "ledger": ("budget", "outcome", "previous_year"),
    "investments": ("year_budget", "outcome", "forecast"),
    "measures": ("effect", "full_year_effect"),
    "sickness": ("employees", "scheduled_hours", "sick_hours"),
    "turnover": ("permanent_employees", "leavers"),
}
# Neighbours whose sum is another row in all columns are no accident; people are few, and may be.
_HAS_RUNS = ("ledger", "investments", "measures")
# Kronor, or hours: what a rounded export can differ by.
_CLOSE = 0.51
_MOST_NAMED = 6


def check(case: Case) -> Iterator[Problem]:
    """An error for each such value: in a committee's own rows, and for the region a committee that is all others."""
    for problem, _ in _found(case):
        yield problem


def mended(case: Case, causes: Iterable[Problem]) -> Case:
    """The case without the rows of those errors: they are in the others already."""
    told = {(one.workbook, one.sheet, one.cell, one.found) for one in causes}
    tables, whole = dict(case.tables), dict(case.whole)
    for problem, rows in _found(case):
        if (problem.workbook, problem.sheet, problem.cell, problem.found) in told:
            for part in (tables, whole):
                table = part[rows.name]
                part[rows.name] = replace(table, frame=table.frame.drop(index=rows.frame.index, errors="ignore"))
    return replace(case, tables=tables, whole=whole)


@once
def _found(case: Case) -> tuple[tuple[Problem, SourceTable], ...]:
    """Each error, and the rows that it is about."""
    return tuple(_all(case))


def _all(case: Case) -> Iterator[tuple[Problem, SourceTable]]:
    for own in own_cases(case):
        for name, levels in _LEVELS.items():
            table = _reported(own, name)
            # Only the ledger is narrowed to a holder's own rows.
            if table is None or (case.committee.is_region and name != "ledger"):
                continue
            told: set[int] = set()
            for level in levels:
                yield from _problems(case, name, table, level, told)
    if case.committee.is_region:
        for name in _WITHIN:
            table = _reported(case, name)
            if table is not None:
                yield from _problems(case, name, table, "committee", set())


def _reported(case: Case, name: str) -> SourceTable | None:
    table = case.tables.get(name)
    if table is not None and name == "investments":
        table = table.where(period=case.period)
    return table if table is not None and len(table) >= 3 else None


def _problems(
    case: Case, name: str, table: SourceTable, level: str, told: set[int]
) -> Iterator[tuple[Problem, SourceTable]]:
    """`told` are the rows that have been told at another level: a row may be the sum by activity and by account."""
    for value, members in sums_of_others(table, level, _WITHIN[name], _NUMBERS[name], with_runs=name in _HAS_RUNS):
        rows = table.where(**{level: value})
        if told.issuperset(rows.frame.index):
            continue
        told.update(rows.frame.index.tolist())
        header = case.layouts[name].columns[level].header
        first = _NUMBERS[name][0]
        amount = float(np.nansum(rows.frame[first].to_numpy(dtype=float)))
        shown = mnkr(amount) if table.unit(first) == KRONOR else spelled(amount)
        layout = next(stem for stem, one in case.params.layouts.items() if name in one.tables)
        problem = at(
            rows,
            level,
            f"{quoted(value)} i kolumnen {quoted(header)} är i varje belopp summan av "
            f"{listed((quoted(one) for one in members), most=_MOST_NAMED)} ({shown}).",
            "En rad som är summan av andra räknas annars två gånger.",
            f"Är det en summa: ta bort raderna ur underlaget, eller skriv total_row: {{column: {level}, words: "
            f"[{quoted(value, 200)[1:-1]}]}} för tabellen {name} i params/layouts/{layout}.yml.",
            value=shown,
        )
        yield problem, rows


def sums_of_others(
    table: SourceTable, level: str, within: tuple[str, ...], numbers: tuple[str, ...], *, with_runs: bool
) -> list[tuple[str, list[str]]]:
    """Each value of a column whose numbers are the sum of the other values', or of two or more next to it.

    Compared in every group of `within` and every column of `numbers` at once; at least two of the columns must say
    something of their own.
    """
    names = [str(name) for name in table.values(level)]
    if len(names) < 3:
        return []
    # Missing months are months without an amount.
    summed = table.frame.groupby([level, *within], sort=False)[list(numbers)].sum()
    wide = summed.unstack(list(range(1, 1 + len(within)))) if within else summed
    # Series come only of the last level of a column index, and here the rows' are unstacked.
    assert isinstance(wide, pd.DataFrame)
    matrix = wide.reindex(names).fillna(0.0).to_numpy(dtype=float)
    owners = np.repeat(np.arange(len(numbers)), matrix.shape[1] // len(numbers))
    found = []
    for place, name in enumerate(names):
        if not matrix[place].any():
            continue
        for members in _candidates(matrix, place, with_runs=with_runs):
            if _tells(matrix[[place, *members]], owners):
                found.append((name, [names[member] for member in members]))
                break
    return found


def _candidates(matrix: np.ndarray, place: int, *, with_runs: bool) -> Iterator[list[int]]:
    """The sets of at least two other rows whose sum the row is: all that have anything, or neighbours on one side."""
    own = matrix[place]
    used = [other for other in np.flatnonzero(matrix.any(axis=1)).tolist() if other != place]
    if len(used) >= 2 and np.all(np.abs(matrix.sum(axis=0) - 2 * own) <= _CLOSE):
        yield used
    if not with_runs:
        return
    for side in ([one for one in used if one > place], [one for one in reversed(used) if one < place]):
        # The sum of every column of the row at once tells which lengths are worth a closer look.
        reach = np.cumsum(matrix[side].sum(axis=1)) if side else np.empty(0)
        for length in (np.flatnonzero(np.abs(reach - own.sum()) <= _CLOSE * own.size) + 1).tolist():
            if length >= 2 and np.all(np.abs(matrix[side[:length]].sum(axis=0) - own) <= _CLOSE):
                yield side[:length]


def _tells(rows: np.ndarray, owners: np.ndarray) -> bool:
    """Whether at least two of the columns have numbers, and not the same ones: a forecast that is the budget is one."""
    distinct = {rows[:, owners == owner].tobytes() for owner in set(owners.tolist()) if rows[0, owners == owner].any()}
    return len(distinct) >= 2


RULE = Rule(
    code="omarkta-summor",
    title="Summor som inte är märkta",
    catches="En rad som är summan av andra rader utan att något ord säger det, till exempel nämndens egen rad ovanför "
    "dess enheter. Den skulle räknas två gånger.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    may_be_confirmed=True,
    mend=mended,
    example="”Hela sjukhuset” i kolumnen ”Verksamhet” är i varje belopp summan av ”Medicin”, ”Kirurgi”, ”Ortopedi”, "
    "”Kvinnor och barn”, ”Akut”, ”Operation och intensivvård” och 3 till (−5 600 mnkr). En rad som är summan av "
    "andra räknas annars två gånger. Är det en summa: ta bort raderna ur underlaget, eller skriv total_row: {column: "
    "activity, words: [Hela sjukhuset]} för tabellen ledger i params/layouts/utfall.yml.",
)
