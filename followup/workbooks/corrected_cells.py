"""The corrections of params/corrections.yml, made on the cells as they stand, before anything is read from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from followup.ground.errors import Problem, Severity
from followup.ground.wording import normalised, quoted, spelled
from followup.params.corrections import CellContent, Correction
from followup.workbooks.files.marked_cells import ShownCell


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
