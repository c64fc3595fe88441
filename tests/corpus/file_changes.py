"""What a case does with the files of the data folder, once its workbooks have been written."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from tests.corpus.books import BEFORE, EXAMPLE, PERIOD, YEAR, own
from tests.corpus.cell_edits import written
from tests.other_forms import FORMS

BOOK = own("DNKS")
FOLDER = f"{YEAR}/{PERIOD}"
EARLIER = own("DNKS", BEFORE)
Files = Callable[[Path], None]


def forecast(report: Any) -> float:
    return report.net["forecast"].value


SAME = ((forecast, -181_500_000),)


def moved(workbook: str, name: str) -> Files:
    def change(data: Path) -> None:
        (data / workbook).rename(data / FOLDER / name)

    return change


def copied(workbook: str, target: str) -> Files:
    def change(data: Path) -> None:
        (data / target).unlink(missing_ok=True)
        shutil.copy(data / workbook, data / target)

    return change


def removed(workbook: str) -> Files:
    return lambda data: (data / workbook).unlink()


def saved_as(workbook: str, suffix: str, content: Callable[[bytes], bytes]) -> Files:
    """The workbook in another format, under its name with another ending."""

    def change(data: Path) -> None:
        path = data / workbook
        found = content(path.read_bytes())
        path.unlink()
        path.with_suffix(suffix).write_bytes(found)

    return change


def copied_as(workbook: str, suffix: str, content: Callable[[bytes], bytes]) -> Files:
    """The workbook in another format beside itself."""

    def change(data: Path) -> None:
        path = data / workbook
        path.with_suffix(suffix).write_bytes(content(path.read_bytes()))

    return change


def in_form(ending: str) -> Callable[[bytes], bytes]:
    """What makes another form of an xlsx: its values, sheet by sheet."""

    def make(content: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(content))
        return FORMS[ending]({one.title: [[_day(cell) for cell in row] for row in one.values] for one in book})

    return make


def _day(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


def cut(workbook: str, share: float) -> Files:
    content = (EXAMPLE / workbook).read_bytes()
    return written(workbook, content[: int(len(content) * share)])
