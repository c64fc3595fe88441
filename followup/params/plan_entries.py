"""The parts of a plan's file beside its hierarchy: codes, days, texts, printed tables, decisions on the budget."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from followup.params.params_problems import Entry, fault


def _code(text: str) -> str:
    # A code becomes a row's key in the figures, an anchor in the page and a word in a workbook.
    if re.fullmatch(r"[A-Za-zÅÄÖåäö0-9][\wÅÄÖåäö.-]*", text):
        return text
    raise fault("Koden kan inte användas.", "En kod har bara bokstäver, siffror, punkt, _ och -.", "Ändra koden.")


def _day(text: str) -> str:
    if re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text):
        return text
    raise fault(
        "Datumet kan inte tolkas.",
        "Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år räcker 2017-12 eller 2017.",
        "Skriv datumet så, inom citattecken.",
    )


def _unwrapped(text: str) -> str:
    # The file's lines are as long as the file's lines are; in the text a paragraph is one line. An item of a list
    # begins its own.
    lines: list[str] = []
    for line in text.strip().split("\n"):
        line = line.strip()
        if lines and line and lines[-1] and not re.match(r"[-*] |\d+\. ", line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


Day = Annotated[str, AfterValidator(_day)]
Code = Annotated[str, AfterValidator(_code)]
Markdown = Annotated[str, AfterValidator(_unwrapped)]
Year = Annotated[str, Field(pattern=r"20\d\d")]


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

    `not_followed` says why no report follows it up, where none does.
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
