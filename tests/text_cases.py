"""A committee's texts as cases: the small set's layouts, and tables with a text in each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases import case_of
from region_accounts import project_params
from tables import source_table

from followup.checks.common.case import Case
from followup.workbooks.source_table import SourceTable


def comments(*texts: str, workbook: str = "2024/2024-04/DNHS.xlsx") -> SourceTable:
    """Sheet Kommentarer with the texts on the economy as a whole, in C5, C6 …"""
    rows = "\n".join(f"economy  .  rad{number}" for number, _ in enumerate(texts)) or "economy  .  ."
    table = source_table(f"section  item  comment\n{rows}")
    table.frame["comment"] = list(texts)
    return replace(table, workbook=workbook, sheet="Kommentarer")


def text_case(*texts: str, period: str = "2024-04", committee: str = "DNHS", previous: Any = None) -> Case:
    """The case of a committee of the project's that has written these comments."""
    params = project_params()
    one = case_of(period, params, "committee", committee, previous, comments=comments(*texts))
    return replace(one, layouts=params.layouts["namnd"].tables)
