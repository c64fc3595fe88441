"""Source tables written as text in a test.

    source_table('''
        period   activity     outcome
        2024-01  Bibliotek    -100
    ''')

Columns are parted by two spaces or more; `.` is a missing value. The first row stands in row 5 of the sheet, and the
columns have the letters A, B, C …
"""

from __future__ import annotations

import re
from string import ascii_uppercase

import pandas as pd

from followup.workbooks.source_table import SourceTable

# What these columns tell of people, as in params/layouts/personal.yml.
_COUNTS = ("employees", "scheduled_hours", "sick_hours", "long_sick_hours", "permanent_employees", "leavers")
PEOPLE = dict.fromkeys((*_COUNTS, "respondents"), "count")


def source_table(text: str, units: dict[str, str] | None = None) -> SourceTable:
    """A SourceTable named `table` of the sheet `Blad1` in `prov.xlsx`."""
    lines = [re.split(r"\s{2,}", line.strip()) for line in text.strip().splitlines()]
    header, rows = lines[0], lines[1:]
    frame = pd.DataFrame(rows, columns=header, index=range(5, 5 + len(rows)), dtype=object)
    for column in header:
        values = [None if value == "." else value for value in frame[column]]
        numbers = [value is None or re.fullmatch(r"-?\d+(\.\d+)?", value) for value in values]
        if all(numbers) and any(value is not None for value in values):
            frame[column] = pd.Series([float("nan") if v is None else float(v) for v in values], index=frame.index)
        else:
            frame[column] = pd.Series(values, index=frame.index, dtype=object)
    letters = dict(zip(header, ascii_uppercase, strict=False))
    people = {column: PEOPLE[column] for column in header if column in PEOPLE}
    if "respondents" in header:
        people["value"] = "ratio"
    return SourceTable("table", "prov.xlsx", "Blad1", letters, frame, units or {}, people=people)
