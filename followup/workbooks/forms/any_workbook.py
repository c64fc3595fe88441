"""A workbook in any of the forms, opened as if it were an xlsx."""

from __future__ import annotations

from collections.abc import Sequence

from followup.ground.wording import listed, quoted
from followup.workbooks.files.archive import refusal
from followup.workbooks.files.workbook import SafeWorkbook, open_workbook
from followup.workbooks.forms.csv_book import csv_book
from followup.workbooks.forms.form import Form, form_of
from followup.workbooks.forms.ods_book import ods_book
from followup.workbooks.forms.xlsb_book import xlsb_book


def open_any(content: bytes, name: str, sheets: Sequence[str] = ()) -> SafeWorkbook:
    """Open a workbook of whatever form. `sheets` are those that must be there: a csv file holds one and has its name.

    Raises ReportError with what is wrong. The hash is of the file itself.
    """
    form, parts = form_of(content, name)
    if form is Form.XLSX:
        return open_workbook(content, name)
    if form is Form.XLS:
        # Imported for the file that needs it.
        from followup.workbooks.forms.xls_book import xls_book

        read = xls_book(content, name)
    elif form is Form.CSV:
        if len(sheets) > 1:
            raise refusal(
                name,
                f"En csv-fil kan bara hålla ett blad, och här behövs {len(sheets)}: {listed(map(quoted, sheets))}.",
                "En arbetsbok med flera blad väntas.",
                "Spara arbetsboken som .xlsx, .xlsb, .xls eller .ods.",
            )
        read = csv_book(content, name, sheets[0] if sheets else "csv")
    else:
        assert parts is not None  # both are archives
        read = ods_book(parts, name) if form is Form.ODS else xlsb_book(parts, name)
    return open_workbook(read, name, of=content)
