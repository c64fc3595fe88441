"""Cells of the example whose values are known, and how a case changes what is shown in them."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.books import INDICATORS, INVESTMENTS, own
from tests.corpus.cell_edits import cells_of, edited, shown_as

ATTENDANCE = {1: "NARVARO_NATURBRUK", 2: "DNKS"}
LAST = {**ATTENDANCE, 3: "2024-04"}
MACHINES = {1: "2024-04", 2: "DNKS", 3: "Lantbruksmaskiner, naturbruksskolor"}
BOOK = own("DNKS")


def attendance(report: Any) -> float:
    return report.quality["NARVARO_NATURBRUK", "value"].value


def machines(report: Any) -> float:
    return report.investments["Lantbruksmaskiner, naturbruksskolor", "outcome"].value


def forecast(report: Any) -> float:
    return report.net["forecast"].value


# The example's own: attendance 89,6 %, machines 2,6 mnkr of 7,3, a forecast of −181,5 mnkr.
SAME_ATTENDANCE = ((attendance, 89.6),)
SAME_MACHINES = ((machines, 2_600_000),)
SAME_FORECAST = ((forecast, -181_500_000),)


def indicator(code: str, change=None, wanted=ATTENDANCE):
    return edited(INDICATORS, "Utfall", lambda sheet: shown_as(cells_of(sheet, 4, wanted), code, change))


def outcome(code: str, change=None):
    return edited(INVESTMENTS, "Investeringar", lambda sheet: shown_as(cells_of(sheet, 7, MACHINES), code, change))


def put(workbook: str, sheet: str, column: int, wanted: dict[int, str], value: Any):
    def change(sheet: Worksheet) -> None:
        for cell in cells_of(sheet, column, wanted):
            cell.value = value

    return edited(workbook, sheet, change)
