"""Sheet `Fokusområden` of the region's workbook against the plan: which row decides on which focus area.

A row names its focus area by code or by name, whatever the case and the kind of dash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from followup.errors import Problem, Severity
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import at
from followup.inputs.wording import listed, loosely_normalised, quoted, suggestion

if TYPE_CHECKING:
    from followup.inputs.plans import Plan


def rows_of(rows: SourceTable, code: str, name: str) -> SourceTable:
    """The rows of one focus area: one row, or none without a decision."""
    wanted = {loosely_normalised(code), loosely_normalised(name)} - {""}
    return rows.where(focus_area=[text for text in rows.values("focus_area") if loosely_normalised(text) in wanted])


def unknown_areas(rows: SourceTable, codes: Mapping[str, str]) -> list[str]:
    """What stands in the rows and is no focus area, as it is written. `codes`: a focus area's name to its code."""
    known = {loosely_normalised(text) for pair in codes.items() for text in pair}
    return [text for text in rows.values("focus_area") if loosely_normalised(text) not in known]


def focus_area_problems(rows: SourceTable, plan: Plan) -> Iterator[Problem]:
    """A warning for each row that is about no focus area of the plan; an error for two decisions on one."""
    names = [root.name for root in plan.roots]
    for text in unknown_areas(rows, {root.name: root.code for root in plan.roots}):
        yield at(
            rows.where(focus_area=text),
            "focus_area",
            f"{quoted(text)} är inget fokusområde i planen, och raden används inte.",
            f"Planen för {plan.year} har {listed(map(quoted, names))}.",
            suggestion(text, names, "Skriv fokusområdets namn eller kod som i planen."),
            Severity.WARNING,
        )
    for root in plan.roots:
        own = rows_of(rows, root.code, root.name)
        if len(own) > 1:
            yield at(
                own,
                "focus_area",
                f"Fokusområdet {quoted(root.name)} har {len(own)} rader.",
                "Ett fokusområde har en bedömning, och raden anger det med kod eller namn.",
                "Ta bort den rad som inte gäller.",
            )
