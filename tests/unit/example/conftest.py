"""The example workbooks as they stand in the repository, read with calamine and nothing of ours."""

import pytest
from python_calamine import CalamineWorkbook

from followup.ground.paths import PROJECT

EXAMPLE = PROJECT / "data" / "example"
HEADER_ROW = 6


@pytest.fixture(scope="session")
def sheet_rows():
    """`sheet_rows("2024/2024-04/utfall.xlsx", "Huvudbok")`: the rows below the header as dicts, to an empty one."""
    known: dict[tuple[str, str], list[dict]] = {}

    def read(workbook: str, sheet: str) -> list[dict]:
        if (workbook, sheet) not in known:
            with CalamineWorkbook.from_path(EXAMPLE / workbook) as book:
                values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            header, *below = values[HEADER_ROW - 1 :]
            rows = []
            for row in below:
                if not any(value != "" for value in row):
                    break
                rows.append(
                    {
                        _heading(heading): None if value == "" else value
                        for heading, value in zip(header, row, strict=True)
                    }
                )
            known[workbook, sheet] = rows
        return known[workbook, sheet]

    return read


def _heading(value: object) -> str:
    return str(int(value)) if isinstance(value, float) else str(value)
