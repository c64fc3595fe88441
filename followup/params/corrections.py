"""Known errors in the sources, corrected in the open: params/corrections.yml.

A correction applies only while its cell still holds what it was written for. `workbooks.corrected_cells` makes them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from followup.ground.wording import column_index
from followup.params.params_problems import Entry, day, fault

CellContent = str | float | int | None


def _cell(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{1,3}[1-9][0-9]{0,6}", value):
        return value
    raise fault("Cellen kan inte läsas.", "En cell skrivs som i Excel, till exempel H4711.", "Rätta cellens namn.")


def _content(value: Any) -> CellContent:
    if value is None or (isinstance(value, str | float | int) and not isinstance(value, bool)):
        return value
    raise fault("Värdet kan inte läsas.", "Ett tal, en text eller ingenting (null) väntas.", "Rätta värdet.")


class Correction(Entry):
    """One corrected cell: what it must still hold, what is used instead, why, and which function decided it."""

    workbook: str
    sheet: str
    cell: Annotated[str, BeforeValidator(_cell)]
    expects: Annotated[CellContent, BeforeValidator(_content)]
    value: Annotated[CellContent, BeforeValidator(_content)]
    why: str
    decided_by: str
    decided_on: Annotated[date, BeforeValidator(day)]

    @property
    def position(self) -> tuple[int, int]:
        """Row and column, counted from 0."""
        match = re.fullmatch(r"([A-Z]+)([0-9]+)", self.cell)
        assert match is not None  # `_cell` lets nothing else through
        return int(match[2]) - 1, column_index(match[1])
