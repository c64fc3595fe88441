"""A case for a rule, made of tables that a test has written as text.

found = list(balance_sheet.check(case_of(period="2024-02", balance_sheet=source_table("…"))))
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from followup.checks.common.case import Case
from followup.ground.period import Period
from followup.params.layouts import Reader
from followup.params.params import Params
from followup.sources.reader_tables import read_tables
from followup.tables.lying_files import spreadsheets
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
        committee=SimpleNamespace(code=committee, is_region=reader == "region"),
        period=Period.parse(period),
        params=params,
        reader=reader,
        tables=tables,
        whole=tables,
        reads={},
        layouts={},
        others=lambda _period, name: earlier.get(name),
        everybodys=lambda _period, name: earlier.get(name),
    )


def read_case(data: Path, period: str, committee: str, params: Params) -> Case:
    """The case of workbooks that are read: what a rule is given when a report's sources are."""
    month = Period.parse(period)
    one, reader = params.committee(committee, month.year), params.kind_of(month, committee).reader
    read = read_tables(data, month, one, reader, params)
    assert read.problems == []
    lying = spreadsheets(data, month)
    parts = (read.tables, read.whole, read.reads, read.layouts)
    return Case(one, month, params, reader, *parts, lambda *_: None, lambda *_: None, lying)
