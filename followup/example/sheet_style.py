"""How a sheet looks: title, date and source above the table, a styled header, number formats, notes below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from followup.example.workbook_file import ExampleWorkbook, Value

# Tables of more rows than this are written by the quick way of `workbook_file`.
_MANY = 300

_TITLE = Font(name="Calibri", size=14, bold=True, color="00664D")
_PLAIN = Font(name="Calibri", size=10, italic=True, color="404040")
_HEADER = Font(name="Calibri", size=11, bold=True)
_FILL = PatternFill("solid", start_color="E3F4E2")
_LINE = Border(bottom=Side(style="thin", color="00664D"))
_SUM_LINE = Border(top=Side(style="thin", color="00664D"))
_WRAP = Alignment(vertical="top", wrap_text=True)
_HEADER_WRAP = Alignment(vertical="center", wrap_text=True)


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, its width in characters, its number format, and whether texts wrap."""

    header: str | int
    width: float = 12
    number_format: str = ""
    wrap: bool = False


@dataclass(frozen=True)
class Heading:
    """The rows above a table. The second row always says that the workbook is example data."""

    title: str
    extracted: str
    source: str
    example: str = "Exempeldata – påhittade uppgifter"

    def lines(self) -> tuple[str, ...]:
        return (self.title, self.example, f"Uttagsdatum: {self.extracted}", f"Källa: {self.source}")


def _write_heading(sheet: Worksheet, heading: Heading, columns: int) -> int:
    for row, line in enumerate(heading.lines(), start=1):
        cell = sheet.cell(row=row, column=1, value=line)
        cell.font = _TITLE if row == 1 else _PLAIN
        if columns > 1:
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    return len(heading.lines()) + 2


def _write_rows(
    sheet: Worksheet, first: int, columns: Sequence[Column], rows: Iterable[Sequence[Value]], totals: Sequence[str]
) -> int:
    row = first
    for values in rows:
        is_total = values[0] in totals
        for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            if value is None and not is_total:
                continue
            cell = sheet.cell(row=row, column=number, value=value)
            if column.number_format and not isinstance(value, str):
                cell.number_format = column.number_format
            if column.wrap:
                cell.alignment = _WRAP
            if is_total:
                cell.font = _HEADER
                cell.border = _SUM_LINE
        row += 1
    return row


def _is_large_and_plain(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> bool:
    """Whether the rows are many and all look like the first, with a number where the column has a number format."""
    return len(rows) > _MANY and all(
        not column.wrap and (not column.number_format or isinstance(value, int | float))
        for column, value in zip(columns, rows[0], strict=True)
    )


def add_table(
    workbook: Workbook,
    name: str,
    heading: Heading,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    totals: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Worksheet:
    """A sheet with one table; a row whose first value is in `totals` is drawn as a total row."""
    sheet: Worksheet = workbook.create_sheet(name)
    header = _write_heading(sheet, heading, len(columns))
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(row=header, column=number, value=column.header)
        cell.font = _HEADER
        cell.fill = _FILL
        cell.border = _LINE
        cell.alignment = _HEADER_WRAP
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = sheet.cell(row=header + 1, column=1).coordinate
    rows = list(rows)
    if isinstance(workbook, ExampleWorkbook) and not totals and _is_large_and_plain(columns, rows):
        workbook.large_tables[f"xl/worksheets/sheet{len(workbook.sheetnames)}.xml"] = (header + 1, rows)
        _write_rows(sheet, header + 1, columns, rows[:1], totals)
        after = header + 1 + len(rows)
    else:
        after = _write_rows(sheet, header + 1, columns, rows, totals)
    for offset, note in enumerate(notes, start=1):
        sheet.cell(row=after + offset, column=1, value=note).font = _PLAIN
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.print_title_rows = f"{header}:{header}"
    return sheet


def add_form(
    workbook: Workbook, name: str, heading: Heading, answers: Sequence[tuple[str, Value]], notes: Sequence[str] = ()
) -> Worksheet:
    """A sheet with a form: the label in one column and the answer in the next."""
    sheet: Worksheet = workbook.create_sheet(name)
    row = _write_heading(sheet, heading, 2)
    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 110
    for label, answer in answers:
        sheet.cell(row=row, column=1, value=label).font = _HEADER
        sheet.cell(row=row, column=1).alignment = _WRAP
        cell = sheet.cell(row=row, column=2, value=answer)
        # Left, as a date would else stand at the far right of the wide column.
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if isinstance(answer, date):
            cell.number_format = "yyyy-mm-dd"
        row += 1
    for offset, note in enumerate(notes, start=1):
        sheet.cell(row=row + offset, column=1, value=note).font = _PLAIN
    return sheet
