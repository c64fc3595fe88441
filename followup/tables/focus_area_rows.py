"""Sheet `Fokusområden` of the region's workbook against the plan: which row decides on which focus area.

A row names its focus area by code or by name, whatever the case and the kind of dash.
"""

from __future__ import annotations

from collections.abc import Mapping

from followup.ground.wording import loosely_normalised
from followup.workbooks.source_table import SourceTable


def rows_of(rows: SourceTable, code: str, name: str) -> SourceTable:
    """The rows of one focus area: one row, or none without a decision."""
    wanted = {loosely_normalised(code), loosely_normalised(name)} - {""}
    return rows.where(focus_area=[text for text in rows.values("focus_area") if loosely_normalised(text) in wanted])


def unknown_areas(rows: SourceTable, codes: Mapping[str, str]) -> list[str]:
    """What stands in the rows and is no focus area, as it is written. `codes`: a focus area's name to its code."""
    known = {loosely_normalised(text) for pair in codes.items() for text in pair}
    return [text for text in rows.values("focus_area") if loosely_normalised(text) not in known]
