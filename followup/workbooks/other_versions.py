"""Another version of a sheet in the same workbook: ”Huvudbok (2)”, ”Prognos ny”. Only one of the two is read.

Excel gives a sheet that is moved into a workbook which has one of that name a number, and then the old one would be
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from followup.ground.errors import ReportError
from followup.ground.wording import normalised, quoted
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_row import find_header

if TYPE_CHECKING:
    from followup.params.layouts import TableLayout, WorkbookLayout
    from followup.workbooks.files.workbook import SafeWorkbook, Sheet

# A sheet of another year or month is another sheet.
_YEAR_OR_MONTH = re.compile(r"\b(?:19|20)[0-9]{2}")


def other_versions(
    workbook: SafeWorkbook, sheet: Sheet, layout: WorkbookLayout, table: TableLayout
) -> Iterator[Finding]:
    """An error for each sheet whose name holds the sheet's, with the same headings and other rows below them."""
    if table.form:
        return
    read = {normalised(one.sheet) for one in layout.tables.values()}
    for name in workbook.sheet_paths:
        if normalised(name) in read or not _is_named_after(name, table.sheet) or _YEAR_OR_MONTH.search(name):
            continue
        try:
            other = workbook.sheet(name)
        except ReportError:
            # It is not read, and whether it could be is nobody's concern.
            continue
        ours, theirs = _rows(sheet, table), _rows(other, table)
        if theirs and theirs != ours:
            yield Finding(0, "", _doubt(sheet.name, name), shared=True)


def _is_named_after(name: str, sheet: str) -> bool:
    """Whether the sheet's name stands in the other as whole words."""
    return bool(re.search(rf"\b{re.escape(normalised(sheet))}\b", normalised(name)))


def _rows(sheet: Sheet, table: TableLayout) -> list[list[Any]]:
    """The filled rows of the table's columns; none without all of its headings."""
    header = find_header(sheet.rows, table, sheet.merged)
    if any(name not in header.positions for name, column in table.columns.items() if not column.may_lack):
        return []
    places = list(header.positions.values())
    rows = ([_at(row, place) for place in places] for row in sheet.rows[header.row + 1 :])
    return [row for row in rows if not all(map(is_blank, row))]


def _at(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else ""


def _doubt(sheet: str, other: str) -> Doubt:
    return Doubt(
        f"Bladet {quoted(other)} har samma rubriker som {quoted(sheet)} men andra rader, och läses inte.",
        "Arbetsboken väntas ha en version av varje blad.",
        f"Ta bort den som inte gäller, eller byt namn på den till något helt annat. Är det {quoted(other)} som ska "
        f"läsas: ge den sedan namnet {quoted(sheet)}.",
    )
