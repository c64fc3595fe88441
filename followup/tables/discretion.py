"""What a report says of its sources without telling what stands in a cell about people.

Warnings, corrections and confirmations are listed in the report. An error stops it, and is told whole to whoever mends
it, as the check of the workbooks tells everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.ground.errors import Problem
    from followup.params.layouts import TableLayout
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
