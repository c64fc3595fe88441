"""The example's workbooks of one period as rows that a test may change, written back quickly.

    books = Books(tmp_path, EXAMPLE)
    for row in books.ledger("DNKS"):
        row[OUTCOME] = row[OUTCOME] / 1000
    data = books.write()

The ledger has one account for each activity and account class, so that a change costs a tenth of a second and not ten.
All sums are the example's.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from followup.ground.paths import PROJECT

EXAMPLE = PROJECT / "data" / "example"
YEAR, PERIOD, BEFORE = "2024", "2024-04", "2024-02"

# Where the ledger's columns are.
MONTH, COMMITTEE, ACTIVITY, ACCOUNT_CLASS, ACCOUNT, ACCOUNT_NAME, BUDGET, OUTCOME, PREVIOUS_YEAR = range(9)
# Those of texts, by the words that a case names them with.
PLACES = {
    "month": MONTH,
    "committee": COMMITTEE,
    "activity": ACTIVITY,
    "klass": ACCOUNT_CLASS,
    "account": ACCOUNT,
    "name": ACCOUNT_NAME,
}
# Title, mark, date, source, air and the headings.
HEAD = 6

Row = list[Any]
Sheets = dict[str, list[Row]]

HERE = f"{YEAR}/{PERIOD}"
LEDGER = f"{HERE}/utfall.xlsx"
STAFF = f"{HERE}/personal.xlsx"
INDICATORS = f"{HERE}/indikatorer.xlsx"
INVESTMENTS = f"{HERE}/investeringar.xlsx"
REGION = f"{HERE}/REGION.xlsx"
FRAMES = f"{YEAR}/budget.xlsx"
TARGETS = f"{YEAR}/malvarden.xlsx"


def own(committee: str, period: str = PERIOD) -> str:
    """A committee's own workbook."""
    return f"{YEAR}/{period}/{committee}.xlsx"


class Books:
    """Workbooks by their path below the data folder. Only those that were asked for are written anew."""

    def __init__(self, folder: Path) -> None:
        self.data = folder
        self._changed: dict[str, Sheets] = {}

    def sheets(self, workbook: str) -> Sheets:
        """A workbook's sheets, to be changed at will."""
        if workbook not in self._changed:
            self._changed[workbook] = {name: [list(row) for row in rows] for name, rows in _read(workbook).items()}
        return self._changed[workbook]

    def rows(self, workbook: str, sheet: str) -> list[Row]:
        """All rows of a sheet, its title and headings too."""
        return self.sheets(workbook)[sheet]

    def body(self, workbook: str, sheet: str) -> list[Row]:
        """The rows below the headings that are not empty and no total."""
        found = []
        for row in self.rows(workbook, sheet)[HEAD:]:
            if row[0] == "":
                break
            if not str(row[0]).startswith("Summa"):
                found.append(row)
        return found

    def ledger(self, *committees: str, month: str = "", account_class: str = "") -> Iterator[Row]:
        """The ledger's rows of some committees (or all), of one month and one account class where those are given."""
        for row in self.body(LEDGER, "Huvudbok"):
            if committees and row[COMMITTEE] not in committees:
                continue
            if month and row[MONTH] != month:
                continue
            if account_class and row[ACCOUNT_CLASS] != account_class:
                continue
            yield row

    @staticmethod
    def untouched_ledger(*committees: str) -> list[Row]:
        """The example's own rows of some committees (or all), which no case has changed."""
        rows = _read(LEDGER)["Huvudbok"][HEAD:]
        return [row for row in rows if row[MONTH] != "" and (not committees or row[COMMITTEE] in committees)]

    def write(self) -> Path:
        """The data folder with every change in it."""
        shutil.copytree(_written_once(), self.data, copy_function=_link, dirs_exist_ok=True)
        for workbook, sheets in self._changed.items():
            path = self.data / workbook
            path.unlink(missing_ok=True)
            write_sheets(path, sheets)
        return self.data


def write_sheets(path: Path, sheets: Sheets) -> None:
    """A workbook of values: dates as dates, blank where there is nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime | date):
                    sheet.write_datetime(number, column, datetime(value.year, value.month, value.day), day)
                elif value is not None and value != "":
                    sheet.write(number, column, value)
    book.close()


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


@lru_cache(maxsize=1)
def _written_once() -> Path:
    """The example's year with the short ledgers, to link to."""
    import atexit
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="followup-corpus-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in [*(EXAMPLE / YEAR).glob("*.xlsx"), *(EXAMPLE / "kolada").glob("*")]:
        target = folder / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for period in (BEFORE, PERIOD):
        for path in (EXAMPLE / YEAR / period).glob("*.xlsx"):
            name = path.relative_to(EXAMPLE).as_posix()
            if path.stem == "utfall":
                write_sheets(folder / name, _read(name))
            else:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, folder / name)
    return folder


@lru_cache(maxsize=64)
def _read(workbook: str) -> Sheets:
    book = CalamineWorkbook.from_path(str(EXAMPLE / workbook))
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    if workbook.endswith("utfall.xlsx"):
        sheets = {name: [*rows[:HEAD], *_one_account(rows[HEAD:])] for name, rows in sheets.items()}
    return sheets


def _one_account(rows: list[Row]) -> list[Row]:
    """One row for each month, committee, activity and account class, with the first account's number and name."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[:ACCOUNT])
        if key not in found:
            found[key] = list(row)
            continue
        for column in (BUDGET, OUTCOME, PREVIOUS_YEAR):
            if row[column] != "":
                found[key][column] = round(found[key][column] + row[column], 2)
    return list(found.values())
