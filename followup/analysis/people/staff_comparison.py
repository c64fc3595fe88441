"""Differences between groups of employees, and the yearly staff measures of two years.

A figure that may not be shown (staff.PROTECTED) makes every difference that it is part of protected, without the other
side's cells. Source: the frames of `analysis.staff`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis.people.staff import AGE_GROUPS, SEXES, TOTAL, difference, yearly_measure
from followup.analysis.people.staff_protection import Withheld
from followup.ground.figure import PERCENT, PERCENTAGE_POINTS, Figure
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Indicator

COLUMNS = ("this_year", "last_year", "change")


def sickness_differences(rates: pd.DataFrame) -> pd.DataFrame:
    """How sick leave differs between groups, in percentage points.

    `rates` is the frame of `staff.sickness_rates`. Rows: women less men, then each age group less the whole. Columns:
    COLUMNS, where `change` is the difference this year less the difference last year.
    """
    women, men = SEXES["women"], SEXES["men"]
    pairs = {f"{women} jämfört med {men.lower()}": (women, men)}
    pairs |= {f"{group} jämfört med alla": (group, TOTAL) for group in AGE_GROUPS.values()}
    rows = {}
    for label, (first, second) in pairs.items():
        now, before = (difference(rates.at[first, year], rates.at[second, year]) for year in ("this_year", "last_year"))
        rows[label] = {"this_year": now, "last_year": before, "change": difference(now, before)}
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS), dtype=object)


def latest_measures(
    yearly: SourceTable, indicators: Sequence[Indicator], period: Period, withheld: Mapping[str, Withheld]
) -> pd.DataFrame:
    """The yearly measures: `indicator` (params), `sex`, `value` (the latest), `previous`, and `year` of the latest."""
    found = []
    for indicator in indicators:
        if indicator.frequency != "year":
            continue
        by_sex = yearly_measure(yearly, indicator, period, withheld[indicator.code])
        for sex, pairs in (by_sex or {"all": []}).items():
            missing = (0, Figure.missing(unit=indicator.unit))
            year, value = pairs[-1] if pairs else missing
            _, previous = pairs[-2] if len(pairs) > 1 else missing
            found.append({"indicator": indicator, "sex": sex, "value": value, "previous": previous, "year": year})
    return pd.DataFrame(found, columns=["indicator", "sex", "value", "previous", "year"], dtype=object)


def yearly_measures(
    yearly: SourceTable, indicators: Sequence[Indicator], period: Period, withheld: Mapping[str, Withheld]
) -> pd.DataFrame:
    """The yearly measures of the year that is over: one row per indicator and sex, in the registry's order.

    Columns `indicator` (params), `sex` ("all", "women", "men") and COLUMNS; a change of a percentage is in percentage
    points. A year without a value is missing.
    """
    rows = []
    for indicator in indicators:
        if indicator.frequency != "year":
            continue
        by_sex = yearly_measure(yearly, indicator, period, withheld[indicator.code])
        for sex, pairs in (by_sex or {"all": []}).items():
            of_year = dict(pairs)
            absent = Figure.missing(unit=indicator.unit)
            now, before = of_year.get(period.year, absent), of_year.get(period.year - 1, absent)
            unit = PERCENTAGE_POINTS if indicator.unit == PERCENT else indicator.unit
            change = difference(now, before, unit, indicator.decimals)
            values = {"this_year": now, "last_year": before, "change": change}
            rows.append({"indicator": indicator, "sex": sex, **values})
    return pd.DataFrame(rows, columns=["indicator", "sex", *COLUMNS], dtype=object)
