"""A case for a rule, made of tables that a test has written as text.

found = list(balance_sheet.check(case_of(period="2024-02", balance_sheet=source_table("…"))))
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from followup.checks.case import Case
from followup.inputs.layouts import Reader
from followup.inputs.source_table import SourceTable
from followup.period import Period


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
