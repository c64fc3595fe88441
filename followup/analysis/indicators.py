"""Indicators: the latest value, the one before it, the target, and a grade by rule. Source: `indikatorer.xlsx`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.goals import counted
from followup.ground.figure import COUNT, Figure, Origin, joined
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.period import Period
from followup.ground.rounding import rounded
from followup.params.indicator import Indicator
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.indicator import Frequency
    from followup.params.params import Grade

ValueColumn = Literal["value"]
Column = Literal["indicator", "value", "previous", "target", "measured", "previous_measured", "grade"]
SeriesTable = FigureTable[ValueColumn]
IndicatorTable = FigureTable[Column]
IndicatorRow = FigureRow[Column]


def series(values: SourceTable, indicator: Indicator, period: Period) -> SeriesTable:
    """The indicator's values up to the period, oldest first, named `2024-03` …: column `value`, in its own unit."""
    rows = {}
    for row in values.where(indicator=indicator.code).rows():
        measured = row.text("period")
        if measured <= str(period):
            rows[measured] = {"value": row.figure("value").in_unit(indicator.unit)}
    return FigureTable.of(dict(sorted(rows.items())), get_args(ValueColumn))


def reaches(value: float, target: float, direction: str) -> bool:
    """Whether a value reaches the target, for a direction that is `higher` or `lower`; at the target counts."""
    better = value > target if direction == "higher" else value < target
    return better or math.isclose(value, target, rel_tol=1e-9, abs_tol=1e-12)


def grade(value: Figure, target: Figure, direction: str, near_percent: float, decimals: int) -> str:
    """A code of the scale `indicator`, for a value that is current and shown with `decimals`.

    What is shown is graded: 87.96 is 88,0 to the reader and meets 88. At the target counts as meeting it. Near is
    within `near_percent` of the target's size on the wrong side. A neutral indicator has no better or worse and is
    never graded, even if a target stands in the workbook.
    """
    if value.value is None:
        return "no_value"
    if target.value is None or direction == "neutral":
        return "no_target"
    shown = float(rounded(value.value, decimals))
    if reaches(shown, target.value, direction):
        return "meets"
    shortfall = abs(target.value - shown)
    near = abs(target.value) * near_percent / 100
    # 4.2 − 4.0 is not 0.2 in binary: a value exactly at the limit must not fall on the wrong side of it.
    return "near" if shortfall <= near or math.isclose(shortfall, near) else "misses"


def assessed_indicators(
    indicators: Iterable[Indicator],
    values: SourceTable,
    targets: SourceTable,
    period: Period,
    *,
    near_percent: float,
    current_within_months: Mapping[Frequency, int],
) -> IndicatorTable:
    """One row per indicator, named by its code.

    Columns `indicator` (the params object), `value`, `previous`, `target` (figures in the indicator's unit),
    `measured`, `previous_measured` (periods as text, "" if never) and `grade` (a code of the scale `indicator`). A
    latest value older than its frequency allows is `stale` and is not graded.
    """
    rows = {}
    for indicator in indicators:
        found = series(values, indicator, period).column("value")
        known = [(str(when), figure) for when, figure in found.items() if not figure.is_missing]
        nothing = [("", Figure.missing(unit=indicator.unit))] * 2
        (previous_measured, previous), (measured, value) = [*nothing, *known][-2:]
        target = targets.where(indicator=indicator.code).figure("target").in_unit(indicator.unit)
        code = grade(value, target, indicator.direction, near_percent, indicator.decimals)
        if measured and period.months_since(Period.parse(measured)) > current_within_months[indicator.frequency]:
            code = "stale"
        rows[indicator.code] = {
            "indicator": indicator,
            "value": value,
            "previous": previous,
            "target": target,
            "measured": measured,
            "previous_measured": previous_measured,
            "grade": code,
        }
    return FigureTable.of(rows, get_args(Column))


def measured_monthly(table: IndicatorTable) -> IndicatorTable:
    """The indicators that are measured every month."""
    return table.where(lambda row: row.fact("indicator", Indicator).frequency == "month")


def judged(table: IndicatorTable) -> IndicatorTable:
    """The indicators that reach their target or do not: they have one, and a value that is still current."""
    return table.where(lambda row: row.text("grade") in ("meets", "near", "misses"))


def measured_before(table: IndicatorTable, year: int) -> IndicatorTable:
    """The indicators whose latest value is of an earlier year; those without a value are not among them."""
    return table.where(lambda row: "" < row.text("measured")[:4] < str(year))


def count_of(table: IndicatorTable) -> Figure:
    """How many they are, out of the cells of their values and targets."""
    return Figure(float(len(table)), COUNT, _cells(table))


def count_by_grade(table: IndicatorTable, scale: Sequence[Grade]) -> dict[str, Figure]:
    """How many of the indicators have each grade of the scale, in the scale's order."""
    return counted(table.texts("grade"), scale, _cells(table))


def _cells(table: IndicatorTable) -> Origin:
    return joined(figure.origin for figure in (*table.figures("value"), *table.figures("target")))
