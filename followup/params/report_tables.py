"""The register of tables: every table that a report may rest on, and who reads it.

    class Sources(ReportTables[SourceTable]): ...
    sources.ledger          # by the register; AttributeError for a reader whose layouts have none

A layout (params/layouts/*.yml) says where a table stands and what it looks like; it may neither lack a table of its
readers nor have one that is not here (`params_checks`). A new table is a line here, a layout, and code that reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from followup.params.layouts import Reader

T = TypeVar("T")


class ReadBy:
    """One table, as an attribute of whoever has the tables; `readers` are the reports that rest on it."""

    def __init__(self, *readers: Reader) -> None:
        self.readers = readers
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, tables: ReportTables[T], owner: type) -> T:
        if self.name in tables.tables:
            return tables.tables[self.name]
        raise AttributeError(f"the sources have no table {self.name!r}, only {', '.join(tables.tables)}")


class ReportTables(Generic[T]):
    """What has the tables of one report by their names: `tables` are those that its reader's layouts have."""

    tables: Mapping[str, T]

    # The decided plan, whose workbooks a plan as a document may lack.
    frames = ReadBy("committee", "region", "plan", "region_plan")
    investment_plan = ReadBy("committee", "region", "plan", "region_plan")
    indicator_targets = ReadBy("committee", "region", "plan", "region_plan")
    operating_budget = ReadBy("plan", "region_plan")
    investment_budget = ReadBy("plan", "region_plan")
    financial_history = ReadBy("region", "region_plan")
    # What the committees share.
    ledger = ReadBy("committee", "region")
    sickness = ReadBy("committee", "region")
    turnover = ReadBy("committee", "region")
    yearly = ReadBy("committee", "region")
    indicator_values = ReadBy("committee", "region")
    investments = ReadBy("committee", "region")
    # What one hands in.
    cover = ReadBy("committee", "region", "plan_follow_up")
    asked_decisions = ReadBy("committee", "region")
    comments = ReadBy("committee", "region")
    forecast = ReadBy("committee")
    forecast_history = ReadBy("committee")
    goals = ReadBy("committee")
    assignments = ReadBy("committee")
    measures = ReadBy("committee")
    plan_statuses = ReadBy("plan_follow_up")
    # What a plan promises beside its entries; a workbook may lack the sheets of what its plan does not.
    plan_target_values = ReadBy("committee", "plan_follow_up")
    plan_indicator_values = ReadBy("plan_follow_up")
    plan_operating_budget = ReadBy("plan_follow_up")
    plan_investments = ReadBy("plan_follow_up")
    holder_forecast = ReadBy("region")
    focus_area_assessments = ReadBy("region")
    income_statement = ReadBy("region")
    balance_sheet = ReadBy("region")
    balance_requirement = ReadBy("region")

    def table(self, name: str) -> T | None:
        """A table, or None where there is none: a plan may lack workbooks, and a workbook optional sheets."""
        return self.tables.get(name)


def registered() -> Iterator[ReadBy]:
    """Every table of the register."""
    return (one for one in vars(ReportTables).values() if isinstance(one, ReadBy))


def tables_of(reader: Reader) -> tuple[str, ...]:
    """The names of the tables that a reader's report rests on."""
    return tuple(one.name for one in registered() if reader in one.readers)
