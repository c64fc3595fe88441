"""A case for a rule, made of tables that a test has written as text.

found = list(balance_sheet.check(case_of(period="2024-02", balance_sheet=source_table("…"))))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from followup.checks.common.case import Case
from followup.ground.period import Period
from followup.params.calendar import ReportKind
from followup.params.layouts import Reader, TableLayout
from followup.params.params import Params
from followup.params.subject import Subject, subject_of
from followup.sources.reader_tables import read_tables
from followup.tables.spreadsheet_files import spreadsheets
from followup.workbooks.source_table import SourceTable


def case_of(
    period: str = "2024-04",
    params: Any = None,
    reader: Reader = "committee",
    committee: str = "DNKS",
    previous: dict[str, SourceTable] | None = None,
    **tables: SourceTable,
) -> Case:
    """`params` has at least what the rule asks for; `previous` are the tables of any other period."""
    earlier = previous or {}
    return Case(
        subject=_subject(Period.parse(period), params, reader, committee),
        tables=tables,
        whole=tables,
        reads={},
        layouts=_layouts(params, tables) if isinstance(params, Params) else {},
        others=lambda _period, name: earlier.get(name),
        everybodys=lambda _period, name: earlier.get(name),
    )


def _layouts(params: Params, tables: Iterable[str]) -> dict[str, TableLayout]:
    """How the params' own workbooks have these tables."""
    known = {name: one for layout in params.layouts.values() for name, one in layout.tables.items()}
    return {name: known[name] for name in tables if name in known}


def read_case(data: Path, period: str, committee: str, params: Params) -> Case:
    """The case of workbooks that are read: what a rule is given when a report's sources are."""
    subject = subject_of(data, Period.parse(period), committee, params)
    read = read_tables(subject)
    assert read.problems == []
    lying = spreadsheets(data, subject.period)
    parts = (read.tables, read.whole, read.reads, read.layouts)
    return Case(subject, *parts, lambda *_: None, lambda *_: None, lying)


def about(case: Case, **changes: Any) -> Case:
    """The case of a subject that is otherwise. The committee is that of other `params`, where they have it."""
    subject = replace(case.subject, **changes)
    if "params" in changes and "committee" not in changes:
        known = changes["params"].committees
        subject = replace(subject, committee=known.get(subject.code, subject.committee))
    return replace(case, subject=subject)


def read_as(case: Case, reader: Reader) -> Case:
    """The case as another reader has it."""
    return about(case, kind=replace(case.subject.kind, reader=reader))


def _subject(period: Period, params: Any, reader: Reader, committee: str) -> Subject:
    """Of the project's params, its own committee and kind of report; of made-up ones, what has a code and no name."""
    who: Any = SimpleNamespace(code=committee, is_region=reader == "region")
    kind = ReportKind("", "", "", "")
    if isinstance(params, Params):
        who = params.committees.get(committee, who)
        if str(period) in {one.period for one in params.calendar.periods}:
            kind = params.kind_of(period, committee)
    return Subject(who, period, replace(kind, reader=reader), Path("data"), params)
