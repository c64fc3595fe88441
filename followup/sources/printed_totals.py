"""The totals that a workbook prints itself, as figures beside the sums that the report makes of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.ground.figure import KRONOR, Cells, Figure
from followup.ground.places import row_of
from followup.ground.reading import Reading
from followup.workbooks.cache import cached_workbook
from followup.workbooks.read_workbook import ReadingOrder

if TYPE_CHECKING:
    from followup.params.subject import Subject


def printed_totals(subject: Subject, layout: str) -> dict[str, dict[str, Figure]]:
    """Table to column to the last total row's figure, in the report's unit and sign, for one shared workbook.

    `layout` is its name in params/layouts. A table without total rows has no columns; a total of some rows alone is not
    one. Raises ReportError for a workbook that cannot be read.
    """
    params, period = subject.params, subject.period
    filled = params.layouts[layout].filled(period, "")
    workbook = cached_workbook(subject.data, ReadingOrder.of(filled, params, period.year))
    found: dict[str, dict[str, Figure]] = {}
    for name, table in workbook.tables.items():
        found[name] = {}
        for total in table.totals:
            if total.covers or total.kind != "sum":
                continue
            column = table.as_read(filled.tables[name]).columns[total.column]
            unit = KRONOR if column.type == "amount" else column.unit
            origin = (Cells.of(workbook.name, table.sheet, total.letter, [row_of(total.row)]),)
            made = Reading(column.factor, column.unit)
            found[name][total.column] = Figure(total.stated * column.factor, unit, origin, made=made)
    return found
