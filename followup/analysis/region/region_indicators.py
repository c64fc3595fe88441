"""Indicators over committees: how many are on target in each, and those that several committees measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis import indicators
from followup.analysis.indicators import IndicatorTable
from followup.ground.figure import COUNT, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.regions import REGION

if TYPE_CHECKING:
    from followup.params.params import Grade

TOTAL = REGION

FoundColumn = Literal["indicator", "value", "target", "measured", "grade"]
SharedColumn = Literal["committee", FoundColumn]
SharedTable = FigureTable[SharedColumn]


def count_by_grade(quality: Mapping[str, IndicatorTable], scale: Sequence[Grade]) -> FigureTable[str]:
    """How many indicators have each grade: one row per committee, then TOTAL; columns `indicators` and the grades.

    `quality`: each committee's `indicators.assessed_indicators`. An indicator of two committees counts in both.
    """
    rows = {}
    for code, table in quality.items():
        grades = indicators.count_by_grade(table, scale)
        rows[code] = {"indicators": Figure.sum(grades.values(), COUNT)} | grades
    columns = ["indicators", *(grade.code for grade in scale)]
    rows[TOTAL] = {column: Figure.sum((row[column] for row in rows.values()), COUNT) for column in columns}
    return FigureTable.of(rows, columns)


def shared(quality: Mapping[str, IndicatorTable]) -> SharedTable:
    """Indicators that at least two committees measure, one row per indicator and committee, in the first one's order.

    Columns: `committee`, `indicator` (the params object), `value`, `target`, `measured` and `grade`.
    """
    codes = dict.fromkeys(str(code) for table in quality.values() for code in table.names)
    rows: list[dict[str, object]] = []
    for code in codes:
        holders = [committee for committee, table in quality.items() if code in table]
        if len(holders) < 2:
            continue
        for committee in holders:
            entries = quality[committee].row(code).entries
            rows.append({"committee": committee, **{name: entries[name] for name in get_args(FoundColumn)}})
    return FigureTable.of(dict(enumerate(rows)), get_args(SharedColumn))
