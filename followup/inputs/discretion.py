"""What a report says of its sources without telling what stands in a cell about people.

Warnings and corrections are listed in the report. An error stops it, and is told whole to whoever mends it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.errors import Severity

if TYPE_CHECKING:
    from followup.inputs.corrections import AppliedCorrection
    from followup.inputs.findings import Finding
    from followup.inputs.layouts import TableLayout
    from followup.inputs.read_table import ReadTable

NOT_SHOWN = "visas inte"
_FOUND = "Vad som står i cellen gäller anställda och visas inte."


def discreet(finding: Finding, table: ReadTable, layout: TableLayout) -> Finding:
    """The finding; a warning about a cell of a column about people without what stands there."""
    if finding.doubt.severity is Severity.ERROR or not _is_about_people(finding.letter, table, layout):
        return finding
    return replace(finding, doubt=replace(finding.doubt, found=_FOUND))


def discreet_correction(correction: AppliedCorrection, table: ReadTable, layout: TableLayout) -> AppliedCorrection:
    """The correction; of a column about people without its two values, also where the reason repeats them."""
    if not _is_about_people(correction.cell.rstrip("0123456789"), table, layout):
        return correction
    values = sorted((correction.was, correction.value), key=len, reverse=True)
    why = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, values))})(?!\w)", "…", correction.why)
    return replace(correction, was=NOT_SHOWN, value=NOT_SHOWN, why=why)


def _is_about_people(letter: str, table: ReadTable, layout: TableLayout) -> bool:
    columns = [name for name, column in layout.columns.items() if column.people]
    return any(table.letters.get(name) == letter for name in columns)
