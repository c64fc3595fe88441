"""A proposed layout tried on the workbook itself: how many rows are read, which totals agree, what is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from followup.ground.errors import Problem, Severity
from followup.ground.swedish import counted
from followup.ground.wording import NBSP, spelled
from followup.layout_proposal.proposed import ASK, TableProposal
from followup.params.column_layout import ColumnLayout
from followup.params.heading_words import says_accumulated
from followup.params.layouts import TableLayout
from followup.params.params import Params
from followup.workbooks.cells.findings import problems_of
from followup.workbooks.cells.vocabulary import vocabulary_of
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.form_reader import read_form
from followup.workbooks.read_table import ReadTable
from followup.workbooks.table_reader import read_table, readers_of
from followup.workbooks.totals import differs


@dataclass(frozen=True)
class Trial:
    """What reading gave; `read` is the table, and `layout` what it was read by."""

    layout: TableLayout
    read: ReadTable
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        return [one for one in self.problems if one.severity is Severity.ERROR]

    @property
    def wrong_totals(self) -> list[str]:
        """`B15: här står 12, men raderna är 11` for each total that differs from its rows, in the sheet's unit."""
        wrong = filter(differs, self.read.totals)
        return [f"{one.cell}: här står {_plain(one.stated)}, men raderna är {_plain(one.computed)}" for one in wrong]

    @property
    def summary(self) -> str:
        """`12 rader lästa, 3 summor stämmer och 1 gör det inte, inga fel.`"""
        rows = len(self.read.frame)
        told = [f"{spelled(rows)} {'rad läst' if rows == 1 else 'rader lästa'}"]
        if self.read.totals:
            wrong = sum(map(differs, self.read.totals))
            agree = len(self.read.totals) - wrong
            right = counted(agree, "summa stämmer", "summor stämmer") if agree else "ingen summa stämmer"
            told.append(right + (f" och {wrong} gör det inte" if wrong else ""))
        warnings = len(self.problems) - len(self.errors)
        told.append(counted(len(self.errors), "fel", "fel") if self.errors else "inga fel")
        told += [counted(warnings, "varning", "varningar")] if warnings else []
        return (", ".join(told) + ".").replace(NBSP, " ")


def _plain(amount: float) -> str:
    return spelled(round(amount, 4))


def tried(name: str, sheet: Sheet, layout: TableLayout, params: Params, year: int, workbook: str) -> Trial:
    """Reads a sheet by a filled layout."""
    vocabularies = {
        column: vocabulary_of(entry, params, year, layout.committees) for column, entry in layout.columns.items()
    }
    readers = readers_of(layout, vocabularies)
    if layout.form:
        read = read_form(name, sheet, layout, readers)
    else:
        read = read_table(name, sheet, layout, readers, params.total_words)
    return Trial(layout, read, tuple(problems_of(read.findings, workbook, sheet.name)))


def trial_layout(table: TableProposal, year: int) -> TableLayout | None:
    """The layout of a proposal, with an answer put in for each that is lacking: it decides nothing that is told.

    None where no layout can be made of it before its questions are answered.
    """
    columns: dict[str, Any] = {}
    try:
        for column in table.read:
            keys = {"type": "number"} | {key: value for key, value in column.keys.items() if value != ASK}
            if keys["type"] == "amount":
                keys = {"unit": "kr", "sign": "result"} | keys
            if says_accumulated(column.header) and not keys.get("from_accumulated"):
                keys["accumulated"] = True
            if isinstance(keys.get("choices"), dict):
                keys["choices"] = {code: tuple(words) for code, words in keys["choices"].items()}
            columns[column.name] = ColumnLayout.model_validate(keys)
        keys = {name: _frozen(value) for name, value in table.keys.items() if value != ASK}
        return TableLayout.model_validate(keys | {"sheet": table.sheet, "columns": columns, "year": year})
    except ValidationError:
        return None


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(value) if isinstance(value, list) else value
