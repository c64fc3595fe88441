"""What a report says of its sources without telling what stands in a cell about people.

Warnings, corrections and confirmations are listed in the report. An error stops it. Whoever mends it is told all in the
terminal; in the output folder only its place stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.ground.errors import Severity

if TYPE_CHECKING:
    from followup.ground.errors import Problem
    from followup.params.layouts import TableLayout, WorkbookLayout
    from followup.workbooks.corrected_cells import AppliedCorrection
    from followup.workbooks.source_table import SourceTable

NOT_SHOWN = "visas inte"
_FOUND = "Vad som står i cellen gäller anställda och visas inte."


def discreet_problem(
    problem: Problem,
    tables: Mapping[str, SourceTable],
    layouts: Mapping[str, TableLayout],
    rules: Collection[str] = (),
) -> Problem:
    """The problem; what was found in a column about people, or by a rule in a table of them, without what stands there.

    What a rule says of the sheet as a whole, such as that a month is missing, tells nothing of anybody, unless it is
    one of `rules`.
    """
    if problem.rule in rules:
        return replace(problem, found=_FOUND, value="")
    for name, table in _people_in(problem.workbook, problem.sheet, tables, layouts):
        letters = set(re.findall(r"[A-Z]+", problem.cell))
        if problem.cell and (problem.rule or letters & _letters(table, layouts[name])):
            return replace(problem, found=_FOUND, value="")
    return problem


def is_private(problem: Problem, layouts: Iterable[WorkbookLayout], rules: Collection[str] = ()) -> bool:
    """Whether an error may repeat what stands in a cell about people: it is of one of `rules`, or of a sheet in a
    workbook with such numbers.

    Any sheet: under which name a table of people was found, or missed, is not asked. `layouts` are filled.
    """
    if problem.severity is not Severity.ERROR:
        return False
    workbooks = {one.workbook for one in layouts if any(table.is_about_people for table in one.tables.values())}
    return problem.rule in rules or bool(problem.sheet and problem.workbook in workbooks)


def discreet_correction(
    correction: AppliedCorrection, tables: Mapping[str, SourceTable], layouts: Mapping[str, TableLayout]
) -> AppliedCorrection:
    """The correction; of a column about people without its two values, also where the reason repeats them."""
    for name, table in _people_in(correction.workbook, correction.sheet, tables, layouts):
        if correction.cell.rstrip("0123456789") in _letters(table, layouts[name]):
            values = sorted((correction.was, correction.value), key=len, reverse=True)
            why = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, values))})(?!\w)", "…", correction.why)
            return replace(correction, was=NOT_SHOWN, value=NOT_SHOWN, why=why)
    return correction


def _people_in(
    workbook: str, sheet: str, tables: Mapping[str, SourceTable], layouts: Mapping[str, TableLayout]
) -> Iterator[tuple[str, SourceTable]]:
    """The tables about people that stand in the sheet."""
    for name, table in tables.items():
        if layouts[name].is_about_people and (table.workbook, table.sheet) == (workbook, sheet):
            yield name, table


def _letters(table: SourceTable, layout: TableLayout) -> set[str]:
    """The columns that tell of people."""
    return {table.letters[name] for name, column in layout.columns.items() if column.people and name in table.letters}
