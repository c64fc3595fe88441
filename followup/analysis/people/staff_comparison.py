"""Differences between groups of employees, and the yearly staff measures of two years.

A figure that may not be shown (staff.PROTECTED) makes every difference that it is part of protected, without the other
side's cells. Source: the tables of `staff`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.people.staff import (
    AGE_GROUPS,
    COLUMNS,
    SEXES,
    TOTAL,
    YEARS_COLUMNS,
    Column,
    StaffTable,
    YearsTable,
    difference,
    yearly_measure,
)
from followup.analysis.people.staff_protection import Withheld
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Indicator

LatestColumn = Literal["indicator", "sex", "value", "previous", "year"]
MeasureColumn = Literal["indicator", "sex", Column]
LatestTable = FigureTable[LatestColumn]
MeasureTable = FigureTable[MeasureColumn]


def sickness_differences(rates: YearsTable) -> StaffTable:
    """How sick leave differs between groups, in percentage points.

    `rates` is the table of `staff.sickness_rates`. Rows: women less men, then each age group less the whole. Columns:
    COLUMNS, where `change` is the difference this year less the difference last year.
    """
    women, men = SEXES["women"], SEXES["men"]
    pairs = {f"{women} jämfört med {men.lower()}": (women, men)}
    pairs |= {f"{group} jämfört med alla": (group, TOTAL) for group in AGE_GROUPS.values()}
    rows = {}
    for label, (first, second) in pairs.items():
        now, before = (difference(rates[first, year], rates[second, year]) for year in YEARS_COLUMNS)
        rows[label] = {"this_year": now, "last_year": before, "change": difference(now, before)}
    return FigureTable.of(rows, COLUMNS)


def latest_measures(
    yearly: SourceTable, indicators: Sequence[Indicator], period: Period, withheld: Mapping[str, Withheld]
) -> LatestTable:
    """The yearly measures: `indicator` (params), `sex`, `value` (the latest), `previous`, and `year` of the latest.

    One row per indicator and sex, numbered from 0 in the registry's order.
    """
    found: list[dict[str, object]] = []
    for indicator in indicators:
        if indicator.frequency != "year":
            continue
        by_sex = yearly_measure(yearly, indicator, period, withheld[indicator.code])
        for sex, pairs in (by_sex or {"all": []}).items():
            missing = (0, Figure.missing(unit=indicator.unit))
            year, value = pairs[-1] if pairs else missing
            _, previous = pairs[-2] if len(pairs) > 1 else missing
            found.append({"indicator": indicator, "sex": sex, "value": value, "previous": previous, "year": year})
    return FigureTable.of(dict(enumerate(found)), get_args(LatestColumn))


def yearly_measures(
    yearly: SourceTable, indicators: Sequence[Indicator], period: Period, withheld: Mapping[str, Withheld]
) -> MeasureTable:
    """The yearly measures of the year that is over: one row per indicator and sex, from 0 in the registry's order.

    Columns `indicator` (params), `sex` ("all", "women", "men") and COLUMNS; a change of a percentage is in percentage
    points. A year without a value is missing.
    """
    rows: list[dict[str, object]] = []
    for indicator in indicators:
        if indicator.frequency != "year":
            continue
        by_sex = yearly_measure(yearly, indicator, period, withheld[indicator.code])
        for sex, pairs in (by_sex or {"all": []}).items():
            of_year = dict(pairs)
            absent = Figure.missing(unit=indicator.unit)
            now, before = of_year.get(period.year, absent), of_year.get(period.year - 1, absent)
            change = difference(now, before, indicator.decimals)
            values = {"this_year": now, "last_year": before, "change": change}
            rows.append({"indicator": indicator, "sex": sex, **values})
    return FigureTable.of(dict(enumerate(rows)), get_args(MeasureColumn))
