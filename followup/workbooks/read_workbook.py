"""A whole workbook read by its layout: every table, every finding, every correction that was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.params.corrections import Correction
from followup.params.layouts import WorkbookLayout
from followup.params.total_words import TotalWords
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.vocabulary import Vocabulary, vocabulary_of
from followup.workbooks.corrected_cells import corrected
from followup.workbooks.files.workbook_names import NO_NAMES, Names, names_of
from followup.workbooks.form_reader import read_form
from followup.workbooks.forms.any_workbook import open_any
from followup.workbooks.lying_file import is_same_workbook, the_one
from followup.workbooks.other_versions import other_versions
from followup.workbooks.personal_problems import personal_problems
from followup.workbooks.read_table import ReadTable
from followup.workbooks.table_reader import read_table, readers_of

if TYPE_CHECKING:
    from pathlib import Path

    from followup.params.params import Params

# The rooms whose code decides what is read of a cell.
READING = ("ground", "params", "workbooks")

Vocabularies = dict[str, dict[str, Vocabulary | None]]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A hash of the code that reading rests on: whoever changes how a cell is read need not remember the cache."""
    rooms = [PROJECT / "followup" / room for room in READING]
    sources = sorted(path for room in rooms for path in room.rglob("*.py"))
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()


@dataclass(frozen=True)
class ReadWorkbook:
    """One workbook's tables as read, for all committees. `problems` are those of the workbook itself."""

    name: str
    sha256: str
    size: int
    tables: dict[str, ReadTable]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class ReadingOrder:
    """All that the reading of a workbook depends on besides its content: the cache's key is made of it.

    `names` only help to find a workbook that is not there.
    """

    layout: WorkbookLayout
    vocabularies: Vocabularies
    corrections: tuple[Correction, ...]
    totals: TotalWords = field(default_factory=TotalWords)
    names: Names = NO_NAMES

    @classmethod
    def of(cls, layout: WorkbookLayout, params: Params, year: int) -> ReadingOrder:
        """For a filled layout."""
        vocabularies = {
            name: {
                column: vocabulary_of(entry, params, year, table.committees) for column, entry in table.columns.items()
            }
            for name, table in layout.tables.items()
        }
        corrections = tuple(one for one in params.corrections if is_same_workbook(one.workbook, layout.workbook))
        return cls(layout, vocabularies, corrections, params.total_words, names_of(layout, params))

    def lying_in(self, data: Path) -> ReadingOrder:
        """With the name of the file that lies in the data folder. Raises ReportError if there are several."""
        layout = the_one(data, self.layout)
        corrections = tuple(one.model_copy(update={"workbook": layout.workbook}) for one in self.corrections)
        return replace(self, layout=layout, corrections=corrections)

    def as_json(self) -> str:
        words: dict[str, Any] = {
            name: {column: one and one.as_json() for column, one in columns.items()}
            for name, columns in self.vocabularies.items()
        }
        corrections = [one.model_dump(mode="json") for one in self.corrections]
        totals = self.totals.model_dump(mode="json")
        values = [reader_version(), self.layout.model_dump(mode="json"), words, corrections, totals]
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_workbook(content: bytes, order: ReadingOrder) -> ReadWorkbook:
    """Read every table. Raises ReportError only for a workbook that cannot be opened at all."""
    layout = order.layout
    needed = [table.sheet for table in layout.tables.values() if not table.optional]
    workbook = open_any(content, layout.workbook, needed)
    tables: dict[str, ReadTable] = {}
    problems: list[Problem] = []
    for name, table in layout.tables.items():
        if table.optional and not workbook.may_have(table.sheet):
            continue
        try:
            sheet = workbook.sheet(table.sheet)
        except ReportError as fault:
            problems += fault.problems
            continue
        readers = readers_of(table, order.vocabularies[name])
        here = [one for one in order.corrections if one.sheet == sheet.name]
        applied, outdated = corrected(sheet.rows, here)
        made = {one.cell for one in applied}
        for one in here:
            if one.cell in made:
                sheet.marks.forget(one.position)
        if table.form:
            read = read_form(name, sheet, table, readers)
        else:
            read = read_table(name, sheet, table, readers, order.totals)
        findings = (*read.findings, *map(_finding, outdated), *other_versions(workbook, sheet, layout, table))
        tables[name] = replace(read, corrections=tuple(applied), findings=findings)
    problems += personal_problems(workbook.personal_numbers, layout, tables)
    problems += _strays(order.corrections, [table.sheet for table in tables.values()])
    return ReadWorkbook(layout.workbook, workbook.sha256, workbook.size, tables, tuple(problems))


def _finding(problem: Problem) -> Finding:
    letters = problem.cell.rstrip("0123456789")
    doubt = Doubt(problem.found, problem.expected, problem.remedy, problem.severity)
    return Finding(int(problem.cell[len(letters) :]), letters, doubt)


def _strays(corrections: Sequence[Correction], sheets: Sequence[str]) -> list[Problem]:
    """Corrections of sheets that are not read."""
    return [problem for one in corrections if one.sheet not in sheets for problem in corrected([], [one])[1]]
