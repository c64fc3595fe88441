"""Known errors in the sources, corrected in the open: params/corrections.yml.

A correction applies only while its cell still holds what it was written for. It is made on the cell as it stands in the
workbook, before anything is read from it, and is listed in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from followup.ground.errors import Problem, Severity
from followup.ground.wording import column_index, normalised, quoted, spelled
from followup.params.params_problems import Entry, day, fault
from followup.workbooks.files.marked_cells import ShownCell

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
        letters, row = re.fullmatch(r"([A-Z]+)([0-9]+)", self.cell).groups()
        return int(row) - 1, column_index(letters)


@dataclass(frozen=True)
class AppliedCorrection:
    """A correction that was made. `was` and `value` are what stood and what is used, as Swedish text."""

    workbook: str
    sheet: str
    cell: str
    was: str
    value: str
    why: str
    decided_by: str
    decided_on: str

    @property
    def row(self) -> int:
        """The cell's row number in the sheet."""
        return int(re.sub(r"[A-Z]+", "", self.cell))


def corrected(
    rows: list[list[Any]], corrections: Iterable[Correction]
) -> tuple[list[AppliedCorrection], list[Problem]]:
    """Change the cells of one sheet's rows in place; a correction that no longer applies becomes a warning."""
    applied, problems = [], []
    for correction in corrections:
        row, column = correction.position
        inside = row < len(rows) and column < len(rows[row])
        stands = rows[row][column] if inside else ""
        if isinstance(stands, ShownCell):
            stands = stands.value
        if not inside or not _same(stands, correction.expects):
            problems.append(
                Problem(
                    correction.workbook,
                    correction.sheet,
                    correction.cell,
                    f"Rättelsen gäller inte längre: här står {_shown(stands)}, inte {_shown(correction.expects)}.",
                    "En rättelse görs bara när cellen håller det som rättelsen skrevs för.",
                    "Ta bort rättelsen ur params/corrections.yml, eller skriv om den.",
                    Severity.WARNING,
                )
            )
            continue
        rows[row][column] = "" if correction.value is None else correction.value
        applied.append(
            AppliedCorrection(
                correction.workbook,
                correction.sheet,
                correction.cell,
                _shown(stands),
                _shown(correction.value),
                correction.why,
                correction.decided_by,
                correction.decided_on.isoformat(),
            )
        )
    return applied, problems


def _same(stands: Any, expects: CellContent) -> bool:
    if expects is None:
        return isinstance(stands, str) and not stands.strip()
    if isinstance(expects, str):
        return normalised(str(stands)) == normalised(expects)
    return isinstance(stands, float | int) and not isinstance(stands, bool) and float(stands) == float(expects)


def _shown(content: Any) -> str:
    if content is None or content == "":
        return "ingenting"
    if isinstance(content, float | int) and not isinstance(content, bool):
        return spelled(content)
    return quoted(content)
