"""Whose rows of a shared sheet a report answers for, and how what is wrong with many of them is told once.

A committee's report answers for its own rows. The region's answers for those of the holders who leave no report of
their own for the period: the committees' reports, which it rests on, tell the rest. What is the same for most holders
has one cause, such as an extract in another unit, and is one problem of the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.per_case import once
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Problem, Severity
from followup.ground.places import row_of
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# What this many holders have in common, and half of them, is the sheet's.
LEAST_HOLDERS = 3


@dataclass(frozen=True)
class Suspicion:
    """What a rule thinks of some rows of one holder. `kind` is the same where the cause may be the same.

    `rows` are those that are wrong, in `column`, which is empty where it is the sheet; the others are as in a Problem.
    """

    kind: str
    rows: SourceTable
    column: str
    found: str
    expected: str
    remedy: str
    value: str = ""
    severity: Severity = Severity.ERROR


Finder = Callable[[SourceTable], Iterable[Suspicion]]


def told(case: Case, name: str, find: Finder) -> Iterator[Problem]:
    """What `find` says of each holder's rows of a table, as problems; what most holders share is told of the sheet."""
    parts = {code: list(find(rows)) for code, rows in answered_for(case, name).items()}
    if not any(parts.values()):
        return
    # Only now: a sound sheet is not looked through for everybody.
    everybody = {code: list(find(rows)) for code, rows in by_holder(case.whole[name]).items()}
    shared: dict[str, list[Suspicion]] = {}
    for one in (one for found in everybody.values() for one in found):
        shared.setdefault(one.kind, []).append(one)
    owners = {kind: sum(any(one.kind == kind for one in found) for found in everybody.values()) for kind in shared}
    for one in dict.fromkeys(one for found in parts.values() for one in found):
        if owners.get(one.kind, 0) >= LEAST_HOLDERS and 2 * owners[one.kind] >= len(everybody):
            yield _of_the_sheet(case.whole[name], shared[one.kind], owners[one.kind], len(everybody))
        else:
            yield _of_the_holder(one)


@once
def answered_for(case: Case, name: str) -> dict[str, SourceTable]:
    """The rows of each holder that the report answers for."""
    table = case[name]
    if case.reader == "committee":
        return {case.committee.code: table} if len(table) else {}
    reporting = {committee.code for committee in case.subject.reporting}
    return {code: rows for code, rows in by_holder(table).items() if code not in reporting}


def by_holder(table: SourceTable) -> dict[str, SourceTable]:
    """The table's rows by committee, in the table's order."""
    groups = table.frame.groupby("committee", sort=False)
    return {str(code): replace(table, frame=rows) for code, rows in groups}


def only(table: SourceTable, chosen: pd.Series | np.ndarray | list[bool]) -> SourceTable:
    """The table's rows where `chosen` is true."""
    return replace(table, frame=table.frame.take(np.flatnonzero(np.asarray(chosen, dtype=bool))))


def number_of_rows(count: int) -> str:
    """`1 rad`, `12 rader`"""
    return "1 rad" if count == 1 else f"{spelled(count)} rader"


def in_more_rows(count: int) -> str:
    """` Det är så i 12 rader.` after what is told of the first of them; nothing where it is the only one."""
    return f" Det är så i {number_of_rows(count)}." if count > 1 else ""


def _of_the_holder(one: Suspicion) -> Problem:
    texts = (one.found, one.expected, one.remedy, one.severity, one.value)
    return at(one.rows, one.column, *texts) if one.column else about(one.rows, *texts)


def _of_the_sheet(table: SourceTable, found: list[Suspicion], owners: int, of: int) -> Problem:
    first = found[0]
    rows = sum(len(one.rows) for one in found)
    row = int(first.rows.frame.index.min())
    cell = first.rows.address(first.column, row) if first.column in first.rows.letters else f"{row_of(row)}"
    return about(
        table,
        f"Samma slags fel finns för {owners} av {of} nämnder, i {number_of_rows(rows)} av bladet. Det första, i cell "
        f"{cell}: {first.found}",
        first.expected,
        first.remedy,
        first.severity,
        f"{owners} nämnder: {first.value}" if first.value else "",
    )
