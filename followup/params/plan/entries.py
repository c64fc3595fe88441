"""The parts of a plan's file beside its hierarchy: printed tables, and decisions on the budget."""

from __future__ import annotations

from typing import Literal

from followup.params.params_problems import Entry
from followup.params.plan.types import Code, Day, Markdown, Year


class TableRowEntry(Entry):
    """A row as printed: one value for each column, a text where a text is printed, null where nothing is.

    A `total` is the sum of the rows of its group, or without a group of all rows; `printed_total_differs` is what the
    printed total is above that sum. `unit` and `decimals` override the table's.
    """

    label: str
    values: tuple[float | str | None, ...]
    group: str = ""
    total: bool = False
    printed_total_differs: tuple[float, ...] | None = None
    committee: str = ""
    unit: str | None = None
    decimals: int | None = None
    definition: str = ""


class TableEntry(Entry):
    """A printed table. `sign` says how amounts are written: `ledger` costs +, `result` costs −, `magnitude` neither.

    `not_followed` says why no report follows it up, where none does. `chapter` is the title of the chapter or
    definition that it stands in, where it has no other place in the document.
    """

    id: Code
    caption: str
    unit: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[TableRowEntry, ...]
    sign: Literal["ledger", "result", "magnitude"] = "magnitude"
    decimals: int = 1
    source: str = ""
    note: Markdown = ""
    not_followed: str = ""
    chapter: str = ""


class CalculationEntry(Entry):
    """A line of the calculation behind a decision; a cost is written without sign."""

    label: str
    amount: float


class BudgetChangeEntry(Entry):
    """A decision that changes the budget. `clauses` are what was decided, word for word; `amounts` is what is
    added from each year on, as the decision says it.

    `financed_within_frame` says that the money comes out of the frame that the plan prints for `financing_committee`.
    """

    code: Code
    title: str
    text: Markdown = ""
    decided_on: Day
    decided_by: str
    prepared_by: str = ""
    clauses: tuple[str, ...] = ()
    committee: str
    activity: str = ""
    unit: Literal["kr", "tkr", "mnkr"]
    amounts: dict[Year, float]
    financed_by: str
    financing_committee: str = ""
    financed_within_frame: bool = False
    calculation: tuple[CalculationEntry, ...] = ()
    total: float | None = None
    source: str
    note: str = ""
