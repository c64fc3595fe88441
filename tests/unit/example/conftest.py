"""The example workbooks as they stand in the repository, read with openpyxl and nothing of ours."""

import openpyxl
import pytest

from followup.paths import PROJECT

EXAMPLE = PROJECT / "data" / "example"
HEADER_ROW = 6


@pytest.fixture(scope="session")
def sheet_rows():
    """`sheet_rows("2024/utfall.xlsx", "Huvudbok")`: the table below the header as dicts, to the first empty row."""
    known: dict[tuple[str, str], list[dict]] = {}

    def read(workbook: str, sheet: str) -> list[dict]:
        if (workbook, sheet) not in known:
            book = openpyxl.load_workbook(EXAMPLE / workbook, read_only=True)
            values = book[sheet].iter_rows(min_row=HEADER_ROW, values_only=True)
            header = [str(heading) for heading in next(values)]
            rows = []
            for row in values:
                if all(value is None for value in row):
                    break
                rows.append(dict(zip(header, row, strict=True)))
            known[workbook, sheet] = rows
            book.close()
        return known[workbook, sheet]

    return read
