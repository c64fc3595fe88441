"""The indicators that a plan is followed up with, beside what has been measured of them.

Sources: `indicators` of the plans' files and sheet `Indikatorer` of the follow-up's workbook. An indicator without a
row, or with an empty value, has no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.tables.measured_rows import indicator_in, is_due
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.plans import Plan, PlanIndicator

Column = Literal["indicator", "value", "why", "measured", "comment"]
MeasuredTable = FigureTable[Column]
# Why there is no value where there is none.
NOT_DUE, MISSING, NO_NUMBER = "not_due", "missing", "no_number"


def measured(plans: Sequence[Plan], table: SourceTable | None, period: Period) -> MeasuredTable:
    """One row per indicator of the plans, named by its code, in plan order.

    Columns: `indicator` as params has it, `value` in its unit, `why` (empty where there is a value; NOT_DUE for what is
    measured at the end of the year, NO_NUMBER for what is described and has no value of its own, else MISSING), and
    `measured` and `comment` as the sheet has them.
    """
    indicators = [one for plan in plans for one in plan.indicators]
    given = {}
    for row in table.rows() if table is not None else ():
        found = indicator_in(indicators, row.text("indicator"))
        if found is not None:
            given[found.code] = row
    rows = {}
    for one in indicators:
        about = given.get(one.code)
        value = Figure.missing("värde saknas") if about is None else about.figure("value")
        rows[one.code] = {
            "indicator": one,
            "value": value.in_unit(one.unit),
            "why": "" if not value.is_missing else _why(one, period),
            "measured": "" if about is None else about.text("measured"),
            "comment": "" if about is None else about.text("comment"),
        }
    return FigureTable.of(rows, get_args(Column))


def _why(indicator: PlanIndicator, period: Period) -> str:
    if not indicator.unit:
        return NO_NUMBER
    return MISSING if is_due(indicator, period) else NOT_DUE
