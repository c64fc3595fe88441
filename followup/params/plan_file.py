"""A plan's file as it is written, params/plans/<year>.yml: its keys and their types, and nothing about their meaning.

`followup.params.plans` makes the plan of it, `followup.params.plan_checks` finds what contradicts itself.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from followup.params.params_problems import Entry, fault


def _code(text: str) -> str:
    # A code becomes a row's key in the figures, an anchor in the page and a word in a workbook.
    if re.fullmatch(r"[A-Za-zÅÄÖåäö0-9][\wÅÄÖåäö.-]*", text):
        return text
    raise fault("Koden kan inte användas.", "En kod har bara bokstäver, siffror, punkt, _ och -.", "Ändra koden.")


_DAY = re.compile(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _due(text: str) -> str:
    if _DAY.fullmatch(text):
        return text
    raise fault(
        "Tiden i due kan inte tolkas.",
        "En tid skrivs som 2024-12-31; där underlaget bara har månad eller år räcker 2024-12 eller 2024.",
        "Skriv tiden så, inom citattecken.",
    )


def _decision_day(text: str) -> str:
    if _DAY.fullmatch(text):
        return text
    raise fault(
        "Beslutets datum kan inte tolkas.",
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


Code = Annotated[str, AfterValidator(_code)]
Markdown = Annotated[str, AfterValidator(_unwrapped)]
Year = Annotated[str, Field(pattern=r"20\d\d")]


class LevelEntry(Entry):
    """A level of the hierarchy: `Fokusområde`, `Fokusområden`."""

    code: Code
    name: str
    plural: str


class NodeEntry(Entry):
    """One entry of the hierarchy with all below it. `committees` are codes or names of groups.

    `due` is when it is to be done, as exact as the source: `2024-12-31`, `2024-12` or `2024`.
    """

    code: Code
    name: str
    level: str | None = None
    text: Markdown = ""
    committees: tuple[str, ...] | None = None
    due: Annotated[str, AfterValidator(_due)] = ""
    carried_over: str = ""
    note: str = ""
    synonyms: tuple[str, ...] = ()
    children: tuple[NodeEntry, ...] = ()


class DefinitionEntry(Entry):
    """A term of the plan and what it means there, or a chapter of it, in Markdown."""

    title: str
    text: Markdown


class IndicatorEntry(Entry):
    """An indicator that the plan is followed up with. `group` is the heading it stands under."""

    code: Code
    name: str
    definition: Markdown
    frequency: str = ""
    group: str = ""


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
    """A printed table. `sign` says how amounts are written: `ledger` costs +, `result` costs −, `magnitude` neither."""

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


class CalculationEntry(Entry):
    """A line of the calculation behind a decision; a cost is written without sign."""

    label: str
    amount: float


class BudgetChangeEntry(Entry):
    """A decision that changes the budget. `amounts` is what is added from each year on, as the decision says it.

    `financed_within_frame` says that the money comes out of the frame that the plan prints for `financing_committee`.
    """

    code: Code
    title: str
    text: Markdown = ""
    decided_on: Annotated[str, AfterValidator(_decision_day)]
    decided_by: str
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


class PlanFile(Entry):
    """The whole file. A plan has `levels`, `nodes` and what is `followed`, or is `based_on` another year's plan."""

    year: int
    owner: str
    title: str
    source: str
    vision: Markdown = ""
    introduction: Markdown = ""
    chapters: tuple[DefinitionEntry, ...] = ()
    definitions: tuple[DefinitionEntry, ...] = ()
    based_on: int | None = None
    levels: tuple[LevelEntry, ...] = ()
    followed: str = ""
    scale: str = ""
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    nodes: tuple[NodeEntry, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    tax_rate: float | None = None
    budget_changes: tuple[BudgetChangeEntry, ...] = ()

    @model_validator(mode="after")
    def _has_one_hierarchy(self) -> PlanFile:
        own = {"levels": self.levels, "nodes": self.nodes, "followed": self.followed, "scale": self.scale}
        given = [name for name, value in own.items() if value]
        if self.based_on is not None and given:
            raise fault(
                f"Planen bygger på {self.based_on} års plan men har också {given[0]}.",
                "En plan har en egen hierarki eller lånar en annans.",
                "Ta bort based_on eller de egna nycklarna.",
            )
        if self.based_on is None and len(given) < len(own):
            absent = next(name for name in own if name not in given)
            raise fault(
                f"Planen saknar {absent}.",
                "En plan har levels, nodes, followed och scale, eller based_on med ett annat års plan.",
                f"Lägg till {absent}.",
            )
        return self
